import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { poolOf } from '../../src/exercise/people/people.ts';
import { clock } from '../../src/kernel/time.ts';
import { exerciseOf } from './exerciseSample.ts';

function evening(at: string): Exercise {
  const exercise = exerciseOf(4, 'willing-2021', ['orange', 'ministry', 'services']);
  exercise.runTo(clock(at));
  return exercise;
}

const does = (exercise: Exercise, act: string): void =>
  expect(exercise.apply('anssi', { type: 'act', act, args: {}, rests: [] }), act).toBe(null);
const isOut = (exercise: Exercise): boolean => exercise.tagsOf('anssi').has('liaisonSent');

describe('a liaison of ANSSI', () => {
  test('is sent nowhere while the ministry has neither a cell nor a reinforced watch', () => {
    const early = evening('16:50');
    const act = { type: 'act', act: 'anssi.liaisonToCic', args: {}, rests: [] } as const;
    expect(early.check('anssi', act)).toEqual({ code: 'means', params: { standing: 'stateHosts' } });
    const later = evening('19:00');
    expect(later.tagsOf('ministry').has('cicOpen')).toBe(true);
    expect(later.check('anssi', act)).toBe(null);
  });

  test('is said to be out as long as its people are, over the relief of those at home', () => {
    const exercise = evening('20:20');
    does(exercise, 'anssi.liaisonToCic');
    for (let at = clock('20:51'); at <= clock('23:10'); at += clock('00:07')) {
      exercise.runTo(at);
      expect(isOut(exercise), String(at)).toBe(poolOf(exercise.people, 'anssi', 'liaison')!.busy > 0);
    }
    expect(isOut(exercise)).toBe(false);
  });

  test('is out until the last of them is back', () => {
    const exercise = evening('18:20');
    does(exercise, 'anssi.openCase');
    exercise.runTo(clock('18:50'));
    does(exercise, 'anssi.sendGeneralist');
    exercise.runTo(clock('19:40'));
    does(exercise, 'anssi.sendExpert');
    exercise.runTo(clock('21:25'));
    expect(isOut(exercise)).toBe(true);
    exercise.runTo(clock('22:15'));
    expect(isOut(exercise)).toBe(false);
  });
});
