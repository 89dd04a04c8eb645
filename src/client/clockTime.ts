import { HOUR, MINUTE } from '../kernel/time.ts';

/** Clock times are integer milliseconds since local midnight of the day of the exercise. */
const DAY = 24 * HOUR;

const two = (value: number): string => String(value).padStart(2, '0');

/** "18:12"; midnight at the end of the evening reads "24:00", later times start again from "00:01". */
export function formatClock(at: number): string {
  const minutes = Math.floor(at / MINUTE);
  const wrapped = at > DAY ? minutes % 1440 : minutes;
  return `${two(Math.floor(wrapped / 60))}:${two(wrapped % 60)}`;
}

/** "18:12:07", for what is told call by call. */
export function formatClockSeconds(at: number): string {
  return `${formatClock(at)}:${two(Math.floor(at / 1000) % 60)}`;
}

/**
 * Reads "18:12", "18h12", "18 h 12", "1812" or "18". Hours after midnight belong to the same evening:
 * "00:30" is 24:30. Null when it is not a time.
 */
export function parseClock(text: string): number | null {
  const match = /^\s*(\d{1,2})\s*(?:[:h.]\s*)?(\d{2})?\s*$/i.exec(text);
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = match[2] === undefined ? 0 : Number(match[2]);
  if (hours > 27 || minutes > 59) return null;
  return (hours < 4 ? hours + 24 : hours) * HOUR + minutes * MINUTE;
}

/** Machine-readable form for the `datetime` attribute of a <time> element. */
export function isoClock(at: number): string {
  return `${two(Math.floor((at % DAY) / HOUR))}:${two(Math.floor(at / MINUTE) % 60)}`;
}
