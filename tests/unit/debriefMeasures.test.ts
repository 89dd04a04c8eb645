import { expect, test } from 'vitest';
import { measuresTonight, measureWorth } from '../../src/debrief/measureWorth.ts';
import type { MeasureWorth } from '../../src/debrief/debriefModel.ts';
import type { Score } from '../../src/debrief/rerun.ts';
import { clock } from '../../src/kernel/time.ts';
import { exerciseOf, ground, setupOf } from './exerciseSample.ts';

const to = clock('17:45');
const machines = ['orange', 'ministry', 'anssi', 'services'] as const;

function tonight(measures: readonly string[], asked: readonly string[]): MeasureWorth[] {
  const setup = setupOf(1, 'by-the-book', machines, { to, measures });
  const score: Score = { setup, ground, commands: [], until: to };
  const steps = measuresTonight(score, exerciseOf(1, 'by-the-book', machines, { to, measures }), {
    otherSeeds: 1,
    measures: asked,
  });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

test('a measure is worth the same whether tonight had it or not: with it against without, same callers', () => {
  const [off] = tonight([], ['copperPlan']);
  const [on] = tonight(['copperPlan'], ['copperPlan']);
  expect(on).toEqual(off);
  // Two evenings in which fewer numbers are behind the call servers.
  expect(off!.unrouted).toBeLessThan(-500);
  expect(off!.error).toBeGreaterThan(0);
});

test('a measure that touches nothing before the end is worth nothing, without error', () => {
  // A warning to telephones waits for the list, which nobody has by then.
  expect(tonight([], ['frAlert'])).toEqual([
    { measure: 'frAlert', evenings: 2, unrouted: 0, error: 0, neverServed: 0, neverServedError: 0 },
  ]);
});

test('the worth over seeds is the mean of paired evenings, seed by seed', () => {
  const setup = setupOf(1, 'by-the-book', machines, { to });
  const each = [1, 2].map((seed) => measureWorth(setup, ground, 'copperPlan', [seed], 'by-the-book'));
  const both = measureWorth(setup, ground, 'copperPlan', [1, 2], 'by-the-book');
  expect(both.unrouted).toBeCloseTo((each[0]!.unrouted + each[1]!.unrouted) / 2, 9);
  expect(both.neverServed).toBeCloseTo((each[0]!.neverServed + each[1]!.neverServed) / 2, 9);
  expect(both.error).toBeCloseTo(Math.abs(each[0]!.unrouted - each[1]!.unrouted) / 2, 9);
});

test('tonight’s callers give first figures, of one evening, before others refine them', () => {
  const setup = setupOf(1, 'by-the-book', machines, { to, measures: [] });
  const score: Score = { setup, ground, commands: [], until: to };
  const steps = measuresTonight(score, null, { otherSeeds: 1, measures: ['copperPlan'] });
  const found: (readonly MeasureWorth[])[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next())
    if (step.value.found !== undefined) found.push(step.value.found);
  expect(found.map((rows) => rows.map(({ measure, evenings }) => [measure, evenings]))).toEqual([
    [['copperPlan', 1]],
  ]);
  expect(step.value[0]!.evenings).toBe(2);
});
