import { expect, test } from 'vitest';
import { firstEvening, formatWish, parseWish, setupOf as setupOfWish } from '../../src/client/wish.ts';
import { settledSetup } from '../../src/exercise/home.ts';
import { DRAWN_HOME } from '../../src/exercise/homeWord.ts';
import type { ExerciseSetup } from '../../src/exercise/setup.ts';
import { lossesSince, shareLost } from '../../src/exercise/places.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { clock } from '../../src/kernel/time.ts';
import { catalogue } from '../../src/session/ground.ts';
import { PlaySession } from '../../src/session/playSession.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { setupOf } from './exerciseSample.ts';
import { groundOf } from '../../src/session/ground.ts';

const june = groundOf('june-evening');
if (!june.ok) throw new Error(JSON.stringify(june.error[0]));
const { ground } = june.value;

const others = CORE_SEATS.filter((seat) => seat !== 'services');
const asked = (seed: number, more: Partial<ExerciseSetup> = {}): ExerciseSetup =>
  setupOf(seed, 'willing-2021', others, { scenario: 'june-evening', home: DRAWN_HOME, ...more });

function settled(setup: ExerciseSetup): ExerciseSetup {
  const found = settledSetup(setup, ground);
  if (!found.ok) throw new Error(JSON.stringify(found.error[0]));
  return found.value;
}

// Draws on which the most populous département of the north loses nothing, and others by every kind of cause.
test.each([28441, 39019, 64736, 6, 11])(
  'the rooms that draw %i gives are of a département that loses calls that evening',
  (seed) => {
    const setup = settled(asked(seed, { to: clock('19:00') }));
    const opened = openExercise(setup, ground);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
    const exercise = opened.value;
    exercise.runTo(clock('18:45'));
    const losses = lossesSince(exercise, clock('16:44'));
    expect(shareLost(losses, exercise.opening.home)).toBeGreaterThan(0.06);
    expect(losses.lost[exercise.opening.home]).toBeGreaterThan(30);
  },
);

test('the same setup draws the same home; another draw has another; a chosen one is kept', () => {
  expect(settled(asked(6))).toEqual(settled(asked(6)));
  const homes = [1, 2, 3, 4, 5, 6].map((seed) => settled(asked(seed)).home);
  expect(new Set(homes).size).toBeGreaterThan(2);
  expect(settled(asked(6, { home: '59' })).home).toBe('59');
});

test('an evening that hits nobody draws some home all the same', () => {
  const { home } = settled(asked(2, { measures: ['nightWindow'] }));
  expect(ground.territory.map(({ code }) => code)).toContain(home);
});

test('a first evening is asked for without a home; its setup and its log hold the code drawn', () => {
  const wish = firstEvening(28441);
  expect(formatWish(wish)).not.toContain('home');
  expect(parseWish(formatWish(wish), () => 0).wish).toEqual(wish);
  const known = catalogue();
  if (!known.ok) throw new Error(JSON.stringify(known.error[0]));
  const session = new PlaySession('test');
  const setup = setupOfWish(wish, known.value);
  const reports = session.handle({ type: 'open', setup, guided: true }, 0);
  const opened = reports.find((report) => report.type === 'opened');
  expect(opened?.setup).toEqual(settled(setup));
  const header = JSON.parse(session.task(0).text.split('\n')[0]!) as { setup: ExerciseSetup };
  expect(header.setup.home).toBe(opened?.setup.home);
  expect(header.setup.home).toMatch(/^(\d{2,3}|2[AB])$/);
});
