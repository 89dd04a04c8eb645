import { describe, expect, test } from 'vitest';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order, OrderBody } from '../../src/callflow/orders.ts';
import { OUTCOME } from '../../src/callflow/outcome.ts';
import { ROOMS } from '../../src/callflow/spec.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { areaIndex, finished, operation, order, parameter, smallCountry } from './callflowWorlds.ts';
import { attempts, originOf } from './callflowLog.ts';

const small = smallCountry();
const run = (spec: WorldSpec, orders: readonly Order[], seed = 1): Evening => finished(spec, seed, orders);
/** Phones used for second and later tries that were decided on after the advice. */
const phones = (evening: Evening): Set<string> => {
  const last = new Map<number, number>();
  const used = new Set<string>();
  for (const i of attempts(evening, '16:20')) {
    const caller = evening.log.caller[i];
    if ((last.get(caller) ?? 0) > clock('17:31') && evening.log.dialled(i) !== DIALLED.callback)
      used.add(originOf(evening, i));
    last.set(caller, evening.log.at[i]);
  }
  return used;
};
const went = (evening: Evening): number => evening.outcome.filter((o) => o === OUTCOME.wentThere).length;
const staffed = (time: string, factor: number): Order =>
  order(time, { type: 'staff', args: { areas: ['75'], rooms: ['15'], factor } });

describe('advice changes the phones of those who try again', () => {
  const spec = smallCountry({ advice_share: 1, uptake_ramp: 0.1, neighbour_phone: 0, share_mobile: 0.5 });
  const advised = (wording: 'mobile' | 'landline' | 'any' | 'goThere'): Evening =>
    run(spec, [operation(), order('17:30', { type: 'advise', args: { wording } })]);

  test('from a mobile: everyone who follows does', () => {
    expect(phones(advised('mobile'))).toEqual(new Set(['mobile']));
  });

  test('from a landline: a box in most homes, true copper in some', () => {
    expect(phones(advised('landline'))).toEqual(new Set(['box', 'copper']));
  });

  test('any phone: nothing changes but that it was said', () => {
    const said = advised('any');
    const unsaid = run(spec, [operation()]);
    expect(said.log.arrays()).toEqual(unsaid.log.arrays());
  });

  test('go there: more of those who stop trying do', () => {
    expect(went(advised('goThere'))).toBeGreaterThan(2 * went(advised('any')));
  });
});

describe('staff', () => {
  const paris = areaIndex(small, '75') * ROOMS.length;
  const takers = (evening: Evening, time: number): number => {
    evening.runTo(time);
    return evening.takers[paris];
  };
  const recall = parameter('recall_delay') * MINUTE;

  test('rises after the recall, falls at once, elsewhere stays', () => {
    const spec = smallCountry({ min_takers: 6 });
    const evening = createEvening(spec, 1, [staffed('18:00', 2), staffed('21:00', 0.5)]);
    const usual = evening.usual[paris];
    expect(takers(evening, clock('18:00') + recall - 1)).toBe(usual);
    expect(takers(evening, clock('18:00') + recall)).toBe(2 * usual);
    expect(takers(evening, clock('21:00') - 1)).toBe(2 * usual);
    expect(takers(evening, clock('21:00'))).toBe(Math.round(usual / 2));
    expect([...evening.takers].filter((each, room) => each !== evening.usual[room])).toHaveLength(1);
  });

  test('never empties a room', () => {
    expect(takers(createEvening(small, 1, [staffed('18:00', 0)]), clock('18:01'))).toBe(1);
  });

  test('sent home before they arrived do not arrive', () => {
    const evening = createEvening(small, 1, [staffed('18:00', 3), staffed('18:10', 1)]);
    expect(takers(evening, clock('20:00'))).toBe(evening.usual[paris]);
  });

  test('those who come answer those who wait', () => {
    const slow = smallCountry({
      patience_mean: 7200,
      lines_per_taker: 100,
      recall_delay: 30,
      talk_mean_15: 900,
    });
    const evening = createEvening(slow, 1, [staffed('16:20', 0), staffed('18:00', 4)]);
    evening.runTo(clock('18:30') - 1);
    const before = evening.waiting[paris];
    const busy = evening.busy[paris];
    expect(before).toBeGreaterThan(3);
    evening.runTo(clock('18:30'));
    const answered = Math.min(before, evening.takers[paris] - busy);
    expect(answered).toBeGreaterThan(3);
    expect(evening.waiting[paris]).toBe(before - answered);
  });
});

test('orders that name nothing of this world change nothing', () => {
  const nothing: OrderBody[] = [
    { type: 'isolate', args: { servers: ['nowhere'], on: true } },
    { type: 'goAround', args: { areas: ['999'] } },
    { type: 'staff', args: { areas: ['999'], rooms: ['15'], factor: 3 } },
  ];
  const evening = run(small, [operation(), ...nothing.map((body) => order('17:00', body))]);
  expect(evening.log.arrays()).toEqual(run(small, [operation()]).log.arrays());
});
