import { expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf } from './exerciseSample.ts';

function seated(home = '59'): Exercise {
  const exercise = exerciseOf(3, 'willing-2021', ['orange', 'ministry', 'anssi'], { home });
  exercise.runTo(clock('18:00'));
  exercise.authorities.services.push('prefect');
  return exercise;
}

const act = (exercise: Exercise, id: string): void =>
  expect(exercise.apply('services', { type: 'act', act: id, args: {}, rests: [] })).toBe(null);

const resultsOf = (exercise: Exercise, id: string) => exercise.actsOf('services', id).at(-1)!.results;

test('what is lent is told in call-takers, and once it is over in what callers have waited', () => {
  const exercise = seated();
  act(exercise, 'services.mutualAid');
  const { endsAt } = exercise.acts.at(-1)!;
  exercise.runTo(endsAt);
  const now = resultsOf(exercise, 'services.mutualAid').find(({ key }) => key === 'takersNow')!;
  expect(Number(now.params['after'])).toBeLessThan(Number(now.params['before']));
  expect(now.params['until']).toBe(endsAt + 60 * MINUTE);
  exercise.runTo(endsAt + 60 * MINUTE);
  const waited = resultsOf(exercise, 'services.mutualAid').find(({ key }) => key === 'waited')!;
  expect(Number(waited.params['seconds'])).toBeGreaterThan(Number(waited.params['before']));
  expect(Number(waited.params['late'])).toBeGreaterThan(0);
  expect(Number(waited.params['late'])).toBeLessThan(Number(waited.params['calls']));
  const line = exercise.journal.services.findLast(({ kind }) => kind === 'result')!;
  expect([line.ref, line.at]).toEqual(['services.mutualAid', endsAt + 60 * MINUTE]);
});

test('a share too small to take anybody away says so', () => {
  const exercise = seated('48');
  act(exercise, 'services.askFully');
  exercise.runTo(exercise.acts.at(-1)!.endsAt);
  expect(resultsOf(exercise, 'services.askFully').map(({ key }) => key)).toContain('takersSame');
});

test('people called in are told as so many call-takers', () => {
  const exercise = seated();
  act(exercise, 'services.doubleStaff');
  exercise.runTo(exercise.acts.at(-1)!.endsAt);
  const coming = resultsOf(exercise, 'services.doubleStaff').find(({ key }) => key === 'staffComing')!;
  expect(Number(coming.params['after'])).toBeGreaterThan(Number(coming.params['before']));
});

test('a room sees in how long it answers, and who hung up', () => {
  const exercise = seated();
  act(exercise, 'services.mutualAid');
  exercise.runTo(exercise.acts.at(-1)!.endsAt + 30 * MINUTE);
  const gauge = project(exercise, 'services').gauges.find((each) => each.kind === 'rooms')!;
  if (gauge.kind !== 'rooms') throw new Error('no rooms');
  expect(gauge.rooms.some(({ delay15 }) => delay15 > 0)).toBe(true);
  for (const { delay15, gaveUp15 } of gauge.rooms) {
    expect(delay15).toBeGreaterThanOrEqual(0);
    expect(gaveUp15).toBeGreaterThanOrEqual(0);
  }
});
