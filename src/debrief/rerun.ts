import { makeCallers } from '../callflow/callers.ts';
import type { Callers } from '../callflow/callers.ts';
import type { CommandBody, DirectorBody } from '../exercise/commands.ts';
import type { Exercise, ExerciseGround } from '../exercise/exercise.ts';
import type { LogLine } from '../exercise/log/logFormat.ts';
import { openingOf } from '../exercise/open.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { opened } from './ghost.ts';
import { settled } from './tally.ts';
import type { Settled } from './tally.ts';
import { translated } from './translate.ts';

/** A command of an exercise as its log has it. */
export interface GivenCommand {
  readonly at: number;
  readonly by: SeatId | 'director';
  readonly body: CommandBody | DirectorBody;
}

/** All that makes an evening: who played what, on what, how far. */
export interface Score {
  readonly setup: ExerciseSetup;
  readonly ground: ExerciseGround;
  readonly commands: readonly GivenCommand[];
  /** Clock time to which it was played. */
  readonly until: number;
}

/** What makes the evening of an exercise, from it and its log. */
export function scoreOf(exercise: Exercise, lines: readonly LogLine[]): Score {
  const commands = lines.flatMap((line) =>
    line.line === 'command' ? [{ at: line.at, by: line.by, body: line.body }] : [],
  );
  return { setup: exercise.setup, ground: exercise.ground, commands, until: exercise.now };
}

/**
 * Plays a score, on the callers of its seed if they are at hand. `original` is the exercise the commands were given in:
 * numbers of statements, messages and acts are said anew for this one. Machines react by themselves; a command that is
 * refused here is left out.
 */
export function rerun(score: Score, original: Exercise | null, callers?: Callers): Exercise {
  const exercise = opened(score.setup, score.ground, callers);
  for (const { at, by, body } of score.commands) {
    if (at > score.until) break;
    exercise.runTo(at);
    if (by === 'director') exercise.apply(by, body);
    else {
      const command = body as CommandBody;
      const said = original === null ? command : translated(command, by, original, exercise);
      if (said !== null) exercise.apply(by, said);
    }
  }
  exercise.runTo(score.until);
  return exercise;
}

/** Callers by seed: made once, used by every variant of a seed. Demand is not a decision nor a measure. */
export class CallersOfSeeds {
  private readonly setup: ExerciseSetup;
  private readonly ground: ExerciseGround;
  private readonly bySeed = new Map<number, Callers>();

  constructor(setup: ExerciseSetup, ground: ExerciseGround) {
    this.setup = setup;
    this.ground = ground;
  }

  of(seed: number): Callers {
    const known = this.bySeed.get(seed);
    if (known !== undefined) return known;
    const opening = openingOf({ ...this.setup, seed }, this.ground);
    if (!opening.ok) throw new Error(`an opened setup does not open with seed ${seed}`);
    const callers = makeCallers(opening.value.opening.spec, seed);
    this.bySeed.set(seed, callers);
    return callers;
  }

  /** Forgets a seed that is done with: a few megabytes each. */
  forget(seed: number): void {
    this.bySeed.delete(seed);
  }
}

/** Plays a score and counts what matters to a comparison. The exercise is not kept: its evening is run to its end. */
export function outcomeOf(score: Score, original: Exercise | null, callers: CallersOfSeeds): Settled {
  const exercise = rerun(score, original, callers.of(score.setup.seed));
  exercise.evening.runToEnd();
  return settled(exercise.evening, score.until);
}
