import { MINUTE } from '../kernel/time.ts';
import { clockTime } from '../scenario/clockTime.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Exercise } from './exercise.ts';
import type { Beat } from './state.ts';
import { actAt, actEnd, planOf } from './tempo.ts';

/** Beats of the seat in the act of the evening that is being played. */
function inAct(exercise: Exercise, seat: SeatId): readonly Beat[] {
  const { now, beats } = exercise;
  const from = clockTime(actAt(planOf(exercise), now).from);
  return beats.filter((beat) => beat.seat === seat && beat.at >= from);
}

/**
 * Something worth stopping for has come to a seat: a beat, if the act of the evening has room for one more and the last
 * is far enough. Known appointments stop time whatever the distance.
 */
export function beat(exercise: Exercise, seat: SeatId, kind: Beat['kind'], id: string): boolean {
  const { now } = exercise;
  const act = actAt(planOf(exercise), now);
  const all = inAct(exercise, seat);
  const last = all.at(-1)?.at ?? -Infinity;
  const near = kind === 'appointment' ? last === now : now - last < act.apart * MINUTE;
  if (all.length >= act.most || near) return false;
  exercise.state.beats.push({ seat, id, at: now, kind });
  return true;
}

/**
 * Whether the act of the evening risks ending with too few beats for the seat: as many as are missing must still fit
 * in what is left of it. Not while the last one is near.
 */
export function short(exercise: Exercise, seat: SeatId): boolean {
  const { now } = exercise;
  const plan = planOf(exercise);
  const act = actAt(plan, now);
  const all = inAct(exercise, seat);
  const missing = act.fewest - all.length;
  const far = now - (all.at(-1)?.at ?? -Infinity) >= act.apart * MINUTE;
  return far && missing > 0 && now + missing * act.apart * MINUTE >= actEnd(plan, now);
}
