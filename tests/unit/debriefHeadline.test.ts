import { expect, test } from 'vitest';
import { costliest } from '../../src/panels/debrief/costliest.ts';
import { isStopped } from '../../src/panels/debrief/isStopped.ts';
import { goalsInstead, ownMomentsFirst } from '../../src/panels/debrief/ownMoments.ts';
import { worthOf } from '../../src/panels/debrief/readings.ts';
import type { SeatId, TurningPoint } from '../../src/session/playProtocol.ts';
import { ORANGE, played, sampleOf } from './debriefSample.ts';
import { turningPoint } from './turningSample.ts';

const point = (seat: SeatId, unrouted: number, unroutedError = 1): TurningPoint =>
  turningPoint({ at: unrouted, seat, unrouted, unroutedError, branchAt: 0 });

const worth = (measure: string, unrouted: number, error: number, evenings = 3) => ({
  measure,
  unrouted,
  error,
  evenings,
  neverServed: 0,
  neverServedError: 0,
});

test('the moments beside the headline are those that clearly cost most calls, the costliest first', () => {
  const points = [
    point('orange', 100),
    point('orange', 900, 800),
    point('ministry', 500),
    point('orange', -400),
  ];
  expect(costliest(points).map(({ unrouted }) => unrouted)).toEqual([500, 100]);
});

test('moments of one’s own seat come first, and a seat that none was of is told by its goals', () => {
  const points = [point('ministry', 500), point('anssi', 100)];
  expect(ownMomentsFirst(points, ['anssi']).map(({ seat }) => seat)).toEqual(['anssi', 'ministry']);
  const { model } = sampleOf(played(ORANGE, 'orange', '17:30'));
  const pulls = new Set(['anssiDelay']);
  expect(goalsInstead(model, points, ['anssi'], pulls)).toEqual([]);
  expect(goalsInstead(model, [point('ministry', 500)], ['anssi'], pulls).map(({ goal }) => goal)).toEqual([
    'anssiWord',
    'anssiProof',
    'anssiOther',
  ]);
  expect(isStopped(model, { clock: { windowEnd: model.at + 1 } })).toBe(true);
  expect(isStopped(model, { clock: { windowEnd: model.at } })).toBe(false);
});

test('a reading claims no more than its measure was worth tonight, and names the one that was worth most', () => {
  const night = worth('nightWindow', -7000, 300);
  expect(worthOf('cell', [worth('cellIn30', 0, 0), night])).toMatchObject({ how: 'nil', most: night });
  expect(worthOf('cell', [worth('cellIn30', -8, 20), night])!.how).toBe('nil');
  expect(worthOf('otherOperators', [worth('operatorsCollaboration', 1274, 100), night])!.how).toBe('cost');
  expect(worthOf('oneAtATime', [worth('oneServerAtATime', -6500, 0, 1)])).toMatchObject({
    how: 'spared',
    first: true,
    most: null,
  });
  expect(worthOf('silence', [night])).toBeNull();
  expect(worthOf('cell', null)).toBeNull();
});
