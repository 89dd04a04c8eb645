import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { freeIn, poolOf } from '../../src/exercise/people/people.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, play } from './exerciseSample.ts';

function people(time: string): Exercise {
  const exercise = exerciseOf(1, 'as-in-2021', []);
  exercise.runTo(clock(time));
  return exercise;
}

function done(exercise: Exercise, by: SeatId, body: CommandBody): void {
  expect(exercise.apply(by, body)).toBe(null);
}

const act = (id: string, args: Readonly<Record<string, unknown>> = {}): CommandBody => ({
  type: 'act',
  act: id,
  args,
  rests: [],
});

describe('routine', () => {
  test('holds about a third of the people at 16:30', () => {
    const exercise = people('16:30');
    const { all, routine } = exercise.people
      .filter(({ seat }) => seat !== 'rooms')
      .reduce((sum, pool) => ({ all: sum.all + pool.people, routine: sum.routine + pool.routine }), {
        all: 0,
        routine: 0,
      });
    expect(routine / all).toBeGreaterThan(0.25);
    expect(routine / all).toBeLessThan(0.42);
  });

  test('lets people go at once, and is paid later: what was left undone takes them back', () => {
    const exercise = people('16:35');
    const pool = poolOf(exercise.people, 'ministry', 'watch')!;
    const free = freeIn(pool);
    done(exercise, 'ministry', { type: 'recall', pool: 'watch', people: 1 });
    expect(freeIn(pool)).toBe(free + 1);
    const { after } = play.pools.find(({ seat, id }) => seat === 'ministry' && id === 'watch')!.undone!;
    exercise.runTo(exercise.now + after * MINUTE);
    // What else the evening brings takes the same people from those who recalled nobody.
    const other = people('16:35');
    other.runTo(exercise.now);
    expect(freeIn(pool)).toBe(freeIn(poolOf(other.people, 'ministry', 'watch')!));
    expect(
      exercise.journal.ministry.some(({ kind, params }) => kind === 'people' && params['undone'] === 1),
    ).toBe(true);
  });

  test('is not recalled twice, nor from a team that does not exist', () => {
    const exercise = people('16:35');
    done(exercise, 'orange', { type: 'recall', pool: 'experts', people: 1 });
    const again: CommandBody = { type: 'recall', pool: 'experts', people: 1 };
    expect(exercise.check('orange', again)?.code).toBe('people');
    expect(exercise.check('orange', { ...again, pool: 'watch' })?.code).toBe('unknownPool');
    expect(exercise.check('orange', { ...again, people: 0.5 })?.code).toBe('people');
  });
});

describe('an act', () => {
  test('stopped, frees its people, does nothing more, and may be begun again', () => {
    const exercise = people('16:50');
    const pool = poolOf(exercise.people, 'services', 'technical')!;
    done(exercise, 'services', act('services.openCopperLine'));
    expect(exercise.tagsOf('services').has('lineOpening')).toBe(true);
    exercise.runTo(exercise.now + 3 * MINUTE);
    done(exercise, 'services', { type: 'stop', act: exercise.acts.length - 1 });
    expect(freeIn(pool)).toBe(1);
    exercise.runTo(exercise.now + 30 * MINUTE);
    expect(exercise.tagsOf('services').has('lineNone')).toBe(true);
    expect(exercise.evening.numbers.technology.every((line) => line < 0)).toBe(true);
    expect(exercise.check('services', act('services.openCopperLine'))).toBe(null);
  });

  test('of another, or already ended, cannot be stopped', () => {
    const exercise = people('16:50');
    done(exercise, 'orange', act('orange.readAlarms'));
    const id = exercise.acts.findIndex(({ seat }) => seat === 'orange');
    expect(exercise.check('anssi', { type: 'stop', act: id })?.code).toBe('notUnderWay');
    exercise.runTo(exercise.now + 10 * MINUTE);
    expect(exercise.check('orange', { type: 'stop', act: id })?.code).toBe('notUnderWay');
  });

  test('says what came of it: the statements its look has brought', () => {
    const exercise = people('17:00');
    done(exercise, 'orange', act('orange.readAlarms'));
    exercise.runTo(exercise.now + 10 * MINUTE);
    const { found } = exercise.acts.find(({ seat }) => seat === 'orange')!;
    expect(found.length).toBeGreaterThan(0);
    for (const index of found)
      expect(exercise.knowledge.held.orange.some(({ statement }) => statement === index)).toBe(true);
  });

  test.each([
    ['orange', 'orange.testCalls', { number: '16' }],
    ['orange', 'orange.testCalls', { areas: ['37', '37'] }],
    ['orange', 'orange.testCalls', { areas: [] }],
    ['orange', 'orange.restartOne', { servers: ['nowhere'] }],
    ['orange', 'orange.advisePublic', { wording: 'shout' }],
    ['services', 'services.openCopperLine', { areas: ['59'] }],
    ['services', 'services.openCopperLine', { rooms: ['16'] }],
    ['ministry', 'ministry.watchMedia', { tested: true }],
  ] as const)('of %s, %s, is refused arguments that are none of its kind: %o', (seat, id, args) => {
    expect(people('16:50').check(seat, act(id, args))).toMatchObject({ code: 'badArgument' });
  });

  test('needs a signature that another act obtains; nothing else of the kind is refused for knowledge', () => {
    const exercise = people('16:35');
    expect(exercise.check('orange', act('orange.throttle'))).toMatchObject({
      code: 'authority',
      door: 'orange.callDirection',
    });
    done(exercise, 'orange', act('orange.callDirection'));
    exercise.runTo(exercise.now + 5 * MINUTE);
    expect(exercise.check('orange', act('orange.throttle'))).toBe(null);
  });

  test('lends or takes capacity in the rooms it names, for its time, beside whatever staff there is', () => {
    const exercise = people('16:50');
    const { evening, opening } = exercise;
    const rooms = [0, 1, 2].map((room) => opening.home * 3 + room);
    const takers = (): number[] => rooms.map((room) => evening.takers[room]!);
    const usual = rooms.map((room) => evening.usual[room]!);
    exercise.authorities.services.push('head');
    done(exercise, 'services', act('services.poolRooms'));
    exercise.runTo(exercise.now + 11 * MINUTE);
    expect(takers()).toEqual([Math.round(usual[0]! * 1.3), usual[1], Math.round(usual[2]! * 0.8)]);
    evening.give({
      at: exercise.now,
      by: 'services',
      type: 'staff',
      args: { areas: ['37'], rooms: ['15'], factor: 0.5 },
    });
    exercise.runTo(exercise.now + MINUTE);
    expect(takers()[0]).toBe(Math.max(1, Math.round(usual[0]! * 0.5 * 1.3)));
    exercise.runTo(exercise.now + 91 * MINUTE);
    expect(takers()).toEqual([Math.max(1, Math.round(usual[0]! * 0.5)), usual[1], usual[2]]);
  });
});

/** Two facts heard before the relief, the first of them written down; nobody hands over but by `handover`. */
function relieved(handover: string | null): boolean[] {
  const exercise = people('18:50');
  const hear = (areas: readonly string[]): number => {
    done(exercise, 'services', {
      type: 'hear',
      from: 'neighbours',
      fact: 'emergency.affected',
      about: { areas },
    });
    return exercise.knowledge.held.services.at(-1)!.statement;
  };
  const facts = [hear(['41']), hear(['86'])];
  done(exercise, 'services', { type: 'write', text: 'Read this tonight', statements: [facts[0]!] });
  exercise.runTo(clock('19:00'));
  if (handover !== null) done(exercise, 'services', act(handover));
  exercise.runTo(clock('19:40'));
  expect(exercise.tagsOf('services').has('shiftSecond')).toBe(true);
  const held = exercise.knowledge.held.services.map(({ statement }) => statement);
  return facts.map((fact) => held.includes(fact));
}

describe('the relief', () => {
  test('with a brief loses nothing; bare, or forgotten, it loses what was not written down', () => {
    expect(relieved('services.handover')).toEqual([true, true]);
    expect(relieved('services.bareHandover')).toEqual([true, false]);
    expect(relieved(null)).toEqual([true, false]);
  });

  test('is in the main courante, with the facts that were lost', () => {
    const exercise = people('18:50');
    done(exercise, 'services', { type: 'hear', from: 'neighbours', fact: 'restored', about: {} });
    exercise.runTo(clock('19:30'));
    const lost = exercise.journal.services.find(({ kind }) => kind === 'lost');
    expect(lost?.statements.length).toBeGreaterThan(0);
  });
});

test('a crisis cell brings its people when it opens, and takes them away when it closes', () => {
  const exercise = people('17:00');
  const cic = poolOf(exercise.people, 'ministry', 'cic')!;
  expect(cic.people).toBe(0);
  exercise.authorities.ministry.push('minister');
  done(exercise, 'ministry', act('ministry.openCic'));
  exercise.runTo(exercise.now + 45 * MINUTE);
  expect(cic.people).toBe(12);
  done(exercise, 'ministry', act('ministry.closeCic'));
  exercise.runTo(exercise.now + 15 * MINUTE);
  expect(cic.people).toBe(0);
});
