import { describe, expect, test } from 'vitest';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const END = clock('19:30');

describe('an exercise played by machines', () => {
  test('is a function of its seed: the same twice, another for another seed', () => {
    const hashes = [3, 3, 4].map((seed) => {
      const exercise = exerciseOf(seed, 'as-in-2021');
      exercise.runTo(END);
      return hashExercise(exercise);
    });
    expect(hashes[1]).toBe(hashes[0]);
    expect(hashes[2]).not.toBe(hashes[0]);
  });

  test('does not depend on how time is sliced', () => {
    const whole = exerciseOf(5, 'willing-2021');
    whole.runTo(END);
    const sliced = exerciseOf(5, 'willing-2021');
    for (let at = clock('16:30'); at < END; at += 7 * MINUTE + 97) sliced.runTo(at);
    sliced.runTo(END);
    expect(hashExercise(sliced)).toBe(hashExercise(whole));
  });

  test('every act of a machine has a reason, rests on what its seat held, and went through the same check', () => {
    const exercise = exerciseOf(2, 'as-in-2021');
    exercise.runTo(END);
    const { reasons } = exercise;
    expect(reasons.length).toBe(exercise.acts.length);
    expect(reasons.length).toBeGreaterThan(15);
    for (const { seat, at, rests } of reasons)
      for (const statement of rests)
        expect(
          exercise.knowledge.held[seat].some((held) => held.statement === statement && held.since <= at),
        ).toBe(true);
  });
});

describe('people', () => {
  test('are never more at work than there are, and come back', () => {
    const exercise = exerciseOf(6, 'novice');
    for (let at = clock('16:30'); at <= END; at += 5 * MINUTE) {
      exercise.runTo(at);
      for (const { people, busy, routine } of exercise.people) {
        expect(busy).toBeGreaterThanOrEqual(0);
        expect(busy + routine).toBeLessThanOrEqual(Math.max(people, busy));
      }
    }
    const working = exercise.acts.filter((act) => !act.ended).length;
    expect(working).toBeLessThan(exercise.acts.length);
  });
});

describe('a command', () => {
  test('is refused for means, people or authority, never for knowledge, and changes nothing then', () => {
    const exercise = exerciseOf(1, 'as-in-2021', []);
    exercise.runTo(clock('16:40'));
    const before = hashExercise(exercise);
    const cases = [
      ['orange', 'no.such.act', 'unknownAct'],
      ['orange', 'ministry.openCic', 'otherSeat'],
    ] as const;
    for (const [seat, act, code] of cases)
      expect(exercise.apply(seat, { type: 'act', act, args: {}, rests: [] })?.code).toBe(code);
    expect(exercise.apply('anssi', { type: 'read', message: 9999 })?.code).toBe('unknownMessage');
    expect(
      exercise.apply('anssi', { type: 'send', to: ['orange'], channel: 'phone', statements: [999], text: '' })
        ?.code,
    ).toBe('unknownStatement');
    expect(hashExercise(exercise)).toBe(before);
    const knowledgeCodes = play.acts
      .map(({ id, seat, asks }) => {
        const args = asks.some(({ name }) => name === 'wording') ? { wording: 'any' } : {};
        return exercise.check(seat, { type: 'act', act: id, args, rests: [] })?.code;
      })
      .filter((code) => code !== undefined);
    expect(
      knowledgeCodes.filter((code) => !['means', 'people', 'authority', 'measure'].includes(code)),
    ).toEqual([]);
  });

  test('puts people on an act for its minutes; the same act is not begun twice', () => {
    const exercise = exerciseOf(1, 'as-in-2021', []);
    exercise.runTo(clock('16:50'));
    const spec = exercise.actSpec('orange.readAlarms')!;
    const pool = exercise.people.find(({ seat, id }) => seat === 'orange' && id === spec.needs.pool)!;
    const free = pool.busy;
    expect(exercise.apply('orange', { type: 'act', act: spec.id, args: {}, rests: [] })).toBe(null);
    expect(pool.busy).toBe(free + spec.needs.people);
    expect(exercise.check('orange', { type: 'act', act: spec.id, args: {}, rests: [] })?.code).toBe(
      'underWay',
    );
    exercise.runTo(clock('16:50') + spec.minutes * MINUTE);
    expect(pool.busy).toBe(free);
  });
});
