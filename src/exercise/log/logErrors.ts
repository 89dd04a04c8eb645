import type { ScenarioErrorCode } from '../../scenario/errors.ts';

/** What can be wrong with the file of an exercise; the sentence is `errors:<code>`, with `params` as its values. */
export const LOG_ERROR_CODES = [
  'logEmpty',
  'logTooLong',
  'logNotJson',
  'scriptNotJson',
  'logForeign',
  'logHeaderMissing',
  'logFormat',
  'logRules',
  'logData',
  'logTruncated',
  'logAltered',
  'logMissing',
  'logUnknownField',
  'logWrongType',
  'logNotOneOf',
  'logOutOfRange',
  'logNumbering',
  'logTime',
  'logDuplicate',
  'logTimes',
  'replayMismatch',
  'replayRefused',
] as const;
export type LogErrorCode = (typeof LOG_ERROR_CODES)[number];

/** `line` is the line of the file, from 1; `path` the place in it; the rest is what was expected and found. */
export interface LogError {
  readonly code: LogErrorCode | ScenarioErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}
