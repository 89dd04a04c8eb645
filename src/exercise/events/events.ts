import { MINUTE } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { EventSpec } from '../../scenario/play/types.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import { isHonoured } from '../tempo/appointments.ts';
import { beat } from '../tempo/beats.ts';
import { met } from '../choices/conditions.ts';
import { close, considerDilemmas, goOn, lastCall, open } from '../choices/dilemmas.ts';
import { outcomeOf } from './drawEvening.ts';
import type { Exercise } from '../exercise.ts';
import { placeOf } from './loads.ts';
import { considerMail, deliverGuided, noAnswer } from '../messages/mail.ts';
import { considerNews } from '../messages/news.ts';
import { beginOutcomes, happenAsDrawn, isDone, readOutcome } from '../choices/outcomes.ts';
import type { PlayDue } from '../schedule.ts';
import { show } from './signs.ts';
import { planOf } from '../tempo/tempo.ts';
import { envelope, happenInWorld } from './worldEffects.ts';

/** Enters the appointments of the evening's dilemmas and events, once, when an exercise opens. */
export function beginPlay(exercise: Exercise): void {
  const { ground, opening, now } = exercise;
  const plan = planOf(exercise);
  const guided = plan.guided ? beginGuided(exercise) : [];
  for (const { id, at } of opening.drawn.events)
    if (at >= now && !guided.includes(id)) enter(exercise, at, 'event', id);
  beginOutcomes(exercise);
  for (const { id, at, event } of ground.play.appointments)
    if (event === undefined && clockTime(at) >= now) enter(exercise, clockTime(at), 'appointment', id);
  enter(exercise, now, 'minute', '');
}

function enter(
  exercise: Exercise,
  at: number,
  what: string,
  id: string,
  params: PlayDue['params'] = {},
): void {
  exercise.schedule.add(at, { kind: 'play', what, id, params });
}

/** A first evening makes sure that what its lines point at comes at their minute. Returns the events it has entered. */
function beginGuided(exercise: Exercise): string[] {
  const { ground, now } = exercise;
  const events: string[] = [];
  for (const { seat, lines } of ground.play.seats) {
    if (!exercise.isPerson(seat)) continue;
    for (const { at, event, dilemma, envelope: mail } of lines) {
      const when = clockTime(at);
      if (when < now) continue;
      if (dilemma !== undefined) enter(exercise, when, 'open', dilemma);
      if (mail !== undefined) enter(exercise, when, 'mail', mail);
      if (event !== undefined && !events.includes(event)) {
        events.push(event);
        enter(exercise, when, 'event', event);
      }
    }
  }
  return events;
}

/** An appointment of the play has come. */
export function happenInPlay(exercise: Exercise, { what, id, params }: PlayDue): void {
  switch (what) {
    case 'minute':
      considerDilemmas(exercise);
      considerNews(exercise);
      considerMail(exercise);
      return enter(exercise, exercise.now + MINUTE, 'minute', '');
    case 'event':
      return happen(exercise, id);
    case 'phase':
      return goOnWith(exercise, id, Number(params['index']));
    case 'turn':
      return turnOut(exercise, id, Number(params['index']));
    case 'appointment':
      return meet(exercise, id);
    case 'open': {
      const spec = exercise.ground.play.dilemmas.find((dilemma) => dilemma.id === id);
      const opened = exercise.choices.some(({ dilemma }) => dilemma === id);
      return spec && !opened ? open(exercise, spec) : undefined;
    }
    case 'mail':
      return deliverGuided(exercise, id);
    case 'unanswered': {
      const spec = exercise.ground.play.envelopes.find((each) => each.id === id);
      return spec ? noAnswer(exercise, spec) : undefined;
    }
    case 'lastCall':
      return lastCall(exercise, id);
    case 'close':
      return close(exercise, id);
    case 'next':
      return goOn(exercise, id, String(params['option']), Number(params['index']), Number(params['tries']));
    case 'outcome':
      return happenAsDrawn(exercise, id, Number(params['index']));
    case 'read':
      return readOutcome(exercise, id);
    default:
  }
}

function specOf({ ground }: Exercise, id: string): EventSpec {
  return ground.play.events.find((event) => event.id === id)!;
}

/** The hour of an event has come: it happens if what was done, or not done, lets it. */
function happen(exercise: Exercise, id: string): void {
  const spec = specOf(exercise, id);
  if (!met(exercise, spec) || !show(exercise, spec.signs)) return;
  exercise.state.events.push({ id, at: exercise.now, harmless: spec.harmless });
  const place = placeOf(exercise, id);
  if (spec.message) envelope(exercise, { ...spec.message, key: `events.${id}`, to: spec.to }, place);
  for (const effect of spec.effects) happenInWorld(exercise, effect, place);
  spec.follows.forEach(({ after }, index) =>
    enter(exercise, exercise.now + after * MINUTE, 'phase', id, { index }),
  );
  const outcome = exercise.opening.drawn.events.find((event) => event.id === id)?.outcome;
  outcomeOf(spec.drawn, outcome)?.effects?.forEach(({ after = 0 }, index) =>
    enter(exercise, exercise.now + after * MINUTE, 'turn', id, { index }),
  );
  for (const seat of spec.beat) beat(exercise, seat, 'event', id, spec.kept);
  for (const seat of spec.to) exercise.touch(seat);
}

function goOnWith(exercise: Exercise, id: string, index: number): void {
  const phase = specOf(exercise, id).follows[index]!;
  if (!met(exercise, phase)) return;
  for (const effect of phase.effects) happenInWorld(exercise, effect, placeOf(exercise, id));
}

/** What the event's own draw makes of it. */
function turnOut(exercise: Exercise, id: string, index: number): void {
  const drawn = exercise.opening.drawn.events.find((event) => event.id === id);
  const entry = outcomeOf(specOf(exercise, id).drawn, drawn?.outcome)?.effects?.[index];
  if (entry && !isDone(exercise, entry.done)) happenInWorld(exercise, entry.effect, placeOf(exercise, id));
}

function meet(exercise: Exercise, id: string): void {
  const spec = exercise.ground.play.appointments.find((each) => each.id === id)!;
  for (const seat of CORE_SEATS)
    if (spec.seats.includes(seat) && !isHonoured(exercise, seat, spec))
      beat(exercise, seat, 'appointment', id);
}
