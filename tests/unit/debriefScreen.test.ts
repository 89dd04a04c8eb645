import { expect, test } from 'vitest';
import fr from '../../locales/fr/debrief.json' with { type: 'json' };
import { debriefFileName } from '../../src/client/exerciseFile.ts';
import { firstMoments } from '../../src/panels/debrief/firstMoments.ts';
import { countGaps, gapRows } from '../../src/panels/debrief/gaps.ts';
import { ownFirst } from '../../src/panels/debrief/ownFirst.ts';
import { READINGS, readingFor } from '../../src/panels/debrief/readings.ts';
import { sortedBy } from '../../src/panels/debrief/sortedBy.ts';
import type { DebriefModel, TurningPoint } from '../../src/session/playProtocol.ts';
import { CORE_SEATS } from '../../src/session/playProtocol.ts';
import { ORANGE, played, sampleOf } from './debriefSample.ts';
import { turningPoint } from './turningSample.ts';

const point = (at: number, seat: TurningPoint['seat'], unrouted: number): TurningPoint =>
  turningPoint({ at, seat, unrouted });

const sorted = (descending: boolean): (number | null)[] =>
  sortedBy([3, null, 1], { column: 'value', descending }, (value) => value);

const { exercise, model } = sampleOf(played(ORANGE, 'orange', '19:00'));

/** The same evening, the State told so many minutes after the trigger. */
const told = (minutes: number | null): DebriefModel => ({
  ...model,
  milestones: model.milestones.map((row) =>
    row.id === 'authoritiesTold' ? { ...row, content: minutes === null ? null : minutes * 60_000 } : row,
  ),
});

const wordInFile = (word: string): string => (word === 'product' ? 'EXERCICE-appels-perdus' : word);

test('every finding of the reports has a title, a text and a source', () => {
  const items = fr.screen.reading.items as Readonly<Record<string, object>>;
  expect(Object.keys(items).sort()).toEqual([...READINGS].sort());
  for (const id of READINGS) expect(Object.keys(items[id]!)).toEqual(['title', 'text', 'source']);
});

test('each seat is given one finding, and who told the State late reads what the report says of it', () => {
  for (const seat of CORE_SEATS) expect(READINGS).toContain(readingFor(model, seat).id);
  expect(readingFor(told(115), 'orange')).toEqual({ id: 'authorities', milestone: 'authoritiesTold' });
  expect(readingFor(told(null), 'orange').id).toBe('authorities');
  expect(readingFor(told(20), 'orange').id).not.toBe('authorities');
});

test('the table of the reveal says of every département what was believed and what was so', () => {
  for (const seat of CORE_SEATS) {
    const rows = gapRows(model, seat);
    expect(rows.map(({ code }) => code)).toEqual(model.truth.map(({ code }) => code));
    const { hit, known } = countGaps(rows);
    expect(known).toBeLessThanOrEqual(hit);
    expect(rows.filter(({ gap }) => gap === 'unseen')).toHaveLength(hit - known);
  }
});

test('a newcomer is told the largest moment, then those of the seat held', () => {
  const points = [
    point(1, 'orange', 900),
    point(2, 'ministry', 500),
    point(3, 'anssi', 400),
    point(4, 'services', 30),
    point(5, 'services', 20),
  ];
  expect(firstMoments(points, ['services']).map(({ at }) => at)).toEqual([1, 4, 5]);
  expect(firstMoments(points, []).map(({ at }) => at)).toEqual([1, 2, 3]);
  expect(firstMoments([], ['services'])).toEqual([]);
});

test('rows are sorted either way, and what has no value stays last', () => {
  expect(sorted(true)).toEqual([3, 1, null]);
  expect(sorted(false)).toEqual([1, 3, null]);
});

test('the data of a debrief says EXERCICE in its name', () => {
  expect(debriefFileName(exercise.setup, Date.UTC(2026, 5, 3, 12), wordInFile)).toMatch(
    /^EXERCICE-appels-perdus-debrief-\d{8}-\d{4}-orange-1\.json$/,
  );
});

test('one’s own département comes first, however the others are sorted', () => {
  const rows = ['75', '13', '59'].map((code) => ({ code }));
  expect(ownFirst(rows, '59').map(({ code }) => code)).toEqual(['59', '75', '13']);
  expect(ownFirst(rows, null)).toEqual(rows);
});
