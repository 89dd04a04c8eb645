import { MINUTE } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import { dilemmaOf } from '../choices/dilemmaIndex.ts';
import { outcomeOf } from '../events/drawEvening.ts';
import type { Exercise } from '../exercise.ts';
import type { Beat, Choice } from '../state.ts';
import { isHonoured } from './appointments.ts';
import { actAt, actEnd, planOf } from './tempo.ts';

/** Beats of the seat in the act of the evening that is being played. */
function inAct(exercise: Exercise, seat: SeatId): readonly Beat[] {
  const { now, beats } = exercise;
  const from = clockTime(actAt(planOf(exercise), now).from);
  return beats.filter((beat) => beat.seat === seat && beat.at >= from && beat.last !== true);
}

/**
 * Something worth stopping for has come to a seat. What is kept (an appointment, a relief, a life at stake) always stops
 * the clock. Anything else does if the act of the evening has room for one more beside what is kept and still to come,
 * and if the last one is far enough. Nobody's clock stops for a machine.
 */
export function beat(
  exercise: Exercise,
  seat: SeatId,
  kind: Beat['kind'],
  id: string,
  kept = kind === 'appointment',
): boolean {
  if (!exercise.isPerson(seat)) return false;
  const { now } = exercise;
  const act = actAt(planOf(exercise), now);
  const all = inAct(exercise, seat);
  const last = all.at(-1)?.at ?? -Infinity;
  const apart = kind === 'news' ? NEWS_APART : act.apart * MINUTE;
  if (kept ? last === now : now - last < apart) return false;
  if (!kept && placesLeft(exercise, seat, kind, all) <= 0) return false;
  exercise.state.beats.push({ seat, id, at: now, kind });
  return true;
}

/**
 * A choice that has stopped nothing yet is about to close unanswered. Outside the budget: it comes only to who has left
 * it, and never at the minute of another stop.
 */
export function lastBeat({ state, now }: Exercise, seat: SeatId, dilemma: string): void {
  if (state.beats.some((beat) => beat.seat === seat && beat.at === now)) return;
  state.beats.push({ seat, id: dilemma, at: now, kind: 'dilemma', last: true });
}

/** Grave news stops the clock however near the last stop is, but for those that come at about its minute. */
const NEWS_APART = MINUTE;

/** Stops for grave news that there is still room for. */
export function newsPlaces(exercise: Exercise, seat: SeatId): number {
  return placesLeft(exercise, seat, 'news', inAct(exercise, seat));
}

/**
 * Stops that there is still room for, beside what is kept and still to come, and the findings that the act owes. Grave
 * news, and a finding owed, may go over the act's own budget as long as the evening keeps to its own and later acts have their least.
 */
function placesLeft(exercise: Exercise, seat: SeatId, kind: Beat['kind'], all: readonly Beat[]): number {
  const { acts } = planOf(exercise);
  const { from, most, news } = actAt(planOf(exercise), exercise.now);
  const coming = comingOf(exercise, seat);
  const owed = kind === 'finding' ? 0 : harmlessMissing(exercise, seat);
  const later = acts.filter((act) => clockTime(act.from) > clockTime(from));
  const evening =
    acts.reduce((sum, act) => sum + act.most, 0) - later.reduce((sum, act) => sum + act.fewest, 0);
  const used = exercise.beats.filter((each) => each.seat === seat && each.last !== true).length;
  const inEvening = evening - used - coming - owed;
  if (kind === 'news' || (kind === 'finding' && harmlessMissing(exercise, seat) > 0)) return inEvening;
  const told = all.filter((each) => each.kind === 'news').length;
  return Math.min(inEvening, most - Math.max(0, news - told) - all.length - coming - owed);
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
  const missing = missingBeats(exercise, seat);
  const far = now - (all.at(-1)?.at ?? -Infinity) >= act.apart * MINUTE;
  return far && missing > 0 && now + missing * act.apart * MINUTE >= actEnd(plan, now);
}

/** Beats that the act of the evening still owes the seat, beside those that are sure to come. */
export function missingBeats(exercise: Exercise, seat: SeatId): number {
  const { fewest } = actAt(planOf(exercise), exercise.now);
  const sure = inAct(exercise, seat).length + comingOf(exercise, seat);
  return Math.max(0, fewest - sure, harmlessMissing(exercise, seat));
}

/** Findings that the act still owes the seat: stops that prove harmless. */
function harmlessMissing(exercise: Exercise, seat: SeatId): number {
  const { harmless } = actAt(planOf(exercise), exercise.now);
  return Math.max(0, harmless - inAct(exercise, seat).filter(({ kind }) => kind === 'finding').length);
}

/** Stops with a place kept that are still to come to the seat before the act ends. */
function comingOf(exercise: Exercise, seat: SeatId): number {
  const { ground, now, opening, choices } = exercise;
  const end = actEnd(planOf(exercise), now);
  const comes = (at: number): boolean => at > now && at < end;
  const appointments = ground.play.appointments.filter(
    (each) =>
      each.event === undefined &&
      each.seats.includes(seat) &&
      comes(clockTime(each.at)) &&
      !isHonoured(exercise, seat, each),
  );
  const events = ground.play.events.filter(
    ({ id, beat: seats, kept }) =>
      kept && seats.includes(seat) && opening.drawn.events.some((each) => each.id === id && comes(each.at)),
  );
  const calls = choices.filter((choice) => choice.seat === seat && comes(vitalCallAt(exercise, choice)));
  return appointments.length + events.length + calls.length;
}

/** When a call on which a life hangs will come of what was decided; never if none will. */
function vitalCallAt({ ground }: Exercise, { dilemma, outcome, option, also, decidedAt }: Choice): number {
  const drawn = dilemmaOf(ground.play, dilemma)?.drawn ?? [];
  const taken = [option, ...also];
  const call = outcomeOf(drawn, outcome)?.effects?.find(
    ({ effect, options }) =>
      effect.op === 'envelope' && effect.vital && options?.some((each) => taken.includes(each)),
  );
  return call?.after === undefined || decidedAt === null ? -Infinity : decidedAt + call.after * MINUTE;
}
