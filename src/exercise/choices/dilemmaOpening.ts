import { PURPOSE } from '../../callflow/purpose.ts';
import { Draws } from '../../kernel/threefry.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { RestSpec, TriggerSpec } from '../../scenario/play/choices.ts';
import type { DilemmaSpec } from '../../scenario/play/types.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { FactType, SeatId } from '../../scenario/play/vocabulary.ts';
import { did, met } from './conditions.ts';
import { isSettled } from './dilemmaAnswers.ts';
import { choiceAmong, dilemmasOf } from './dilemmaIndex.ts';
import type { Windowed } from './dilemmaIndex.ts';
import { entityOf } from '../events/drawEvening.ts';
import type { Exercise } from '../exercise.ts';
import { holdsEnd } from '../knowledge/agree.ts';
import { holding } from '../knowledge/knowledge.ts';
import { isWithinReach } from './optionRefusal.ts';
import { stands } from '../acts/standings.ts';
import { show } from '../events/signs.ts';
import { guidedUntil, planOf, stretchAt } from '../tempo/tempo.ts';
import { envelope } from '../events/worldEffects.ts';

/** Choices in front of a seat at a time (exercise rules §5). */
const IN_FRONT = 3;

/**
 * Of those whose time and reasons have come, the one that opens now; spread as the tempo plan says. A machine's is the
 * one that would close first. A person's is drawn by the evening, unless one would close before the next may open.
 */
export function nextOpening(exercise: Exercise, seat: SeatId): DilemmaSpec | undefined {
  const { ground, now, choices } = exercise;
  const plan = planOf(exercise);
  const person = exercise.isPerson(seat);
  if (person && now <= guidedUntil(ground.play, plan, seat)) return undefined;
  const apart = stretchAt(plan, now).dilemmaMin * MINUTE;
  let last = -Infinity;
  let inFront = 0;
  for (const choice of choices) {
    if (choice.seat !== seat || isSettled(choice)) continue;
    last = choice.openedAt;
    if (choice.state === 'open') inFront++;
  }
  if (now - last < apart || inFront >= IN_FRONT) return undefined;
  const all = dilemmasOf(ground.play, seat);
  if (!person) {
    for (const each of all)
      if (waits(exercise, each) && isTriggered(exercise, seat, each.spec.trigger)) return each.spec;
    return undefined;
  }
  const ready = all.filter((each) => waits(exercise, each) && comesTo(exercise, each.spec));
  const [first] = ready;
  if (first === undefined || first.closes - now < 2 * apart) return first?.spec;
  return turnOf(exercise, ready, inFront === 0)?.spec;
}

/** Its time has come, and it has not been put yet. */
function waits({ now, choices }: Exercise, { spec, opens, closes }: Windowed): boolean {
  return opens <= now && closes > now && choiceAmong(choices, spec.id) === undefined;
}

/** Part of a dilemma's window that an evening may let pass before it. */
const SLACK = 0.3;

/** Whose turn it is tonight: each has an hour and a rank of its own; before any hour only when nothing else is in front. */
function turnOf(
  { setup, now }: Exercise,
  ready: readonly Windowed[],
  hasNone: boolean,
): Windowed | undefined {
  const draws = new Draws(setup.seed);
  const turns = ready.map((each) => {
    draws.draw(entityOf(each.spec.id), PURPOSE.dilemmaTurn, 0);
    const slack = Math.max(0, each.closes - each.opens - each.spec.open * MINUTE) * SLACK;
    return { each, rank: draws.u0, due: each.opens + Math.floor(slack * draws.u1) };
  });
  const due = turns.filter((turn) => turn.due <= now);
  const from = due.length > 0 || !hasNone ? due : turns;
  return from.toSorted((a, b) => a.rank - b.rank)[0]?.each;
}

/** A dilemma comes to a person on its reasons or by its letter, with all that its text takes for granted, and some way out. */
function comesTo(exercise: Exercise, spec: DilemmaSpec): boolean {
  const { seat, letter, trigger, options, settled } = spec;
  if (settled && did(exercise, settled)) return false;
  const acting = options.filter(({ acts }) => acts.length > 0);
  return (
    (isTriggered(exercise, seat, trigger) || (letter?.trigger !== undefined && mayBring(exercise, spec))) &&
    restsMissing(exercise, spec, mayBring(exercise, spec)).length === 0 &&
    acting.some((option) => isWithinReach(exercise, seat, option)) &&
    show(exercise, spec.signs)
  );
}

/** Whether its letter can be written: what it says is so, and nobody writes in the name of a seat that a person holds. */
function mayBring(exercise: Exercise, { seat, letter }: DilemmaSpec): boolean {
  if (letter === undefined || !isTriggered(exercise, seat, letter.trigger ?? {})) return false;
  const author = CORE_SEATS.find((each) => each === letter.from);
  return author === undefined || !exercise.isPerson(author);
}

/** What the dilemma's text takes for granted and its seat has not; its own letter counts when it may be written. */
export function restsMissing(
  exercise: Exercise,
  { id, seat, rests = [], letter }: DilemmaSpec,
  written = false,
): RestSpec[] {
  const { messages } = exercise;
  const own = `messages.with${id}`;
  return rests.filter((rest) => {
    if ('fact' in rest)
      return (
        !holds(exercise, seat, rest.fact) &&
        !(written && letter?.facts.some((said) => said.fact === rest.fact))
      );
    return !rest.letters.some(
      (key) =>
        (written && key === own) ||
        messages.some((message) => message.key === key && message.arrivedAt[seat] !== undefined),
    );
  });
}

const NONE: readonly never[] = [];

/** Held, and not denied since: a choice about the end of it all is not put while it goes on. */
function holds(exercise: Exercise, seat: SeatId, fact: FactType): boolean {
  if (fact === 'restored' && exercise.isPerson(seat)) return holdsEnd(exercise, seat);
  return holding(exercise.knowledge, seat, fact) !== undefined;
}

function isTriggered(exercise: Exercise, seat: SeatId, trigger: TriggerSpec): boolean {
  const { knowledge, events } = exercise;
  const { persons, holds: facts = NONE, lacks = NONE, tags = NONE, event } = trigger;
  if (persons && !exercise.isPerson(seat)) return false;
  for (const fact of facts) if (!holds(exercise, seat, fact)) return false;
  for (const fact of lacks) if (holding(knowledge, seat, fact) !== undefined) return false;
  for (const tag of tags) if (!exercise.tagsOf(seat).has(tag)) return false;
  if (event !== undefined && !events.some(({ id }) => id === event)) return false;
  if (trigger.stands !== undefined && !stands(exercise, seat, trigger.stands)) return false;
  return met(exercise, trigger);
}

/** The letter of a dilemma lies in its seat's in-tray at the minute that it opens, unless all it says is there already. */
export function bring(exercise: Exercise, spec: DilemmaSpec): void {
  const { id, seat, letter, trigger } = spec;
  if (letter === undefined || !mayBring(exercise, spec)) return;
  if (restsMissing(exercise, spec).length === 0 && isTriggered(exercise, seat, trigger)) return;
  const { from, channel, facts, figures } = letter;
  envelope(
    exercise,
    { key: `messages.with${id}`, from, to: [seat], channel, facts, ...(figures && { figures }) },
    exercise.opening.home,
  );
}
