import { describe, expect, test } from 'vitest';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import { CAUSES } from '../../src/callflow/cause.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order } from '../../src/callflow/orders.ts';
import { ROOMS } from '../../src/callflow/spec.ts';
import type { Room, WorldSpec } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';
import { country, finished, operation, order, parameter, smallCountry } from './callflowWorlds.ts';
import { areaOf, attempts, originOf } from './callflowLog.ts';

const run = (spec: WorldSpec, orders: readonly Order[], seed = 1): Evening => finished(spec, seed, orders);
const ALL_ROOMS: readonly Room[] = ROOMS;
const spec = smallCountry({
  uptake_max: 1,
  uptake_ramp: 10,
  first_use: 0.3,
  error_rate: 0.5,
  trunk_share: 0.5,
});
const open = (technology: 'copper' | 'ip' | 'mobile' | 'inventory'): Order =>
  order('18:00', {
    type: 'openNumbers',
    args: { areas: ['75', '69', '59', '13'], rooms: ALL_ROOMS, technology },
  });
const publish = (tested: boolean): Order =>
  order('18:30', { type: 'publishNumbers', args: { areas: ['75', '69'], tested, reach: 1 } });
const published = (time: string, tested: boolean, reach: number): Order =>
  order(time, { type: 'publishNumbers', args: { areas: 'all', tested, reach } });
const tenDigit = (evening: Evening): number[] =>
  attempts(evening, '16:20').filter((i) => evening.log.dialled(i) === DIALLED.tenDigit);
const crossing = (technology: 'copper' | 'ip' | 'mobile'): Set<boolean> => {
  const evening = run(spec, [operation(), open(technology), publish(false)]);
  return new Set(
    tenDigit(evening)
      .filter((i) => originOf(evening, i) !== 'copper' && evening.log.cause(i) !== 5)
      .map((i) => evening.log.server(i) >= 0),
  );
};
const kinds = (tested: boolean): { wrong: number; copper: number } => {
  const full = country({ error_rate: 0.3 }).spec;
  const evening = createEvening(full, 1, [
    order('18:00', {
      type: 'openNumbers',
      args: { areas: 'all', rooms: ALL_ROOMS, technology: 'inventory' },
    }),
    order('18:30', { type: 'publishNumbers', args: { areas: 'all', tested, reach: 1 } }),
  ]);
  evening.runTo(clock('18:30'));
  const rooms = Array.from({ length: full.areas.length * ROOMS.length }, (_, room) => room);
  return {
    wrong: rooms.filter((room) => evening.numbers.isWrong(room)).length / rooms.length,
    copper: rooms.filter((room) => evening.numbers.isCopper(room)).length / rooms.length,
  };
};

describe('substitute numbers', () => {
  test('are dialled once published, where published, and not before', () => {
    expect(tenDigit(run(spec, [operation(), open('mobile')]))).toEqual([]);
    const evening = run(spec, [operation(), open('mobile'), publish(true)]);
    const used = tenDigit(evening);
    expect(used.length).toBeGreaterThan(50);
    for (const i of used) {
      expect(evening.log.at[i]).toBeGreaterThan(clock('18:30'));
      expect(['75', '69']).toContain(areaOf(evening, i));
    }
  });

  test('published without being open are nothing', () => {
    expect(tenDigit(run(spec, [operation(), publish(true)]))).toEqual([]);
  });

  test('some dial them first, others after a failure only', () => {
    const evening = run(spec, [operation(), open('mobile'), publish(true)]);
    const first = new Set<boolean>();
    for (const i of tenDigit(evening))
      first.add(evening.log.at[i] === evening.callers.arrival[evening.log.caller[i]]);
    expect(first).toEqual(new Set([true, false]));
  });

  test('on copper cross the same servers, on mobile or IP never', () => {
    expect(crossing('copper')).toEqual(new Set([true]));
    expect(crossing('ip')).toEqual(new Set([false]));
    expect(crossing('mobile')).toEqual(new Set([false]));
  });

  test('a tested list has no wrong entry and no copper; an untested one keeps both', () => {
    expect(kinds(true)).toEqual({ wrong: 0, copper: 0 });
    const untested = kinds(false);
    expect(untested.wrong).toBeCloseTo(0.3, 1);
    expect(untested.copper).toBeCloseTo(parameter('copper_share'), 1);
  });

  test('a mended entry goes on misleading those who noted the wrong one and did not read the correction', () => {
    const wrong = smallCountry({ uptake_max: 1, uptake_ramp: 10, first_use: 1, error_rate: 1 });
    const orders = [
      operation(),
      open('mobile'),
      published('18:30', false, 0.6),
      published('19:00', true, 0.3),
      // Who reads it for the first time reads the right one.
      published('19:10', true, 1),
    ];
    const evening = finished(wrong, 1, orders);
    const misled: boolean[] = [];
    for (const i of attempts(evening, '19:30').filter(
      (each) => evening.log.dialled(each) === DIALLED.tenDigit,
    )) {
      const awareness = evening.callers.awareness[evening.log.caller[i]!]!;
      const noted = awareness >= 0.3 * 0.6 && awareness < 0.6;
      expect(CAUSES[evening.log.cause(i)] === 'wrongNumber').toBe(noted);
      misled.push(noted);
    }
    expect(new Set(misled)).toEqual(new Set([true, false]));
  });

  test('withdrawn are no longer learned, and two in three of those who noted them do not hear of it', () => {
    const withdrawal = clock('19:30');
    const evening = createEvening(spec, 1, [
      operation(),
      open('mobile'),
      publish(true),
      order('19:30', { type: 'withdrawNumbers', args: { areas: 'all' } }),
    ]);
    evening.runTo(withdrawal - 1);
    const rooms = evening.busy.map((_, room) => room);
    const known = rooms.map((room) => evening.numbers.uptake(room, withdrawal));
    expect(known.some((share) => share > 0)).toBe(true);
    evening.runToEnd();
    for (const room of rooms)
      for (const time of [withdrawal + 1, clock('26:00')])
        expect(evening.numbers.uptake(room, time)).toBeCloseTo((2 / 3) * known[room]!, 10);
    const used = tenDigit(evening);
    expect(evening.log.at[used.at(-1)!]).toBeGreaterThan(withdrawal);
    for (const room of rooms) expect(evening.numbers.isPublished(room)).toBe(false);
  });
});
