import { expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { refusalOf } from '../../src/exercise/choices/optionRefusal.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const alone = (seat: SeatId, seed = 3): Exercise => {
  const exercise = exerciseOf(
    seed,
    'willing-2021',
    CORE_SEATS.filter((each) => each !== seat),
    { home: '77' },
  );
  exercise.runTo(clock('17:30'));
  return exercise;
};
const done = (exercise: Exercise, seat: SeatId, act: string, args = {}): void => {
  expect(exercise.apply(seat, { type: 'act', act, args, rests: [] })).toBe(null);
  exercise.runTo(exercise.acts.at(-1)!.endsAt + 60 * MINUTE);
};
const option = (dilemma: string, id: string) =>
  play.dilemmas.find((each) => each.id === dilemma)!.options.find((each) => each.id === id)!;

test('crews that stand outside are said to stand there, and not sent out again', () => {
  const exercise = alone('services');
  const out = option('S7', 'out');
  expect(refusalOf(exercise, 'services', out)).toBe(null);
  done(exercise, 'services', 'services.crewsOut');
  expect(refusalOf(exercise, 'services', out)).toEqual({
    code: 'needless',
    params: { act: 'services.crewsOut' },
  });
});

test('a telephone recommended is not recommended again, another may be', () => {
  const exercise = alone('ministry');
  done(exercise, 'ministry', 'ministry.advise', { wording: 'any' });
  const { publicWords } = exercise.state;
  expect(publicWords.findLast(({ by, wording }) => by === 'ministry' && wording !== null)?.wording).toBe(
    'any',
  );
  expect(refusalOf(exercise, 'ministry', option('M4', 'any'))?.code).toBe('needless');
  expect(refusalOf(exercise, 'ministry', option('M4', 'mobile'))?.code).not.toBe('needless');
});

test('what is told again may be news', () => {
  const exercise = alone('services');
  done(exercise, 'services', 'services.reportPrefecture');
  expect(refusalOf(exercise, 'services', option('S14', 'tell'))).toBe(null);
});
