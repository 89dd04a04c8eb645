import { expect, test } from 'vitest';
import type { MeasureWorth } from '../../src/debrief/debriefModel.ts';
import { choicesReport, choicesText, figuresOf, worthRows, worthText } from '../../src/server/figures.ts';
import { startTexts } from '../../src/server/texts.ts';
import { clock } from '../../src/kernel/time.ts';
import { ground, setupOf } from './exerciseSample.ts';

const worth = (measure: string, unrouted: number): MeasureWorth => ({
  measure,
  evenings: 1,
  unrouted,
  error: 0,
  neverServed: unrouted / 10,
  neverServedError: 0,
});

test('the worth of a measure over seeds is a mean with its Student interval', () => {
  const [row] = worthRows([[worth('a', -90)], [worth('a', -110)], [worth('a', -100)]]);
  expect(row!.unrouted).toBeCloseTo(-100, 9);
  // Standard deviation 10, three values: 4.303 × 10 / √3.
  expect(row!.unroutedInterval[0]).toBeCloseTo(-100 - 24.843, 2);
  expect(row!.unroutedInterval[1]).toBeCloseTo(-100 + 24.843, 2);
  expect(row!.neverServed).toBeCloseTo(-10, 9);
});

test('worth and choices are told in both languages with the word exercise', async () => {
  for (const language of ['fr', 'en'] as const) {
    const t = await startTexts(language);
    const told = worthText(worthRows([[worth('a', 1)], [worth('a', 2)]]), 2, t, language);
    expect(told).toMatch(/EXERCI[CS]E/);
    expect(told).not.toContain('cli:');
    const looked = { calls: 1, seriousDelayed: 1, ordinaryRefused: 1, trustLost: 0, grades: [] };
    const report = choicesReport(
      1,
      [],
      [[{ act: 'orange.rollBack', now: looked, later: [looked], never: looked }]],
    );
    const choices = choicesText(report, t, language);
    expect(choices).toMatch(/EXERCI[CS]E/);
    expect(choices).toContain('orange.rollBack');
    expect(choices).not.toMatch(/cli:|choices\./);
  }
});

test('the worth of every measure of the catalogue is computed on one seed', () => {
  const setup = setupOf(0, 'as-in-2021', undefined, { to: clock('16:50') });
  const few = { ...ground, play: { ...ground.play, measures: ground.play.measures.slice(0, 2) } };
  const rows = figuresOf({ kind: 'worth', setup, ground: few }, 3) as readonly MeasureWorth[];
  expect(rows.map(({ measure }) => measure)).toEqual(few.play.measures.map(({ id }) => id));
});
