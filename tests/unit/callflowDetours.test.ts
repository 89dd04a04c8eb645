import { describe, expect, test } from 'vitest';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import { CAUSES } from '../../src/callflow/cause.ts';
import { MODULE } from '../../src/callflow/moduleState.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order } from '../../src/callflow/orders.ts';
import { OrdinaryVoice } from '../../src/callflow/ordinaryVoice.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { summarise } from '../../src/debrief/summary.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import {
  areaIndex,
  country,
  finished,
  operation,
  order,
  parameter,
  serverIndex,
  smallCountry,
} from './callflowWorlds.ts';
import { areaOf, attempts, originOf } from './callflowLog.ts';

const small = smallCountry();
const quiet = smallCountry({ bug: 0 });
const run = (spec: WorldSpec, orders: readonly Order[], seed = 1): Evening => finished(spec, seed, orders);
const isolated = (isOn: boolean, time: string): Order =>
  order(time, { type: 'isolate', args: { servers: ['lyon1'], on: isOn } });
const throttled = (share: number, time: string): Order => order(time, { type: 'throttle', args: { share } });
const refusedAt = (evening: Evening, time: string): number => {
  evening.runTo(clock(time));
  return evening.servers.ordinaryRefused(evening.now);
};
const price = (orders: readonly Order[]): number => refusedAt(createEvening(quiet, 1, orders), '22:00');

describe('isolate', () => {
  test('sends the emergency calls of its areas to the partner, those that may overflow', () => {
    const spec = { ...quiet, areas: country({ overflow: 1 }).spec.areas };
    const evening = run(spec, [isolated(true, '18:00'), isolated(false, '20:00')]);
    const lyon1 = serverIndex(spec, 'lyon1');
    const homed = (i: number): boolean =>
      spec.areas[evening.callers.area[evening.log.caller[i]]].home === lyon1 && evening.log.server(i) >= 0;
    const met = (from: string, to: string, lyon: boolean): Set<string> =>
      new Set(
        attempts(evening, from, to)
          .filter((i) => homed(i) && (areaOf(evening, i) === '69') === lyon)
          .map((i) => `${spec.network.servers[evening.log.server(i)].id} ${evening.log.cause(i) === 2}`),
      );
    expect(met('17:00', '18:00', false)).toEqual(new Set(['lyon1 false']));
    expect(met('18:01', '20:00', false)).toEqual(new Set(['lyon2 false']));
    expect(met('20:01', '22:00', false)).toEqual(new Set(['lyon1 false']));
    // Lyon is single-homed: nothing of it overflows.
    expect(met('18:01', '20:00', true)).toEqual(new Set(['lyon1 true']));
  });

  test('sends its ordinary traffic to the partner and fills no longer itself', () => {
    const spec = smallCountry({ leak: 0.0005, calls_per_day_15: 50, calls_per_day_17: 50 });
    const growth = (orders: readonly Order[], id: string): number => {
      const evening = createEvening(spec, 1, [operation(), ...orders]);
      evening.runTo(clock('18:00'));
      const { modules } = spec.network;
      const first = serverIndex(spec, id) * modules;
      const total = (): number => {
        let sum = 0;
        for (let m = first; m < first + modules; m++) sum += evening.servers.fill(m, evening.now);
        return sum;
      };
      const before = total();
      evening.runTo(clock('18:20'));
      for (let m = first; m < first + modules; m++) expect(evening.servers.state[m]).toBe(MODULE.up);
      return total() - before;
    };
    const order18 = [isolated(true, '18:00')];
    const [lyon1, lyon2] = ['lyon1', 'lyon2'].map((id) => spec.network.servers[serverIndex(spec, id)].weight);
    expect(growth(order18, 'lyon2') / growth([], 'lyon2')).toBeCloseTo((lyon1 + lyon2) / lyon2, 1);
    expect(growth(order18, 'lyon1')).toBeCloseTo(0, 6);
    // Not even when its partner is in trouble and would overflow.
    const restart = order('18:01', { type: 'coldRestart', args: { servers: ['lyon2'] } });
    const evening = createEvening(spec, 1, [operation(), ...order18, restart]);
    evening.runTo(clock('18:02'));
    const fill = evening.servers.fill(serverIndex(spec, 'lyon1') * spec.network.modules, evening.now);
    evening.runTo(clock('18:10'));
    expect(evening.servers.fill(serverIndex(spec, 'lyon1') * spec.network.modules, evening.now)).toBe(fill);
  });
});

describe('throttle', () => {
  const voice = new OrdinaryVoice(quiet);
  const offered = (from: string, to: string): number => voice.offered(clock(to)) - voice.offered(clock(from));
  const delay = parameter('throttle_delay');

  test('refuses the share asked, after its delay, until lifted, which takes no time', () => {
    expect(delay).toBe(30);
    const evening = createEvening(quiet, 1, [throttled(0.2, '18:00'), throttled(0, '20:00')]);
    expect(refusedAt(evening, '18:30')).toBe(0);
    expect(refusedAt(evening, '20:00')).toBeCloseTo(0.2 * offered('18:30', '20:00'), 0);
    expect(refusedAt(evening, '22:00')).toBeCloseTo(0.2 * offered('18:30', '20:00'), 0);
  });

  test('is capped', () => {
    const evening = createEvening(quiet, 1, [throttled(1, '18:00')]);
    const cap = parameter('throttle_max');
    expect(cap).toBeLessThan(1);
    expect(refusedAt(evening, '20:00')).toBeCloseTo(cap * offered('18:30', '20:00'), 0);
  });

  test('lifted before it takes effect never takes effect', () => {
    const evening = createEvening(quiet, 1, [throttled(0.2, '18:00'), throttled(0, '18:10')]);
    expect(refusedAt(evening, '22:00')).toBe(0);
  });

  test('slows the filling: fewer calls lost, and a price in ordinary calls', () => {
    let without = 0;
    let withIt = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const lost = (orders: readonly Order[]): number => {
        const evening = run(small, [operation(), ...orders], seed);
        return attempts(evening, '17:30').filter(
          (i) => evening.log.cause(i) === 1 || evening.log.cause(i) === 2,
        ).length;
      };
      without += lost([]);
      withIt += lost([throttled(0.3, '17:00')]);
    }
    expect(withIt).toBeLessThan(without * 0.9);
    expect(price([throttled(0.3, '17:00')])).toBeGreaterThan(price([]) + 100_000);
  });
});

describe('goAround', () => {
  const around = order('17:00', { type: 'goAround', args: { areas: ['75', '69'] } });
  const setUp = parameter('go_around_set_up') * MINUTE;
  const perArea = parameter('go_around_per_area') * MINUTE;

  test('is ready area after area, after the agreement', () => {
    const evening = createEvening(small, 1, [around]);
    const paris = areaIndex(small, '75');
    const lyon = areaIndex(small, '69');
    const open = (time: number): number[] => {
      evening.runTo(time);
      return [evening.detours.open[paris], evening.detours.open[lyon]];
    };
    const ready = clock('17:00') + setUp;
    expect(open(ready - 1)).toEqual([0, 0]);
    expect(open(ready)).toEqual([1, 0]);
    expect(open(ready + perArea - 1)).toEqual([1, 0]);
    expect(open(ready + perArea)).toEqual([1, 1]);
    expect(evening.detours.open.reduce((sum, each) => sum + each, 0)).toBe(2);
  });

  test('takes calls to short numbers past the servers, up to its capacity each minute; of these, some are refused', () => {
    const spec = smallCountry({ go_around_capacity: 2, worried_factor: 5 });
    const evening = run(spec, [operation(), around]);
    const went = new Map<number, [number, number]>();
    for (const i of attempts(evening, '18:00')) {
      if (areaOf(evening, i) !== '75' || originOf(evening, i) === 'copper') continue;
      if (evening.log.dialled(i) >= DIALLED.tenDigit) continue;
      const minute = Math.floor(evening.log.at[i] / MINUTE);
      const counts = went.get(minute) ?? [0, 0];
      counts[evening.log.server(i) < 0 ? 0 : 1]++;
      went.set(minute, counts);
    }
    const counts = [...went.values()];
    for (const [past, through] of counts) expect(past).toBe(Math.min(2, past + through));
    expect(counts.some(([, through]) => through > 0)).toBe(true);
  });

  test('is worth what the other operator can lend: some evenings it refuses a good share, others hardly any', () => {
    const shares = Array.from({ length: 12 }, (_, i) => {
      const evening = run(smallCountry({ worried_factor: 5 }), [operation(), around], i + 1);
      const past = attempts(evening, '18:00').filter(
        (i) =>
          ['75', '69'].includes(areaOf(evening, i)) &&
          originOf(evening, i) !== 'copper' &&
          evening.log.dialled(i) < DIALLED.tenDigit &&
          evening.log.server(i) < 0,
      );
      const refused = past.filter((i) => CAUSES[evening.log.cause(i)] === 'detourRefused').length;
      expect(refused / past.length).toBeCloseTo(evening.detours.refused, 1);
      return evening.detours.refused;
    });
    expect(shares.some((share) => share < 0.01)).toBe(true);
    expect(shares.some((share) => share > 0.04)).toBe(true);
  });

  test('counts the calls that the other operator refuses among those not routed, at no server', () => {
    const evening = createEvening(smallCountry({ worried_factor: 5, bug: 0 }), 1, [around]);
    const summary = summarise(evening);
    expect(summary.byCause.detourRefused!.attempts).toBeGreaterThan(0);
    expect(summary.unrouted).toBe(
      summary.byCause.detourRefused!.attempts + summary.byCause.serverRebooting!.attempts,
    );
    expect(summary.byServer.none!.unrouted).toBe(summary.byCause.detourRefused!.attempts);
  });

  test('cuts conversations of the area that crossed the bridge when its route is moved, and no other', () => {
    const spec = smallCountry({ worried_factor: 5, cut_share: 1 });
    const evening = createEvening(spec, 1, [around]);
    const ready = clock('17:00') + setUp;
    evening.runTo(clock('18:30'));
    const cut = attempts(evening, '16:20').filter((i) => CAUSES[evening.log.cause(i)] === 'cut');
    expect(cut.length).toBeGreaterThan(0);
    for (const i of cut) expect(['75', '69']).toContain(areaOf(evening, i));
    expect(cut.every((i) => evening.log.at[i]! <= ready + perArea)).toBe(true);
  });

  test('changes nothing before it is ready, nor elsewhere', () => {
    const evening = run(small, [operation(), around]);
    const ready = clock('17:00') + setUp;
    for (const i of attempts(evening, '16:20')) {
      const concerned = ['75', '69'].includes(areaOf(evening, i)) && evening.log.at[i] >= ready;
      const { technology } = small.areas[areaIndex(small, areaOf(evening, i))];
      if (concerned || technology !== 'copper' || originOf(evening, i) === 'copper') continue;
      if (evening.log.dialled(i) < DIALLED.tenDigit) expect(evening.log.server(i)).toBeGreaterThanOrEqual(0);
    }
  });

  test('ordered for every area, however slow, never comes back to haunt the evening', () => {
    const slow = smallCountry({ go_around_per_area: 600, go_around_set_up: 600 });
    const spec = { ...slow, areas: country({ go_around_per_area: 600 }).spec.areas };
    const everywhere = order('17:01', { type: 'goAround', args: { areas: 'all' } });
    const evening = run(spec, [
      operation(),
      everywhere,
      order('20:00', { type: 'advise', args: { wording: 'any' } }),
    ]);
    expect(evening.now).toBe(spec.clock.end);
    expect(evening.advice[1]).toBe(clock('20:00'));
    expect(evening.detours.open.reduce((sum, each) => sum + each, 0)).toBe(0);
  });
});
