import { SECOND } from '../../kernel/time.ts';
import type { TempoSpec } from '../../scenario/play/tempo.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import { planOf, realTime, stretchAt } from './tempo.ts';
import { waitedBy } from '../messages/waiting.ts';

/** Instruments have their gauge, public words their list, what came of an act its line: when it matters, the clock has stopped for it. */
const SHOWN: readonly string[] = ['learnt', 'heard', 'reached', 'result'];

/**
 * Since when nothing lies before a seat: no choice open, no letter unread, nobody who waits for its answer. Clock ms of
 * the last thing that came to it or that it did; undefined while something does.
 */
export function calmSince(exercise: Exercise, seat: SeatId): number | undefined {
  const { choices, messages, journal, setup } = exercise;
  if (choices.some((choice) => choice.seat === seat && choice.state === 'open')) return undefined;
  if (messages.some(({ arrivedAt, readAt }) => arrivedAt[seat] !== undefined && readAt[seat] === undefined))
    return undefined;
  if (waitedBy(exercise, seat).length > 0) return undefined;
  return journal[seat].findLast(({ kind }) => !SHOWN.includes(kind))?.at ?? setup.from;
}

/**
 * Whether time may go faster than the plan says, because nothing lies before any of these seats and nothing has come or
 * been done for as long as the plan asks. `touchedAt`: clock ms at which somebody last had a hand on the clock.
 */
export function isLull(exercise: Exercise, seats: readonly SeatId[], touchedAt: number): boolean {
  const plan = planOf(exercise);
  const { lull } = plan;
  if (lull === undefined || seats.length === 0) return false;
  let since = touchedAt;
  for (const seat of seats) {
    const calm = calmSince(exercise, seat);
    if (calm === undefined) return false;
    since = Math.max(since, calm);
  }
  return realTime(plan, since, exercise.now) >= lull.after * SECOND;
}

/** Exercise time over real time that the plan gives at a clock time, in a lull or not. */
export function speedAt(plan: TempoSpec, at: number, inLull: boolean): number {
  const { speed } = stretchAt(plan, at);
  const { lull } = plan;
  return inLull && lull !== undefined ? Math.max(speed, Math.min(lull.most, speed * lull.times)) : speed;
}

/** Real ms that a stretch up to now has taken whoever had nothing before them in it but what came, read at once. */
export function livedSince(exercise: Exercise, seat: SeatId, since: number): number {
  const plan = planOf(exercise);
  const { lull } = plan;
  const { now } = exercise;
  if (lull === undefined) return realTime(plan, since, now);
  let lived = 0;
  let to = now;
  const calm = (from: number): void => {
    const real = realTime(plan, from, to);
    const slow = Math.min(real, lull.after * SECOND);
    lived += slow + ((real - slow) * speedAt(plan, from, false)) / speedAt(plan, from, true);
    to = from;
  };
  const entries = exercise.journal[seat];
  for (let i = entries.length - 1; i >= 0 && entries[i]!.at > since; i--)
    if (!SHOWN.includes(entries[i]!.kind)) calm(entries[i]!.at);
  calm(since);
  return lived;
}
