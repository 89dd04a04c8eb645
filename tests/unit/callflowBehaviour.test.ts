import { describe, expect, test } from 'vitest';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import { CAUSES } from '../../src/callflow/cause.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import { OUTCOME } from '../../src/callflow/outcome.ts';
import { NUMBERS, ORIGINS } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';
import { country, finished, operation, order, parameter, serverIndex } from './callflowWorlds.ts';

/** One failed attempt of a caller and what came of it. */
interface Failure {
  readonly evening: Evening;
  readonly attempt: number;
  readonly cause: string;
  /** 1 for a caller's first attempt. */
  readonly rank: number;
  /** The caller's next attempt, -1 when there was none. */
  readonly next: number;
}

/** Failures that leave time for a new try before the end. */
function failuresOf(evening: Evening): Failure[] {
  const { log } = evening;
  const next = new Int32Array(log.count).fill(-1);
  const last = new Map<number, number>();
  const rank = new Int32Array(log.count);
  for (let i = 0; i < log.count; i++) {
    const before = last.get(log.caller[i]);
    rank[i] = before === undefined ? 1 : rank[before] + 1;
    if (before !== undefined) next[before] = i;
    last.set(log.caller[i], i);
  }
  return Array.from({ length: log.count }, (_, attempt) => attempt)
    .filter((i) => !['answered', 'open'].includes(CAUSES[log.cause(i)]) && log.end[i] < clock('25:30'))
    .map((attempt) => ({
      evening,
      attempt,
      cause: CAUSES[log.cause(attempt)],
      rank: rank[attempt],
      next: next[attempt],
    }));
}

/** A share found among so many, within four standard errors of what it should be. */
function expectShare(found: number, of: number, share: number): void {
  expect(of).toBeGreaterThan(100);
  expect(Math.abs(found / of - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / of) + 1e-12);
}

const { spec } = country();
const evenings = [1, 2].map((seed) => finished(spec, seed, [operation()]));
const failures = evenings.flatMap(failuresOf).filter(({ cause }) => cause !== 'cut');
const retries = failures.filter(({ next }) => next >= 0);

describe('after a failure', () => {
  test('people try again with the probability of the first, second or later failure', () => {
    (['redial_1', 'redial_2', 'redial_later'] as const).forEach((name, k) => {
      const these = failures.filter(({ rank }) => (k < 2 ? rank === k + 1 : rank > 2 && rank < 12));
      expectShare(these.filter(({ next }) => next >= 0).length, these.length, parameter(name));
    });
    const most = failures.filter(({ rank }) => rank >= parameter('max_attempts'));
    expect(most.filter(({ next }) => next >= 0)).toEqual([]);
  });

  test.each([
    ['after dead air, a busy tone', 'redial_gap_min', 'redial_gap_mean', false],
    ['after giving up in the queue', 'requeue_gap_min', 'requeue_gap_mean', true],
  ] as const)('the wait before a new try, %s: at least, and on average', (_, least, mean, gaveUp) => {
    const gaps = retries
      .filter(({ cause }) => (cause === 'abandoned') === gaveUp)
      .map(({ evening, attempt, next }) => (evening.log.at[next] - evening.log.end[attempt]) / 1000);
    const average = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    expect(Math.min(...gaps)).toBeGreaterThan(parameter(least));
    const expected = parameter(least) + parameter(mean);
    expect(Math.abs(average - expected)).toBeLessThan((4 * parameter(mean)) / Math.sqrt(gaps.length));
  });

  test('some dial 112, some another service, most the same', () => {
    const dialled = retries.filter(
      ({ evening, attempt }) => NUMBERS[evening.callers.number[evening.log.caller[attempt]]] === '15',
    );
    const count = (number: string): number =>
      dialled.filter(({ evening, next }) => NUMBERS[evening.log.dialled(next)] === number).length;
    expectShare(count('112'), dialled.length, parameter('fallback_112'));
    expectShare(count('18'), dialled.length, parameter('fallback_other'));
    expect(count('17')).toBe(0);
    expect(count('15') + count('112') + count('18')).toBe(dialled.length);
  });

  test('some borrow a neighbour’s phone', () => {
    const from = retries.filter(({ evening, attempt }) => ORIGINS[evening.log.origin(attempt)] === 'box');
    const changed = from.filter(({ evening, next }) => ORIGINS[evening.log.origin(next)] !== 'box');
    expectShare(
      changed.length,
      from.length,
      parameter('neighbour_phone') * (1 - spec.demand.originShares[1]),
    );
  });

  test('of those who stop trying, some go there', () => {
    const stopped = evenings.flatMap(({ outcome }) =>
      [...outcome].filter((each) => each === OUTCOME.neverServed || each === OUTCOME.wentThere),
    );
    expectShare(
      stopped.filter((each) => each === OUTCOME.wentThere).length,
      stopped.length,
      parameter('go_there'),
    );
  });
});

test('patience is the scenario’s: calls given up over time waited', () => {
  let waited = 0;
  let gaveUp = 0;
  for (const { log } of evenings)
    for (let i = 0; i < log.count; i++) {
      const cause = CAUSES[log.cause(i)];
      if (cause === 'abandoned') gaveUp++;
      const left = log.answered[i] === 0 ? log.end[i] : log.answered[i];
      if (cause === 'abandoned' || log.answered[i] !== 0) waited += (left - log.at[i]) / 1000;
    }
  expect(gaveUp).toBeGreaterThan(1000);
  expect(Math.abs(waited / gaveUp / parameter('patience_mean') - 1)).toBeLessThan(4 / Math.sqrt(gaveUp));
});

test('a cut call is called back with its probability and after its delay, without crossing the bridge', () => {
  const set = { redial_1: 0, redial_2: 0, redial_later: 0, cut_share: 0.3, talk_mean_15: 900 };
  const cut = [1, 2, 3]
    .flatMap((seed) => failuresOf(finished(country(set).spec, seed, [operation()])))
    .filter(({ cause, evening, attempt }) => cause === 'cut' && evening.log.end[attempt] < clock('24:00'));
  const back = cut.filter(({ next }) => next >= 0);
  expectShare(back.length, cut.length, parameter('callback_share'));
  let delay = 0;
  for (const { evening, attempt, next } of back) {
    expect(evening.log.dialled(next)).toBe(DIALLED.callback);
    expect(evening.log.server(next)).toBe(-1);
    delay += (evening.log.at[next] - evening.log.end[attempt]) / 1000;
  }
  const mean = parameter('callback_delay_mean');
  expect(Math.abs(delay / back.length - mean)).toBeLessThan((4 * mean) / Math.sqrt(back.length));
});

test('a refused call overflows to the partner with the probability of its area', () => {
  const isolated = order('17:00', { type: 'isolate', args: { servers: ['lyon1', 'reims'], on: true } });
  const evening = finished(country({ bug: 0 }).spec, 1, [isolated]);
  const met = (
    codes: (area: (typeof spec.areas)[number]) => boolean,
    home: string,
  ): readonly [number, number] => {
    let partner = 0;
    let all = 0;
    for (let i = evening.log.firstFrom(clock('17:01')); i < evening.log.count; i++) {
      const area = spec.areas[evening.callers.area[evening.log.caller[i]]];
      const server = evening.log.server(i);
      if (server < 0 || area.home !== serverIndex(spec, home) || !codes(area)) continue;
      all++;
      if (server !== area.home) partner++;
    }
    return [partner, all];
  };
  expectShare(...met(({ overflow }) => overflow === parameter('overflow'), 'lyon1'), parameter('overflow'));
  expectShare(
    ...met(({ code }) => code === '59', 'reims'),
    spec.areas.find(({ code }) => code === '59')!.overflow,
  );
  expectShare(...met(({ code }) => code === '69', 'lyon1'), 0);
});
