import { PURPOSE } from '../../callflow/purpose.ts';
import { hashText } from '../../kernel/hash.ts';
import { Draws } from '../../kernel/threefry.ts';
import { MINUTE } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { OutcomeSpec, Trait } from '../../scenario/play/choices.ts';
import type { DilemmaSpec, EventSpec, Play } from '../../scenario/play/types.ts';
import type { Cause } from '../exercise.ts';

/** An event that the evening has drawn: when, where, and how it turns out. Its conditions are looked at when it comes. */
export interface DrawnEvent {
  readonly id: string;
  readonly at: number;
  /** Outcome of its own draw, '' when it has none. */
  readonly outcome: string;
}

/** Everything hidden that an evening has drawn: a function of the seed, of the play's data and of the cause. */
export interface DrawnEvening {
  /** By dilemma: its outcome; absent when the world itself will tell. */
  readonly outcomes: Readonly<Record<string, string>>;
  readonly events: readonly DrawnEvent[];
  readonly traits: readonly Trait[];
}

/** Exercise rules §5: ten to twelve events an evening. */
const FEWEST = 10;
const MOST = 12;
/** Each try has about two chances in three. */
const TRIES = 64;

/** Ids hashed so far: the data's few hundred are asked for in every evening. */
const entities = new Map<string, number>();

/** What a draw is for: the same id has the same luck whatever stands beside it in the data. */
export function entityOf(id: string): number {
  let entity = entities.get(id);
  if (entity === undefined) entities.set(id, (entity = Number.parseInt(hashText(id).slice(0, 8), 16) | 0));
  return entity;
}

export function drawEvening(play: Play, seed: number, cause: Cause): DrawnEvening {
  const draws = new Draws(seed);
  const luck = (id: string, purpose: number, index = 0): number => {
    draws.draw(entityOf(id), purpose, index);
    return draws.u0;
  };
  const happening = drawnEvents(play.events, luck);
  const events = happening.map((event): DrawnEvent => ({
    id: event.id,
    at: timeOf(event, luck(event.id, PURPOSE.eventTime)),
    outcome: pick(event.drawn, luck(event.id, PURPOSE.eventOutcome), cause),
  }));

  const outcomes: Record<string, string> = {};
  for (const dilemma of play.dilemmas)
    if (dilemma.source === undefined)
      outcomes[dilemma.id] = pick(dilemma.drawn, luck(dilemma.id, PURPOSE.dilemma), cause);
  for (const dilemma of play.dilemmas) {
    const known = knownOutcome(dilemma, outcomes, happening, cause);
    if (known !== undefined) outcomes[dilemma.id] = known;
  }
  const traits = [
    ...play.dilemmas.map(({ id, drawn }) => outcomeOf(drawn, outcomes[id])),
    ...happening.map(({ drawn }, i) => outcomeOf(drawn, events[i]!.outcome)),
  ].flatMap((outcome) => outcome?.traits ?? []);
  return { outcomes, events, traits };
}

export function outcomeOf(drawn: readonly OutcomeSpec[], name: string | undefined): OutcomeSpec | undefined {
  return drawn.find(({ outcome }) => outcome === name);
}

/** Each event on its own probability, all again until there are ten to twelve. */
function drawnEvents(
  all: readonly EventSpec[],
  luck: (id: string, purpose: number, index: number) => number,
): readonly EventSpec[] {
  let drawn: readonly EventSpec[] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    drawn = all.filter(({ id, probability }) => luck(id, PURPOSE.event, attempt) < probability);
    if (drawn.length >= FEWEST && drawn.length <= MOST) break;
  }
  return drawn;
}

/** At its hour, or at a minute of its window. */
function timeOf({ at, window }: EventSpec, luck: number): number {
  if (at !== undefined) return clockTime(at);
  const from = clockTime(window![0]);
  const minutes = Math.floor((clockTime(window![1]) - from) / MINUTE);
  return from + Math.floor(luck * (minutes + 1)) * MINUTE;
}

/** Of the outcomes that the cause allows, each in proportion to its chance. */
function pick(drawn: readonly OutcomeSpec[], luck: number, cause: Cause): string {
  const fitting = drawn.filter(({ causes }) => causes === undefined || causes.includes(cause));
  const all = fitting.length === drawn.length;
  const total = all ? 1 : fitting.reduce((sum, { p = 0 }) => sum + p, 0);
  let sum = 0;
  for (const { outcome, p } of fitting) {
    sum += p ?? 0;
    if (luck * total < sum) return outcome;
  }
  return fitting.at(-1)?.outcome ?? '';
}

/** Outcome that something else of the evening settles beforehand; undefined when the world will tell. */
function knownOutcome(
  { source }: DilemmaSpec,
  outcomes: Readonly<Record<string, string>>,
  events: readonly EventSpec[],
  cause: Cause,
): string | undefined {
  switch (source?.by) {
    case 'cause':
      return cause === 'attack' ? source.attack : source.otherwise;
    case 'event':
      return events.some(({ id }) => id === source.event) ? source.drawn : source.otherwise;
    case 'dilemma':
      return source.same[outcomes[source.dilemma]!];
    default:
      return undefined;
  }
}
