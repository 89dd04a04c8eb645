import { basename } from 'node:path';
import type { LogError } from '../exercise/log/logErrors.ts';
import { hashExercise } from '../exercise/log/parts.ts';
import { readLog } from '../exercise/log/readLog.ts';
import type { ReadLog } from '../exercise/log/readLog.ts';
import { replay } from '../exercise/log/replay.ts';
import type { Mismatch } from '../exercise/log/replay.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import { logComplaint } from './complaint.ts';
import type { Complaint } from './complaint.ts';
import { readGround, scenarioNames } from './ground.ts';
import { readText } from './world.ts';

/** What `replay --json` prints. */
export interface ReplayReport {
  readonly file: string;
  readonly ok: boolean;
  readonly error: LogError | null;
  readonly mismatch: Mismatch | null;
  /** Line that is cut short, if one is: everything before it was verified. */
  readonly truncatedAt: number | null;
  readonly build: string | null;
  readonly setup: ExerciseSetup | null;
  readonly lines: number;
  readonly commands: number;
  readonly checks: number;
  /** Clock time and hash of the exercise where the replay ended. */
  readonly at: number | null;
  readonly hash: string | null;
}

/** Verifies a log: its chain line by line, then each of its checks by playing it again. */
export function replayFile(path: string): ReplayReport {
  const base: ReplayReport = {
    file: basename(path),
    ok: false,
    error: null,
    mismatch: null,
    truncatedAt: null,
    build: null,
    setup: null,
    lines: 0,
    commands: 0,
    checks: 0,
    at: null,
    hash: null,
  };
  const read = readLog(readText(path));
  if (!read.ok) return { ...base, error: read.error };
  const { header, lines, truncatedAt } = read.value;
  const found = { ...base, truncatedAt, build: header.build, setup: header.setup, lines: lines.length };
  const played = replayOn(read.value);
  if (!played.ok) {
    const { mismatch = null, ...error } = played.error;
    return { ...found, error, mismatch };
  }
  const { exercise, commands, checks } = played.value;
  const whole = truncatedAt === null;
  return {
    ...found,
    ok: whole,
    error: whole ? null : { code: 'logTruncated', params: { line: truncatedAt } },
    commands,
    checks,
    at: exercise.now,
    hash: hashExercise(exercise),
  };
}

/** A log of a scenario that is not of the house was played on other data than any here. */
function replayOn(read: ReadLog): ReturnType<typeof replay> {
  const { scenario } = read.header.setup;
  const known = scenarioNames();
  if (!known.includes(scenario)) {
    const error: LogError = {
      code: 'logNotOneOf',
      params: { line: 1, path: 'setup.scenario', found: scenario, expected: known.join(', ') },
    };
    return { ok: false, error };
  }
  return replay(read, readGround(scenario));
}

/** The line that says what is wrong with a log. */
export function replayComplaint({ error }: ReplayReport, path: string): Complaint {
  return logComplaint(error!, path);
}
