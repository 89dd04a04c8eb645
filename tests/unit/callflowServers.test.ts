import { describe, expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import { MODULE } from '../../src/callflow/moduleState.ts';
import { OrdinaryVoice } from '../../src/callflow/ordinaryVoice.ts';
import type { Order } from '../../src/callflow/orders.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { ParameterSet } from '../../src/scenario/parameters.ts';
import { operation, order, parameter, serverIndex, smallCountry } from './callflowWorlds.ts';

const small = smallCountry();
const at = (spec: WorldSpec, orders: readonly Order[], time: string, seed = 1): Evening => {
  const evening = createEvening(spec, seed, orders);
  evening.runTo(clock(time));
  return evening;
};
const modulesOf = (spec: WorldSpec, id: string): number[] => {
  const server = serverIndex(spec, id);
  return Array.from({ length: spec.network.modules }, (_, k) => server * spec.network.modules + k);
};
const awake = (evening: Evening): string[] =>
  evening.spec.network.servers.filter((_, server) => evening.servers.awake[server] !== 0).map(({ id }) => id);
const all = small.network.servers.map(({ id }) => id);
const others = (...ids: string[]): string[] => all.filter((id) => !ids.includes(id));
const on = (type: 'rollback' | 'warmRestart' | 'coldRestart' | 'patch', time: string, ...servers: string[]) =>
  order(time, { type, args: { servers } });

/** Attempts not routed at a server, from a clock time on. */
function lostAt(evening: Evening, id: string, from: string): number {
  const server = serverIndex(evening.spec, id);
  let lost = 0;
  for (let i = evening.log.firstFrom(clock(from)); i < evening.log.count; i++)
    if (evening.log.server(i) === server && (evening.log.cause(i) === 1 || evening.log.cause(i) === 2))
      lost++;
  return lost;
}

/** Calls through the servers that an order at 18:00 cuts, and how many there were. */
const cut = (type: 'rollback' | 'warmRestart', set: ParameterSet): readonly [number, number] => {
  const spec = smallCountry({
    bug: 0,
    talk_mean_15: 3000,
    talk_mean_17: 3000,
    talk_mean_18_112: 3000,
    ...set,
  });
  const evening = at(spec, [on(type, '18:00', ...all)], '17:59');
  evening.runTo(clock('18:00') - 1);
  const inside = Array.from({ length: evening.log.count }, (_, i) => i).filter(
    (i) => evening.log.server(i) >= 0 && evening.log.end[i] === 0,
  );
  evening.runTo(clock('18:00'));
  return [inside.filter((i) => evening.log.cause(i) === 7).length, inside.length];
};

describe('the operation', () => {
  test('interrupts each server once, one after another, and wakes the bug there as it ends', () => {
    for (const [index, id] of all.entries()) {
      const start = clock('16:44') + index * 2 * MINUTE;
      const end = start + parameter('operation_interrupt') * MINUTE;
      const evening = createEvening(small, 1, [operation()]);
      const states = (): number[] => modulesOf(small, id).map((module) => evening.servers.state[module]);
      evening.runTo(start - 1);
      expect(new Set(states())).toEqual(new Set([MODULE.up]));
      evening.runTo(start);
      expect(new Set(states())).toEqual(new Set([MODULE.interrupted]));
      evening.runTo(end - 1);
      expect(new Set(states())).toEqual(new Set([MODULE.interrupted]));
      expect(awake(evening)).not.toContain(id);
      evening.runTo(end);
      expect(states()).not.toContain(MODULE.interrupted);
      expect(awake(evening)).toContain(id);
    }
  });

  test('leaves memories filled at random up to the scenario’s limit', () => {
    const evening = at(small, [operation()], '16:49');
    const fills = modulesOf(small, 'paris1').map((module) => evening.servers.fill(module, clock('16:49')));
    expect(new Set(fills).size).toBe(fills.length);
    for (const fill of fills) {
      expect(fill).toBeGreaterThan(0);
      expect(fill).toBeLessThan(parameter('initial_fill_max') * 1.3);
    }
  });

  test('without the bug wakes nothing and fills nothing', () => {
    const evening = at(smallCountry({ bug: 0 }), [operation()], '20:00');
    expect(awake(evening)).toEqual([]);
    for (let module = 0; module < evening.servers.state.length; module++)
      expect(evening.servers.state[module]).toBe(MODULE.up);
  });
});

describe('while the bug is awake', () => {
  test('a module fills, refuses, reboots and starts again empty; each stage lasts what it should', () => {
    const evening = createEvening(small, 1, [operation()]);
    const seen = new Map<number, [number, number][]>();
    for (let time = clock('17:00'); time < clock('18:30'); time += 1000) {
      evening.runTo(time);
      for (const module of modulesOf(small, 'paris1')) {
        const stages = seen.get(module) ?? [];
        seen.set(module, stages);
        const state = evening.servers.state[module];
        if (stages.at(-1)?.[0] !== state) {
          stages.push([state, time]);
          if (state === MODULE.up && stages.length > 1)
            expect(evening.servers.fill(module, time)).toBeLessThan(0.05);
        }
      }
    }
    for (const stages of seen.values()) {
      const cycle = stages.slice(1).map(([state]) => state);
      expect(cycle.length).toBeGreaterThan(5);
      stages.slice(1, -1).forEach(([state, from], i) => {
        const lasts = (stages[i + 2][1] - from) / 1000;
        if (state === MODULE.rebooting) expect(Math.abs(lasts - 240)).toBeLessThan(2);
        if (state === MODULE.full) expect(lasts).toBeLessThanOrEqual(parameter('refuse_max') + 1);
      });
    }
  });

  test('the speed of filling is the ordinary traffic times the leak, shared by weight and modules', () => {
    const spec = smallCountry({ ordinary_overflow: 0, leak: 0.001 });
    const evening = at(spec, [operation()], '17:30');
    const voice = new OrdinaryVoice(spec);
    const weights = spec.network.servers.reduce((sum, { weight }) => sum + weight, 0);
    for (const [server, { weight, id }] of spec.network.servers.entries()) {
      const mean = (time: number): number =>
        modulesOf(spec, id).reduce((sum, module) => sum + evening.servers.fill(module, time), 0) /
        spec.network.modules;
      const from = clock('17:30');
      const offered = voice.offered(from + 10 * MINUTE) - voice.offered(from);
      const expected = (offered * spec.network.leak * weight) / weights / spec.network.modules / 300;
      expect(evening.servers.awake[server]).toBe(1);
      expect((mean(from + 10 * MINUTE) - mean(from)) / expected).toBeCloseTo(1, 1);
    }
  });

  test('emergency calls fill memory too: a call leaves a slot with the probability of the leak', () => {
    const spec = smallCountry({ ordinary_calls: 0, initial_fill_max: 0, leak: 0.5, slots: 100_000 });
    const evening = at(spec, [operation()], '20:00');
    let crossed = 0;
    for (let i = evening.log.firstFrom(clock('17:00')); i < evening.log.count; i++)
      if (evening.log.server(i) >= 0) crossed++;
    const taken = evening.servers.level.reduce((sum, level) => sum + level, 0);
    expect(crossed).toBeGreaterThan(500);
    expect(Math.abs(taken - crossed / 2)).toBeLessThan(4 * Math.sqrt(crossed / 4));
  });

  test('no order is needed for the evening to end, and the bug stays awake', () => {
    const evening = at(small, [operation()], '27:00');
    expect(awake(evening)).toEqual(all);
    const lost = (from: string): number => all.reduce((sum, id) => sum + lostAt(evening, id, from), 0);
    expect(lost('16:45')).toBeGreaterThan(200);
    expect(lost('24:30')).toBeLessThan(lost('16:45') / 50);
  });
});

describe('rollback, warm and cold restart empty the memory and leave the bug awake', () => {
  test.each([
    ['rollback', parameter('rollback_interrupt')],
    ['warmRestart', parameter('warm_restart')],
    ['coldRestart', parameter('cold_restart')],
  ] as const)('%s', (type, minutes) => {
    const evening = at(small, [operation(), on(type, '17:30', 'paris1')], '17:29');
    evening.runTo(clock('17:30') - 1);
    const served = modulesOf(small, 'paris1').filter((module) => evening.servers.state[module] === MODULE.up);
    expect(served.length).toBeGreaterThan(1);
    evening.runTo(clock('17:30'));
    for (const module of served) expect(evening.servers.state[module]).toBe(MODULE.interrupted);
    const back = clock('17:30') + minutes * MINUTE;
    evening.runTo(back - 1);
    for (const module of served) expect(evening.servers.state[module]).toBe(MODULE.interrupted);
    evening.runTo(back);
    for (const module of served) {
      expect(evening.servers.state[module]).toBe(MODULE.up);
      expect(evening.servers.fill(module, back)).toBe(0);
    }
    evening.runTo(clock('27:00'));
    expect(awake(evening)).toEqual(all);
  });

  test('an order to a module that is full or rebooting waits for it', () => {
    const evening = createEvening(small, 1, [operation()]);
    // A minute at which some modules of the server reboot.
    let time = clock('17:10');
    const rebooting = (): number[] =>
      modulesOf(small, 'paris1').filter((module) => evening.servers.state[module] === MODULE.rebooting);
    do evening.runTo((time += MINUTE));
    while (rebooting().length === 0);
    const [module] = rebooting();
    evening.give(on('warmRestart', '16:00', 'paris1'));
    evening.runTo(time);
    expect(evening.servers.state[module]).toBe(MODULE.rebooting);
    while (evening.servers.state[module] === MODULE.rebooting) evening.runTo(evening.now + 1000);
    expect(evening.servers.state[module]).toBe(MODULE.interrupted);
  });

  test('restarts cut everyone, a rollback some, and it is written in the log', () => {
    const [warm, through] = cut('warmRestart', {});
    expect(through).toBeGreaterThan(10);
    expect(warm).toBe(through);
    expect(cut('rollback', { cut_share: 0 })[0]).toBe(0);
    const [some, of] = cut('rollback', { cut_share: 0.5 });
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(of);
  });
});

describe('the bug sleeps only after a rollback and a cold restart of a pair', () => {
  const rollback = on('rollback', '17:20', ...all);

  test('together: both for good', () => {
    const orders = [operation(), rollback, on('coldRestart', '18:00', 'paris1', 'aubervilliers')];
    const evening = at(small, orders, '18:30');
    expect(awake(evening)).toEqual(others('paris1', 'aubervilliers'));
    evening.runTo(clock('27:00'));
    expect(awake(evening)).toEqual(others('paris1', 'aubervilliers'));
    expect(lostAt(evening, 'paris1', '18:30') + lostAt(evening, 'aubervilliers', '18:30')).toBe(0);
    expect(lostAt(evening, 'paris2', '18:30')).toBeGreaterThan(0);
  });

  test('one alone: asleep, and woken again by its partner', () => {
    const evening = createEvening(small, 1, [operation(), rollback, on('coldRestart', '18:00', 'paris1')]);
    let slept = 0;
    while (evening.now < clock('18:40')) {
      evening.runTo(evening.now + 1000);
      if (!awake(evening).includes('paris1') && evening.now > clock('17:00')) slept += 1000;
    }
    expect(slept / MINUTE).toBeCloseTo(parameter('pair_window'), 1);
    expect(awake(evening)).toEqual(all);
  });

  test('too far from each other: both awake again', () => {
    const orders = [
      operation(),
      rollback,
      on('coldRestart', '18:00', 'paris1'),
      on('coldRestart', '18:30', 'aubervilliers'),
    ];
    expect(awake(at(small, orders, '20:00'))).toEqual(all);
  });

  test('without the rollback: never', () => {
    const evening = createEvening(small, 1, [
      operation(),
      on('coldRestart', '18:00', 'paris1', 'aubervilliers'),
    ]);
    while (evening.now < clock('19:00')) {
      evening.runTo(evening.now + 10_000);
      if (evening.now > clock('17:00')) expect(awake(evening)).toEqual(all);
    }
  });

  test('not before its last module is back, nor when its modules came back too far from each other', () => {
    const orders = [operation(), rollback, on('coldRestart', '18:00', 'lyon1', 'lyon2')];
    const withReboot = (minutes: number): WorldSpec => ({
      ...small,
      network: {
        ...small.network,
        servers: small.network.servers.map((server) => ({ ...server, reboot: minutes * MINUTE })),
      },
    });
    // Modules that reboot at 18:00 obey later: the server sleeps when the last of them is done.
    const evening = at(withReboot(6), orders, '18:00');
    const late = modulesOf(small, 'lyon1').filter(
      (module) => evening.servers.state[module] !== MODULE.interrupted,
    );
    expect(late.length).toBeGreaterThan(0);
    evening.runTo(clock('18:10'));
    expect(awake(evening)).toContain('lyon1');
    evening.runTo(clock('18:25'));
    expect(awake(evening)).toEqual(others('lyon1', 'lyon2'));
    // Rebooting longer than the window: those that serve come back too early for one that has just gone.
    const slow = at(withReboot(16), [operation(), rollback], '17:45');
    const inState = (state: number): number[] =>
      modulesOf(small, 'lyon1').filter((module) => slow.servers.state[module] === state);
    let before: number[];
    do {
      before = inState(MODULE.rebooting);
      slow.runTo(slow.now + MINUTE);
    } while (
      inState(MODULE.up).length === 0 ||
      inState(MODULE.rebooting).every((module) => before.includes(module))
    );
    slow.give(on('coldRestart', '16:15', 'lyon1', 'lyon2'));
    slow.runTo(slow.now + 60 * MINUTE);
    expect(awake(slow)).toContain('lyon1');
  });

  test('the operation done again wakes them', () => {
    const orders = [
      operation(),
      rollback,
      on('coldRestart', '18:00', 'paris1', 'aubervilliers'),
      { ...operation(), at: clock('19:00') },
    ];
    expect(awake(at(small, orders, '20:00'))).toEqual(all);
  });
});

test('a patch ends the bug on a server for good, whatever its partner and later operations do', () => {
  const orders = [operation(), on('patch', '18:00', 'paris1'), { ...operation(), at: clock('19:00') }];
  const evening = at(small, orders, '18:59');
  expect(awake(evening)).toEqual(others('paris1'));
  evening.runTo(clock('27:00'));
  expect(awake(evening)).toEqual(others('paris1'));
  expect(evening.servers.patched[serverIndex(small, 'paris1')]).toBe(1);
});

test('a rollback or an operation while some modules are being patched undoes no patch', () => {
  // Patched from 17:00 to 17:20 where modules serve, later where they reboot.
  for (const type of ['rollback', 'operation'] as const) {
    const args = { servers: ['reims'], spacingMin: 2 };
    const orders = [operation(), on('patch', '17:00', 'reims'), order('17:20', { type, args })];
    const evening = at(small, orders, '18:30');
    expect(evening.servers.patched[serverIndex(small, 'reims')]).toBe(1);
    expect(awake(evening)).not.toContain('reims');
  }
});

test('a module that reboots keeps every order that waits for it', () => {
  // Lyon 1 reboots for ten minutes: a rollback and a cold restart a minute later wait together, and both are done.
  for (let seed = 1; seed <= 5; seed++) {
    const orders = [
      operation(),
      on('rollback', '17:30', 'paris1', 'aubervilliers'),
      on('coldRestart', '17:31', 'paris1', 'aubervilliers'),
    ];
    expect(awake(at(small, orders, '18:30', seed))).toEqual(others('paris1', 'aubervilliers'));
  }
});

test('restarts one by one leave the others in service', () => {
  const spec = smallCountry({ bug: 0 });
  const servers = ['reims', 'paris1', 'lyon2'];
  for (const [kind, minutes] of [
    ['warm', parameter('warm_restart')],
    ['cold', parameter('cold_restart')],
  ] as const) {
    const evening = createEvening(spec, 1, [
      order('18:00', { type: 'restartOneByOne', args: { servers, kind, watchMin: 6 } }),
    ]);
    for (let time = clock('17:50'); time < clock('19:20'); time += MINUTE) {
      evening.runTo(time);
      const since = (time - clock('18:00')) / MINUTE;
      const turn = Math.floor(since / (minutes + 6));
      const expected =
        since >= 0 && turn < servers.length && since - turn * (minutes + 6) < minutes ? [servers[turn]] : [];
      const down = all.filter((id) =>
        modulesOf(spec, id).some((module) => evening.servers.state[module] !== MODULE.up),
      );
      expect(down).toEqual(expected);
    }
  }
});
