import { describe, expect, test, vi } from 'vitest';
import type { Order } from '../../src/callflow/orders.ts';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { wouldShow } from '../../src/exercise/instruments/looking.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { freeIn, poolOf } from '../../src/exercise/people/people.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import type { ActView } from '../../src/view/seatView.ts';
import { exerciseOf, ground } from './exerciseSample.ts';

const ID = 'orange.restartOneByOne';
const order: CommandBody = { type: 'act', act: ID, args: { servers: ['lyon1', 'lyon2'] }, rests: [] };

/** Orange restarts two servers, one after the other, from 18:00. */
function ordered(): Exercise {
  const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
  exercise.runTo(clock('18:00'));
  expect(exercise.apply('orange', order)).toBe(null);
  return exercise;
}

const seen = (exercise: Exercise): ActView => project(exercise, 'orange').acts.find(({ act }) => act === ID)!;
const free = (exercise: Exercise): number => freeIn(poolOf(exercise.people, 'orange', 'experts')!);
const ends = (exercise: Exercise): readonly number[] =>
  exercise.journal.orange.filter(({ kind, ref }) => kind === 'actEnded' && ref === ID).map(({ at }) => at);

describe('restarts one after the other', () => {
  test('are under way until the last server is done, and say how many are', () => {
    const exercise = ordered();
    exercise.runTo(clock('18:16'));
    expect(seen(exercise)).toMatchObject({ state: 'underWay', people: 0, work: { done: 0, of: 2 } });
    const { until } = exercise.actsOf('orange', ID)[0]!.work!;
    expect(seen(exercise).endsAt).toBe(until);
    expect(until).toBeGreaterThan(clock('18:40'));
    exercise.runTo(until - 1);
    expect(seen(exercise)).toMatchObject({ state: 'underWay', work: { done: 1, of: 2 } });
    expect(seen(exercise).results.map(({ key }) => key)).toContain('serversDone');
    expect(ends(exercise)).toEqual([]);
    exercise.runTo(until);
    expect(seen(exercise)).toMatchObject({ state: 'ended', work: { done: 2, of: 2 } });
    expect(seen(exercise).results.at(-1)?.key).toBe('allServersDone');
    expect(ends(exercise)).toEqual([until]);
  });

  test('free their people once they are launched, and cannot be ordered again or called back meanwhile', () => {
    const exercise = ordered();
    const before = free(exercise);
    exercise.runTo(clock('18:16'));
    expect(free(exercise)).toBe(before + 1);
    expect(exercise.check('orange', order)?.code).toBe('underWay');
    const { id } = exercise.actsOf('orange', ID)[0]!;
    expect(exercise.check('orange', { type: 'stop', act: id })?.code).toBe('notUnderWay');
    exercise.runTo(exercise.actsOf('orange', ID)[0]!.work!.until);
    expect(free(exercise)).toBe(before + 1);
    expect(exercise.check('orange', order)).toBe(null);
  });

  test('are waited for by the hour that their teams hope for', () => {
    const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('18:00'));
    const all: CommandBody = { type: 'act', act: ID, args: { servers: 'all' }, rests: [] };
    expect(exercise.apply('orange', all)).toBe(null);
    let hours = 0;
    for (const at of ['18:20', '18:50', '19:20']) {
      exercise.runTo(clock(at));
      const { until } = exercise.actsOf('orange', ID)[0]!.work!;
      for (const { about } of wouldShow(exercise, 'orange.repairOutlook', 'orange', {})) {
        if (typeof about['at'] !== 'number') continue;
        hours++;
        expect(about['at']).toBeGreaterThanOrEqual(until);
        expect(about['at'] % (15 * MINUTE)).toBe(0);
      }
      // Teams refuse an hour now and then; another look has another luck.
      exercise.state.looks['orange.repairOutlook'] = (exercise.state.looks['orange.repairOutlook'] ?? 0) + 1;
    }
    expect(hours).toBeGreaterThan(0);
  });

  test('are saved half-way, and end as the original', () => {
    const exercise = ordered();
    exercise.runTo(clock('18:30'));
    const restored = restoreExercise(saveExercise(exercise), ground);
    if (!restored.ok) throw new Error(restored.error.code);
    exercise.runTo(clock('19:10'));
    restored.value.runTo(clock('19:10'));
    expect(hashExercise(restored.value)).toBe(hashExercise(exercise));
    expect(ends(restored.value)).toHaveLength(1);
  });
});

/** Servers ordered down from now on, order by order. */
const restarts = (exercise: Exercise): (() => readonly unknown[]) => {
  const given: Order[] = [];
  vi.spyOn(exercise, 'give').mockImplementation((order) => {
    given.push(order);
    exercise.evening.give(order);
  });
  return () => given.flatMap((each) => (each.type === 'coldRestart' ? [each.args.servers] : []));
};

describe('restarts that are called off', () => {
  const STOP: CommandBody = { type: 'act', act: 'orange.stopRestarts', args: {}, rests: [] };
  const three: CommandBody = {
    type: 'act',
    act: ID,
    args: { servers: ['lyon1', 'lyon2', 'reims'] },
    rests: [],
  };

  function launched(calledOff: boolean): Exercise {
    const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('18:00'));
    expect(exercise.check('orange', STOP)).toMatchObject({
      code: 'means',
      params: { standing: 'restartsLeft' },
      door: ID,
    });
    expect(exercise.apply('orange', three)).toBe(null);
    exercise.runTo(clock('18:20'));
    if (calledOff) expect(exercise.apply('orange', STOP)).toBe(null);
    exercise.runTo(clock('18:25'));
    return exercise;
  }

  test('leave the others as they are; the one that is down is watched to its end', () => {
    const exercise = launched(true);
    const act = exercise.actsOf('orange', ID)[0]!;
    expect(act.results.at(-1)).toMatchObject({
      key: 'turnsCalledOff',
      params: { servers: ['lyon2', 'reims'] },
    });
    expect(seen(exercise)).toMatchObject({ state: 'underWay', work: { done: 0, of: 1 } });
    expect(exercise.check('orange', STOP)?.code).toBe('means');
    exercise.runTo(act.endsAt);
    expect(seen(exercise)).toMatchObject({ state: 'ended', work: { done: 1, of: 1 } });
    const later = restarts(exercise);
    exercise.runTo(clock('21:00'));
    expect(ends(exercise)).toHaveLength(1);
    expect(seen(exercise).results.filter(({ key }) => key === 'alarmsAfter')).toHaveLength(1);
    expect(later()).toEqual([]);
  });

  test('go on otherwise, each at its turn', () => {
    const exercise = launched(false);
    const later = restarts(exercise);
    exercise.runTo(clock('21:00'));
    expect(later()).toEqual([['lyon2'], ['reims']]);
  });

  test('can be saved between two turns', () => {
    const exercise = launched(false);
    const saved = saveExercise(exercise);
    const restored = restoreExercise(saved, ground);
    if (!restored.ok) throw new Error(restored.error.code);
    const other = restored.value;
    for (const each of [exercise, other]) each.runTo(clock('20:00'));
    expect(hashExercise(other)).toBe(hashExercise(exercise));
  });
});
