import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import { hashEvening, loadEvening, saveEvening } from '../../src/callflow/snapshot.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order } from '../../src/callflow/orders.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';
import { moments, orderLists, parameterSets, seeds } from './callflowArbitrary.ts';
import { country, finished, operation, order, smallCountry } from './callflowWorlds.ts';

const small = smallCountry();

const hashed = (spec: WorldSpec, seed: number, orders: readonly Order[]): string =>
  hashEvening(finished(spec, seed, orders));

function stepped(evening: Evening, step: number, until: number): Evening {
  while (evening.now < until) evening.runTo(Math.min(until, evening.now + step));
  return evening;
}

function reloaded(evening: Evening): Evening {
  const loaded = loadEvening(evening.spec, saveEvening(evening));
  if (!loaded.ok) throw new Error(loaded.error.code);
  return loaded.value;
}

/** Entered in order of time, given at their instant to an evening that was stopped there. */
function givenLive(spec: WorldSpec, seed: number, orders: readonly Order[]): Evening {
  const evening = createEvening(spec, seed, []);
  for (const each of orders.toSorted((a, b) => a.at - b.at)) {
    evening.runTo(each.at);
    evening.give(each);
  }
  evening.runToEnd();
  return evening;
}

describe('the evening of 2 June does not depend on how it is sliced', () => {
  const { spec, orders } = country();
  const inOneGo = hashed(spec, 1, orders);

  test('1 s steps', () => {
    expect(hashEvening(stepped(createEvening(spec, 1, orders), 1000, spec.clock.end))).toBe(inOneGo);
  });

  test('97 ms steps over twenty minutes, around the operation', () => {
    const evening = createEvening(spec, 1, orders);
    evening.runTo(clock('16:40'));
    stepped(evening, 97, clock('17:00'));
    evening.runToEnd();
    expect(hashEvening(evening)).toBe(inOneGo);
  });

  test('saved and loaded eleven times', () => {
    let evening = createEvening(spec, 1, orders);
    for (let at = spec.clock.start; at < spec.clock.end; at += 3_611_113) {
      evening.runTo(at);
      evening = reloaded(evening);
    }
    evening.runToEnd();
    expect(hashEvening(evening)).toBe(inOneGo);
  });

  test('orders given live', () => {
    expect(hashEvening(givenLive(spec, 1, orders))).toBe(inOneGo);
  });

  test('another seed, another order or another value gives another hash', () => {
    const others = [
      hashed(spec, 2, orders),
      hashed(spec, 1, [...orders, order('17:00', { type: 'throttle', args: { share: 0.1 } })]),
      hashed(country({ patience_mean: 49.5 }).spec, 1, orders),
    ];
    expect(new Set([inOneGo, ...others]).size).toBe(4);
  });
});

describe('no evening depends on how it is sliced', () => {
  test('random slices, saved and loaded anywhere', () => {
    fc.assert(
      fc.property(
        seeds,
        parameterSets,
        orderLists(small),
        fc.array(fc.tuple(moments(small), fc.boolean()), { maxLength: 12 }),
        (seed, set, orders, stops) => {
          const spec = smallCountry(set);
          let evening = createEvening(spec, seed, orders);
          for (const [at, save] of stops.toSorted(([a], [b]) => a - b)) {
            evening.runTo(at);
            if (save) evening = reloaded(evening);
          }
          evening.runToEnd();
          expect(hashEvening(evening)).toBe(hashed(spec, seed, orders));
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });

  test('orders given live are orders entered at the start', () => {
    fc.assert(
      fc.property(seeds, orderLists(small), (seed, orders) => {
        expect(hashEvening(givenLive(small, seed, orders))).toBe(hashed(small, seed, orders));
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  test('an order at the very minute of the delayed effect of another comes after it', () => {
    // The operation reaches its second server at 16:46.
    const orders = [operation(), order('16:46', { type: 'rollback', args: { servers: ['paris2'] } })];
    expect(hashEvening(givenLive(small, 1, orders))).toBe(hashed(small, 1, orders));
  });

  test('to look changes nothing', () => {
    const evening = createEvening(small, 1, [operation()]);
    for (let at = small.clock.start; at <= small.clock.end; at += 600_000) {
      evening.runTo(at);
      const before = hashEvening(evening);
      for (let module = 0; module < evening.servers.state.length; module++) evening.servers.fill(module, at);
      evening.servers.ordinaryRefused(at);
      saveEvening(evening);
      evening.runTo(at);
      evening.runTo(at - 1000);
      expect(hashEvening(evening)).toBe(before);
    }
    evening.runToEnd();
    expect(hashEvening(evening)).toBe(hashed(small, 1, [operation()]));
  });
});
