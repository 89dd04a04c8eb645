import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf } from './exerciseSample.ts';

function evening(at: string): Exercise {
  const exercise = exerciseOf(4, 'willing-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock(at));
  return exercise;
}

const does = (exercise: Exercise, act: string): void =>
  expect(exercise.apply('ministry', { type: 'act', act, args: {}, rests: [] }), act).toBe(null);
const nextOf = (exercise: Exercise): string | null => project(exercise, 'ministry').waiting.next?.key ?? null;
const stopsAt = ({ beats }: Exercise, at: string): readonly string[] =>
  beats.filter((beat) => beat.seat === 'ministry' && beat.at === clock(at)).map(({ id }) => id);

describe('an appointment', () => {
  test('stops the clock at its hour, and comes next until then', () => {
    const exercise = evening('23:35');
    expect(nextOf(exercise)).toBe('morningPage');
    exercise.runTo(clock('23:45'));
    expect(stopsAt(exercise, '23:40')).toEqual(['morningPage']);
  });

  test('stops nobody once the page has left, nor is it awaited any more', () => {
    const exercise = evening('23:12');
    does(exercise, 'ministry.morningNote');
    exercise.runTo(clock('23:35'));
    expect(nextOf(exercise)).toBe(null);
    exercise.runTo(clock('23:45'));
    expect(stopsAt(exercise, '23:40')).toEqual([]);
  });

  test('stands when the page was written before it was asked for, or is not written yet', () => {
    const before = evening('22:20');
    does(before, 'ministry.morningNote');
    const late = evening('23:30');
    does(late, 'ministry.morningNote');
    for (const exercise of [before, late]) {
      exercise.runTo(clock('23:45'));
      expect(stopsAt(exercise, '23:40')).toEqual(['morningPage']);
    }
  });

  test('to hand over stops nobody who has handed over', () => {
    const exercise = evening('21:00');
    does(exercise, 'ministry.handover');
    exercise.runTo(clock('21:35'));
    expect(stopsAt(exercise, '21:30')).not.toContain('reliefCells');
    const other = evening('21:35');
    expect(stopsAt(other, '21:30')).toContain('reliefCells');
  });
});
