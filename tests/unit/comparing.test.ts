import { expect, test } from 'vitest';
import { happenInWorld } from '../../src/exercise/events/worldEffects.ts';
import type { WorldEffect } from '../../src/scenario/play/choices.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { heardEverywhere } from '../../src/exercise/instruments/heard.ts';
import { INSTRUMENTS } from '../../src/exercise/instruments/index.ts';
import {
  ALL_ROOMS,
  LEAST_CUT,
  LEAST_REPEATED,
  signsOf,
  WINDOW,
} from '../../src/exercise/instruments/rooms.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { chainsGauge } from '../../src/view/seat/gauges/chains.ts';
import { exerciseOf } from './exerciseSample.ts';

function done(exercise: Exercise, id: string): readonly string[] {
  expect(exercise.apply('services', { type: 'act', act: id, args: {}, rests: [] }), id).toBeNull();
  exercise.runTo(exercise.now + 12 * MINUTE);
  return exercise
    .actsOf('services', id)
    .at(-1)!
    .results.map(({ key }) => key);
}

test.each([1, 2, 3, 4])('comparing with the usual always gives its counts (seed %i)', (seed) => {
  const exercise = exerciseOf(seed, 'as-in-2021', ['orange', 'ministry', 'anssi']);
  exercise.runTo(clock('16:40'));
  const keys = done(exercise, 'services.compareCalls');
  expect(keys).not.toContain('nothingFound');
  expect(keys.some((key) => ['callsAsUsual', 'found', 'foundSame'].includes(key))).toBe(true);
});

test.each([1, 2, 3])('neighbours who are rung tell what would strike a room at home (seed %i)', (seed) => {
  const exercise = exerciseOf(seed, 'as-in-2021');
  exercise.runTo(clock('17:04'));
  const { evening, now, cause, opening } = exercise;
  const areas = evening.spec.areas.map(({ code }) => code);
  const heard = heardEverywhere(evening, now - WINDOW, now);
  for (let area = 0; area < areas.length; area++) {
    if (area === opening.home) continue;
    const world = { evening, now, home: opening.home, near: [], cause, traits: {}, looks: 0 };
    const told = INSTRUMENTS['services.neighbours']({ ...world, args: { areas: [areas[area]] } });
    const signs = signsOf(evening, heard, area, ALL_ROOMS, now - WINDOW, now);
    const odd = signs.told || signs.silent || signs.cut >= LEAST_CUT || signs.repeated >= LEAST_REPEATED;
    const says = told.some(({ type }) => type === 'emergency.affected' || type === 'voice.degraded');
    expect(says, areas[area]).toBe(odd);
  }
});

test('a call is said to be made, and never passed on before it gets through', () => {
  const exercise = exerciseOf(1, 'as-in-2021', ['orange', 'ministry', 'anssi']);
  exercise.runTo(clock('17:30'));
  const keys = done(exercise, 'services.warnHospitals');
  expect(keys.some((key) => key.startsWith('rung'))).toBe(true);
  expect(keys).not.toContain('told');
});

test("the gauge of reports counts the départements that prefects' letters named, once they are opened", () => {
  const exercise = exerciseOf(1, 'as-in-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock('16:40'));
  const letter = {
    op: 'envelope',
    key: 'guidedMinistry1',
    from: 'prefects',
    to: ['ministry'],
    channel: 'crisis',
    facts: [{ fact: 'emergency.affected', about: { areas: ['12', '59'] }, confidence: 0.5 }],
  } satisfies WorldEffect;
  const named = (): readonly string[] =>
    chainsGauge(exercise).chains.find(({ chain }) => chain === 'prefects')!.areas;
  happenInWorld(exercise, letter, 0);
  exercise.runTo(exercise.now + MINUTE);
  expect(named()).toEqual([]);
  const { id } = exercise.messages.findLast(({ key }) => key === 'messages.guidedMinistry1')!;
  exercise.apply('ministry', { type: 'read', message: id });
  expect(named()).toEqual(['12', '59']);
});
