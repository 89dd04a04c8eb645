import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { openExercise } from '../../src/exercise/open.ts';
import type { Choice } from '../../src/exercise/state.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, ground, play, setupOf } from './exerciseSample.ts';
import { rehearsed } from './rehearsalSample.ts';
import { scenarioFile } from './scenarioSample.ts';

const choiceOf = (exercise: Exercise, id: string): Choice | undefined =>
  exercise.choices.find(({ dilemma }) => dilemma === id);

/** One person at a seat, on the evening in June of seed 2021. */
function june(seat: 'orange' | 'anssi'): Exercise {
  const machines = (['orange', 'ministry', 'anssi', 'services'] as const).filter((each) => each !== seat);
  const setup = setupOf(2021, 'willing-2021', machines, { scenario: 'june-evening', home: '59' });
  const opened = openExercise(setup, { ...ground, file: scenarioFile('june-evening') });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
  return opened.value;
}

function begin(exercise: Exercise, seat: 'orange' | 'anssi', act: string): void {
  expect(exercise.apply(seat, { type: 'act', act, args: {}, rests: [] }), act).toBe(null);
}

describe('a choice of a person', () => {
  test('is not answered by what was ordered for another reason: to say it or wait is asked, and the clock stops', () => {
    const exercise = june('orange');
    exercise.runTo(clock('16:47'));
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O1', option: 'sample' })).toBe(null);
    exercise.runTo(clock('17:02'));
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O2', option: 'query' })).toBe(null);
    begin(exercise, 'orange', 'orange.testCalls');
    exercise.runTo(clock('17:25'));
    const o3 = choiceOf(exercise, 'O3')!;
    expect(o3.state).toBe('open');
    // Grave news has stopped the clock a moment ago: this stops it before it closes.
    exercise.runTo(o3.closesAt - MINUTE);
    expect(o3.state).toBe('open');
    expect(exercise.beats).toContainEqual(expect.objectContaining({ seat: 'orange', id: 'O3' }));
    // The query that the wait is for has been made: the wait can be chosen all the same.
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O3', option: 'wait' })).toBe(null);
    expect(o3).toMatchObject({ state: 'chosen', option: 'wait', refused: [] });
  });

  test('settled beforehand by its own act is not asked, nor counted, and the main courante says so', () => {
    const exercise = exerciseOf(1, 'willing-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('17:12'));
    begin(exercise, 'orange', 'orange.restartOne');
    exercise.runTo(clock('17:40'));
    const o4 = choiceOf(exercise, 'O4');
    const act = exercise.acts.findIndex(
      ({ spec, seat }) => spec === 'orange.restartOne' && seat === 'orange',
    );
    expect(o4).toMatchObject({ state: 'chosen', option: 'now', act });
    expect(project(exercise, 'orange').choices.some(({ dilemma }) => dilemma === 'O4')).toBe(false);
    expect(exercise.beats.some(({ id }) => id === 'O4')).toBe(false);
    expect(exercise.journal.orange).toContainEqual(
      expect.objectContaining({ kind: 'settled', ref: 'O4', params: { option: 'now', act } }),
    );
  });

  test('answered by its own act once it is open says by which', () => {
    const exercise = exerciseOf(3, 'willing-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('16:50'));
    expect(choiceOf(exercise, 'O1')!.state).toBe('open');
    begin(exercise, 'orange', 'orange.rollBack');
    exercise.runTo(clock('16:52'));
    const seen = project(exercise, 'orange').choices.find(({ dilemma }) => dilemma === 'O1');
    expect(seen).toMatchObject({ state: 'chosen', option: 'now', act: 'orange.rollBack' });
  });

  test('never closes without the clock having stopped for it, or somebody else having stopped it at that minute', () => {
    for (const [seat, seed] of [
      ['orange', 1],
      ['anssi', 2],
      ['ministry', 1],
      ['services', 2],
    ] as const) {
      const exercise = rehearsed(seat, seed, 'idle');
      const own = exercise.beats.filter((beat) => beat.seat === seat);
      for (const { dilemma, closesAt, state } of exercise.choices.filter((each) => each.seat === seat)) {
        if (state !== 'ignored') continue;
        const stopped = own.some(({ id, at }) => id === dilemma || at === closesAt - 6 * MINUTE);
        expect(stopped, `${seat} ${dilemma}`).toBe(true);
      }
    }
  });

  test('an option that lets things be is taken by no act', () => {
    for (const { id, options } of play.dilemmas)
      for (const option of options)
        if (option.acts.length === 0) expect(option.bySaying, `${id}.${option.id}`).toBeUndefined();
  });
});
