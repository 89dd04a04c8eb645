import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { hashParts } from '../../src/exercise/log/parts.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock, SECOND } from '../../src/kernel/time.ts';
import { DOCTRINES } from '../../src/scenario/play/types.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';

function restored(text: string): Exercise {
  const exercise = restoreExercise(text, ground);
  if (!exercise.ok) throw new Error(exercise.error.code);
  return exercise.value;
}

/** Changes all that a seat's machine should not see: what others hold, are told, sign, wrote, and how far they are trusted. */
function changeBehind(exercise: Exercise, seat: SeatId): void {
  const { state } = exercise;
  for (const other of CORE_SEATS) {
    if (other === seat) continue;
    state.knowledge.held[other] = [];
    state.authorities[other].push('direction', 'minister', 'prefect');
    state.contacts[other] = { press: exercise.now };
    state.journal[other].length = 0;
  }
  for (const pool of state.people) if (pool.seat !== seat) pool.busy = pool.people;
  for (const relation of ['stateToOperator', 'servicesToState', 'publicToAdvice'] as const)
    state.trust[relation] = 'lost';
  state.publicWords.push({
    by: 'press',
    at: exercise.now,
    key: null,
    text: 'x',
    wording: 'any',
    informed: false,
    statements: [],
  });
  exercise.evening.advice[0] = 1;
}

/** What the machine of a seat does at this minute, once it thinks. */
function decisions(exercise: Exercise, seat: SeatId) {
  const before = exercise.reasons.length;
  exercise.state.changed = [seat];
  exercise.runTo(exercise.now);
  return {
    reasons: exercise.reasons.slice(before).filter((reason) => reason.seat === seat),
    player: exercise.state.players[seat],
  };
}

/** By doctrine, an hour at which its machines have much to decide. */
const BUSY = {
  'as-in-2021': '18:30',
  'by-the-book': '17:03',
  novice: '18:10',
  'willing-2021': '18:40',
} as const;

test.each(DOCTRINES)(
  'a machine, %s, decides on what its own seat holds, is and has, and on nothing else',
  (doctrine) => {
    const exercise = exerciseOf(4, doctrine);
    exercise.runTo(clock(BUSY[doctrine]));
    // Rules fall due at any moment: those that hold are looked at as if their hour had come.
    for (const seat of CORE_SEATS) {
      const { since } = exercise.state.players[seat]!;
      since.forEach((at, rule) => (since[rule] = at < 0 ? at : 0));
    }
    const text = saveExercise(exercise);
    let acted = 0;
    for (const seat of CORE_SEATS) {
      const [plain, changed] = [restored(text), restored(text)];
      changeBehind(changed, seat);
      const own = decisions(plain, seat);
      acted += own.reasons.length;
      expect(decisions(changed, seat)).toEqual(own);
    }
    expect(acted).toBeGreaterThan(0);
  },
);

describe('a seat', () => {
  test('is handed to a machine at any moment and back, by the direction of the exercise alone', () => {
    const exercise = exerciseOf(2, 'as-in-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('17:00'));
    expect(exercise.acts.filter(({ seat }) => seat === 'orange')).toEqual([]);
    const hold = { type: 'hold', seat: 'orange', doctrine: 'willing-2021' } as const;
    expect(exercise.check('ministry', hold)?.code).toBe('notYours');
    expect(exercise.apply('director', hold)).toBe(null);
    expect(exercise.isPerson('orange')).toBe(false);
    exercise.runTo(clock('17:30'));
    const acts = exercise.acts.filter(({ seat }) => seat === 'orange').length;
    expect(acts).toBeGreaterThan(0);
    exercise.apply('director', { ...hold, doctrine: null });
    expect(exercise.isPerson('orange')).toBe(true);
    exercise.runTo(clock('18:30'));
    expect(exercise.acts.filter(({ seat }) => seat === 'orange').length).toBe(acts);
  });

  test('taken over, is not played again from the start: what was done is done', () => {
    const exercise = exerciseOf(2, 'as-in-2021', ['ministry', 'anssi', 'services']);
    exercise.runTo(clock('16:50'));
    const once = play.acts.find(
      ({ seat, repeat, needs }) => seat === 'orange' && !repeat && needs.pool === 'experts',
    )!;
    exercise.apply('orange', { type: 'act', act: 'orange.readAlarms', args: {}, rests: [] });
    exercise.apply('orange', { type: 'act', act: once.id, args: {}, rests: [] });
    exercise.runTo(clock('17:20'));
    exercise.apply('director', { type: 'hold', seat: 'orange', doctrine: 'as-in-2021' });
    exercise.runTo(clock('18:30'));
    const done = exercise.acts.filter(({ seat }) => seat === 'orange').map(({ spec }) => spec);
    expect(done.filter((spec) => spec === 'orange.readAlarms').length).toBe(1);
  });

  test('of the services, taken by a person, leaves the other rooms to the machine that held them all', () => {
    const exercise = exerciseOf(2, 'as-in-2021', undefined);
    exercise.runTo(clock('17:30'));
    expect(exercise.plays('rooms')).toBe(false);
    expect(exercise.ownAreas('services')).toBe('all');
    const held = exercise.knowledge.held.services.length;
    exercise.apply('director', { type: 'hold', seat: 'services', doctrine: null });
    expect(exercise.plays('rooms')).toBe(true);
    expect(exercise.knowledge.held.rooms.length).toBe(held);
    expect(exercise.ownAreas('services')).toHaveLength(1);
    expect(exercise.ownAreas('rooms')).toHaveLength(exercise.spec.areas.length - 1);
    exercise.runTo(clock('19:30'));
    expect(exercise.acts.some(({ seat, begunAt }) => seat === 'rooms' && begunAt > clock('17:30'))).toBe(
      true,
    );
    // Of the services themselves, only what follows a choice that nobody answered.
    const followed = exercise.choices.flatMap(({ dilemma, option, state }) =>
      state === 'ignored'
        ? (play.dilemmas.find(({ id }) => id === dilemma)!.options.find(({ id }) => id === option)?.acts ??
          [])
        : [],
    );
    const own = exercise.acts.filter(({ seat, begunAt }) => seat === 'services' && begunAt > clock('17:30'));
    expect(own.filter(({ spec }) => !followed.includes(spec))).toEqual([]);
  });
});

test('rooms of other départements never open a line in the département that a person holds', () => {
  const exercise = exerciseOf(2, 'as-in-2021', ['orange', 'ministry', 'anssi'], { home: '59' });
  exercise.runTo(clock('18:00'));
  const home = exercise.opening.home * 3;
  expect([...exercise.evening.numbers.technology.subarray(home, home + 3)]).toEqual([-1, -1, -1]);
  expect(exercise.acts.some(({ seat }) => seat === 'rooms')).toBe(true);
});

test('every reason says in data why: what made its rule hold, and what shortened its delay', () => {
  const exercise = exerciseOf(5, 'willing-2021');
  exercise.runTo(clock('21:00'));
  for (const { why, facts, tags, after, act, began, seat } of exercise.reasons) {
    expect(exercise.acts[began]).toMatchObject({ spec: act, seat });
    const named = { holds: facts, tags, after, time: ['its hour'], measure: ['a measure'] }[why];
    expect(named.length).toBeGreaterThan(0);
  }
  expect(exercise.reasons.some(({ doors }) => doors.length > 0)).toBe(true);
});

test('the other operators play by their rules, and other seats hear of it', () => {
  const exercise = exerciseOf(3, 'by-the-book');
  exercise.runTo(clock('19:00'));
  expect(exercise.acts.some(({ seat }) => seat === 'operators')).toBe(true);
  expect(exercise.tagsOf('operators').has('failuresUnseen')).toBe(false);
});

test.each(DOCTRINES)('what a machine %s remembers of its last thought changes nothing', (doctrine) => {
  const whole = exerciseOf(2, doctrine);
  const forgetful = exerciseOf(2, doctrine);
  const to = clock('18:30');
  whole.runTo(to);
  for (let at = forgetful.now; at <= to; at += 2 * SECOND) {
    forgetful.changes++;
    forgetful.runTo(at);
  }
  expect(hashParts(forgetful)).toEqual(hashParts(whole));
});
