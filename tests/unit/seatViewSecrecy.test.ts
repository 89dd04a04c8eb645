import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { openExercise } from '../../src/exercise/open.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CHANNELS, CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { ground, play, setupOf } from './exerciseSample.ts';
import { CHANGES } from './seatViewHorizon.ts';
import { bytesOf, othersThan, playedTo } from './seatViewSample.ts';

/** A clock time of the evening, a minute of it as likely as another. At its end all letters can be read. */
const anyTime = fc
  .integer({ min: 16 * 60 + 31, max: 24 * 60 - 1 })
  .map((minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`);

describe('what a seat cannot see does not change its view by one byte', () => {
  test.each(CORE_SEATS)('%s', (seat) => {
    const changes = fc.array(
      fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.integer({ min: 0, max: 99 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(anyTime, fc.integer({ min: 1, max: 200 }), changes, (time, seed, list) => {
        // Two of them: what is remembered beside a list is read on as it grows, and holds nothing of one changed behind it.
        const usual = bytesOf(playedTo(time, seed), seat);
        const exercise = playedTo(time, seed);
        for (const [name, n] of list) CHANGES[name]!(exercise, seat, n);
        expect(bytesOf(exercise, seat)).toBe(usual);
      }),
      { numRuns: 16 },
    );
  });

  test.each(CORE_SEATS)('%s, all at once; and those whom it concerns do see it', (seat) => {
    const usual = playedTo('19:40');
    const changed = playedTo('19:40');
    for (const change of Object.values(CHANGES)) change(changed, seat, 41);
    expect(bytesOf(changed, seat)).toBe(bytesOf(usual, seat));
    for (const other of othersThan(seat)) expect(bytesOf(changed, other)).not.toBe(bytesOf(usual, other));
  });
});

/** Acts that stay within the seat's own walls: it looks, signs, sorts its own people. */
function withinWalls(seat: SeatId): string[] {
  return play.acts
    .filter(
      (act) =>
        act.seat === seat &&
        act.effects.every(
          (effect) =>
            effect.op === 'sense' ||
            effect.op === 'hold' ||
            effect.op === 'authority' ||
            (effect.op === 'occupy' && effect.seat === seat),
        ),
    )
    .map(({ id }) => id);
}

interface Given {
  readonly at: number;
  readonly body: CommandBody;
}

/** What persons of a seat may do that concerns nobody but themselves and those they write to. */
function commandsOf(seat: SeatId, to: readonly SeatId[]): fc.Arbitrary<Given[]> {
  const act = fc
    .constantFrom(...withinWalls(seat))
    .map((id): CommandBody => ({ type: 'act', act: id, args: {}, rests: [] }));
  const hear = fc
    .constantFrom('restored', 'cyberattack.suspected', 'workaround.number')
    .map((fact): CommandBody => ({ type: 'hear', from: 'press', fact, about: {} }) as CommandBody);
  const write = fc.string({ maxLength: 20 }).map((text): CommandBody => ({
    type: 'write',
    text,
    statements: [],
  }));
  const send = fc
    .tuple(fc.constantFrom(...to), fc.constantFrom(...CHANNELS.filter((channel) => channel !== 'public')))
    .map(([other, channel]): CommandBody => ({
      type: 'send',
      to: [other],
      channel,
      statements: [],
      text: 'between ourselves',
    }));
  const body = to.length === 0 ? fc.oneof(act, hear, write) : fc.oneof(act, hear, write, send);
  return fc
    .array(fc.record({ at: fc.integer({ min: 0, max: 100 }).map(minutes), body }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((list) => list.toSorted((a, b) => a.at - b.at));
}

const minutes = (after: number): number => clock('16:35') + after * MINUTE;

function played(by: SeatId, given: readonly Given[]): { exercise: Exercise; accepted: number } {
  // Persons everywhere: nobody reacts but those who are reached.
  // What they answer or leave unanswered has its consequences for all: no dilemma, no event in this evening.
  const quiet = { ...ground, play: { ...play, dilemmas: [], events: [] } };
  const opened = openExercise(setupOf(5, 'as-in-2021', []), quiet);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error[0]));
  const exercise = opened.value;
  let accepted = 0;
  for (const { at, body } of given) {
    exercise.runTo(at);
    if (exercise.apply(by, body) === null) accepted++;
  }
  exercise.runTo(clock('18:30'));
  return { exercise, accepted };
}

test.each(CORE_SEATS)('commands of %s that reach nobody else are seen by nobody else', (seat) => {
  const quiet = played(seat, []).exercise;
  const [correspondent, ...rest] = othersThan(seat);
  fc.assert(
    fc.property(commandsOf(seat, [correspondent!]), (given) => {
      const { exercise: busy, accepted } = played(seat, given);
      for (const other of rest) expect(bytesOf(busy, other), other).toBe(bytesOf(quiet, other));
      expect(bytesOf(busy, seat) !== bytesOf(quiet, seat)).toBe(accepted > 0);
    }),
    { numRuns: 5 },
  );
});
