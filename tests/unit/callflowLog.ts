import type { Evening } from '../../src/callflow/evening.ts';
import { ORIGINS } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';

/** Attempts that began in [from, to), as indexes of the log. */
export function attempts(evening: Evening, from: string, to = '27:00'): number[] {
  const first = evening.log.firstFrom(clock(from));
  const last = evening.log.firstFrom(clock(to));
  return Array.from({ length: last - first }, (_, i) => first + i);
}

/** What an attempt was made from. */
export const originOf = (evening: Evening, i: number): string => ORIGINS[evening.log.origin(i)];

/** Code of the caller's area. */
export const areaOf = (evening: Evening, i: number): string =>
  evening.spec.areas[evening.callers.area[evening.log.caller[i]]].code;
