import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { errorParams } from '../../scenario/errors.ts';
import type { ScenarioError } from '../../scenario/errors.ts';
import type { Refusal } from '../commands.ts';
import { dataHash } from './dataHash.ts';
import type { Exercise } from '../exercise.ts';
import { ExerciseLog } from './log.ts';
import type { LogError } from './logErrors.ts';
import type { CheckLine, CommandLine } from './logFormat.ts';
import { openExercise } from '../open.ts';
import type { ExerciseGround } from '../open.ts';
import { hashOfParts, hashParts } from './parts.ts';
import { secondsText } from './readLog.ts';
import type { ReadLog } from './readLog.ts';

export interface Replayed {
  readonly exercise: Exercise;
  /** The lines replayed, ready to be gone on with. */
  readonly log: ExerciseLog;
  readonly commands: number;
  /** Check lines the exercise was found equal to. */
  readonly checks: number;
}

/** Where a replay first differed from its log. */
export interface Mismatch {
  /** Line of the file, from 1, and number of the entry among its kind. */
  readonly line: number;
  readonly n: number;
  readonly at: number;
  /** A check line: parts that differ. None when only the whole does: the log was written by another engine. */
  readonly parts: readonly string[];
  /** A command line that was carried out then and is refused now. */
  readonly refusal: Refusal | null;
}

export interface ReplayError extends LogError {
  readonly mismatch?: Mismatch;
}

export interface ReplayOptions {
  /** Clock time to stop at; the whole log otherwise, to its last line. */
  readonly upTo?: number;
  /** Leaves out what was done at `upTo` itself: to try something else at that moment. */
  readonly before?: boolean;
}

/**
 * Plays a log again: same setup, same commands at their times, compared with each of its checks. Stops at the first
 * difference and names it. Never throws on a log that `readLog` accepted.
 */
export function replay(
  read: ReadLog,
  ground: ExerciseGround,
  { upTo, before = false }: ReplayOptions = {},
): Result<Replayed, ReplayError> {
  const { header } = read;
  const data = dataHash(ground);
  if (header.data !== data) return err({ code: 'logData', params: { expected: data, found: header.data } });
  const opened = openExercise(header.setup, ground);
  if (!opened.ok) return err(ofScenario(opened.error));
  const exercise = opened.value;

  const stop = upTo ?? header.setup.to;
  let taken = 1;
  let commands = 0;
  let checks = 0;
  for (; taken < read.lines.length; taken++) {
    const line = read.lines[taken]!;
    if (line.line === 'header' || line.at > stop || (before && line.at === stop)) break;
    exercise.runTo(line.at);
    if (exercise.now !== line.at)
      return err({
        code: 'logTimes',
        params: { line: taken + 1, found: secondsText(line.at), expected: secondsText(exercise.now) },
      });
    if (line.line === 'check') {
      const parts = differing(exercise, line);
      if (parts !== null) return err(mismatchAt(line, taken + 1, parts));
      checks++;
    } else if (line.line === 'command') {
      const refusal = exercise.apply(line.by, line.body);
      if (refusal !== null) return err(refusedAt(line, taken + 1, refusal));
      commands++;
    }
  }
  if (upTo !== undefined) exercise.runTo(upTo);
  return ok({ exercise, log: ExerciseLog.of(read.lines.slice(0, taken)), commands, checks });
}

/** Names of the parts that differ from the check, or null when the whole is the same. */
function differing(exercise: Exercise, line: CheckLine): string[] | null {
  const parts = hashParts(exercise);
  if (hashOfParts(parts) === line.hash) return null;
  const names = new Set([...Object.keys(parts), ...Object.keys(line.parts)]);
  return [...names].filter((name) => parts[name] !== line.parts[name]).sort();
}

function mismatchAt({ n, at }: CheckLine, line: number, parts: readonly string[]): ReplayError {
  return {
    code: 'replayMismatch',
    params: { line, n, at: secondsText(at), parts: parts.length === 0 ? '—' : parts.join(', ') },
    mismatch: { line, n, at, parts, refusal: null },
  };
}

function refusedAt({ n, at, by, body }: CommandLine, line: number, refusal: Refusal): ReplayError {
  return {
    code: 'replayRefused',
    params: {
      line,
      n,
      at: secondsText(at),
      by,
      what: body.type === 'act' ? body.act : body.type,
      why: refusal.code,
    },
    mismatch: { line, n, at, parts: [], refusal },
  };
}

function ofScenario(errors: readonly ScenarioError[]): ReplayError {
  const [first] = errors;
  return { code: first!.code, params: errorParams(first!) };
}
