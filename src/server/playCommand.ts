import { writeFileSync } from 'node:fs';
import { buildDebrief } from '../debrief/buildDebrief.ts';
import type { DebriefCounts } from '../debrief/debriefModel.ts';
import type { Refusal } from '../exercise/commands.ts';
import type { Author } from '../exercise/log/parseCommand.ts';
import { settledSetup } from '../exercise/home.ts';
import { hashExercise } from '../exercise/log/parts.ts';
import { Recorder } from '../exercise/log/recorder.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import { MINUTE } from '../kernel/time.ts';
import { bodyNow, readScript } from './commandLines.ts';
import type { ScriptLine } from './commandLines.ts';
import { Complaint, logComplaint } from './complaint.ts';
import { readGround } from './ground.ts';
import type { OptionKinds, Options } from './options.ts';
import { readSeeds } from './options.ts';
import { readSeats, SETUP_OPTIONS, setupOf } from './setupOptions.ts';
import { DEFAULT_SCENARIO, readText, valueOf } from './world.ts';
import { BUILD } from './build.ts';

export const PLAY_OPTIONS: OptionKinds = {
  ...SETUP_OPTIONS,
  seat: 'text',
  script: 'text',
  seed: 'text',
  out: 'text',
};

/** What became of one line of the script. */
export interface Outcome {
  readonly line: number;
  readonly at: number;
  readonly by: Author;
  /** The act, or the kind of command. */
  readonly what: string;
  readonly refusal: Refusal | null;
}

/** A whole exercise played from a script: what `play --json` prints. */
export interface PlayedScript {
  readonly setup: ExerciseSetup;
  readonly cause: string;
  readonly accepted: number;
  readonly refused: number;
  readonly outcomes: readonly Outcome[];
  readonly counts: DebriefCounts;
  /** The same callers with machines as in 2021 in every seat. */
  readonly ghost: DebriefCounts;
  /** Minutes after the trigger. */
  readonly milestones: Readonly<
    Record<string, Readonly<Record<'at' | 'content' | 'documented', number | null>>>
  >;
  readonly endedAt: number;
  readonly hash: string;
  readonly lines: number;
}

/** Plays the script of the people of a table, machines in the other seats, and writes the log if asked. */
export function play(options: Options): PlayedScript {
  const { texts } = options;
  const [seat] = texts['seat'] ?? [];
  const [path] = texts['script'] ?? [];
  if (seat === undefined) throw new Complaint('cli:error.seatWanted');
  if (path === undefined) throw new Complaint('cli:error.scriptWanted');
  const seats = readSeats(seat);
  const [seed, ...more] = readSeeds(texts['seed']?.[0] ?? '1');
  if (more.length > 0) throw new Complaint('cli:error.oneSeed', { value: texts['seed']![0]! });
  const ground = readGround(texts['scenario']?.[0] ?? DEFAULT_SCENARIO);
  const setup = valueOf(settledSetup(setupOf(options, ground, seed!, 'willing-2021', seats), ground));
  const bounds = { from: setup.from, to: setup.to, seat: seats.length === 1 ? seats[0]! : null };
  const script = readScript(readText(path), ground.play, bounds);
  if (!script.ok) throw logComplaint(script.error, path);

  const recorder = valueOf(Recorder.open(setup, ground, BUILD));
  const outcomes = playScript(recorder, script.value);
  const { exercise, log } = recorder;
  const [out] = texts['out'] ?? [];
  if (out !== undefined) write(out, log.toText());
  const debrief = buildDebrief(exercise, { lines: log.lines() });
  return {
    setup,
    cause: exercise.cause,
    accepted: outcomes.filter(({ refusal }) => refusal === null).length,
    refused: outcomes.filter(({ refusal }) => refusal !== null).length,
    outcomes,
    counts: debrief.counts,
    ghost: debrief.ghost,
    milestones: Object.fromEntries(
      debrief.milestones.map(({ id, at, content, documented }) => [
        id,
        { at: minutes(at), content: minutes(content), documented: minutes(documented) },
      ]),
    ),
    endedAt: exercise.now,
    hash: hashExercise(exercise),
    lines: log.length,
  };
}

/** Gives the commands at their times and plays on to the end. */
export function playScript(recorder: Recorder, script: readonly ScriptLine[]): Outcome[] {
  const { exercise } = recorder;
  const outcomes = script.map((command): Outcome => {
    recorder.runTo(command.at);
    const body = bodyNow(command, exercise);
    const refusal = body.ok ? recorder.command(command.by, body.value, command.id) : body.error;
    const { line, at, by, body: given } = command;
    return { line, at, by, what: given.type === 'act' ? given.act : given.type, refusal };
  });
  recorder.runTo(exercise.setup.to);
  return outcomes;
}

const minutes = (ms: number | null): number | null => (ms === null ? null : ms / MINUTE);

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new Complaint('cli:error.unwritable', {
      path,
      reason: (error as NodeJS.ErrnoException).code ?? '?',
    });
  }
}
