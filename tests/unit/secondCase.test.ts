import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf } from './exerciseSample.ts';

/** A person at ANSSI who has moved everybody to the telecoms case. */
function left(): Exercise {
  const exercise = exerciseOf(2, 'willing-2021', ['orange', 'ministry', 'services']);
  exercise.runTo(clock('16:46'));
  begin(exercise, 'anssi.moveExperts');
  exercise.runTo(clock('16:57'));
  expect(exercise.tagsOf('anssi').has('secondCaseStarved')).toBe(true);
  return exercise;
}

function begin(exercise: Exercise, act: string): void {
  expect(exercise.apply('anssi', { type: 'act', act, args: {}, rests: [] }), act).toBe(null);
}

/** Two experts on it, as soon as two are free. */
function serve(exercise: Exercise): void {
  const body = { type: 'act', act: 'anssi.serveSecondCase', args: {}, rests: [] } as const;
  while (exercise.apply('anssi', body) !== null) exercise.runTo(exercise.now + MINUTE);
}

const lost = (exercise: Exercise): boolean =>
  exercise.journal.anssi.some(({ kind, ref }) => kind === 'lost' && ref === 'secondCase');

describe('the second case', () => {
  test('left alone too long, is lost', () => {
    const exercise = left();
    exercise.runTo(clock('20:30'));
    expect(lost(exercise)).toBe(true);
    expect(casesOf(exercise)[0]).toMatchObject({ state: 'lost', before: null });
    expect(project(exercise, 'anssi').tags).toContain('secondCaseLost');
  });

  test('whose hospital calls for somebody waits for people until somebody is on it', () => {
    const exercise = left();
    exercise.post({
      author: 'world',
      from: 'hospitals',
      to: ['anssi'],
      channel: 'phone',
      key: 'messages.hospitalWorse',
      vital: true,
    });
    exercise.runTo(exercise.now + MINUTE);
    const waits = () => project(exercise, 'anssi').waiting.by.some(({ who }) => who === 'hospitals');
    expect(waits()).toBe(true);
    serve(exercise);
    expect(waits()).toBe(false);
  });

  test('is kept by experts put on it before its time is over, from the minute they begin', () => {
    const exercise = left();
    const [second] = casesOf(exercise);
    expect(second!.before).not.toBe(null);
    serve(exercise);
    expect(exercise.now).toBeLessThan(second!.before!);
    expect(casesOf(exercise)[0]).toMatchObject({ state: 'served', before: null, people: 3 });
    exercise.runTo(clock('22:00'));
    expect(lost(exercise)).toBe(false);
    const act = exercise.acts.findLast(({ spec }) => spec === 'anssi.serveSecondCase')!;
    expect(act.results.map(({ key }) => key)).toContain('caseServed');
  });

  test('is alone again when they are taken off it early, and past saving says so', () => {
    const exercise = left();
    serve(exercise);
    const { id } = exercise.acts.at(-1)!;
    exercise.runTo(exercise.now + 5 * MINUTE);
    expect(exercise.apply('anssi', { type: 'stop', act: id })).toBe(null);
    expect(exercise.tagsOf('anssi').has('secondCaseStarved')).toBe(true);
    exercise.runTo(clock('21:00'));
    expect(lost(exercise)).toBe(true);
    serve(exercise);
    exercise.runTo(exercise.now + 90 * MINUTE);
    expect(exercise.acts.findLast(({ spec }) => spec === 'anssi.serveSecondCase')!.results.at(-1)!.key).toBe(
      'caseTooLate',
    );
  });
});

function casesOf(exercise: Exercise) {
  const gauge = project(exercise, 'anssi').gauges.find(({ kind }) => kind === 'cases');
  return gauge?.kind === 'cases' ? gauge.cases : [];
}
