import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { ScenarioError } from '../../scenario/errors.ts';
import type { Refusal } from '../commands.ts';
import { dataHash } from './dataHash.ts';
import type { Exercise } from '../exercise.ts';
import { ExerciseLog } from './log.ts';
import type { CheckLine, SessionLine } from './logFormat.ts';
import { openExercise } from '../open.ts';
import type { ExerciseGround } from '../open.ts';
import { parseCommand } from './parseCommand.ts';
import type { Author } from './parseCommand.ts';
import { hashOfParts, hashParts } from './parts.ts';
import { restoreExercise, saveExercise } from './save.ts';
import type { ExerciseSetup } from '../setup.ts';

/** Exercise time between two check lines. */
export const CHECK_EVERY = 5 * MINUTE;

/**
 * Plays an exercise and writes its log: whoever drives an exercise (a session, the command line, a test) does it
 * through this, so that its log replays to the same hash. Refused commands change nothing and are not logged.
 */
export class Recorder {
  readonly exercise: Exercise;
  readonly log: ExerciseLog;
  /** Clock time of the next check on the grid of five minutes. */
  private nextCheck: number;
  private ended: boolean;

  /** Goes on with an exercise whose log says all that happened to it. */
  constructor(exercise: Exercise, log: ExerciseLog) {
    this.exercise = exercise;
    this.log = log;
    const { from } = exercise.setup;
    this.nextCheck = from + Math.ceil((exercise.now - from) / CHECK_EVERY) * CHECK_EVERY;
    const last = log.lines(log.length - 1)[0];
    const lastCheck = log.lines().findLast((line): line is CheckLine => line.line === 'check');
    if (lastCheck !== undefined && lastCheck.at >= this.nextCheck) this.nextCheck += CHECK_EVERY;
    this.ended = exercise.finished && last?.line === 'check';
  }

  /**
   * A new exercise and its log. It is played from its own saved beginning, so that nothing can depend on what a saved
   * exercise would not hold.
   */
  static open(
    setup: ExerciseSetup,
    ground: ExerciseGround,
    build: string,
    wall?: number,
  ): Result<Recorder, ScenarioError[]> {
    const opened = openExercise(setup, ground);
    if (!opened.ok) return opened;
    const exercise = restoreExercise(saveExercise(opened.value), ground);
    if (!exercise.ok) throw new Error(`an exercise does not restore: ${exercise.error.code}`);
    const recorder = new Recorder(exercise.value, ExerciseLog.begin(setup, build, dataHash(ground), wall));
    recorder.checkIfDue();
    return ok(recorder);
  }

  /**
   * Carries out and logs a command, whatever it came as; or says why not, with nothing changed. A command whose id is
   * in the log has been carried out before: nothing is done again, and it is answered as it was then.
   */
  command(by: Author, body: unknown, id: string, wall?: number): Refusal | null {
    if (this.log.knows(id)) return null;
    const parsed = parseCommand(by, body);
    if (!parsed.ok) {
      const { path, found } = parsed.error;
      return { code: 'badArgument', params: { name: path, found } };
    }
    // Machines think between two commands of the same time, here as in a replay.
    this.exercise.runTo(this.exercise.now);
    const refusal = this.exercise.apply(by, parsed.value);
    if (refusal !== null) return refusal;
    this.log.command(this.exercise.now, by, parsed.value, id, wall);
    this.checkIfEnded();
    return null;
  }

  /** Plays to that clock time, with a check line every five minutes and one at the end. */
  runTo(at: number): void {
    const { exercise } = this;
    const limit = Math.min(at, exercise.setup.to);
    while (!exercise.finished && this.nextCheck <= limit) {
      exercise.runTo(this.nextCheck);
      this.checkIfDue();
    }
    exercise.runTo(limit);
    this.checkIfEnded();
  }

  /** Notes what happened around the exercise: it never reaches the engine. */
  session(kind: SessionLine['kind'], params: SessionLine['params'], wall?: number): void {
    this.log.session(this.exercise.now, kind, params, wall);
  }

  private checkIfDue(): void {
    if (this.exercise.now < this.nextCheck) return;
    this.check();
    this.nextCheck += CHECK_EVERY;
    if (this.exercise.finished) this.ended = true;
  }

  private checkIfEnded(): void {
    if (!this.exercise.finished || this.ended) return;
    this.check();
    this.ended = true;
  }

  private check(): void {
    this.exercise.runTo(this.exercise.now);
    const parts = hashParts(this.exercise);
    this.log.check(this.exercise.now, hashOfParts(parts), parts);
  }
}
