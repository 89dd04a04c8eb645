import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, learns } from './exerciseSample.ts';

const HOME = '77';
const failing = (exercise: Exercise, share: number): void =>
  learns(
    exercise,
    'services',
    'emergency.affected',
    { numbers: ['15'], areas: [HOME], share },
    0.9,
    'services.calls',
  );

describe('what one knows, on a card', () => {
  test('is the latest that one’s own rooms have shown of the place and kind', () => {
    const exercise = exerciseOf(3, 'willing-2021', ['orange', 'ministry', 'anssi'], { home: HOME });
    for (const [at, share] of [
      ['17:00', 0.4],
      ['17:30', 0.35],
      ['18:00', 0.45],
    ] as const) {
      exercise.runTo(clock(at));
      failing(exercise, share);
    }
    const { offers, facts } = project(exercise, 'services');
    const { statement } = offers
      .find(({ act }) => act === 'services.crewsOut')!
      .rests.find(({ fact }) => fact === 'emergency.affected')!;
    expect(facts.find((fact) => fact.statement === statement)!.about['share']).toBe(0.45);
  });

  test('said again, it has the hour at which it was last seen, and leaves with that hour', () => {
    const exercise = exerciseOf(3, 'willing-2021', ['orange', 'ministry', 'anssi'], { home: HOME });
    for (const at of ['17:00', '17:50']) {
      exercise.runTo(clock(at));
      failing(exercise, 0.4);
    }
    const { offers, facts } = project(exercise, 'services');
    const fact = facts.find(({ about }) => about['share'] === 0.4)!;
    expect(fact.of).toBe(clock('17:50'));
    const said = offers.find(({ act }) => act === 'services.callPrefect')!.says!.said;
    expect(said.filter(({ about }) => about['share'] === 0.4).map(({ of }) => of)).toEqual([clock('17:50')]);
  });
});
