import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SERIOUS, WORRIED, makeCallers } from '../../src/callflow/callers.ts';
import type { Callers } from '../../src/callflow/callers.ts';
import { NUMBERS, ROOM_OF_NUMBER } from '../../src/callflow/spec.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { clock, HOUR, MINUTE } from '../../src/kernel/time.ts';
import type { ParameterSet } from '../../src/scenario/parameters.ts';
import { parameterSets, seeds } from './callflowArbitrary.ts';
import { country, finished, operation, parameter, smallCountry } from './callflowWorlds.ts';

const { spec } = country();
const few = Array.from({ length: 12 }, (_, i) => makeCallers(spec, i + 1));
const total = few.reduce((sum, { count }) => sum + count, 0);

/** What belongs to a caller whatever is decided. */
const LUCK = ['arrival', 'area', 'number', 'origin', 'operator', 'need', 'flags', 'awareness'] as const;

/** Callers of several evenings that answer a description. */
const tally = (holds: (callers: Callers, i: number) => boolean): number =>
  few.reduce((sum, callers) => {
    for (let i = 0; i < callers.count; i++) if (holds(callers, i)) sum++;
    return sum;
  }, 0);

/** A share of `of` callers, within four standard errors (callers of one event share nothing that is tested here). */
function expectShare(found: number, of: number, share: number): void {
  expect(Math.abs(found / of - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / of));
}

describe('who calls', () => {
  test('from what, through whom, which number, how seriously: the shares of the scenario', () => {
    spec.demand.originShares.forEach((share, origin) =>
      expectShare(
        tally((callers, i) => callers.origin[i] === origin),
        total,
        share,
      ),
    );
    spec.demand.operatorShares.forEach((share, operator) =>
      expectShare(
        tally((callers, i) => callers.operator[i] === operator),
        total,
        share,
      ),
    );
    const worried = tally((callers, i) => (callers.flags[i] & WORRIED) !== 0);
    const factor = spec.demand.worriedFactor;
    expect(worried / total).toBeCloseTo((factor - 1) / factor, 2);
    const perDay = spec.demand.perDay.reduce((sum, calls) => sum + calls, 0);
    NUMBERS.forEach((_, number) => {
      const inNeed = tally((c, i) => c.number[i] === number && (c.flags[i] & WORRIED) === 0);
      const serious = tally((c, i) => c.number[i] === number && (c.flags[i] & SERIOUS) !== 0);
      expectShare(serious, inNeed, spec.demand.seriousShares[number]);
      const all = tally((callers, i) => callers.number[i] === number);
      expect(all / total).toBeCloseTo(spec.demand.perDay[number] / perDay, 2);
    });
    expect(tally((callers, i) => callers.flags[i] === (WORRIED | SERIOUS))).toBe(0);
  });

  test('as many as the volumes say', () => {
    const { hourly, perDay, worriedFactor } = spec.demand;
    const people = spec.areas.reduce((sum, area) => sum + area.population, 0);
    let share = 0;
    for (const area of spec.areas) {
      for (let minute = spec.clock.start + MINUTE / 2; minute < spec.clock.end; minute += MINUTE) {
        const position = (minute + area.hourShift * HOUR) / HOUR - 0.5 + 48;
        const hour = Math.floor(position);
        const intensity =
          hourly[hour % 24] * (hour + 1 - position) + hourly[(hour + 1) % 24] * (position - hour);
        share += (intensity / 60) * (area.population / people);
      }
    }
    const expected = perDay.reduce((sum, calls) => sum + calls, 0) * worriedFactor * share;
    const mean = total / few.length;
    const sd = Math.sqrt(few.reduce((sum, { count }) => sum + (count - mean) ** 2, 0) / (few.length - 1));
    expect(Math.abs(mean - expected)).toBeLessThan(3.5 * (sd / Math.sqrt(few.length)));
    expect(sd / mean).toBeLessThan(0.03);
  });

  test('in proportion to the population of each area', () => {
    const people = spec.areas.reduce((sum, area) => sum + area.population, 0);
    const counts = new Float64Array(spec.areas.length);
    for (const { area, count } of few) for (let i = 0; i < count; i++) counts[area[i]]++;
    spec.areas.forEach(({ population, overseas }, area) => {
      // Overseas the evening is another part of the day.
      if (overseas || population < 300_000) return;
      expect(Math.abs(counts[area] / total / (population / people) - 1)).toBeLessThan(0.15);
    });
  });

  test('talk times: the mean of each room, the spread of the scenario', () => {
    const { talkMean, talkSigma } = spec.demand;
    talkMean.forEach((expected, room) => {
      let sum = 0;
      let squares = 0;
      let below = 0;
      let count = 0;
      for (const callers of few)
        for (let i = 0; i < callers.count; i++) {
          if (ROOM_OF_NUMBER[callers.number[i]] !== room) continue;
          count++;
          sum += callers.need[i];
          squares += callers.need[i] ** 2;
          if (callers.need[i] < expected * Math.exp((-talkSigma * talkSigma) / 2)) below++;
        }
      const mean = sum / count;
      const error = Math.sqrt((squares / count - mean * mean) / count);
      expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
      expectShare(below, count, 0.5);
    });
  });
});

/** Variance over mean of the calls of five minutes, over evenings, in the twelve largest areas. */
function dispersion(set: ParameterSet): number {
  const world = country(set).spec;
  const busiest = world.areas
    .map((area, index) => ({ index, population: area.population }))
    .sort((a, b) => b.population - a.population)
    .slice(0, 12)
    .map(({ index }) => index);
  const row = new Int32Array(world.areas.length).fill(-1);
  busiest.forEach((area, k) => (row[area] = k));
  const bins = 72;
  const evenings = 40;
  const sum = new Float64Array(busiest.length * bins);
  const squares = new Float64Array(busiest.length * bins);
  for (let seed = 1; seed <= evenings; seed++) {
    const counts = new Float64Array(busiest.length * bins);
    const { arrival, area, count } = makeCallers(world, seed);
    for (let i = 0; i < count; i++) {
      const bin = Math.floor((arrival[i] - clock('17:00')) / (5 * MINUTE));
      if (bin >= 0 && bin < bins && row[area[i]] >= 0) counts[row[area[i]] * bins + bin]++;
    }
    counts.forEach((each, k) => {
      sum[k] += each;
      squares[k] += each * each;
    });
  }
  const ratios = Array.from(
    sum,
    (s, k) => (squares[k] - (s * s) / evenings) / (evenings - 1) / (s / evenings),
  );
  return ratios.reduce((a, b) => a + b, 0) / ratios.length;
}

describe('when', () => {
  test('the peak is near 19:00, the night is quiet', () => {
    const quarters = new Float64Array(48);
    for (const { arrival, count } of few)
      for (let i = 0; i < count; i++) quarters[Math.floor((arrival[i] - clock('16:15')) / (15 * MINUTE))]++;
    const at = (time: string): number => quarters[(clock(time) - clock('16:15')) / (15 * MINUTE)];
    const peak = clock('16:15') + quarters.indexOf(Math.max(...quarters)) * 15 * MINUTE;
    expect(Math.abs(peak - clock('19:00'))).toBeLessThanOrEqual(45 * MINUTE);
    expect(at('17:00')).toBeLessThan(at('19:00'));
    expect(at('22:00')).toBeLessThan(0.85 * at('19:00'));
    expect(at('26:00')).toBeLessThan(0.5 * at('19:00'));
  });

  test('more irregularly than at random: index of dispersion at five minutes above 1.2 in busy areas', () => {
    const index = dispersion({});
    expect(index).toBeGreaterThan(1.2);
    expect(index).toBeLessThan(2);
  });

  test('and just at random without bursts and busy evenings', () => {
    expect(Math.abs(dispersion({ cluster_share: 0, busyness_cv: 0 }) - 1)).toBeLessThan(0.03);
  });
});

const world = ({ calls, talk_mean, ...rest }: Record<string, number>): WorldSpec =>
  country({
    calls_per_day_15: calls,
    calls_per_day_17: calls,
    calls_per_day_18_112: calls,
    talk_mean_15: talk_mean,
    talk_mean_17: talk_mean,
    talk_mean_18_112: talk_mean,
    ...rest,
  }).spec;

describe('identity and luck', () => {
  const shape = fc.record({
    calls: fc.constantFrom(0, 200, 5_000, 60_000),
    worried_factor: fc.constantFrom(1, 1.42, 4),
    cluster_share: fc.constantFrom(0, 0.06, 1),
    cluster_size: fc.constantFrom(1, 5.5, 50),
    busyness_cv: fc.constantFrom(0, 0.1, 1),
    talk_sigma: fc.constantFrom(0, 0.9, 2),
    talk_mean: fc.constantFrom(0.1, 150, 7200),
  });
  test('callers are in order of arrival, within the clock, each with a key of its own', () => {
    fc.assert(
      fc.property(seeds, shape, (seed, set) => {
        const { count, key, arrival, area, number, need, awareness } = makeCallers(world(set), seed);
        expect(new Set(key).size).toBe(count);
        for (let i = 0; i < count; i++) {
          const sound =
            arrival[i] >= (i === 0 ? spec.clock.start : arrival[i - 1]) &&
            arrival[i] < spec.clock.end &&
            area[i] < 101 &&
            number[i] < 4 &&
            need[i] >= 1000 &&
            awareness[i] >= 0 &&
            awareness[i] <= 1;
          if (!sound) expect({ i, arrival: arrival[i], need: need[i], area: area[i] }).toBe('sound');
        }
      }),
      {
        numRuns: 25,
        seed: 1,
        examples: [
          [
            1,
            {
              calls: 60_000,
              worried_factor: 4,
              cluster_share: 0.06,
              cluster_size: 5.5,
              busyness_cv: 0.1,
              talk_sigma: 2,
              talk_mean: 7200,
            },
          ],
        ],
      },
    );
  });

  test('of a country as large as the parameters allow, still each with a key of its own', () => {
    const most = {
      ...spec,
      demand: { ...spec.demand, perDay: [0, 2_000_000, 0, 0], clusterShare: 1, clusterSize: 1 },
    };
    const { key, count } = makeCallers(most, 1);
    expect(new Set(key).size).toBe(count);
  });

  test('a clock that is no whole number of quarters ends as it should', () => {
    const short = { ...spec, clock: { ...spec.clock, end: clock('26:50') } };
    const { arrival, count } = makeCallers(short, 1);
    const lately = arrival.filter((at) => at >= clock('26:49')).length;
    const before = arrival.filter((at) => at >= clock('26:39') && at < clock('26:49')).length;
    expect(arrival[count - 1]).toBeLessThan(clock('26:50'));
    expect(lately).toBeLessThan(before / 4);
  });

  test.each([
    ['more worried people', { worried_factor: 2 }],
    ['more calls', { calls_per_day_15: 60_000, calls_per_day_17: 61_000, calls_per_day_18_112: 90_000 }],
    ['ten times as many', { calls_per_day_15: 490_000, calls_per_day_17: 600_000 }],
  ] as const)('%s: those who called before keep their time, their luck and their need', (_, set) => {
    for (const seed of [1, 2]) {
      const before = makeCallers(spec, seed);
      const after = makeCallers(country(set).spec, seed);
      expect(after.count).toBeGreaterThan(before.count);
      const index = new Map<number, number>();
      after.key.forEach((key, i) => index.set(key, i));
      let changed = 0;
      before.key.forEach((key, i) => {
        const j = index.get(key) ?? -1;
        if (!LUCK.every((name) => before[name][i] === after[name][j])) changed++;
      });
      expect(changed).toBe(0);
    }
  });

  test('what the network, the rooms and behaviour are does not change who calls', () => {
    fc.assert(
      fc.property(seeds, parameterSets, (seed, set) => {
        const others = Object.fromEntries(
          Object.entries(set).filter(
            ([name]) =>
              !['worried_factor', 'share_mobile', 'share_copper', 'cluster_share', 'talk_sigma'].includes(
                name,
              ),
          ),
        );
        expect(makeCallers(smallCountry(others), seed)).toEqual(makeCallers(smallCountry(), seed));
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  test('a parameter of one property leaves the others: a little more mobile moves a few callers from box to mobile', () => {
    const share = parameter('share_mobile');
    const before = makeCallers(spec, 1);
    const after = makeCallers(country({ share_mobile: share + 0.05 }).spec, 1);
    expect(after.arrival).toEqual(before.arrival);
    expect(after.need).toEqual(before.need);
    let moved = 0;
    before.origin.forEach((origin, i) => {
      if (origin === after.origin[i]) return;
      moved++;
      expect([origin, after.origin[i]]).toEqual([1, 0]);
    });
    expectShare(moved, before.count, 0.05);
  });

  test('callers taken from another evening of the seed give the same evening', () => {
    const small = smallCountry();
    const first = finished(small, 9, [operation()]);
    expect(finished(small, 9, [operation()]).log.arrays()).toEqual(first.log.arrays());
  });
});
