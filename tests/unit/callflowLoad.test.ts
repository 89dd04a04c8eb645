import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Load } from '../../src/callflow/load.ts';
import { hashEvening, loadEvening, saveEvening } from '../../src/callflow/snapshot.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { countPeople } from '../../src/debrief/summary.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { moments, orderLists, seeds } from './callflowArbitrary.ts';
import { expectSound } from './callflowInvariants.ts';
import { operation, smallCountry } from './callflowWorlds.ts';

const small = smallCountry();
/** Rooms where nobody ever waits, on a network without the bug. */
const roomy = smallCountry({ min_takers: 200, lines_per_taker: 100, bug: 0 });

const CURIOUS: Load = {
  series: 0,
  areas: 'all',
  from: clock('17:50'),
  minutes: 40,
  need: false,
  amount: { kind: 'share', share: 0.12 },
};
const COACH: Load = {
  series: 1,
  areas: ['59'],
  from: clock('19:20'),
  minutes: 4,
  need: true,
  amount: { kind: 'calls', calls: 25 },
  numbers: [0.3, 0.1, 0.35, 0.25],
};
const STORM: Load = {
  series: 2,
  areas: ['33', '974'],
  from: clock('20:40'),
  minutes: 50,
  need: true,
  amount: { kind: 'bursts', events: 20, size: 5.5 },
};

function played(spec: WorldSpec, seed: number, loads: readonly Load[]): Evening {
  const evening = createEvening(spec, seed, [operation()]);
  for (const load of loads) evening.addLoad(load);
  evening.runToEnd();
  return evening;
}

/** Those that the loads brought: identity and all that is drawn of them. */
function brought(evening: Evening, usual: number): Map<number, readonly number[]> {
  const { key, arrival, area, number, origin, need, awareness } = evening.callers;
  const found = new Map<number, readonly number[]>();
  for (let i = usual; i < evening.callers.count; i++)
    found.set(key[i], [arrival[i], area[i], number[i], origin[i], need[i], awareness[i]]);
  return found;
}

const usualCount = (seed: number): number => createEvening(roomy, seed, []).callers.count;
const loadOf = (amount: Load['amount'], load: Load): Load => ({ ...load, amount });
const amounts = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), share: fc.double({ min: 0, max: 2, noNaN: true }) }),
  fc.record({ kind: fc.constant('calls' as const), calls: fc.integer({ min: 0, max: 60 }) }),
  fc.record({
    kind: fc.constant('bursts' as const),
    events: fc.double({ min: 0, max: 40, noNaN: true }),
    size: fc.double({ min: 1, max: 8, noNaN: true }),
  }),
);
const loads: fc.Arbitrary<Load> = fc.record({
  series: fc.integer({ min: 0, max: 15 }),
  areas: fc.constantFrom('all' as const, ['59', '69'], ['33']),
  from: moments(small),
  minutes: fc.integer({ min: 1, max: 120 }),
  need: fc.boolean(),
  amount: amounts,
});

describe('who a load brings', () => {
  test('a greater amount or a longer time adds callers and changes none', () => {
    const pairs: [Load, Load][] = [
      [loadOf({ kind: 'share', share: 0.03 }, CURIOUS), CURIOUS],
      [{ ...CURIOUS, minutes: 13 }, CURIOUS],
      [loadOf({ kind: 'calls', calls: 9 }, COACH), COACH],
      [loadOf({ kind: 'bursts', events: 7, size: 5.5 }, STORM), STORM],
      [loadOf({ kind: 'bursts', events: 20, size: 3 }, STORM), STORM],
    ];
    for (const seed of [1, 2, 3])
      for (const [less, more] of pairs) {
        const few = brought(played(roomy, seed, [less]), usualCount(seed));
        const many = brought(played(roomy, seed, [more]), usualCount(seed));
        expect(many.size).toBeGreaterThan(few.size);
        for (const [key, drawn] of few) expect(many.get(key)).toEqual(drawn);
        // One after the other, they are the greater one.
        expect(brought(played(roomy, seed, [less, more]), usualCount(seed))).toEqual(many);
      }
  });

  test('nobody else is changed: where there is room for all, the others live the same evening', () => {
    for (const seed of [4, 5]) {
      const without = played(roomy, seed, []);
      const loaded = played(roomy, seed, [CURIOUS, COACH, STORM]);
      const { count } = without.callers;
      expect(loaded.callers.count).toBeGreaterThan(count);
      for (const name of ['key', 'arrival', 'origin', 'need', 'awareness', 'operator', 'flags'] as const)
        expect(loaded.callers[name].subarray(0, count)).toEqual(without.callers[name]);
      expect(loaded.outcome.subarray(0, count)).toEqual(without.outcome);
      expect(loaded.tries.subarray(0, count)).toEqual(without.tries);
    }
  });

  test('come when and where they should: a share of the usual, 25 calls in four minutes, events of several calls', () => {
    const seeds20 = Array.from({ length: 20 }, (_, i) => i + 1);
    let curious = 0;
    let usual = 0;
    let events = 0;
    for (const seed of seeds20) {
      const { callers } = played(roomy, seed, [CURIOUS]);
      const base = usualCount(seed);
      for (let i = 0; i < callers.count; i++)
        if (callers.arrival[i] >= CURIOUS.from && callers.arrival[i] < CURIOUS.from + 40 * MINUTE)
          if (i < base) usual++;
          else curious++;
      expect(brought(played(roomy, seed, [COACH]), base).size).toBe(25);
      for (const [arrival] of brought(played(roomy, seed, [COACH]), base).values()) {
        expect(arrival).toBeGreaterThanOrEqual(COACH.from);
        expect(arrival).toBeLessThan(COACH.from + 4 * MINUTE);
      }
      events += brought(played(roomy, seed, [STORM]), base).size;
    }
    // Four standard errors of a Poisson count.
    expect(Math.abs(curious - 0.12 * usual)).toBeLessThan(
      4 * Math.sqrt(0.12 * usual) + 4 * 0.12 * Math.sqrt(1.5 * usual),
    );
    const people = roomy.areas
      .filter(({ code }) => STORM.areas.includes(code))
      .reduce((sum, { population }) => sum + population, 0);
    const expected = ((20 * people) / 1_000_000) * (50 / 60) * 5.5 * seeds20.length;
    expect(Math.abs(events - expected)).toBeLessThan(4 * Math.sqrt(expected * (5.5 + 1)));
  });

  test('who is curious is an attempt and never a person; who is in need is one', () => {
    const without = played(roomy, 7, []);
    const curious = played(roomy, 7, [CURIOUS]);
    expect(curious.log.count).toBeGreaterThan(without.log.count);
    expect(countPeople(curious)).toEqual(countPeople(without));
    for (let i = without.callers.count; i < curious.callers.count; i++)
      expect(curious.isWorried(i)).toBe(true);
    const storm = played(roomy, 7, [STORM]);
    for (let i = without.callers.count; i < storm.callers.count; i++) expect(storm.isWorried(i)).toBe(false);
  });

  test('who would have called before the load was entered never calls', () => {
    const evening = createEvening(roomy, 3, []);
    evening.runTo(clock('18:10'));
    const { count } = evening.callers;
    evening.addLoad(CURIOUS);
    evening.runToEnd();
    const whole = brought(played(roomy, 3, [CURIOUS]), count);
    const late = brought(evening, count);
    expect([...late]).toEqual([...whole].filter(([, [arrival]]) => arrival > clock('18:10')));
  });
});

describe('an evening with loads', () => {
  test('keeps all that is always so, at any instant', () => {
    fc.assert(
      fc.property(
        seeds,
        orderLists(small),
        fc.array(loads, { maxLength: 3 }),
        moments(small),
        (seed, orders, some, at) => {
          const evening = createEvening(small, seed, orders);
          for (const load of some) evening.addLoad(load);
          evening.runTo(at);
          expectSound(evening);
          evening.runToEnd();
          expectSound(evening);
        },
      ),
      { numRuns: 40, seed: 11 },
    );
  });

  test('does not depend on how it is sliced, saved and loaded', () => {
    fc.assert(
      fc.property(
        seeds,
        orderLists(small),
        fc.array(loads, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(moments(small), fc.boolean()), { maxLength: 8 }),
        (seed, orders, some, stops) => {
          const begin = (): Evening => {
            const evening = createEvening(small, seed, orders);
            for (const load of some) evening.addLoad(load);
            return evening;
          };
          const whole = begin();
          whole.runToEnd();
          let sliced = begin();
          for (const [at, save] of stops.toSorted(([a], [b]) => a - b)) {
            sliced.runTo(at);
            if (!save) continue;
            const loaded = loadEvening(small, saveEvening(sliced));
            if (!loaded.ok) throw new Error(loaded.error.code);
            expect(hashEvening(loaded.value)).toBe(hashEvening(sliced));
            sliced = loaded.value;
          }
          sliced.runToEnd();
          expect(hashEvening(sliced)).toBe(hashEvening(whole));
        },
      ),
      { numRuns: 40, seed: 12 },
    );
  });
});
