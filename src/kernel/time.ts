/** Simulated time is integer milliseconds since local midnight of the day of the exercise; it may pass 24 h. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** '18:12' or '24:30' (half past midnight, the next day) to milliseconds. Throws on anything else: it is for constants. */
export function clock(text: string): number {
  const match = /^(\d{2}):([0-5]\d)$/.exec(text);
  if (match === null) throw new RangeError(`not a clock time (HH:MM): ${JSON.stringify(text)}`);
  return Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
}

/** Milliseconds to 'HH:MM', rounded down to the minute; hours go on past 24 so that times of one evening sort as text. */
export function clockText(ms: number): string {
  if (!(ms >= 0)) throw new RangeError(`not a time of the exercise: ${ms}`);
  const minutes = Math.floor(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes - hours * 60).padStart(2, '0')}`;
}

/**
 * Minutes from one time to another as their clocks read: a time shown as 18:47 is 122 minutes after one shown as 16:45,
 * whatever their seconds.
 */
export function clockMinutes(from: number, to: number): number {
  return Math.floor(to / MINUTE) - Math.floor(from / MINUTE);
}
