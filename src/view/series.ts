import { CAUSES, UNROUTED } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { MINUTE } from '../kernel/time.ts';
import type { Series } from './eveningView.ts';

export const SERIES_STEP = 5 * MINUTE;
const LOST = UNROUTED.map((cause) => CAUSES.indexOf(cause));

/** Which attempts a curve is about, by index in the log. */
export type Concerns = (attempt: number) => boolean;

/**
 * Calls answered, attempts not routed, and people waiting at the end of each 5-minute step from `start` to `at`.
 * A step that is not over is left out, so that a curve never dips at its end for want of time.
 */
export function seriesOf(
  evening: Evening,
  start: number,
  at: number,
  concerns: Concerns = () => true,
): Series {
  const { log } = evening;
  const steps = Math.max(0, Math.floor((at - start) / SERIES_STEP));
  const answered = new Int32Array(steps);
  const lost = new Int32Array(steps);
  // Differences of the number waiting, at each step's end.
  const waiting = new Int32Array(steps + 1);
  const stepOf = (time: number): number => Math.floor((time - start) / SERIES_STEP);
  const until = log.firstFrom(start + steps * SERIES_STEP);
  for (let i = 0; i < until; i++) {
    if (!concerns(i)) continue;
    const began = stepOf(log.at[i]!);
    const answeredAt = log.answered[i]!;
    const end = log.end[i]!;
    if (began >= 0 && LOST.includes(log.cause(i))) lost[began]!++;
    if (answeredAt !== 0) {
      const step = stepOf(answeredAt);
      if (step >= 0 && step < steps) answered[step]!++;
    }
    const left = answeredAt !== 0 ? answeredAt : end;
    const to = left === 0 ? steps : Math.min(steps, Math.max(0, stepOf(left)));
    const from = Math.max(0, began);
    if (to > from) {
      waiting[from]!++;
      waiting[to]!--;
    }
  }
  let now = 0;
  return {
    start,
    step: SERIES_STEP,
    answered: Array.from(answered),
    lost: Array.from(lost),
    waiting: Array.from(waiting.subarray(0, steps), (difference) => (now += difference)),
  };
}
