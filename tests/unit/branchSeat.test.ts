import { describe, expect, test } from 'vitest';
import { decisionRows } from '../../src/debrief/decisions.ts';
import { readLog } from '../../src/exercise/log/readLog.ts';
import { replay } from '../../src/exercise/log/replay.ts';
import { clock } from '../../src/kernel/time.ts';
import { firstMoments } from '../../src/panels/debrief/firstMoments.ts';
import { isOwnMoment, ownMomentsFirst } from '../../src/panels/debrief/ownMoments.ts';
import { groundOf } from '../../src/session/ground.ts';
import type { SeatId, TurningPoint } from '../../src/session/playProtocol.ts';
import { HeldSession, soloSetup } from './playSessionSample.ts';
import { turningPoint } from './turningSample.ts';

const moment = (at: number, seat: SeatId | null, params: TurningPoint['params'] = {}): TurningPoint =>
  turningPoint({ at, seat, params, key: 'machine.cost.calls', unrouted: 100 });

/** Played to 18:00 by a person in these seats, then taken up again at 17:10 in another one. */
function takenUp(seats: readonly SeatId[], seat: SeatId, home = '59') {
  const held = new HeldSession();
  held.ask({ type: 'open', setup: soloSetup(seats, { to: clock('19:00'), home }), guided: false });
  held.ask({ type: 'jump', to: clock('18:00') });
  const said = held.ask({ type: 'branch', at: clock('17:10'), seat });
  return { held, opened: held.one(said, 'opened') };
}

describe('an evening taken up again in the seat in whose hands a moment lay', () => {
  test('is held there from that minute on, and the seat left goes on without the person', () => {
    const { held, opened } = takenUp(['services'], 'orange');
    expect(opened.seats).toEqual(['orange']);
    expect(opened.setup.seats.orange).toEqual({ by: 'person' });
    expect(opened.setup.seats.services).toEqual({ by: 'machine', doctrine: 'willing-2021' });
    const refused = held.command('services', { type: 'write', text: 'x', statements: [] });
    expect(held.one(refused, 'refused').refusal.code).toBe('notYours');
    expect(
      held.command('orange', { type: 'write', text: 'x', statements: [] }).map(({ type }) => type),
    ).toContain('accepted');
  });

  test('does the same until then, and its log plays again to the same hash', () => {
    const { held } = takenUp(['services'], 'orange');
    held.ask({ type: 'jump', to: clock('18:00') });
    const read = readLog(held.text);
    const open = groundOf('2021-06-02');
    if (!read.ok || !open.ok) throw new Error('the log of the branch cannot be read');
    const replayed = replay(read.value, open.value.ground);
    if (!replayed.ok) throw new Error(replayed.error.code);
    const { exercise } = replayed.value;
    exercise.runTo(clock('18:00'));
    const resumed = new HeldSession();
    const opened = resumed.one(
      resumed.ask({ type: 'resume', text: held.text, at: clock('18:00') }),
      'opened',
    );
    expect(opened.seats).toEqual(['orange']);
    expect(resumed.hash).toBe(held.hash);
    const ofOrange = decisionRows(exercise, []).filter(({ seat }) => seat === 'orange');
    expect(ofOrange.some(({ at }) => at < clock('17:10'))).toBe(true);
    expect(ofOrange.filter(({ by, at }) => at >= clock('17:10') && by === 'machine')).toEqual([]);
  });

  test('gives whoever takes the services a département of their own', () => {
    const { opened } = takenUp(['orange'], 'services', 'drawn');
    expect(opened.seats).toEqual(['services']);
    expect(opened.setup.home).toMatch(/^\d[\dAB]\d?$/);
  });

  test('comes beside the seats of people around one table', () => {
    expect(takenUp(['ministry', 'services'], 'orange').opened.seats).toEqual([
      'orange',
      'ministry',
      'services',
    ]);
  });

  test('that one holds already stays as it was', () => {
    expect(takenUp(['services'], 'services').opened.seats).toEqual(['services']);
  });
});

test('what the rooms of other départements did is no moment of whoever holds one of them', () => {
  const rooms = moment(1, 'services', { seat: 'rooms' });
  const own = moment(2, 'services', { seat: 'services' });
  expect([isOwnMoment(rooms, ['services']), isOwnMoment(own, ['services'])]).toEqual([false, true]);
  expect([isOwnMoment(own, ['orange']), isOwnMoment(moment(3, null), ['orange'])]).toEqual([false, false]);
  expect(ownMomentsFirst([rooms, own], ['services'])).toEqual([own, rooms]);
  const many = [moment(4, 'orange'), rooms, moment(5, 'orange'), own];
  expect(firstMoments(many, ['services'])).toContain(own);
});
