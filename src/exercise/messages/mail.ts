import { MINUTE, SECOND } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { EnvelopeSpec } from '../../scenario/play/types.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import { beat, missingBeats, short } from '../tempo/beats.ts';
import { did, hasTold, met } from '../choices/conditions.ts';
import type { Exercise } from '../exercise.ts';
import { livedSince } from '../tempo/lull.ts';
import { show } from '../events/signs.ts';
import { note } from '../journal.ts';
import { guidedUntil, planOf, realTime } from '../tempo/tempo.ts';
import { undecidedSince } from '../choices/undecided.ts';
import { waitedBy } from './waiting.ts';
import { envelope, happenInWorld } from '../events/worldEffects.ts';

/** Ordinary mail keeps below the reading budget: what matters must find room. */
const SPARING = 1.7;
/** Two items in a row make it wait for a little more than one. */
const PAIR = 1.7;
/** But nothing at all for such a share of what the plan calls a dead stretch lets it in. */
const LONE = 0.9;
/** A question may follow an item so soon, as a share of the reading time of one, and two in half as long again. */
const SOON = 0.5;
/** Late in the evening time runs fast: so many minutes of it are dead as well. */
const LATE = clockTime('19:45');
const LATE_LONE = 24 * MINUTE;

/** Nothing to decide for such a share of what the plan calls a dead stretch: whoever has a question asks it now. */
const UNDECIDED = 0.5;
/** A question waits for such an hour until that share of its window is over. */
const PATIENT = 0.6;

/** When a seat's last two items to read or decide came, clock ms, latest first: mail and dilemmas. */
function lastItems({ messages, choices }: Exercise, seat: SeatId): readonly [number, number] {
  let latest = 0;
  let before = 0;
  const came = (at: number): void => {
    if (at >= latest) [latest, before] = [at, latest];
    else if (at > before) before = at;
  };
  for (const { arrivedAt } of messages) if (arrivedAt[seat] !== undefined) came(arrivedAt[seat]);
  for (const choice of choices) if (choice.seat === seat) came(choice.openedAt);
  return [latest, before];
}

/**
 * Each minute: the ordinary mail of the seats that people hold. One item whenever the reading budget has had room for
 * one more, so that what matters is never alone in the tray, and never drowned.
 */
export function considerMail(exercise: Exercise): void {
  const { ground, now } = exercise;
  const plan = planOf(exercise);
  const spare = SPARING * plan.readingSeconds * SECOND;
  for (const seat of CORE_SEATS) {
    if (!exercise.isPerson(seat)) continue;
    settle(exercise, seat);
    const waiting = ground.play.envelopes.filter((each) => each.seat === seat && !isSent(exercise, each));
    for (const each of waiting) if (each.early && isOpen(each, now)) deliver(exercise, each);
    if (now <= guidedUntil(ground.play, plan, seat)) continue;
    const missing = short(exercise, seat);
    const [last, before] = lastItems(exercise, seat);
    const since = realTime(plan, last, now);
    const sinceTwo = realTime(plan, before, now);
    const room = since >= spare && sinceTwo >= PAIR * spare;
    const undecided = undecidedSince(exercise, seat);
    const idle =
      undecided !== undefined &&
      waitedBy(exercise, seat).length === 0 &&
      livedSince(exercise, seat, undecided) >= UNDECIDED * plan.quietSeconds * SECOND;
    const dead = since >= LONE * plan.quietSeconds * SECOND || (now >= LATE && now - last >= LATE_LONE);
    // Whoever asks or reproaches waits until the last two are read, the routine for room to spare.
    const read = plan.readingSeconds * SECOND;
    const full = !missing && !dead && (since < read || sinceTwo < 2 * read);
    if (full && !(idle && since >= SOON * read && sinceTwo >= 1.5 * SOON * read)) continue;
    const next = full
      ? nextQuestion(exercise, waiting)
      : nextEnvelope(exercise, seat, waiting, missing, { idle, routine: missing || dead || room });
    if (next) deliver(exercise, next, missing);
  }
}

function isSent({ messages }: Exercise, { id }: EnvelopeSpec): boolean {
  return messages.some(({ key }) => key === `messages.${id}`);
}

function isOpen({ window }: EnvelopeSpec, now: number): boolean {
  return clockTime(window[0]) <= now && now < clockTime(window[1]);
}

/** Questions that may be put now. */
function nextQuestion(exercise: Exercise, waiting: readonly EnvelopeSpec[]): EnvelopeSpec | undefined {
  return waiting.find(
    (each) => each.asks && !each.beat && isFit(exercise, each) && show(exercise, each.signs),
  );
}

function isFit(exercise: Exercise, each: EnvelopeSpec): boolean {
  return (
    !each.guided &&
    !each.early &&
    isOpen(each, exercise.now) &&
    met(exercise, each) &&
    !isNeedless(exercise, each)
  );
}

/** Whether a question has waited long enough for an hour at which nothing else is to be decided. */
function isOverdue({ window: [opens, closes] }: EnvelopeSpec, now: number): boolean {
  const from = clockTime(opens);
  return now >= from + PATIENT * (clockTime(closes) - from);
}

/**
 * Among those whose window is open and whose conditions hold, those that ask or reproach before the routine, then in the
 * order of the data; a question waits for an hour at which nothing else is to be decided; one that may stop the clock when beats are missing, and as ordinary mail once there is no other and enough are left.
 */
function nextEnvelope(
  exercise: Exercise,
  seat: SeatId,
  waiting: readonly EnvelopeSpec[],
  beats: boolean,
  { idle, routine }: { readonly idle: boolean; readonly routine: boolean },
): EnvelopeSpec | undefined {
  const open = waiting.filter(
    (each) =>
      isFit(exercise, each) && (idle || beats || each.asks === undefined || isOverdue(each, exercise.now)),
  );
  // What the calls say is read last, of one letter after the other: it is the dearest question.
  const borne = ({ signs }: EnvelopeSpec): boolean => show(exercise, signs);
  const fit = open.filter((each) => (each.beat ?? false) === beats);
  const pressing = fit.find((each) => (each.asks ?? each.given ?? each.unless) && borne(each));
  if (pressing !== undefined || !routine) return pressing;
  const next = fit.find(borne);
  if (next !== undefined || beats) return next;
  // As many as the act may still stop the clock for are kept.
  return open.length > missingBeats(exercise, seat) ? open.find(borne) : undefined;
}

/** The letter that a line of a first evening calls for, or what is written in its place where the calls say otherwise. */
export function deliverGuided(exercise: Exercise, id: string): void {
  const spec = exercise.ground.play.envelopes.find((each) => each.id === id);
  if (spec === undefined) return;
  if (show(exercise, spec.signs)) deliver(exercise, spec);
  else if (spec.otherwise !== undefined) deliverGuided(exercise, spec.otherwise);
}

export function deliver(exercise: Exercise, spec: EnvelopeSpec, stops = false): void {
  const { id, seat, from, channel, facts, asks, figures, unanswered } = spec;
  envelope(
    exercise,
    {
      key: `messages.${id}`,
      from,
      to: [seat],
      channel,
      facts,
      ...(asks && { asks }),
      ...(figures && { figures }),
    },
    exercise.opening.home,
  );
  if (stops && spec.beat) beat(exercise, seat, 'finding', id);
  if (asks)
    exercise.schedule.add(exercise.now + (unanswered?.after ?? PATIENCE) * MINUTE, {
      kind: 'play',
      what: 'unanswered',
      id,
      params: {},
    });
}

/** Assumed: minutes that somebody waits for an answer without which nothing follows. */
export const PATIENCE = 50;

/** Nobody has answered a letter that asked: its author gives up, and what follows from the silence happens. */
export function noAnswer(exercise: Exercise, { id, seat, unanswered }: EnvelopeSpec): void {
  const letter = exercise.messages.find(({ key }) => key === `messages.${id}`);
  if (letter === undefined || letter.answeredAt[seat] !== undefined || !exercise.isPerson(seat)) return;
  settle(exercise, seat);
  if (letter.answeredAt[seat] !== undefined) return;
  letter.givenUp = [...(letter.givenUp ?? []), seat];
  note(exercise, seat, 'givenUp', letter.key ?? '', { params: { message: letter.id } });
  for (const effect of unanswered?.effects ?? []) happenInWorld(exercise, effect, exercise.opening.home);
}

/** Letters whose question has been answered by what the seat did or said since, without naming them. */
function settle(exercise: Exercise, seat: SeatId): void {
  const { ground, messages, now } = exercise;
  for (const letter of messages) {
    const { author, asks, arrivedAt, answeredAt, givenUp, key, sentAt } = letter;
    if (author !== 'world' || asks.length === 0 || arrivedAt[seat] === undefined) continue;
    if (answeredAt[seat] !== undefined || givenUp?.includes(seat)) continue;
    const spec = ground.play.envelopes.find(({ id }) => key === `messages.${id}`);
    const done = spec?.unless !== undefined && did(exercise, spec.unless, sentAt);
    if (done || hasTold(exercise, seat, [letter.from], asks, sentAt)) answeredAt[seat] = now;
  }
}

/** What was told so lately is not asked again, nor by somebody who has just been answered. */
const TOLD_LATELY = 40 * MINUTE;

function isNeedless(exercise: Exercise, { seat, from, asks }: EnvelopeSpec): boolean {
  if (!asks) return false;
  const { messages, now } = exercise;
  return (
    hasTold(exercise, seat, [from], asks, now - TOLD_LATELY) ||
    messages.some(
      (message) => message.from === from && (message.answeredAt[seat] ?? -Infinity) >= now - TOLD_LATELY,
    )
  );
}
