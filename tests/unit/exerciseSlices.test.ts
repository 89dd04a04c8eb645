import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { hashExercise, hashParts } from '../../src/exercise/log/parts.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CHANNELS, CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';

const FROM = clock('16:30');

interface Given {
  /** Minutes after the beginning. */
  readonly at: number;
  readonly by: SeatId;
  readonly body: CommandBody;
}

/** Commands of persons, most of which the rules allow. */
const body = (seat: SeatId): fc.Arbitrary<CommandBody> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...play.acts.filter((act) => act.seat === seat))
        .map((act): CommandBody => ({ type: 'act', act: act.id, args: {}, rests: [] })),
    },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(...play.acts.filter((act) => act.seat === seat))
        .map((act): CommandBody => ({ type: 'act', act: act.id, args: {}, rests: [], soon: true })),
    },
    fc
      .constantFrom(...play.acts.filter((act) => act.seat === seat))
      .map((act): CommandBody => ({ type: 'unqueue', act: act.id })),
    fc
      .record({
        to: fc.constantFrom(...CORE_SEATS, 'prefects', 'press'),
        channel: fc.constantFrom(...CHANNELS),
      })
      .map(({ to, channel }): CommandBody => ({
        type: 'send',
        to: [to],
        channel,
        statements: [],
        text: 'Well?',
      })),
    fc.nat(8).map((message): CommandBody => ({ type: 'read', message })),
    fc.nat(8).map((act): CommandBody => ({ type: 'stop', act })),
    fc
      .constantFrom(...play.pools.filter((pool) => pool.seat === seat))
      .map(({ id }): CommandBody => ({ type: 'recall', pool: id, people: 1 })),
    fc.constant<CommandBody>({ type: 'hear', from: 'press', fact: 'voice.degraded', about: {} }),
    fc.constant<CommandBody>({ type: 'write', text: 'noted', statements: [] }),
  );

const given = (minutes: number): fc.Arbitrary<Given[]> =>
  fc
    .array(
      fc
        .constantFrom(...CORE_SEATS)
        .chain((by) => fc.record({ at: fc.nat(minutes), by: fc.constant(by), body: body(by) })),
      { minLength: 4, maxLength: 24 },
    )
    .map((list) => list.toSorted((a, b) => a.at - b.at));

/** Plays the commands at their minutes; `between` is called with each stretch of time to be played. */
function played(
  exercise: Exercise,
  commands: readonly Given[],
  minutes: number,
  between: (exercise: Exercise, to: number) => Exercise,
): Exercise {
  let now = exercise;
  for (const { at, by, body: command } of commands) {
    now = between(now, FROM + at * MINUTE);
    now.apply(by, command);
  }
  return between(now, FROM + minutes * MINUTE);
}

function stepped(step: number) {
  return (exercise: Exercise, to: number): Exercise => {
    for (let at = exercise.now + step; at < to; at += step) exercise.runTo(at);
    exercise.runTo(to);
    return exercise;
  };
}

const jump = (exercise: Exercise, to: number): Exercise => {
  exercise.runTo(to);
  return exercise;
};

/** Saved and restored at each minute. Machines think between two commands of one minute, as whoever drives lets them. */
const halting = (exercise: Exercise, to: number): Exercise => {
  let now = exercise;
  do {
    now.runTo(Math.min(to, now.now + MINUTE));
    const restored = restoreExercise(saveExercise(now), ground);
    if (!restored.ok) throw new Error(restored.error.code);
    now = restored.value;
  } while (now.now < to);
  return now;
};

test('one jump, steps of a second and of 97 ms: the same exercise, whatever persons do', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.constantFrom(...CORE_SEATS), given(60), (seed, person, commands) => {
      const machines = CORE_SEATS.filter((seat) => seat !== person);
      const opened = (): Exercise => exerciseOf(seed, 'willing-2021', machines);
      const own = commands.filter(({ by }) => by === person);
      const hash = hashExercise(played(opened(), own, 60, jump));
      expect(hashExercise(played(opened(), own, 60, stepped(1000)))).toBe(hash);
      expect(hashExercise(played(opened(), own, 60, stepped(97)))).toBe(hash);
    }),
    { numRuns: 4 },
  );
});

test('saved and restored at each minute, it goes on as if nothing had happened', () => {
  fc.assert(
    fc.property(fc.nat(1000), given(16), (seed, commands) => {
      const opened = (): Exercise => exerciseOf(seed, 'willing-2021', ['ministry']);
      const whole = played(opened(), commands, 16, jump);
      expect(hashParts(played(opened(), commands, 16, halting))).toEqual(hashParts(whole));
    }),
    { numRuns: 2 },
  );
});

test('a refused command changes nothing', () => {
  fc.assert(
    fc.property(given(40), (commands) => {
      const exercise = exerciseOf(7, 'as-in-2021', []);
      for (const { at, by, body: command } of commands) {
        exercise.runTo(FROM + at * MINUTE);
        if (exercise.check(by, command) === null) exercise.apply(by, command);
        else {
          const { callflow: _, ...before } = hashParts(exercise);
          exercise.apply(by, command);
          const { callflow: __, ...after } = hashParts(exercise);
          expect(after).toEqual(before);
        }
      }
    }),
    { numRuns: 4 },
  );
});
