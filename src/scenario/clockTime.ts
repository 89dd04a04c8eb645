import { HOUR, MINUTE, SECOND } from '../kernel/time.ts';

const CLOCK_TIME = /^(\d{2}):([0-5]\d)(?::([0-5]\d))?$/;

/** "HH:MM" or "HH:MM:SS", past 24 after midnight, to clock milliseconds; null when it is not a time. */
export function parseClockTime(text: string): number | null {
  const match = CLOCK_TIME.exec(text);
  if (match === null) return null;
  return Number(match[1]) * HOUR + Number(match[2]) * MINUTE + Number(match[3] ?? 0) * SECOND;
}

/** Times read so far: the data's few hundred texts are asked for each minute of every evening. */
const known = new Map<string, number>();

/** For text already validated by the schema. */
export function clockTime(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const time = parseClockTime(text);
  if (time === null) throw new RangeError(`not a clock time: ${JSON.stringify(text)}`);
  known.set(text, time);
  return time;
}
