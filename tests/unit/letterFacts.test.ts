import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { places } from './letterPlaces.ts';
import { factsOf } from '../../src/view/seat/facts.ts';
import { beliefsOf } from '../../src/view/seat/areas.ts';
import { happenInWorld } from '../../src/exercise/events/worldEffects.ts';
import type { SaidFact, WorldEffect } from '../../src/scenario/play/choices.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf, play } from './exerciseSample.ts';

interface Letter {
  readonly key: string;
  readonly facts: readonly SaidFact[];
}
type Texts = Readonly<Record<string, Readonly<Record<string, { readonly text?: string }>>>>;
const texts = JSON.parse(
  readFileSync(new URL('../../locales/fr/play.json', import.meta.url), 'utf8'),
) as Texts;

/** Every letter of the catalogue that the world writes, with the key of its text. */
function letters(): Letter[] {
  const found: Letter[] = [];
  const within = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(within);
    else if (typeof value === 'object' && value !== null) {
      const each = value as Partial<Letter> & Record<string, unknown>;
      if (each['op'] === 'envelope') found.push({ key: `messages.${each.key!}`, facts: each.facts! });
      else Object.values(each).forEach(within);
    }
  };
  within([play.events, play.dilemmas, play.envelopes]);
  for (const { id, message } of play.events)
    if (message) found.push({ key: `events.${id}`, facts: message.facts });
  for (const { id, letter } of play.dilemmas)
    if (letter) found.push({ key: `messages.with${id}`, facts: letter.facts });
  for (const { id, facts } of play.envelopes) found.push({ key: `messages.${id}`, facts });
  return found.filter(({ facts }) => facts.length > 0);
}

function textOf(key: string): string {
  const [group, id] = key.split('.');
  return texts[group!]![id!]!.text!;
}

const ONE =
  /(\b(un|une|le|chez un)( second| autre)? (centre|salle|préfecture|habitante|commerce|maire)\b|réseau local)/i;
const SEVERAL = /\b(trois|listes?|numéros|mêmes alarmes)\b/i;

describe('a letter and its attached facts say the same places', () => {
  test.each([1, 2, 3])('whatever the evening (seed %i)', (seed) => {
    const exercise = exerciseOf(seed, 'as-in-2021');
    exercise.runTo(clock('18:30'));
    for (const { key, facts } of letters())
      for (const { about } of facts) {
        const count = places(exercise, about).length;
        if (count === 1) expect(textOf(key), key).toMatch(ONE);
        if (count > 1) expect(textOf(key), key).toMatch(SEVERAL);
        if (count > 1 && /\b[Tt]rois\b/.test(textOf(key))) expect(count, key).toBe(3);
        // No text counts centres that its facts do not name.
        if (count > 0)
          expect(textOf(key), key).not.toMatch(/\b(deux|quatre|cinq|six) (salles|centres|préfets)\b/i);
      }
  });

  test("a single centre of a letter is never the seat's own", () => {
    const exercise = exerciseOf(2, 'as-in-2021');
    exercise.runTo(clock('17:30'));
    for (const areas of ['worst', 'second', 'third']) {
      expect(places(exercise, { areas })).toHaveLength(1);
      expect(places(exercise, { areas })).not.toContain('37');
    }
  });
});

test('a cause found in one house withdraws what it explains, and leaves nothing on the map', () => {
  const exercise = exerciseOf(3, 'as-in-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock('17:00'));
  const event = play.events.find(({ id }) => id === 'frozenBridge')!;
  const local = event.drawn!.find(({ outcome }) => outcome === 'localNetwork')!.effects![0]!.effect;
  const dropped = {
    op: 'envelope',
    key: 'bridgeSame',
    to: ['ministry'],
    ...event.message!,
  } as unknown as WorldEffect;
  const open = (effect: WorldEffect): void => {
    happenInWorld(exercise, effect, 0);
    exercise.runTo(exercise.now + 5 * MINUTE);
    for (const message of exercise.messages)
      if (message.arrivedAt['ministry'] !== undefined && message.readAt['ministry'] === undefined)
        exercise.apply('ministry', { type: 'read', message: message.id });
  };
  const belief = () => beliefsOf(factsOf(exercise, 'ministry'), exercise.spec, exercise.now)[0]!;
  open(dropped);
  expect(belief().hit).toBe(true);
  open(local);
  expect(belief().hit).not.toBe(true);
});

test('a letter that speaks of a range carries one', () => {
  const exercise = exerciseOf(1, 'as-in-2021', ['ministry', 'anssi', 'services']);
  exercise.runTo(clock('18:30'));
  for (const pool of exercise.people) if (pool.seat === 'orange') pool.busy = 0;
  exercise.learn(
    'orange',
    { type: 'restoration.eta', about: { at: clock('19:30') }, confidence: 0.5 },
    { kind: 'act', act: 'orange.giveRange' },
  );
  expect(exercise.apply('orange', { type: 'act', act: 'orange.giveRange', args: {}, rests: [] })).toBeNull();
  exercise.runTo(exercise.now + 10 * MINUTE);
  const letter = exercise.messages.find(({ key }) => key === 'acts.orange.giveRange')!;
  const hour = letter.statements
    .map((index) => exercise.knowledge.statements[index]!)
    .find(({ type }) => type === 'restoration.eta')!;
  const { at, until } = hour.about as { at: number; until: number };
  expect(at).toBeGreaterThan(exercise.now - 10 * MINUTE);
  expect(until).toBeGreaterThan(at);
});

test('rooms that give out their number give nobody else’s', () => {
  const exercise = exerciseOf(1, 'as-in-2021', ['orange', 'ministry', 'anssi']);
  exercise.runTo(clock('18:00'));
  exercise.learn(
    'rooms',
    { type: 'workaround.number', about: { areas: ['37'] }, confidence: 0.9 },
    { kind: 'hearsay', from: 'team' },
  );
  exercise.tell('rooms', { type: 'LINE_OPEN' });
  for (const pool of exercise.people) if (pool.seat === 'rooms') pool.busy = 0;
  expect(
    exercise.apply('rooms', { type: 'act', act: 'services.shareNumber', args: {}, rests: [] }),
  ).toBeNull();
  exercise.runTo(exercise.now + 11 * MINUTE);
  const letter = exercise.messages.findLast(({ key }) => key === 'acts.services.shareNumber')!;
  const named = letter.statements.flatMap(
    (index) => exercise.knowledge.statements[index]!.about['areas'] as readonly string[],
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named).not.toContain('37');
});

test('no letter announces an hour of recovery that has gone by', () => {
  const exercise = exerciseOf(1, 'as-in-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock('23:00'));
  for (const at of [clock('19:15'), clock('22:45')])
    exercise.learn(
      'ministry',
      { type: 'restoration.eta', about: { at }, confidence: 0.9 },
      { kind: 'act', act: 'ministry.askOperator' },
    );
  for (const pool of exercise.people) if (pool.seat === 'ministry') pool.busy = 0;
  expect(
    exercise.apply('ministry', { type: 'act', act: 'ministry.morningNote', args: {}, rests: [] }),
  ).toBeNull();
  exercise.runTo(exercise.now + 25 * MINUTE);
  const note = exercise.messages.find(({ key }) => key === 'acts.ministry.morningNote')!;
  const hours = note.statements
    .map((index) => exercise.knowledge.statements[index]!)
    .filter(({ type }) => type === 'restoration.eta')
    .map(({ about }) => (about['until'] ?? about['at']) as number | null);
  for (const hour of hours) expect(hour ?? Infinity).toBeGreaterThan(note.sentAt);
});
