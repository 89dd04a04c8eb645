import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { shortTests } from '../../src/exercise/instruments/shortTests.ts';
import { lossInterval } from '../../src/exercise/knowledge/lossInterval.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf } from './exerciseSample.ts';
import { at, worldOf } from './instrumentsWorlds.ts';

const OTHERS = ['ministry', 'anssi', 'services'] as const;

const typed = (exercise: Exercise, type: string) =>
  exercise.knowledge.held.orange
    .map((held) => ({ ...held, said: exercise.knowledge.statements[held.statement]! }))
    .filter(({ said }) => said.type === type);

function does(exercise: Exercise, act: string): void {
  expect(exercise.apply('orange', { type: 'act', act, args: {}, rests: [] }), act).toBe(null);
  exercise.runTo(exercise.now + 20 * MINUTE);
}

test('a failure among ten calls is counted, never concluded: only losses beyond the usual ones are', () => {
  const readings = ['17:00', '17:20', '18:12', '19:00'].flatMap((time) =>
    Array.from({ length: 12 }, (_, looks) =>
      shortTests(worldOf(at(time as '17:00'), { looks }), {
        areas: [0, 5, 10, 20, 30, 40, 50, 60, 70, 80],
        number: '15',
        origin: 'mobile',
        each: 1,
      }),
    ),
  );
  const seen = new Map<string, Set<number>>();
  for (const { type, about } of readings) {
    const passed = about['passed'] as number;
    seen.set(type, (seen.get(type) ?? new Set()).add(passed));
    expect(type).toBe(lossInterval(10, passed).low > 0.05 ? 'emergency.affected' : 'emergency.tested');
  }
  // Both happen: the interval of nine in ten starts under the usual losses, that of seven in ten above.
  expect(Math.max(...seen.get('emergency.affected')!)).toBeLessThanOrEqual(7);
  expect([...seen.get('emergency.tested')!]).toContain(9);
});

describe('test calls of a person who holds Orange', () => {
  test('never say by themselves that service is restored', () => {
    for (const hour of ['18:30', '21:00', '23:00']) {
      const exercise = exerciseOf(4, 'as-in-2021', OTHERS);
      exercise.runTo(clock(hour));
      does(exercise, 'orange.testCalls');
      does(exercise, 'orange.watchRepair');
      const byTests = typed(exercise, 'restored').filter(
        ({ source, said }) => source.kind === 'act' && said.about['measure'] !== 'calls',
      );
      expect(byTests, hour).toEqual([]);
      expect(
        typed(exercise, 'emergency.tested').length + typed(exercise, 'emergency.affected').length,
        hour,
      ).toBeGreaterThan(0);
    }
  });

  test('are made from mobile, box and copper by the acts that promise so, and the three are told', () => {
    for (const act of ['orange.watchRepair', 'orange.announceByArea']) {
      const exercise = exerciseOf(4, 'as-in-2021', OTHERS);
      exercise.runTo(clock('22:40'));
      does(exercise, act);
      const done = exercise.acts.findLast(({ spec }) => spec === act)!;
      const origins = done.results
        .filter(({ key }) => key === 'tested')
        .map(({ params }) => params['origin']);
      expect(origins, act).toEqual(['mobile', 'box', 'copper']);
    }
  });

  test('are called an end by who orders the announcement, where none of them failed', () => {
    const exercise = exerciseOf(4, 'as-in-2021', OTHERS);
    exercise.runTo(clock('22:40'));
    does(exercise, 'orange.announceByArea');
    const act = exercise.acts.findLast(({ spec }) => spec === 'orange.announceByArea')!;
    const called = act.results.find(({ key }) => key === 'calledOver' || key === 'nowhereOver')!;
    const [end] = typed(exercise, 'restored').filter(({ source }) => source.kind === 'act');
    if (called.key === 'nowhereOver') expect(end).toBeUndefined();
    else expect((end!.said.about['areas'] as string[]).length).toBe(called.params['count']);
  });
});
