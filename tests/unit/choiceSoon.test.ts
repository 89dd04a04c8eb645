import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import { dilemmaOf } from '../../src/exercise/choices/dilemmaIndex.ts';
import { open } from '../../src/exercise/choices/dilemmas.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock } from '../../src/kernel/time.ts';
import { readPlayFrame } from '../../src/session/playFrames.ts';
import { project } from '../../src/view/project.ts';
import type { ChoiceView } from '../../src/view/seatView.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';

const act = (id: string): CommandBody => ({ type: 'act', act: id, args: {}, rests: [] });
const now = { type: 'choose', dilemma: 'O8', option: 'range' } as const;
const frame = (body: object): unknown => ({ type: 'command', seat: 'orange', id: 'x', body });
const soon = { ...now, soon: true } as const;

/** Orange is asked for an hour while its only person for relations is on the telephone with ANSSI. */
function asked(): Exercise {
  const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
  exercise.runTo(clock('16:47'));
  expect(exercise.apply('orange', act('orange.askAnssi'))).toBe(null);
  open(exercise, dilemmaOf(play, 'O8')!);
  return exercise;
}

const card = (exercise: Exercise): ChoiceView =>
  project(exercise, 'orange').choices.find(({ dilemma }) => dilemma === 'O8')!;
const begun = (exercise: Exercise): readonly number[] =>
  exercise.actsOf('orange', 'orange.giveRange').map(({ begunAt }) => begunAt);

describe('a choice whose first step waits for people', () => {
  test('says on its card, before it is made, whom it waits for and until when', () => {
    const exercise = asked();
    const { options } = card(exercise);
    for (const { steps, refusal } of options) {
      expect(refusal?.code).toBe('people');
      expect(steps[0]).toMatchObject({ pool: 'relations', from: refusal?.params['until'] });
      expect(steps[0]!.from).toBeGreaterThan(exercise.now);
    }
  });

  test('can be made for then, and begins at the minute in which they are free', () => {
    const exercise = asked();
    const until = card(exercise).options.at(-1)!.steps[0]!.from!;
    expect(exercise.check('orange', now)?.code).toBe('people');
    expect(exercise.apply('orange', soon)).toBe(null);
    expect(card(exercise)).toMatchObject({
      state: 'chosen',
      option: 'range',
      coming: [{ act: 'orange.giveRange', waits: 'people', on: 'relations', until }],
    });
    exercise.runTo(until - 1);
    expect(begun(exercise)).toEqual([]);
    exercise.runTo(until);
    expect(begun(exercise)).toEqual([until]);
    expect(card(exercise).coming).toEqual([]);
    expect(exercise.actsOf('orange', 'orange.giveRange')[0]!.choice).toBe('O8');
  });

  test('goes before what is ordered after it, of the same people', () => {
    const exercise = asked();
    expect(exercise.apply('orange', soon)).toBe(null);
    expect(
      exercise.apply('orange', { type: 'act', act: 'orange.warnOperators', args: {}, rests: [], soon: true }),
    ).toBe(null);
    exercise.runTo(clock('17:20'));
    const [warned] = exercise.actsOf('orange', 'orange.warnOperators');
    expect(warned!.begunAt).toBeGreaterThan(begun(exercise)[0]!);
  });

  test('can be taken out while it waits: neither it nor what would follow comes', () => {
    const exercise = asked();
    expect(exercise.apply('orange', soon)).toBe(null);
    expect(exercise.apply('orange', { type: 'unqueue', act: 'orange.giveRange' })).toBe(null);
    expect(card(exercise).coming).toEqual([]);
    exercise.runTo(clock('17:40'));
    expect(begun(exercise)).toEqual([]);
    expect(exercise.check('orange', { type: 'unqueue', act: 'orange.giveRange' })?.code).toBe('notQueued');
  });

  test('is a person’s: no machine’s choice waits so', () => {
    const exercise = asked();
    exercise.apply('director', { type: 'hold', seat: 'orange', doctrine: 'novice' });
    expect(exercise.check('orange', soon)?.code).toBe('people');
  });

  test('is saved, and goes on as the original', () => {
    const exercise = asked();
    expect(exercise.apply('orange', soon)).toBe(null);
    const restored = restoreExercise(saveExercise(exercise), ground);
    if (!restored.ok) throw new Error(restored.error.code);
    exercise.runTo(clock('17:20'));
    restored.value.runTo(clock('17:20'));
    expect(hashExercise(restored.value)).toBe(hashExercise(exercise));
    expect(begun(restored.value)).toEqual(begun(exercise));
  });

  test('passes the reader of frames, with nothing but yes for its mark', () => {
    expect(readPlayFrame(frame(soon)).ok).toBe(true);
    expect(readPlayFrame(frame({ ...soon, soon: false })).ok).toBe(false);
  });
});
