import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, play } from './exerciseSample.ts';
import { rehearsed } from './rehearsalSample.ts';

const opened = ({ choices }: Exercise, seat: SeatId): readonly number[] =>
  choices.flatMap((choice) => (choice.seat === seat ? [choice.openedAt] : [])).toSorted((a, b) => a - b);

/** The longest stretch without a new choice for a seat between two hours, minutes. */
function longest(exercise: Exercise, seat: SeatId, from: string, to: string): number {
  const inside = opened(exercise, seat).filter((at) => at > clock(from) && at < clock(to));
  const all = [clock(from), ...inside, clock(to)];
  return Math.max(...all.slice(1).map((at, i) => (at - all[i]!) / MINUTE));
}

describe('from half past eight on', () => {
  test.each([1, 2, 3])('a ministry without a cell has choices to make (evening %i)', (seed) => {
    const exercise = rehearsed('ministry', seed);
    expect(exercise.tagsOf('ministry').has('cicOpen')).toBe(false);
    expect(exercise.choices.map(({ dilemma }) => dilemma)).toEqual(expect.arrayContaining(['M19', 'M20']));
    expect(longest(exercise, 'ministry', '20:20', '22:20')).toBeLessThanOrEqual(45);
  });

  test.each([1, 2, 3])('so has ANSSI (evening %i)', (seed) => {
    const exercise = rehearsed('anssi', seed);
    expect(longest(exercise, 'anssi', '20:30', '22:40')).toBeLessThanOrEqual(45);
  });

  test('who has a cell is not asked what to do without one', () => {
    const exercise = exerciseOf(2, 'willing-2021', ['orange', 'anssi', 'services']);
    exercise.runTo(clock('19:00'));
    for (const act of ['ministry.callMinister', 'ministry.openCic']) {
      expect(exercise.apply('ministry', { type: 'act', act, args: {}, rests: [] }), act).toBe(null);
      exercise.runTo(exercise.now + 16 * MINUTE);
    }
    exercise.runTo(clock('23:00'));
    const put = exercise.choices.map(({ dilemma }) => dilemma);
    expect(put).not.toContain('M19');
    expect(put).not.toContain('M20');
  });

  test('each option of these choices has its own price, and none of them is without one', () => {
    for (const id of ['M19', 'M20', 'A14', 'A15']) {
      const { options, drawn } = play.dilemmas.find((each) => each.id === id)!;
      expect(new Set(options.map(({ costs }) => costs.join())).size, id).toBe(options.length);
      for (const option of options)
        expect(
          option.acts.length > 0 ||
            drawn.some(({ effects = [] }) =>
              effects.some((each) => each.options?.includes(option.id) && each.effect.op !== 'envelope'),
            ),
          `${id} ${option.id}`,
        ).toBe(true);
    }
  });
});
