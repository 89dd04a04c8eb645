import { describe, expect, test } from 'vitest';
import { ministryReassure } from '../../src/debrief/verdictsOfPublic.ts';
import { workingNumbers } from '../../src/debrief/workingNumbers.ts';
import type { VerdictContext } from '../../src/debrief/verdictContext.ts';
import { ROOMS } from '../../src/callflow/spec.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf } from './exerciseSample.ts';

/** A person at the ministry at an hour when lists are ready, with people, an open cell and signatures. */
function ministry(): Exercise {
  const exercise = exerciseOf(5, 'as-in-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock('18:10'));
  for (const pool of exercise.people) if (pool.seat === 'ministry') pool.people += 12;
  exercise.authorities.ministry.push('head', 'direction', 'minister', 'prefect');
  for (const id of ['ministry.openCic', 'ministry.orderLists', 'ministry.collectLists']) act(exercise, id);
  return exercise;
}

function act(exercise: Exercise, id: string, args: Readonly<Record<string, unknown>> = {}): void {
  expect(exercise.apply('ministry', { type: 'act', act: id, args, rests: [] }), id).toBeNull();
  exercise.runTo(exercise.actsOf('ministry', id).at(-1)!.endsAt + MINUTE);
}

/** The ministry learns what a test of these numbers gave. */
function tested(exercise: Exercise, areas: readonly string[], passed: number): void {
  exercise.learn(
    'ministry',
    { type: 'workaround.tested', about: { areas, origin: 'mobile', tries: 2, passed }, confidence: 0.7 },
    { kind: 'act', act: 'ministry.testLists' },
  );
}

const verdict = (exercise: Exercise) =>
  ministryReassure({ exercise, truth: { holds: () => true } } as unknown as VerdictContext);

const publishedAreas = ({ evening, spec }: Exercise): string[] =>
  spec.areas.flatMap(({ code }, area) =>
    ROOMS.some((_, room) => evening.numbers.isPublished(area * ROOMS.length + room)) ? [code] : [],
  );

describe('only what a test has passed is published as tested', () => {
  test('nothing tested is refused, and the door is the test', () => {
    const refusal = ministry().check('ministry', {
      type: 'act',
      act: 'ministry.publishTested',
      args: {},
      rests: [],
    });
    expect(refusal).toMatchObject({
      code: 'means',
      params: { standing: 'numbersTested' },
      door: 'ministry.testLists',
    });
  });

  test('what has only failed is refused as well', () => {
    const exercise = ministry();
    tested(exercise, ['12', '50'], 0);
    expect(
      exercise.check('ministry', { type: 'act', act: 'ministry.publishTested', args: {}, rests: [] })?.door,
    ).toBe('ministry.testLists');
  });

  test('what failed and what nobody tried is left out, and said', () => {
    const exercise = ministry();
    tested(exercise, ['12', '50'], 0);
    tested(exercise, ['37', '59'], 2);
    act(exercise, 'ministry.publishTested');
    expect(publishedAreas(exercise)).toEqual(expect.arrayContaining(['37', '59']));
    expect(publishedAreas(exercise)).not.toContain('12');
    expect(publishedAreas(exercise)).not.toContain('50');
    const results = exercise.actsOf('ministry', 'ministry.publishTested').at(-1)!.results;
    expect(results).toContainEqual(
      expect.objectContaining({ key: 'publishedTested', params: expect.objectContaining({ count: 2 }) }),
    );
    expect(results).toContainEqual(
      expect.objectContaining({ key: 'failedLeftOut', params: expect.objectContaining({ count: 2 }) }),
    );
    expect(results.map(({ key }) => key)).toContain('untriedLeftOut');
  });
});

describe('the debrief looks at what the tests showed and at what the numbers are', () => {
  test('numbers given out untried are without proof; those whose test had failed are false', () => {
    const exercise = ministry();
    expect(verdict(exercise).grade).toBe('met');
    act(exercise, 'ministry.publishNumbers');
    const { grade, params, acts } = verdict(exercise);
    expect({ grade, params }).toEqual({ grade: 'partly', params: { bare: 1, wrong: 0 } });
    expect(acts).toEqual([exercise.actsOf('ministry', 'ministry.publishNumbers').at(-1)!.id]);
    tested(exercise, ['37'], 1);
    act(exercise, 'ministry.publishNumbers', { areas: ['37'] });
    expect(verdict(exercise)).toMatchObject({ grade: 'missed', params: { wrong: 1 } });
  });

  test('a number that is wrong, or crosses the servers, makes nobody know a number that works', () => {
    const exercise = ministry();
    const area = exercise.spec.areas.findIndex(({ code }) => code === '59');
    const lost = exercise.spec.areas.map((_, each) => (each === area ? 9 : 0));
    const hit = lost.map((each) => ({ attempts: 10, lost: each, neverServed: 0 }));
    tested(exercise, ['59'], 2);
    act(exercise, 'ministry.publishTested', { areas: ['59'] });
    expect(workingNumbers(exercise.evening, hit).share).toBe(1);
    const room = area * ROOMS.length;
    exercise.evening.numbers.withdraw(room + 1, exercise.now);
    exercise.evening.numbers.technology[room + 2] = 0;
    // Where somebody got through, a number worked.
    expect(workingNumbers(exercise.evening, hit).share).toBeLessThan(1);
  });
});

test('withdrawing asks for which départements, and takes none for all', () => {
  const exercise = ministry();
  act(exercise, 'ministry.publishNumbers');
  const withdraw = (args: Readonly<Record<string, unknown>>) =>
    exercise.check('ministry', { type: 'act', act: 'ministry.withdrawNumbers', args, rests: [] });
  expect(withdraw({})).toMatchObject({ code: 'missingArgument', params: { name: 'areas' } });
  expect(withdraw({ areas: ['59'] })).toBeNull();
});
