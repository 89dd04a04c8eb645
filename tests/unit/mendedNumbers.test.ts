import { describe, expect, test } from 'vitest';
import { ROOMS } from '../../src/callflow/spec.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock } from '../../src/kernel/time.ts';
import { exerciseOf } from './exerciseSample.ts';

const all = { areas: 'all', rooms: [...ROOMS], technology: 'inventory' } as const;

/** The ministry has given out every number, untried, by 19:00. */
function givenOut(): Exercise {
  const exercise = exerciseOf(5, 'as-in-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock('18:50'));
  exercise.give({ at: exercise.now, by: 'ministry', type: 'openNumbers', args: all });
  exercise.give({
    at: exercise.now,
    by: 'ministry',
    type: 'publishNumbers',
    args: { areas: 'all', tested: false, reach: 0.5 },
  });
  exercise.runTo(clock('19:00'));
  return exercise;
}

interface Number {
  readonly wrong: boolean;
  readonly copper: boolean;
}

const numbersOf = ({ evening: { numbers } }: Exercise, area: number): Number[] =>
  ROOMS.map((_, room) => ({
    wrong: numbers.isWrong(area * ROOMS.length + room),
    copper: numbers.isCopper(area * ROOMS.length + room),
  }));

function mend(exercise: Exercise, area: number): Number[] {
  const { code } = exercise.spec.areas[area]!;
  exercise.give({
    at: exercise.now,
    by: 'ministry',
    type: 'publishNumbers',
    args: { areas: [code], tested: true, reach: 0.35, faulty: true },
  });
  exercise.runTo(exercise.now + 1);
  return numbersOf(exercise, area);
}

describe('a false number that is put right', () => {
  const exercise = givenOut();
  const areas = exercise.spec.areas.map((_, area) => area);

  test('is the one that is wrong: another of its département that crosses the bridge stays what it is', () => {
    const mixed = areas.filter((area) => {
      const numbers = numbersOf(exercise, area);
      return numbers.some(({ wrong }) => wrong) && numbers.some(({ wrong, copper }) => copper && !wrong);
    });
    expect(mixed.length).toBeGreaterThan(0);
    for (const area of mixed) {
      const before = numbersOf(exercise, area);
      const after = mend(exercise, area);
      before.forEach((number, room) => {
        expect(after[room]).toEqual(number.wrong ? { wrong: false, copper: false } : number);
      });
    }
  });

  test('is the one that crosses the bridge, where no entry is wrong', () => {
    const crossing = areas.filter((area) => {
      const numbers = numbersOf(exercise, area);
      return numbers.every(({ wrong }) => !wrong) && numbers.some(({ copper }) => copper);
    });
    expect(crossing.length).toBeGreaterThan(0);
    for (const { copper } of mend(exercise, crossing[0]!)) expect(copper).toBe(false);
  });

  test('is given out already: numbers that nobody has published are not published by it', () => {
    const other = exerciseOf(5, 'as-in-2021', ['orange', 'anssi', 'services']);
    other.runTo(clock('16:40'));
    other.give({ at: other.now, by: 'ministry', type: 'openNumbers', args: all });
    other.runTo(clock('16:41'));
    mend(other, 0);
    expect(ROOMS.some((_, room) => other.evening.numbers.isPublished(room))).toBe(false);
  });
});
