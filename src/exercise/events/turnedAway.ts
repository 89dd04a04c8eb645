import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';

/** They are brought so long at a time: they end when the throttle does. */
const SLICE_MINUTES = 5;
/** Series of these calls among the evening's loads (`loads.ts`). */
const SERIES = 13;

/** A throttle has been ordered: unless one was already, those it will turn away are looked for once it is built. */
export function throttleOrdered(exercise: Exercise): void {
  if (exercise.state.turningAway) return;
  exercise.state.turningAway = true;
  const { throttleDelay } = exercise.spec.network;
  exercise.schedule.add(exercise.now + throttleDelay, { kind: 'turnedAway' });
}

/**
 * Who does not reach a hospital, a doctor on duty or a tele-assistance centre, refused upstream, rings the emergency numbers
 * instead: people in need, in proportion to what is throttled.
 */
export function bringTurnedAway(exercise: Exercise): void {
  const { evening, ground, now, state } = exercise;
  const share = evening.servers.throttled[0]!;
  if (share === 0) {
    state.turningAway = false;
    return;
  }
  evening.addLoad({
    series: SERIES,
    areas: 'all',
    from: now,
    minutes: SLICE_MINUTES,
    need: true,
    amount: { kind: 'share', share: share * ground.play.rules.throttle.turnedAway },
  });
  exercise.schedule.add(now + SLICE_MINUTES * MINUTE, { kind: 'turnedAway' });
}
