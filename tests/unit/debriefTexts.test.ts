import { expect, test } from 'vitest';
import en from '../../locales/en/play.json' with { type: 'json' };
import frPlay from '../../locales/fr/play.json' with { type: 'json' };
import fr from '../../locales/fr/debrief.json' with { type: 'json' };
import { CAUSES } from '../../src/callflow/cause.ts';
import { play } from './exerciseSample.ts';

/** Both languages have the same keys: another test says so. */
const texts = fr as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;

test('every goal and pull has a word for each grade', () => {
  for (const { goals, pull } of play.seats)
    for (const goal of [...goals, pull])
      expect(Object.keys(texts['verdicts']![goal] as object), goal).toEqual(
        expect.arrayContaining(['met', 'missed', 'partly', 'unknown']),
      );
});

test('every cause of a failed attempt has a word', () => {
  expect(Object.keys(texts['causes']!).sort()).toEqual(
    CAUSES.filter((cause) => cause !== 'answered' && cause !== 'open').toSorted(),
  );
});

test('every kind of turning point has a sentence for what it saved or cost, in calls and in people', () => {
  const kinds = ['act', 'later', 'known', 'choice', 'ignored', 'machine', 'slow', 'omitted', 'event'];
  expect(Object.keys(texts['turning']!).sort()).toEqual(kinds.toSorted());
  for (const kind of kinds) {
    const ways = texts['turning']![kind] as Readonly<Record<string, Readonly<Record<string, string>>>>;
    for (const way of ['saved', 'cost'])
      for (const figure of ['calls', 'people'])
        expect(ways[way]![`${figure}_other`], `${kind}.${way}.${figure}`).toMatch(/\{\{count(, number)?\}\}/);
  }
});

test('a moment told by the goal of its seat has a sentence for its kind, and a gain for each seat', () => {
  expect(Object.keys(texts['turningGoal']!).sort()).toEqual(Object.keys(texts['turning']!).sort());
  for (const { seat } of play.seats)
    for (const way of ['saved', 'cost'])
      for (const where of ['goalGain', 'goalEffect'])
        expect((texts[where]![seat] as Readonly<Record<string, string>>)[way], `${where}.${seat}`).toBeTypeOf(
          'string',
        );
});

test('serious calls are told in the conditional and as a range', () => {
  const sentence = texts['caution']!['serious'] as string;
  expect(sentence).toMatch(/aurait/);
  expect(sentence).toMatch(/\{\{low\}\}.*\{\{high\}\}/);
});

test('a decision and the same one earlier are told in one breath, whichever way each went', () => {
  const earlier = texts['earlier'] as Readonly<Record<string, Readonly<Record<string, string>>>>;
  for (const way of ['saved', 'cost'])
    for (const sooner of ['saved', 'cost']) {
      expect(earlier[way]![sooner], `${way}.${sooner}`).toContain('{{minutes}}');
      expect(earlier[way]![sooner], `${way}.${sooner}`).toContain('{{amount}}');
    }
});

test('the text of an event asks for no more than the places that its letter names', () => {
  for (const { events } of [frPlay, en])
    for (const { id, message } of play.events) {
      const { text } = (events as Readonly<Record<string, { readonly text: string }>>)[id]!;
      const asked = [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map(([, name]) => name);
      const named = message?.facts.some(({ about }) => 'areas' in about || 'area' in about) === true;
      expect(
        asked.filter((name) => !named || name !== 'places'),
        id,
      ).toEqual([]);
    }
});

test('a restoration is told by the servers where the fault is still awake, and never as an end while it is everywhere', () => {
  const words = texts['verdicts']!['orangeRestore'] as Readonly<Record<string, string>>;
  for (const key of ['partly_backAwake', 'partly_neverAwake', 'unknown_calmAwake'])
    expect(words[key], key).toContain('{{awake}}');
  for (const key of ['met_forGood', 'partly_backAwake', 'missed_backAwake', 'met_hour'])
    expect(words[key], key).toContain('{{time}}');
});

test('a word that has two causes says which: never told or late, without a brief or spent, found or not looked for', () => {
  const words = texts['verdicts'] as Readonly<Record<string, Readonly<Record<string, string>>>>;
  for (const [goal, key] of [
    ['orangeTell', 'missed_never'],
    ['servicesLast', 'partly_bare'],
    ['servicesLast', 'partly_spent'],
    ['servicesSearch', 'partly_alone'],
  ] as const)
    expect(words[goal]![key], key).toBeTypeOf('string');
  expect(words['orangeTell']!['missed']).toContain('{{minutes}}');
});
