import { describe, expect, test } from 'vitest';
import { CAUSES, UNROUTED } from '../../src/callflow/cause.ts';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { minutesOf } from '../../src/exercise/acts/acts.ts';
import { clock } from '../../src/kernel/time.ts';
import { exerciseOf, ground, play, setupOf } from './exerciseSample.ts';

const prepared = (...measures: readonly string[]): Exercise => exerciseOf(3, 'as-in-2021', [], { measures });

const act = (id: string): CommandBody => ({ type: 'act', act: id, args: {}, rests: [] });

function lost(exercise: Exercise, to: string): number {
  exercise.runTo(clock(to));
  const { log } = exercise.evening;
  let count = 0;
  for (let i = log.firstFrom(clock('16:45')); i < log.count; i++)
    if (UNROUTED.includes(CAUSES[log.cause(i)]!)) count++;
  return count;
}

test('every measure opens an evening', () => {
  for (const { id } of play.measures) expect(prepared(id).preparedness.measures).toEqual([id]);
  const all = play.measures.map(({ id }) => id);
  expect(prepared(...all).preparedness.measures).toEqual(all);
});

test('an unknown one is refused by its name, with the nearest', () => {
  const opened = openExercise(setupOf(1, 'as-in-2021', [], { measures: ['nightWindows'] }), ground);
  expect(opened).toMatchObject({ ok: false, error: [{ path: 'measures', nearest: 'nightWindow' }] });
});

describe('the operation', () => {
  test('in a night window leaves the evening without a fault', () => {
    expect(lost(prepared(), '18:30')).toBeGreaterThan(500);
    expect(lost(prepared('nightWindow'), '18:30')).toBe(0);
  });

  test('one server at a time stops at the first that falls ill: fewer calls are lost, and its cause is seen', () => {
    const exercise = prepared('oneServerAtATime');
    const fewer = lost(exercise, '18:30');
    expect(fewer).toBeLessThan(0.7 * lost(prepared(), '18:30'));
    expect(exercise.state.operationHalted).toBe(true);
    expect(exercise.evening.servers.awake.filter((awake) => awake !== 0).length).toBeLessThan(6);
  });

  test('leaves servers of another vendor alone', () => {
    const exercise = prepared('twoVendors');
    exercise.runTo(clock('17:30'));
    exercise.spec.network.servers.forEach(({ id }, server) => {
      if (id.startsWith('lyon')) expect(exercise.evening.servers.awake[server]).toBe(0);
    });
  });
});

const ip = (exercise: Exercise): number =>
  exercise.spec.areas.filter(({ technology }) => technology === 'ip').length;

test('rooms move to IP up to the share that a plan asks for, always the same ones', () => {
  const planned = prepared('copperPlan');
  expect(ip(planned)).toBe(Math.round(0.5 * planned.spec.areas.length));
  expect(prepared('copperPlan').spec.id).toBe(planned.spec.id);
  expect(planned.spec.id).not.toBe(prepared().spec.id);
});

test('an act that a measure opens is refused without it, and says which measure', () => {
  expect(prepared().check('ministry', act('ministry.publishAgreed'))).toEqual({
    code: 'measure',
    params: { measure: 'preagreedNumbers' },
  });
  expect(prepared('preagreedNumbers').check('ministry', act('ministry.publishAgreed'))).toBe(null);
});

test('a prepared act takes its share of the time', () => {
  const spec = play.acts.find(({ id }) => id === 'orange.checkInventory')!;
  expect(minutesOf(prepared('technicalAdvice'), spec)).toBe(spec.minutes * 0.5);
});

const known = (exercise: Exercise): number | undefined => {
  exercise.runTo(clock('17:30'));
  const { held, statements } = exercise.knowledge;
  return held.orange.find(({ statement }) => statements[statement]!.type === 'emergency.affected')?.since;
};

test('an instrument switched on works by itself from the start, and tells late', () => {
  expect(known(prepared())).toBeUndefined();
  const since = known(prepared('dedicatedSupervision'));
  expect(since).toBeGreaterThan(clock('16:45'));
  expect(since).toBeLessThan(clock('17:15'));
});

test('a machine follows what a measure adds, whatever its doctrine, and says so', () => {
  const exercise = exerciseOf(3, 'as-in-2021', undefined, { measures: ['operatorsCollaboration'] });
  exercise.runTo(clock('20:00'));
  expect(
    exercise.reasons.some(({ why, measure }) => why === 'measure' && measure === 'operatorsCollaboration'),
  ).toBe(true);
  expect(exercise.milestones['otherOperatorsTold']).toBeLessThan(clock('19:30'));
});

test('a tested list is right whatever is published of it', () => {
  const exercise = prepared('verifiedList');
  exercise.tell('ministry', { type: 'LIST_READY' });
  const { evening } = exercise;
  exercise.give({
    at: exercise.now,
    by: 'ministry',
    type: 'openNumbers',
    args: { areas: 'all', rooms: ['15'], technology: 'inventory' },
  });
  exercise.give({
    at: exercise.now,
    by: 'ministry',
    type: 'publishNumbers',
    args: { areas: 'all', tested: false, reach: 0.5 },
  });
  exercise.runTo(clock('16:31'));
  const rooms = exercise.spec.areas.map((_, area) => area * 3);
  expect(rooms.filter((room) => evening.numbers.isWrong(room) || evening.numbers.isCopper(room))).toEqual([]);
});
