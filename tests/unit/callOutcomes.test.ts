import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf } from './exerciseSample.ts';

function seated(seed: number): Exercise {
  const exercise = exerciseOf(seed, 'willing-2021', ['orange', 'ministry', 'anssi'], { home: '77' });
  exercise.runTo(clock('17:05'));
  return exercise;
}

const call = (exercise: Exercise, to: readonly string[]): void =>
  expect(
    exercise.apply('services', {
      type: 'send',
      to,
      channel: 'phone',
      statements: [],
      text: 'Vu.',
    }),
  ).toBe(null);

describe('a call to several', () => {
  test.each([1, 2, 3])('evening %i: each has its outcome in the main courante', (seed) => {
    const exercise = seated(seed);
    call(exercise, ['prefects', 'ministry']);
    const { id } = exercise.messages.find(({ text }) => text === 'Vu.')!;
    expect(project(exercise, 'services').waiting.on.map(({ from, what }) => [from, what])).toEqual([
      ['prefects', 'call'],
      ['ministry', 'call'],
    ]);
    exercise.runTo(clock('17:50'));
    const lines = exercise.journal.services.filter(({ params }) => params['message'] === id);
    const told = lines.flatMap(({ kind, params }) =>
      kind === 'reached' || kind === 'failed' ? params['to'] : [],
    );
    const back = exercise.messages.filter(({ answers }) => answers === id).map(({ from }) => from);
    expect([...told, ...back].toSorted()).toEqual(['ministry', 'prefects']);
    expect(project(exercise, 'services').waiting.on.filter(({ what }) => what === 'call')).toEqual([]);
  });
});

test('what one waits for: one’s own searches while they last, and no question that a letter has answered', () => {
  const exercise = seated(1);
  expect(
    exercise.apply('services', { type: 'act', act: 'services.checkEquipment', args: {}, rests: [] }),
  ).toBe(null);
  const waits = () => project(exercise, 'services').waiting.on;
  expect(waits()).toContainEqual(expect.objectContaining({ what: 'act', act: 'services.checkEquipment' }));
  exercise.runTo(exercise.acts.at(-1)!.endsAt + MINUTE);
  expect(waits().filter(({ what }) => what === 'act')).toEqual([]);
});
