const HOUR = 3_600_000;
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000] as const;

/**
 * Round values to mark on an axis from 0 to `highest`, 0 first: as many as `most` steps allow, never less than one step.
 * Shares (0..1) are marked in whole percent.
 */
export function valueMarks(highest: number, most: number, unit: 'share' | 'count'): number[] {
  const scale = unit === 'share' ? 100 : 1;
  const top = highest * scale;
  const step = STEPS.find((each) => top / each <= most + 0.999) ?? STEPS.at(-1)!;
  const steps = Math.max(1, Math.min(most, Math.floor(top / step)));
  return Array.from({ length: steps + 1 }, (_, i) => (i * step) / scale);
}

/** Whole hours within a span of clock ms, at most `most` of them: every hour, every second or every third one. */
export function hourMarks(
  start: number,
  span: number,
  most: number,
): { readonly hour: number; readonly at: number }[] {
  const first = Math.ceil(start / HOUR);
  const hours = Array.from(
    { length: Math.max(0, Math.floor((start + span) / HOUR) - first + 1) },
    (_, i) => ({
      hour: first + i,
      at: (first + i) * HOUR,
    }),
  );
  const every = [1, 2, 3, 4].find((each) => Math.ceil(hours.length / each) <= most) ?? hours.length;
  return hours.filter((_, i) => i % every === 0);
}
