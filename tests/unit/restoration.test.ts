import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { concluded } from '../../src/exercise/knowledge/restoration.ts';
import type { Reading } from '../../src/exercise/instruments/reading.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf } from './exerciseSample.ts';

function orange(at: string): Exercise {
  const exercise = exerciseOf(4, 'as-in-2021', ['orange']);
  exercise.runTo(clock(at));
  return exercise;
}

function testCalls(exercise: Exercise, act = 'orange.testCalls') {
  const body = { type: 'act', act, args: {}, rests: [] } as const;
  expect(exercise.apply('orange', body), act).toBe(null);
  exercise.runTo(exercise.now + 20 * MINUTE);
  return exercise.acts.findLast(({ spec }) => spec === act)!;
}

const restored = (exercise: Exercise): number[] =>
  exercise.knowledge.held.orange
    .filter(({ statement }) => exercise.knowledge.statements[statement]!.type === 'restored')
    .map(({ since }) => since);

describe('test calls that pass', () => {
  test('are counted, with their telephone and their number, and say nothing of a service restored while servers refuse calls', () => {
    for (const at of ['16:40', '17:10', '18:10']) {
      const exercise = orange(at);
      const act = testCalls(exercise);
      const counted = act.results.find(({ key }) => key === 'tested')!;
      expect(counted.params).toMatchObject({ origin: 'mobile', number: '15', tries: 10 });
      expect(restored(exercise), at).toEqual([]);
    }
  });

  test('speak of an end only where a failure was known, and never as a certainty', () => {
    const exercise = orange('23:40');
    const { held, statements } = exercise.knowledge;
    const area = exercise.spec.areas[0]!.code;
    const end: Reading[] = [
      { type: 'restored', about: { areas: [area], tries: 5, passed: 5 }, confidence: 0.7 },
    ];
    held.services = [];
    expect(concluded(exercise, 'services', end)).toEqual([]);
    const failed = {
      type: 'emergency.affected',
      about: { numbers: ['15'], areas: [area] },
      confidence: 0.8,
    } as const;
    exercise.learn('services', failed, { kind: 'hearsay', from: 'neighbours' });
    expect(concluded(exercise, 'services', end)).toEqual(end);
    expect(concluded(exercise, 'services', [{ ...end[0]!, about: { areas: ['none'] } }])).toEqual([]);
    testCalls(exercise);
    for (const { statement, confidence } of held.orange)
      if (statements[statement]!.type === 'restored') expect(confidence).toBeLessThan(0.8);
  });
});
