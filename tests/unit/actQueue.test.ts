import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { freeIn, poolOf } from '../../src/exercise/people/people.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { readPlayFrame } from '../../src/session/playFrames.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, ground } from './exerciseSample.ts';

const act = (id: string): CommandBody => ({ type: 'act', act: id, args: {}, rests: [] });
const soon = (id: string): CommandBody => ({ type: 'act', act: id, args: {}, rests: [], soon: true });

const frame = (body: object): unknown => ({ type: 'command', seat: 'orange', id: 'x', body });

/** Orange's only person for relations is on the telephone with ANSSI. */
function busy(): Exercise {
  const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
  exercise.runTo(clock('16:47'));
  expect(exercise.apply('orange', act('orange.askAnssi'))).toBe(null);
  expect(freeIn(poolOf(exercise.people, 'orange', 'relations')!)).toBe(0);
  return exercise;
}

const begun = (exercise: Exercise, id: string): readonly number[] =>
  exercise.actsOf('orange', id).map(({ begunAt }) => begunAt);

describe('an act ordered for as soon as its people are free', () => {
  test('waits, in view, and begins at the minute in which they are', () => {
    const exercise = busy();
    expect(exercise.check('orange', act('orange.warnOperators'))?.code).toBe('people');
    expect(exercise.apply('orange', soon('orange.warnOperators'))).toBe(null);
    const [waiting] = project(exercise, 'orange').queue;
    expect(waiting).toMatchObject({ act: 'orange.warnOperators', pool: 'relations', people: 1 });
    // Nobody else sees what waits.
    for (const other of ['ministry', 'anssi', 'services'] as const)
      expect(project(exercise, other).queue, other).toEqual([]);
    const until = waiting!.until!;
    exercise.runTo(until - 1);
    expect(begun(exercise, 'orange.warnOperators')).toEqual([]);
    exercise.runTo(until);
    expect(begun(exercise, 'orange.warnOperators')).toEqual([until]);
    expect(project(exercise, 'orange').queue).toEqual([]);
  });

  test('is followed by those ordered after it, one after the other', () => {
    const exercise = busy();
    for (const id of ['orange.warnInterior', 'orange.warnOperators', 'orange.declareToAnssi'])
      expect(exercise.apply('orange', soon(id))).toBe(null);
    exercise.runTo(clock('17:40'));
    const [first] = begun(exercise, 'orange.warnInterior');
    const [second] = begun(exercise, 'orange.warnOperators');
    const [third] = begun(exercise, 'orange.declareToAnssi');
    expect(first).toBeLessThan(second!);
    expect(second).toBeLessThan(third!);
    expect(second! - first!).toBe(4 * MINUTE);
  });

  test('begins at once when somebody is free, as any order does', () => {
    const exercise = busy();
    expect(exercise.apply('orange', soon('orange.readAlarms'))).toBe(null);
    expect(begun(exercise, 'orange.readAlarms')).toEqual([exercise.now]);
  });

  test('can be taken out, and begins at once if somebody is taken off another act', () => {
    const exercise = busy();
    expect(exercise.apply('orange', soon('orange.warnOperators'))).toBe(null);
    expect(exercise.apply('orange', soon('orange.warnInterior'))).toBe(null);
    expect(exercise.apply('orange', { type: 'unqueue', act: 'orange.warnOperators' })).toBe(null);
    const asking = exercise.acts.find(({ spec, ended }) => spec === 'orange.askAnssi' && !ended)!;
    expect(exercise.apply('orange', { type: 'stop', act: asking.id })).toBe(null);
    expect(begun(exercise, 'orange.warnInterior')).toEqual([exercise.now]);
    expect(begun(exercise, 'orange.warnOperators')).toEqual([]);
    expect(exercise.check('orange', { type: 'unqueue', act: 'orange.warnOperators' })?.code).toBe(
      'notQueued',
    );
  });

  test('is refused twice, and for what people alone do not open', () => {
    const exercise = busy();
    expect(exercise.apply('orange', soon('orange.warnOperators'))).toBe(null);
    expect(exercise.check('orange', soon('orange.warnOperators'))?.code).toBe('queued');
    expect(exercise.check('orange', soon('orange.throttle'))?.code).toBe('authority');
    expect(exercise.check('orange', soon('orange.askAnssi'))?.code).toBe('underWay');
  });

  test('is a person’s: a machine that takes the seat leaves nothing waiting', () => {
    const exercise = busy();
    expect(exercise.apply('orange', soon('orange.warnOperators'))).toBe(null);
    exercise.apply('director', { type: 'hold', seat: 'orange', doctrine: 'novice' });
    expect(exercise.state.queued).toBe(undefined);
    expect(exercise.check('orange', soon('orange.declareToAnssi'))?.code).toBe('people');
  });

  test('is saved, and leaves no trace in the state once nothing waits', () => {
    const exercise = busy();
    expect(exercise.state).not.toHaveProperty('queued');
    expect(exercise.apply('orange', soon('orange.warnOperators'))).toBe(null);
    const restored = restoreExercise(saveExercise(exercise), ground);
    if (!restored.ok) throw new Error(restored.error.code);
    exercise.runTo(clock('17:20'));
    restored.value.runTo(clock('17:20'));
    expect(hashExercise(restored.value)).toBe(hashExercise(exercise));
    expect(exercise.state).not.toHaveProperty('queued');
  });

  test('is dropped, and its seat reads why, when something else than people has closed it', () => {
    const exercise = busy();
    exercise.authorities.orange.push('direction');
    const supervision = poolOf(exercise.people, 'orange', 'supervision')!;
    for (const id of ['orange.readAlarms', 'orange.readVoice', 'orange.checkInventory'])
      if (freeIn(supervision) > 0) expect(exercise.apply('orange', act(id))).toBe(null);
    expect(exercise.apply('orange', soon('orange.throttle'))).toBe(null);
    expect(exercise.state.queued).toHaveLength(1);
    exercise.authorities.orange.length = 0;
    exercise.runTo(clock('17:10'));
    expect(begun(exercise, 'orange.throttle')).toEqual([]);
    const line = exercise.journal.orange.find(({ kind }) => kind === 'actDropped');
    expect(line).toMatchObject({ ref: 'orange.throttle', params: { code: 'authority' } });
  });

  test('passes the reader of frames, with nothing but yes for its mark', () => {
    expect(readPlayFrame(frame(soon('orange.warnOperators'))).ok).toBe(true);
    expect(readPlayFrame(frame({ type: 'unqueue', act: 'orange.warnOperators' })).ok).toBe(true);
    expect(readPlayFrame(frame({ ...soon('orange.warnOperators'), soon: false })).ok).toBe(false);
  });
});
