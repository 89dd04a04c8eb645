import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCallers } from '../../src/callflow/callers.ts';
import { CAUSES } from '../../src/callflow/cause.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import { OUTCOME } from '../../src/callflow/outcome.ts';
import { summarise } from '../../src/debrief/summary.ts';
import { moments, orderLists, parameterSets, seeds } from './callflowArbitrary.ts';
import { expectSound } from './callflowInvariants.ts';
import { country, finished, operation, order, smallCountry } from './callflowWorlds.ts';

const small = smallCountry();

describe('conservation of calls', () => {
  test('at any instant, whatever the seed, the parameters and the orders', () => {
    fc.assert(
      fc.property(
        seeds,
        parameterSets,
        orderLists(small),
        fc.array(moments(small), { maxLength: 8 }),
        (seed, set, orders, stops) => {
          const evening = createEvening(smallCountry(set), seed, orders);
          for (const stop of [...stops.sort((a, b) => a - b), small.clock.end]) {
            evening.runTo(stop);
            expectSound(evening);
          }
        },
      ),
      { numRuns: 250, seed: 20210602 },
    );
  });

  test('in the evening of 2 June itself', () => {
    const { spec, orders } = country();
    const evening = createEvening(spec, 1, orders);
    for (let at = spec.clock.trigger; at <= spec.clock.end; at += 90 * 60_000) {
      evening.runTo(at);
      expectSound(evening);
    }
  });

  test('the small country meets every cause of failure', () => {
    const orders = [
      operation(),
      ...country().orders.filter(({ type }) => type.endsWith('Numbers') || type === 'advise'),
      order('18:00', { type: 'goAround', args: { areas: ['75', '69'] } }),
    ];
    const seen = new Set<string>();
    for (let seed = 1; seed <= 5; seed++) {
      const { log } = finished(small, seed, orders);
      for (let i = 0; i < log.count; i++) seen.add(CAUSES[log.cause(i)]);
    }
    expect([...seen].sort()).toEqual([...CAUSES].sort());
  });

  test('attempts are the sum of their causes, areas, numbers, origins, servers and hours', () => {
    fc.assert(
      fc.property(seeds, orderLists(small), (seed, orders) => {
        const summary = summarise(createEvening(small, seed, orders));
        for (const rows of [
          summary.byCause,
          summary.byArea,
          summary.byNumber,
          summary.byOrigin,
          summary.byServer,
          summary.byHour,
        ]) {
          const counts = Object.values(rows);
          expect(counts.reduce((sum, row) => sum + row.attempts, 0)).toBe(summary.attempts);
          expect(counts.reduce((sum, row) => sum + row.unrouted, 0)).toBe(summary.unrouted);
        }
        const { serverFull, serverRebooting, detourRefused } = summary.byCause;
        const refused = detourRefused.attempts;
        expect(serverFull.attempts + serverRebooting.attempts + refused).toBe(summary.unrouted);
        expect(summary.byServer.none.unrouted).toBe(refused);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  test('nobody is left on the line an hour after the last call of a world that stops calling', () => {
    const { hourly } = small.demand;
    const spec = {
      ...small,
      demand: { ...small.demand, hourly: hourly.map((share, hour) => (hour >= 21 || hour < 6 ? 0 : share)) },
    };
    const evening = finished(spec, 3, [operation()]);
    const open = evening.outcome.filter((outcome) => outcome === OUTCOME.open);
    expect(open).toHaveLength(0);
    expectSound(evening);
  });
});

test('the callers of a seed do not depend on decisions', () => {
  const before = JSON.stringify(makeCallers(small, 7));
  fc.assert(
    fc.property(orderLists(small), (orders) => {
      const { callers } = finished(small, 7, orders);
      expect(JSON.stringify(callers)).toBe(before);
    }),
    { numRuns: 20, seed: 2 },
  );
});
