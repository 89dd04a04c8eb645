import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIALLED, causeIndex } from '../../src/callflow/attemptLog.ts';
import { listErrorsOf } from '../../src/callflow/circumstances.ts';
import type { Circumstance } from '../../src/callflow/circumstances.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order } from '../../src/callflow/orders.ts';
import { hashEvening, loadEvening, saveEvening } from '../../src/callflow/snapshot.ts';
import { OUTCOME } from '../../src/callflow/outcome.ts';
import { ORIGINS, ROOMS } from '../../src/callflow/spec.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';
import { moments, orderLists, seeds } from './callflowArbitrary.ts';
import { areaIndex, country, operation, order, smallCountry } from './callflowWorlds.ts';

const small = smallCountry();
/** Rooms where nobody waits, a network without the bug: what changes is what a circumstance changes. */
const roomy = smallCountry({ min_takers: 200, lines_per_taker: 100, bug: 0 });
const START = roomy.clock.start;
const REBOOTING = causeIndex('serverRebooting');
const WRONG = causeIndex('wrongNumber');

function played(
  spec: WorldSpec,
  seed: number,
  circumstances: readonly (readonly [Circumstance, number])[],
  orders: readonly Order[] = [],
): Evening {
  const evening = createEvening(spec, seed, orders);
  for (const [circumstance, at] of circumstances) evening.enterCircumstance(circumstance, at);
  evening.runToEnd();
  return evening;
}

const abandoned = ({ log }: Evening): number => {
  let count = 0;
  for (let i = 0; i < log.count; i++) if (log.cause(i) === causeIndex('abandoned')) count++;
  return count;
};

describe('presence', () => {
  test('serves a share of those who give up, where somebody stands outside and as long as they do', () => {
    const spec = smallCountry({ worried_factor: 1, go_there: 0 });
    const until = clock('21:00');
    const none = played(spec, 1, [], [operation()]);
    const some = played(
      spec,
      1,
      [[{ kind: 'presence', areas: ['75'], share: 1, until }, START]],
      [operation()],
    );
    const paris = areaIndex(spec, '75');
    let met = 0;
    for (let caller = 0; caller < none.callers.count; caller++) {
      if (none.outcome[caller] !== OUTCOME.neverServed) continue;
      const stopped = none.log.end[none.attemptOf[caller]!]!;
      const outside = none.callers.area[caller] === paris && stopped < until;
      expect(some.outcome[caller]).toBe(outside ? OUTCOME.wentThere : OUTCOME.neverServed);
      if (outside) met++;
    }
    expect(met).toBeGreaterThan(0);
  });
});

describe('handling', () => {
  const FIRE = { kind: 'handling', areas: ['59'], rooms: ['18-112'], factor: 1.15, extra: 90_000 } as const;

  test('makes talks last so many times as long and so much longer, in those rooms only', () => {
    const usual = played(roomy, 1, []);
    const slow = played(roomy, 1, [[FIRE, START]]);
    const room = areaIndex(roomy, '59') * ROOMS.length + ROOMS.indexOf('18-112');
    let compared = 0;
    for (let i = 0; i < usual.log.count; i++) {
      const caller = usual.log.caller[i];
      expect(slow.log.caller[i]).toBe(caller);
      if (usual.log.end[i] === 0 || slow.log.end[i] === 0) continue;
      const need = usual.callers.need[caller];
      const talked = slow.log.end[i] - slow.log.answered[i];
      expect(talked).toBe(slow.room[caller] === room ? Math.floor(need * 1.15) + 90_000 : need);
      if (slow.room[caller] === room) compared++;
    }
    expect(compared).toBeGreaterThan(50);
  });

  test('quicker sorting shortens queues', () => {
    const crowded = smallCountry({ patience_mean: 60 });
    const quick = { kind: 'handling', areas: 'all', rooms: ROOMS, factor: 0.6, extra: 0 } as const;
    for (const seed of [1, 2, 3])
      expect(abandoned(played(crowded, seed, [[quick, START]]))).toBeLessThan(
        abandoned(played(crowded, seed, [])),
      );
  });
});

describe('a pocket', () => {
  const BOX = ORIGINS.indexOf('box');
  const POCKET = { kind: 'pocket', areas: ['69', '33'], origins: ['box'], share: 0.5 } as const;

  test('fails a share of the calls from boxes to its areas, and no others', () => {
    let lost = 0;
    let boxes = 0;
    for (const seed of [1, 2, 3, 4]) {
      const { log, callers, spec } = played(roomy, seed, [[POCKET, clock('22:00')]]);
      for (let i = log.firstFrom(clock('22:00') + 1); i < log.count; i++) {
        const code = spec.areas[callers.area[log.caller[i]]].code;
        const inside = log.origin(i) === BOX && (code === '69' || code === '33');
        if (inside) boxes++;
        if (log.cause(i) !== REBOOTING) continue;
        expect(inside).toBe(true);
        lost++;
      }
    }
    expect(boxes).toBeGreaterThan(100);
    expect(Math.abs(lost - boxes / 2)).toBeLessThan(4 * Math.sqrt(boxes / 4));
  });

  test('ends when its share is nothing again', () => {
    const over = { ...POCKET, share: 0 };
    const { log } = played(roomy, 1, [
      [POCKET, clock('20:00')],
      [over, clock('21:00')],
    ]);
    let late = 0;
    for (let i = log.firstFrom(clock('21:00') + 1); i < log.count; i++)
      if (log.cause(i) === REBOOTING) late++;
    expect(late).toBe(0);
  });
});

test('mutual aid: a share of the calls is answered by the same room of the neighbour', () => {
  const AID = { kind: 'aid', from: '69', to: '33', rooms: ['15'], share: 0.4 } as const;
  const { room, callers, outcome, spec } = played(roomy, 2, [[AID, START]]);
  const from = areaIndex(spec, '69');
  const to = areaIndex(spec, '33') * 3;
  let helped = 0;
  let all = 0;
  for (let caller = 0; caller < callers.count; caller++) {
    if (outcome[caller] === 0 || callers.area[caller] !== from || callers.number[caller] !== 0) continue;
    if (room[caller] % 3 !== 0) continue;
    all++;
    if (room[caller] === to) helped++;
  }
  expect(all).toBeGreaterThan(100);
  expect(Math.abs(helped - 0.4 * all)).toBeLessThan(4 * Math.sqrt(0.24 * all));
});

describe('lists', () => {
  const { spec } = country();
  const PUBLISHED = [
    order('18:00', { type: 'operation', args: { servers: 'all', spacingMin: 2 } }),
    order('18:00', { type: 'openNumbers', args: { areas: 'all', rooms: ROOMS, technology: 'mobile' } }),
    order('18:10', { type: 'publishNumbers', args: { areas: 'all', tested: false, reach: 1 } }),
  ];
  const wrongRooms = (circumstances: readonly Circumstance[]): number[] => {
    const evening = createEvening(spec, 5, PUBLISHED);
    for (const circumstance of circumstances) evening.enterCircumstance(circumstance, spec.clock.start);
    evening.runTo(clock('18:11'));
    return Array.from({ length: spec.areas.length * 3 }, (_, room) => room).filter((room) =>
      evening.numbers.isWrong(room),
    );
  };

  test('are as wrong as they are said to be: more errors keep those there were', () => {
    const usual = wrongRooms([]);
    const home = wrongRooms([{ kind: 'listErrors', areas: 'all', share: 1 / 3 }]);
    for (const room of usual) expect(home).toContain(room);
    const rooms = spec.areas.length * 3;
    expect(Math.abs(home.length - rooms / 3)).toBeLessThan(4 * Math.sqrt((rooms * 2) / 9));
  });

  test('differ by département, by draws of the evening whose mean is the scenario’s rate', () => {
    const shares = [1, 2, 3, 4].flatMap((seed) =>
      listErrorsOf(spec, seed).map((each) => (each.kind === 'listErrors' ? each.share : Number.NaN)),
    );
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    const { errorRate } = spec.tenDigit;
    expect(Math.abs(mean - errorRate)).toBeLessThan((4 * errorRate) / Math.sqrt(3 * shares.length));
    expect(listErrorsOf(spec, 1)).toEqual(listErrorsOf(spec, 1));
    const evening = played(
      spec,
      5,
      listErrorsOf(spec, 5).map((each) => [each, spec.clock.start] as const),
      PUBLISHED,
    );
    let wrong = 0;
    for (let i = 0; i < evening.log.count; i++)
      if (evening.log.cause(i) === WRONG && evening.log.dialled(i) === DIALLED.tenDigit) wrong++;
    expect(wrong).toBeGreaterThan(0);
  });
});

describe('an evening with circumstances', () => {
  const areas = fc.constantFrom('all' as const, ['59', '69']);
  const rooms = fc.uniqueArray(fc.constantFrom(...ROOMS), { minLength: 1 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const one: fc.Arbitrary<Circumstance> = fc.oneof(
    fc.record({
      kind: fc.constant('handling' as const),
      areas,
      rooms,
      factor: fc.double({ min: 0.1, max: 5, noNaN: true }),
      extra: fc.integer({ min: 0, max: 300_000 }),
    }),
    fc.record({
      kind: fc.constant('pocket' as const),
      areas,
      origins: fc.uniqueArray(fc.constantFrom(...ORIGINS), { minLength: 1 }),
      share,
    }),
    fc.record({
      kind: fc.constant('aid' as const),
      from: fc.constantFrom('59', '75'),
      to: fc.constantFrom('69', '33'),
      rooms,
      share,
    }),
    fc.record({ kind: fc.constant('listErrors' as const), areas, share }),
  );

  test('does not depend on how it is sliced, saved and loaded; without any it is as before', () => {
    expect(played(small, 1, []).circumstances).toBe(null);
    fc.assert(
      fc.property(
        seeds,
        orderLists(small),
        fc.array(fc.tuple(one, moments(small)), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(moments(small), fc.boolean()), { maxLength: 6 }),
        (seed, orders, circumstances, stops) => {
          const whole = played(small, seed, circumstances, orders);
          let sliced = createEvening(small, seed, orders);
          for (const [circumstance, at] of circumstances) sliced.enterCircumstance(circumstance, at);
          for (const [at, save] of stops.toSorted(([a], [b]) => a - b)) {
            sliced.runTo(at);
            if (!save) continue;
            const loaded = loadEvening(small, saveEvening(sliced));
            if (!loaded.ok) throw new Error(loaded.error.code);
            sliced = loaded.value;
          }
          sliced.runToEnd();
          expect(hashEvening(sliced)).toBe(hashEvening(whole));
        },
      ),
      { numRuns: 40, seed: 31 },
    );
  });
});
