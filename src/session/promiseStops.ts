import type { Exercise } from '../exercise/exercise.ts';
import { MINUTE } from '../kernel/time.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { StopView } from './playProtocol.ts';

/** So long before the hour that was given, whoever gave it can still tell another: the act takes six to eight minutes. */
const BEFORE = 15 * MINUTE;
/** Whose hour of restoration binds. */
const GIVES: SeatId = 'orange';

/**
 * What has come in (since, now] of an hour of restoration that a seat held here has given: it nears, or it has passed
 * without being held. It stops the clock outside the evening's budget of stops: it comes to who promised alone.
 */
export function promiseStops(exercise: Exercise, seats: readonly SeatId[], since: number): StopView[] {
  if (!seats.includes(GIVES)) return [];
  const { now, state } = exercise;
  const passed = (at: number): boolean => at > since && at <= now;
  const news = (id: string): StopView => ({ seat: GIVES, id, at: now, kind: 'news' });
  const missed = exercise.journal[GIVES].some(
    ({ kind, ref, at, params }) =>
      kind === 'trust' && ref === 'estimate' && params['kept'] === 0 && passed(at),
  );
  const near = state.estimates.some(
    ({ replaced, settled, hour, givenAt }) =>
      !replaced && !settled && givenAt < hour - BEFORE && passed(hour - BEFORE),
  );
  return [...(missed ? [news('hourMissed')] : []), ...(near ? [news('hourSoon')] : [])];
}
