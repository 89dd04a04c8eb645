import { expect, test } from 'vitest';
import { choiceRows } from '../../src/debrief/choiceRows.ts';
import { truthOf } from '../../src/debrief/truthOf.ts';
import { Truth } from '../../src/debrief/truth.ts';
import type { VerdictContext } from '../../src/debrief/verdictContext.ts';
import { anssiWord, orangePromise } from '../../src/debrief/verdictsOfNetwork.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { FactType } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { buildMats } from '../../src/view/tableMats.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const context = (exercise: Exercise): VerdictContext =>
  ({ exercise, truth: new Truth(exercise.evening, exercise.cause) }) as unknown as VerdictContext;

const learn = (
  exercise: Exercise,
  by: 'anssi' | 'orange',
  type: FactType,
  confidence: number,
  about = {},
): number =>
  exercise.learn(by, { type, about, confidence }, { kind: 'act', act: 'somewhere' }, { written: true });

test('the last word on the cause is the last that left, whatever act carried it', () => {
  const exercise = exerciseOf(4, 'as-in-2021', ['orange', 'ministry', 'services']);
  exercise.runTo(clock('23:00'));
  const post = (type: FactType, to: string): void => {
    const statements = [learn(exercise, 'anssi', type, 0.95, { evidence: 'logs' })];
    exercise.post({ author: 'anssi', to: [to], channel: 'crisis', statements });
    exercise.runTo(exercise.now + 2 * MINUTE);
  };
  post('cyberattack.suspected', 'ministry');
  expect(anssiWord(context(exercise)).grade).toBe('missed');
  post('cyberattack.excluded', 'primeMinister');
  const { grade, notes } = anssiWord(context(exercise));
  expect(notes?.map(({ key }) => key)).toEqual(['word.attack.wrong', 'word.failure.sure']);
  expect(grade).toBe('partly');
  // What is told to the operator alone, as the reason for a request, is no word on the cause.
  post('cyberattack.suspected', 'orange');
  expect(anssiWord(context(exercise)).notes).toHaveLength(2);
});

test('what one measured of an end and passed on in a letter on other things is no promise', () => {
  const exercise = exerciseOf(4, 'as-in-2021', ['anssi', 'ministry', 'services']);
  exercise.runTo(clock('17:30'));
  const statements = [learn(exercise, 'orange', 'restored', 0.7, { areas: ['44'] })];
  expect(exercise.apply('orange', { type: 'act', act: 'orange.warnInterior', args: {}, rests: [] })).toBe(
    null,
  );
  const { id } = exercise.acts.at(-1)!;
  exercise.post({ author: 'orange', to: ['ministry'], channel: 'crisis', statements, act: id });
  exercise.runTo(clock('24:00'));
  expect(orangePromise(context(exercise))).toEqual({ grade: 'unknown', params: {} });
});

test('questions on the mat are those that the waiting line counts, and one given up is written down', () => {
  const exercise = exerciseOf(3, 'as-in-2021', ['orange', 'ministry', 'services']);
  const asked = new Set<number>();
  for (let time = clock('16:45'); time <= clock('24:00'); time += 15 * MINUTE) {
    exercise.runTo(time);
    const view = project(exercise, 'anssi');
    const waiting = view.waiting.by.length;
    for (const { message } of view.waiting.by) asked.add(message);
    expect(
      buildMats([view], play.seats).find(({ seat }) => seat === 'anssi')!.tray!.asking,
      String(time),
    ).toBe(waiting);
  }
  const view = project(exercise, 'anssi');
  const gone = [...asked].filter(
    (id) =>
      view.waiting.by.every(({ message }) => message !== id) &&
      view.inTray.find((each) => each.id === id)?.answered === false,
  );
  expect(gone.length).toBeGreaterThan(0);
  for (const id of gone)
    expect(view.journal.some(({ kind, params }) => kind === 'givenUp' && params['message'] === id)).toBe(
      true,
    );
});

test('what followed by default is nobody’s choice, and what could not begin is said', () => {
  const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
  exercise.runTo(clock('24:00'));
  const rows = choiceRows(exercise, truthOf(exercise)).filter(({ seat }) => seat === 'orange');
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const choice = exercise.choices.find(({ dilemma }) => dilemma === row.dilemma)!;
    if (choice.state === 'ignored') expect(row.by).toBe('nobody');
    expect(row.unbegun).toEqual(choice.refused.map(({ act }) => act));
  }
});
