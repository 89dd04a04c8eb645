import { MINUTE } from '../../kernel/time.ts';

/** Hopes of repair teams run to so many times what is left, and no range is narrower (assumed). */
const LATEST = 2;
const NARROWEST = 30 * MINUTE;
const QUARTER = 15 * MINUTE;

/** The end of the range that begins at an hour hoped for: the latest that such hopes run to, in quarters of an hour. */
export function latestHour(now: number, at: number): number {
  return Math.ceil(Math.max(at + NARROWEST, now + LATEST * (at - now)) / QUARTER) * QUARTER;
}
