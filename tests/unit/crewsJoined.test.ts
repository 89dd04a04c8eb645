import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf } from './exerciseSample.ts';

function evening(at: string): Exercise {
  const exercise = exerciseOf(4, 'as-in-2021', ['orange', 'anssi']);
  exercise.runTo(clock(at));
  return exercise;
}

const body = (act: string) => ({ type: 'act', act, args: {}, rests: [] }) as const;
const does = (exercise: Exercise, seat: SeatId, ...acts: string[]): void => {
  for (const act of acts) {
    expect(exercise.apply(seat, body(act)), act).toBe(null);
    exercise.runTo(exercise.now + clock('00:10'));
  }
};
const areOut = (exercise: Exercise): boolean => exercise.tagsOf('services').has('crewsOut');
const sends = (exercise: Exercise): void =>
  does(exercise, 'ministry', 'ministry.callDutyDirector', 'ministry.presence');

describe('crews whom the State has stand outside', () => {
  test('are out for the rooms too, and back once the order is over', () => {
    const exercise = evening('17:50');
    sends(exercise);
    expect(areOut(exercise)).toBe(true);
    exercise.runTo(clock('20:09'));
    expect(areOut(exercise)).toBe(true);
    exercise.runTo(clock('20:11'));
    expect(areOut(exercise)).toBe(false);
    expect(exercise.check('services', body('services.crewsOut'))).toBe(null);
  });

  test('are not sent out again by anybody, which says who did it', () => {
    const exercise = evening('17:50');
    sends(exercise);
    const refusal = (seat: SeatId, act: string) => exercise.check(seat, body(act));
    for (const act of ['services.crewsOut', 'services.doorDesk'])
      expect(refusal('services', act), act).toEqual({
        code: 'needless',
        params: { standing: 'crewsOfState' },
      });
    expect(refusal('ministry', 'ministry.presence')).toEqual({
      code: 'needless',
      params: { standing: 'crewsOurs' },
    });
    const offer = project(exercise, 'services').offers.find(({ act }) => act === 'services.crewsOut')!;
    expect(offer.refusal?.params).toEqual({ standing: 'crewsOfState' });
    // Their price is counted once: the factor of the one order.
    expect(exercise.state.lent.filter(({ factor }) => factor === 0.84)).toHaveLength(1);
  });

  test('take nobody where they were out already, which their order says', () => {
    const exercise = evening('17:50');
    does(exercise, 'services', 'services.crewsOut');
    sends(exercise);
    const { results } = exercise.actsOf('ministry', 'ministry.presence')[0]!;
    expect(results.map(({ key }) => key)).toContain('crewsWereOut');
    expect(results.map(({ key }) => key)).not.toContain('takesPeople');
    // Their own heads sent them: they stay when the State's order is over.
    exercise.runTo(clock('21:00'));
    expect(areOut(exercise)).toBe(true);
  });

  test('leave no choice to the rooms about sending them', () => {
    const exercise = evening('17:50');
    sends(exercise);
    exercise.runTo(clock('20:05'));
    expect(exercise.choices.map(({ dilemma }) => dilemma)).not.toContain('S7');
    const other = evening('20:05');
    expect(other.choices.map(({ dilemma }) => dilemma)).toContain('S7');
  });
});
