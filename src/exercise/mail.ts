import { clockTime } from '../scenario/clockTime.ts';
import type { EnvelopeSpec } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { beat, short } from './beats.ts';
import type { Exercise } from './exercise.ts';
import { guidedUntil, planOf, readingTime } from './tempo.ts';
import { envelope } from './worldEffects.ts';

/** Ordinary mail keeps below the reading budget: what matters must find room. */
const SPARING = 1.6;

/** A seat's last item to read or decide, clock ms: mail that came, dilemmas that opened. */
function lastItem({ messages, choices }: Exercise, seat: SeatId): number {
  const mail = messages.findLast(({ arrivedAt }) => arrivedAt[seat] !== undefined)?.arrivedAt[seat];
  const choice = choices.findLast((each) => each.seat === seat)?.openedAt;
  return Math.max(mail ?? -Infinity, choice ?? -Infinity);
}

/**
 * Each minute: the ordinary mail of the seats that people hold. One item whenever the reading budget has had room for
 * one more, so that what matters is never alone in the tray, and never drowned.
 */
export function considerMail(exercise: Exercise): void {
  const { ground, now } = exercise;
  const plan = planOf(exercise);
  for (const seat of CORE_SEATS) {
    if (!exercise.isPerson(seat) || now <= guidedUntil(ground.play, plan, seat)) continue;
    const missing = short(exercise, seat);
    if (!missing && now - lastItem(exercise, seat) < SPARING * readingTime(plan, now)) continue;
    const next = nextEnvelope(exercise, seat, missing);
    if (next) deliver(exercise, next);
  }
}

/** In the order of the data among those whose window is open; one that may stop the clock when beats are missing. */
function nextEnvelope(
  { ground, messages, now }: Exercise,
  seat: SeatId,
  beats: boolean,
): EnvelopeSpec | undefined {
  const open = ground.play.envelopes.filter(
    (each) =>
      each.seat === seat &&
      !each.guided &&
      clockTime(each.window[0]) <= now &&
      now < clockTime(each.window[1]) &&
      messages.every(({ key }) => key !== `messages.${each.id}`),
  );
  return open.find((each) => (each.beat ?? false) === beats);
}

export function deliver(
  exercise: Exercise,
  { id, seat, from, channel, facts, beat: stops }: EnvelopeSpec,
): void {
  envelope(exercise, { key: `messages.${id}`, from, to: [seat], channel, facts }, exercise.opening.home);
  if (stops) beat(exercise, seat, 'finding', id);
}
