import { expect, test } from 'vitest';
import { hashExercise, hashParts } from '../../src/exercise/log/parts.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf, ground } from './exerciseSample.ts';

const at = (minutes: number): number => clock('16:30') + minutes * MINUTE;

test('an exercise saved and restored goes on exactly as the original', () => {
  const whole = exerciseOf(3, 'as-in-2021', ['orange', 'ministry', 'anssi']);
  let halting = exerciseOf(3, 'as-in-2021', ['orange', 'ministry', 'anssi']);
  for (let minutes = 20; minutes <= 180; minutes += 20) {
    whole.runTo(at(minutes));
    halting.runTo(at(minutes));
    const restored = restoreExercise(saveExercise(halting), ground);
    if (!restored.ok) throw new Error(restored.error.code);
    halting = restored.value;
    expect(hashParts(halting)).toEqual(hashParts(whole));
  }
  expect(hashExercise(halting)).toBe(hashExercise(whole));
});

test('a text that is not a save of this version, or was altered, is refused with its reason', () => {
  const exercise = exerciseOf(1, 'as-in-2021');
  exercise.runTo(clock('16:40'));
  const text = saveExercise(exercise);
  expect(restoreExercise('{}', ground)).toEqual({ ok: false, error: { code: 'notASave' } });
  expect(restoreExercise(`9${text}`, ground)).toEqual({ ok: false, error: { code: 'otherFormat' } });
  expect(restoreExercise(text.replace('"seed":1', '"seed":2'), ground)).toEqual({
    ok: false,
    error: { code: 'altered' },
  });
});
