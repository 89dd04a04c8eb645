import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order, OrderBody } from '../../src/callflow/orders.ts';
import { hashEvening, loadEvening, saveEvening } from '../../src/callflow/snapshot.ts';
import { isUnrouted } from '../../src/debrief/summary.ts';
import { clock } from '../../src/kernel/time.ts';
import { compileWorld } from '../../src/scenario/compile.ts';
import type { CompiledWorld } from '../../src/scenario/compile.ts';
import { drawCause, drawWorld } from '../../src/scenario/drawWorld.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { FAULTS } from '../../src/scenario/schema.ts';
import type { Fault } from '../../src/scenario/schema.ts';
import { moments, orderLists, seeds } from './callflowArbitrary.ts';
import { expectSound } from './callflowInvariants.ts';
import { country, order, smallCountry } from './callflowWorlds.ts';
import { scenarioFile, scenarioJson, territory } from './scenarioSample.ts';

const june = scenarioFile('june-evening');

/** June evenings that all have this cause. */
function worldOf(cause: Fault): CompiledWorld {
  const { shares } = june.causes!;
  const sure = { ...shares, bug: 0, attack: 0, otherVendor: 0, cut: 0, [cause]: 1 };
  const compiled = compileWorld({ ...june, causes: { ...june.causes!, shares: sure } }, territory);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

function lost(evening: Evening, from: number, to: number): number {
  const { log } = evening;
  let count = 0;
  for (let i = log.firstFrom(from); i < log.firstFrom(to); i++) if (isUnrouted(log.cause(i))) count++;
  return count;
}

const AT = '17:45';
const SEEDS = [1, 2];

/** Mean attempts not routed from an hour on, over the same evenings, with nothing but the operation and these orders. */
function lostWith(
  cause: Fault,
  bodies: (world: ReturnType<typeof drawWorld>) => readonly Order[],
  from = AT,
) {
  const world = worldOf(cause);
  let sum = 0;
  for (const seed of SEEDS) {
    const drawn = drawWorld(world, seed);
    const operation = drawn.orders.filter(({ type }) => type === 'operation');
    const evening = createEvening(drawn.spec, seed, [...operation, ...bodies(drawn)]);
    evening.runTo(clock('24:00'));
    sum += lost(evening, clock(from), clock('24:00'));
  }
  return sum / SEEDS.length;
}

const on = (at: string, body: OrderBody) => () => [order(at, body)];
const ALL = { servers: 'all' } as const;
const AREAS = ['13', '31', '33', '35', '38', '44', '59', '62', '67', '69', '75', '76', '92'];
const reachable = ({ spec }: ReturnType<typeof drawWorld>): string[] =>
  spec.network.servers
    .filter(({ outOfReach, partner }) => !outOfReach && spec.network.servers[partner].outOfReach !== true)
    .map(({ id }) => id);
const ailing = ({ spec }: ReturnType<typeof drawWorld>): string[] => {
  const { fault, servers } = spec.network;
  return fault !== undefined && 'servers' in fault ? fault.servers.map((index) => servers[index].id) : [];
};

describe('the cause of an evening in June', () => {
  test('is drawn as often as the file says', () => {
    const draws = 4000;
    const counts = new Map<Fault, number>();
    for (let seed = 0; seed < draws; seed++) {
      const cause = drawCause(june, seed);
      counts.set(cause, (counts.get(cause) ?? 0) + 1);
    }
    for (const cause of FAULTS) {
      const share = june.causes!.shares[cause];
      const error = Math.sqrt(draws * share * (1 - share));
      expect(Math.abs((counts.get(cause) ?? 0) - draws * share), cause).toBeLessThan(4 * error);
    }
  });

  test('is the bug on 2 June 2021, whose world no seed changes', () => {
    const world = country();
    expect(drawCause(scenarioFile(), 7)).toBe('bug');
    const drawn = drawWorld(world, 7);
    expect(drawn.cause).toBe('bug');
    expect(drawn.spec).toBe(world.spec);
  });

  test('places change with the seed, their number does not', () => {
    const world = worldOf('bug');
    const [one, other] = [1, 2].map((seed) => drawWorld(world, seed).spec);
    const places = ({ areas }: typeof one): unknown[] =>
      areas.map(({ home, technology, overflow }) => [home, technology, overflow]);
    expect(places(one)).not.toEqual(places(other));
    for (const { areas, network } of [one, other]) {
      for (const name of ['technology', 'overflow'] as const)
        expect(areas.map((area) => area[name]).sort()).toEqual(
          world.spec.areas.map((area) => area[name]).sort(),
        );
      expect(network.servers.map(({ weight }) => weight).sort()).toEqual(
        world.spec.network.servers.map(({ weight }) => weight).sort(),
      );
      expect(network.servers.filter(({ outOfReach }) => outOfReach)).toHaveLength(
        june.causes!.access.outOfReach,
      );
    }
  });

  test('of each kind loses about what the bug does', () => {
    for (const cause of FAULTS) {
      const mean = lostWith(cause, () => [], '16:45');
      expect(mean, cause).toBeGreaterThan(5_000);
      expect(mean, cause).toBeLessThan(25_000);
    }
  });
});

describe('what cures an evening depends on its cause, and nothing else does', () => {
  test('bug: a pair rolled back and cold restarted together holds; cutting access does nothing', () => {
    const cured = lostWith(
      'bug',
      (drawn) => {
        const servers = reachable(drawn);
        return [
          order(AT, { type: 'rollback', args: { servers } }),
          order('18:00', { type: 'coldRestart', args: { servers } }),
        ];
      },
      '18:30',
    );
    const nothing = lostWith('bug', () => [], '18:30');
    expect(cured).toBeLessThan(0.7 * nothing);
    expect(lostWith('bug', on(AT, { type: 'warmRestart', args: ALL }), '18:30')).toBeGreaterThan(cured);
    expect(lostWith('bug', on(AT, { type: 'cutAccess', args: ALL }), '18:30')).toBe(nothing);
  });

  test('attack: strikes go on until the way in is cut; no restart, rollback or throttling helps', () => {
    const nothing = lostWith('attack', () => []);
    expect(lostWith('attack', on(AT, { type: 'cutAccess', args: ALL }))).toBeLessThan(0.3 * nothing);
    for (const type of ['rollback', 'warmRestart', 'coldRestart'] as const)
      expect(lostWith('attack', on(AT, { type, args: ALL })), type).toBeGreaterThan(nothing);
    expect(lostWith('attack', on(AT, { type: 'throttle', args: { share: 0.3 } }))).toBe(nothing);
  });

  test('another vendor: a warm restart of its servers holds; isolating them helps at the peak, a rollback never', () => {
    const nothing = lostWith('otherVendor', () => []);
    const restart = lostWith('otherVendor', (drawn) => [
      order(AT, { type: 'warmRestart', args: { servers: ailing(drawn) } }),
    ]);
    expect(restart).toBeLessThan(0.5 * nothing);
    expect(lostWith('otherVendor', on(AT, { type: 'rollback', args: ALL }))).toBeGreaterThan(nothing);
    const world = worldOf('otherVendor');
    const atPeak = (isolate: boolean): number => {
      const drawn = drawWorld(world, 1);
      const servers = ailing(drawn);
      const orders = drawn.orders.filter(({ type }) => type === 'operation');
      if (isolate) orders.push(order('17:05', { type: 'isolate', args: { servers, on: true } }));
      const evening = createEvening(drawn.spec, 1, orders);
      evening.runTo(clock('19:00'));
      return lost(evening, clock('17:05'), clock('19:00'));
    };
    expect(atPeak(true)).toBeLessThan(atPeak(false));
    expect(lostWith('otherVendor', on('17:00', { type: 'goAround', args: { areas: AREAS } }))).toBeLessThan(
      nothing,
    );
  });

  test('cut and overload: restarts do not help, throttling and going around do, and the repair ends it', () => {
    const nothing = lostWith('cut', () => []);
    for (const type of ['rollback', 'warmRestart', 'coldRestart'] as const)
      expect(lostWith('cut', on(AT, { type, args: ALL })), type).toBeGreaterThan(nothing);
    expect(lostWith('cut', on('17:00', { type: 'throttle', args: { share: 0.3 } }))).toBeLessThan(nothing);
    expect(lostWith('cut', on('17:00', { type: 'goAround', args: { areas: AREAS } }))).toBeLessThan(nothing);
    expect(lostWith('cut', () => [], '22:30')).toBe(0);
  });

  test('orders to a server out of reach wait for somebody who goes there', () => {
    const drawn = drawWorld(worldOf('bug'), 1);
    const index = drawn.spec.network.servers.findIndex(({ outOfReach }) => outOfReach);
    const { id } = drawn.spec.network.servers[index];
    const evening = createEvening(drawn.spec, 1, [
      order('16:30', { type: 'rollback', args: { servers: [id] } }),
    ]);
    const first = index * drawn.spec.network.modules;
    const { onSite } = drawn.spec.network.access!;
    evening.runTo(clock('16:30') + onSite - 1);
    expect(evening.servers.state[first]).toBe(0);
    evening.runTo(clock('16:30') + onSite);
    expect(evening.servers.state[first]).not.toBe(0);
  });
});

describe('an evening of any cause', () => {
  const smalls = FAULTS.map((cause) => ({
    ...worldOf(cause),
    spec: { ...smallCountry(), network: worldOf(cause).spec.network },
  }));

  test('keeps all that is always so, and does not depend on how it is sliced, saved and loaded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...smalls),
        seeds,
        orderLists(smalls[0].spec),
        fc.array(fc.tuple(moments(smalls[0].spec), fc.boolean()), { maxLength: 6 }),
        (world, seed, orders, stops) => {
          const { spec } = drawWorld(world, seed);
          const whole = createEvening(spec, seed, orders);
          whole.runToEnd();
          let sliced = createEvening(spec, seed, orders);
          for (const [at, save] of stops.toSorted(([a], [b]) => a - b)) {
            sliced.runTo(at);
            expectSound(sliced);
            if (!save) continue;
            const loaded = loadEvening(spec, saveEvening(sliced));
            if (!loaded.ok) throw new Error(loaded.error.code);
            sliced = loaded.value;
          }
          sliced.runToEnd();
          expectSound(sliced);
          expect(hashEvening(sliced)).toBe(hashEvening(whole));
        },
      ),
      { numRuns: 40, seed: 21 },
    );
  });
});

describe('the causes of a file', () => {
  test('sum to one, and end after they begin', () => {
    const json = scenarioJson('june-evening') as {
      causes: { shares: { bug: number }; cut: { untilMin: number[] } };
    };
    json.causes.shares.bug = 0.7;
    json.causes.cut.untilMin = [200, 100];
    const parsed = parseScenario(json, territory);
    expect(parsed.ok ? [] : parsed.error.map(({ code, path }) => [code, path])).toEqual([
      ['wrongSum', 'causes.shares'],
      ['wrongOrder', 'causes.cut.untilMin[1]'],
    ]);
  });
});
