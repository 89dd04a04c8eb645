import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SERIOUS } from '../../src/callflow/callers.ts';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import { CAUSES, UNROUTED } from '../../src/callflow/cause.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import { OUTCOME } from '../../src/callflow/outcome.ts';
import { hashEvening } from '../../src/callflow/snapshot.ts';
import { MINUTE } from '../../src/kernel/time.ts';
import { aggregate } from '../../src/debrief/aggregate.ts';
import { COMPARED, differences } from '../../src/debrief/differences.ts';
import type { Counts, Pair } from '../../src/debrief/differences.ts';
import { computePair } from '../../src/debrief/paired.ts';
import { summarise } from '../../src/debrief/summary.ts';
import { orderLists, seeds } from './callflowArbitrary.ts';
import { finished, operation, order, smallCountry } from './callflowWorlds.ts';
import { small, smallOrders } from './viewSamples.ts';

const { trigger, windowEnd, end } = small.clock;
const lost = (evening: Evening, i: number): boolean => UNROUTED.includes(CAUSES[evening.log.cause(i)]!);

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1);
};
const counts = (value: number): Counts =>
  Object.fromEntries(COMPARED.map((measure) => [measure, value])) as unknown as Counts;

describe('one evening counted', () => {
  test('attempts of the window, people whose first call is in it, worried ones never as people', () => {
    fc.assert(
      fc.property(seeds, orderLists(small), (seed, orders) => {
        const summary = summarise(createEvening(small, seed, orders));
        const evening = finished(small, seed, orders);
        const { log, callers, outcome } = evening;
        const inWindow = Array.from({ length: log.count }, (_, i) => i).filter(
          (i) => log.at[i] >= trigger && log.at[i] < windowEnd,
        );
        expect(summary.attempts).toBe(inWindow.length);
        expect(summary.unrouted).toBe(inWindow.filter((i) => lost(evening, i)).length);
        const people = Array.from({ length: callers.count }, (_, caller) => caller).filter(
          (caller) =>
            callers.arrival[caller] >= trigger &&
            callers.arrival[caller] < windowEnd &&
            !evening.isWorried(caller),
        );
        const those = (...outcomes: number[]): number[] =>
          people.filter((caller) => outcomes.includes(outcome[caller]));
        expect(summary.neverServed).toBe(those(OUTCOME.neverServed).length);
        expect(summary.servedLate).toBe(those(OUTCOME.servedLate, OUTCOME.wentThere).length);
        const { seriousDelay, goThereDelay } = small.behaviour;
        const delayed = people.filter((caller) => {
          if ((callers.flags[caller] & SERIOUS) === 0) return false;
          if (outcome[caller] === OUTCOME.neverServed) return true;
          if (outcome[caller] === OUTCOME.wentThere) return goThereDelay > seriousDelay;
          if (outcome[caller] === OUTCOME.open) return false;
          return log.answered[evening.attemptOf[caller]] - callers.arrival[caller] > seriousDelay;
        });
        expect(summary.seriousDelayed).toBe(delayed.length);
        const whoCalled = new Set(inWindow.map((i) => log.caller[i])).size;
        expect(summary.attemptsPerPerson).toBeCloseTo(inWindow.length / whoCalled, 12);
        expect(summary.unroutedShare).toBeCloseTo(summary.unrouted / summary.attempts, 12);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test('the hash is that of the evening in one go, and the summary that of its seed', () => {
    const summary = summarise(createEvening(small, 8, smallOrders));
    expect(summary.seed).toBe(8);
    expect(summary.hash).toBe(hashEvening(finished(small, 8, smallOrders)));
    expect(summarise(createEvening(small, 8, smallOrders))).toEqual(summary);
  });

  test('restored is the first minute after which no quarter of an hour loses 1.5 %', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const summary = summarise(createEvening(small, seed, smallOrders));
      const evening = finished(small, seed, smallOrders);
      const share = (from: number): number => {
        const first = evening.log.firstFrom(trigger + from * MINUTE);
        const last = evening.log.firstFrom(trigger + (from + 15) * MINUTE);
        let unrouted = 0;
        for (let i = first; i < last; i++) if (lost(evening, i)) unrouted++;
        return unrouted / Math.max(1, last - first);
      };
      const quarters = Array.from({ length: (end - trigger) / MINUTE - 14 }, (_, minute) => share(minute));
      const lastBad = quarters.findLastIndex((each) => each >= 0.015);
      expect(summary.restored).toBe(lastBad === quarters.length - 1 ? null : lastBad + 1);
    }
    expect(summarise(createEvening(small, 1, [])).restored).toBe(0);
  });

  test('breakdowns name every hour, area, number, origin, cause and server, losses or not', () => {
    const summary = summarise(createEvening(small, 1, []));
    expect(Object.keys(summary.byHour)).toEqual([
      '16:45',
      '17:45',
      '18:45',
      '19:45',
      '20:45',
      '21:45',
      '22:45',
      '23:45',
    ]);
    expect(Object.keys(summary.byArea).sort()).toEqual(small.areas.map(({ code }) => code).sort());
    expect(Object.keys(summary.byNumber).sort()).toEqual(['112', '15', '17', '18']);
    expect(Object.keys(summary.byOrigin)).toEqual(['mobile', 'box', 'copper']);
    expect(Object.keys(summary.byCause)).toEqual([...CAUSES]);
    expect(Object.keys(summary.byServer)).toEqual(['none', ...small.network.servers.map(({ id }) => id)]);
    expect(summary.unrouted).toBe(0);
  });
});

describe('many evenings', () => {
  const summaries = [1, 2, 3, 4, 5].map((seed) => summarise(createEvening(small, seed, smallOrders)));
  const report = aggregate(summaries, { noticed: 0, cic: null, restored: 435 });

  test('mean, standard deviation and quantiles of each measure', () => {
    const values = summaries.map(({ unrouted }) => unrouted).sort((a, b) => a - b);
    const mean = values.reduce((sum, each) => sum + each, 0) / 5;
    expect(report.runs).toBe(5);
    expect(report.unrouted.mean).toBeCloseTo(mean, 9);
    expect(report.unrouted.sd).toBeCloseTo(
      Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 4),
      9,
    );
    expect(report.unrouted.p50).toBe(values[2]);
    expect(report.unrouted.p05).toBeCloseTo(values[0] + 0.2 * (values[1] - values[0]), 9);
    expect(report.unrouted.p95).toBeCloseTo(values[4] - 0.2 * (values[4] - values[3]), 9);
  });

  test('breakdowns add up to the means; hashes by seed', () => {
    for (const rows of [
      report.byArea,
      report.byHour,
      report.byCause,
      report.byServer,
      report.byOrigin,
      report.byNumber,
    ])
      expect(Object.values(rows).reduce((sum, row) => sum + row.unrouted, 0)).toBeCloseTo(
        report.unrouted.mean,
        6,
      );
    expect(report.hashes).toEqual(
      Object.fromEntries(summaries.map(({ seed, hash }) => [String(seed), hash])),
    );
  });

  test('times: documented ones as they are, restored as computed', () => {
    expect(report.times.noticed).toEqual({ mean: 0, sd: 0 });
    expect(report.times.cic).toBeNull();
    const restored = summaries.map((summary) => summary.restored ?? NaN);
    expect(report.times.restored?.mean).toBeCloseTo(restored.reduce((sum, each) => sum + each, 0) / 5, 9);
    expect(
      aggregate(
        summaries.map((summary) => ({ ...summary, restored: null })),
        {},
      ).times.restored,
    ).toBeNull();
  });

  test('one evening has no deviation', () => {
    expect(aggregate(summaries.slice(0, 1), {}).attempts.sd).toBe(0);
  });
});

describe('with and without, on the same callers', () => {
  const world = { spec: small, orders: smallOrders };

  test('the same world twice differs by nothing', () => {
    const pair = computePair(world, world, 3);
    expect(pair.with).toEqual(pair.without);
  });

  test('each side is counted as the summary counts it', () => {
    const other = { spec: smallCountry({ leak: 0.01 }), orders: [operation()] };
    for (const seed of [1, 2]) {
      const pair = computePair(world, other, seed);
      const sides = [
        [pair.without, summarise(createEvening(small, seed, smallOrders))],
        [pair.with, summarise(createEvening(other.spec, seed, other.orders))],
      ] as const;
      for (const [counts, summary] of sides)
        for (const measure of COMPARED) expect(counts[measure]).toBe(summary[measure]);
    }
  });

  test('callers are made anew when the change is about them', () => {
    const more = { spec: smallCountry({ worried_factor: 2 }), orders: smallOrders };
    const expected = summarise(createEvening(more.spec, 5, smallOrders));
    expect(computePair(world, more, 5).with.unrouted).toBe(expected.unrouted);
  });

  test('what reaches no way of the call changes no count: the same luck for each', () => {
    const none = order('20:00', { type: 'staff', args: { areas: ['25'], rooms: ['15'], factor: 1 } });
    const pair = computePair(world, { spec: small, orders: [...smallOrders, none] }, 9);
    expect(pair.with).toEqual(pair.without);
  });

  test('sharing luck makes a difference known from far fewer seeds than independent evenings', () => {
    const patch = order('19:30', { type: 'patch', args: { servers: ['paris1'] } });
    const patched = { spec: small, orders: [...smallOrders, patch] };
    const pairs = Array.from({ length: 16 }, (_, i) => computePair(world, patched, i + 1));
    const paired = variance(pairs.map((pair) => pair.with.unrouted - pair.without.unrouted));
    const independent = variance(pairs.map((pair) => pair.without.unrouted)) * 2;
    expect(paired).toBeGreaterThan(0);
    expect(paired).toBeLessThan(independent / 5);
  });
});

/** Pairs that changed by so much. */
const pairsOf = (changes: readonly number[]): Pair[] =>
  changes.map((change, i) => ({ seed: i, without: counts(100), with: counts(100 + change) }));

describe('the difference and its interval', () => {
  test('of five pairs: mean, and Student’s interval', () => {
    const {
      without,
      with: changed,
      difference,
      low,
      high,
    } = differences(pairsOf([-2, -1, 0, 1, 7])).unrouted;
    expect([without, changed, difference]).toEqual([100, 101, 1]);
    // Standard deviation 3.5355, four degrees of freedom: 2.776.
    expect(high - difference).toBeCloseTo((2.776 * Math.sqrt(12.5)) / Math.sqrt(5), 6);
    expect(difference - low).toBeCloseTo(high - difference, 12);
  });

  test('pairs that all change alike leave no doubt', () => {
    expect(differences(pairsOf([3, 3])).unrouted).toMatchObject({ difference: 3, low: 3, high: 3 });
  });

  test('holds the truth about nineteen times in twenty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 45 }), (n) => {
        // Irwin-Hall sums of a fixed low-discrepancy stream stand for normal changes of mean 0.
        let x = n * 0.1234567;
        const draw = (): number => {
          let sum = 0;
          for (let i = 0; i < 12; i++) sum += x = (x * 997.13 + 0.271) % 1;
          return sum - 6;
        };
        let held = 0;
        for (let trial = 0; trial < 400; trial++) {
          const { low, high } = differences(pairsOf(Array.from({ length: n }, draw))).unrouted;
          if (low <= 0 && high >= 0) held++;
        }
        expect(held / 400).toBeGreaterThan(0.9);
        expect(held / 400).toBeLessThan(0.99);
      }),
      { numRuns: 8, seed: 1 },
    );
  });
});

test('calls to substitute numbers count under the number first meant', () => {
  const evening = finished(small, 1, smallOrders);
  const { log, callers } = evening;
  const summary = summarise(createEvening(small, 1, smallOrders));
  let tenDigit = 0;
  const byNumber = new Int32Array(4);
  for (let i = 0; i < log.count; i++) {
    if (log.at[i] < trigger || log.at[i] >= windowEnd) continue;
    byNumber[callers.number[log.caller[i]]]++;
    if (log.dialled(i) === DIALLED.tenDigit) tenDigit++;
  }
  expect(tenDigit).toBeGreaterThan(10);
  expect(['15', '17', '18', '112'].map((number) => summary.byNumber[number].attempts)).toEqual([...byNumber]);
});
