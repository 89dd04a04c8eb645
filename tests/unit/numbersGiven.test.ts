import { describe, expect, test } from 'vitest';
import { ROOMS } from '../../src/callflow/spec.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { hasListedFaulty, publishedAreas } from '../../src/exercise/messages/givenOut.ts';
import { INSTRUMENTS } from '../../src/exercise/instruments/index.ts';
import { openRooms } from '../../src/exercise/instruments/probe.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const others = (seat: SeatId): readonly SeatId[] =>
  (['orange', 'ministry', 'anssi', 'services'] as const).filter((each) => each !== seat);

function carry(exercise: Exercise, seat: SeatId, act: string): void {
  expect(exercise.apply(seat, { type: 'act', act, args: {}, rests: [] }), act).toBeNull();
  exercise.runTo(exercise.actsOf(seat, act).at(-1)!.endsAt + MINUTE);
}

const roomsOf = ({ spec }: Exercise, code: string): number[] => {
  const area = spec.areas.findIndex((each) => each.code === code);
  return ROOMS.map((_, room) => area * ROOMS.length + room);
};

/** A copper line of one's own stays on copper when nothing was tried: nobody has moved it elsewhere. */
function shared(test: boolean): { readonly exercise: Exercise; readonly before: readonly number[] } {
  const exercise = exerciseOf(4, 'as-in-2021', others('services'));
  exercise.runTo(clock('18:00'));
  carry(exercise, 'services', 'services.openCopperLine');
  const rooms = roomsOf(exercise, '37');
  const before = rooms.map((room) => exercise.evening.numbers.technology[room]!);
  if (test)
    exercise.learn(
      'services',
      {
        type: 'workaround.tested',
        about: { area: '37', origin: 'mobile', tries: 3, passed: 3 },
        confidence: 0.7,
      },
      { kind: 'act', act: 'services.testLine' },
    );
  carry(exercise, 'services', 'services.shareNumber');
  return { exercise, before };
}

const withdrawn = (exercise: Exercise, code: string): void => {
  exercise.learn(
    'ministry',
    { type: 'workaround.withdrawn', about: { area: code }, confidence: 0.7 },
    { kind: 'hearsay', from: 'press' },
  );
};

describe('numbers are given out as tested only where they are known to have answered', () => {
  test('a number shared without a test stays what it is', () => {
    const { exercise, before } = shared(false);
    const rooms = roomsOf(exercise, '37');
    expect(publishedAreas(exercise)).toContain('37');
    expect(rooms.map((room) => exercise.evening.numbers.technology[room])).toEqual(before);
  });

  test('one that has answered is given out as such', () => {
    const { exercise, before } = shared(true);
    const after = roomsOf(exercise, '37').map((room) => exercise.evening.numbers.technology[room]);
    expect(after).not.toEqual(before);
  });

  test('no act of the catalogue says tested of what its seat does not know to be so', () => {
    for (const { id, effects, needs } of play.acts)
      for (const effect of effects)
        if (effect.op === 'order' && effect.type === 'publishNumbers' && effect.args['tested'] === true)
          expect(effect.entries !== undefined || needs.stands?.what === 'numbersTested', id).toBe(true);
  });
});

describe('a test of a département’s numbers rings each of them', () => {
  test.each([
    ['orange.testCalls', 10, 1],
    ['ministry.numbersTest', 9, 1],
    ['anssi.numbersSample', 10, 2],
  ] as const)('%s', (sensor, most, each) => {
    const exercise = exerciseOf(2, 'by-the-book');
    exercise.runTo(clock('20:00'));
    const { evening, now, cause, opening } = exercise;
    const args = { areas: 'all', number: 'list', origin: 'mobile' };
    const world = {
      evening,
      now,
      home: opening.home,
      near: [],
      cause,
      traits: opening.traits,
      looks: 0,
      args,
    };
    const tests = INSTRUMENTS[sensor](world).filter(({ type }) => type === 'workaround.tested');
    const areas = tests.flatMap(({ about }) => (about['areas'] ?? [about['area']]) as readonly string[]);
    expect(areas.length).toBeLessThanOrEqual(most);
    for (const { about } of tests)
      for (const code of (about['areas'] ?? [about['area']]) as readonly string[]) {
        const area = evening.spec.areas.findIndex((other) => other.code === code);
        const open = openRooms(evening, area).length;
        expect(about['tries']).toBe(each * Math.max(1, open));
      }
  });
});

describe('a false number is ours, or no affair of ours', () => {
  test('the choice of correcting waits for a number that is given out', () => {
    const exercise = exerciseOf(5, 'as-in-2021', others('ministry'));
    exercise.runTo(clock('20:00'));
    const given = publishedAreas(exercise);
    const elsewhere = exercise.spec.areas.find(({ code }) => !given.includes(code))!.code;
    withdrawn(exercise, elsewhere);
    expect(hasListedFaulty(exercise, 'ministry')).toBe(false);
    expect(given.length).toBeGreaterThan(0);
    withdrawn(exercise, given[0]!);
    expect(hasListedFaulty(exercise, 'ministry')).toBe(true);
    expect(play.dilemmas.find(({ id }) => id === 'M6')!.trigger.stands).toBe('listedFaulty');
  });
});

test('those to call back grow fewer as they are rung, not all at once when the round is over', () => {
  const exercise = exerciseOf(3, 'as-in-2021', others('services'), { home: '59' });
  exercise.runTo(clock('18:30'));
  const left = (): number => {
    const gauge = project(exercise, 'services').gauges.find(({ kind }) => kind === 'rooms')!;
    return gauge.kind === 'rooms' ? gauge.rooms.reduce((sum, room) => sum + room.toCallBack, 0) : 0;
  };
  const before = left();
  expect(before).toBeGreaterThan(3);
  expect(
    exercise.apply('services', { type: 'act', act: 'services.callBack', args: {}, rests: [] }),
  ).toBeNull();
  exercise.runTo(exercise.now + 15 * MINUTE);
  const half = left();
  exercise.runTo(exercise.now + 16 * MINUTE);
  expect(half).toBeLessThan(before);
  expect(left()).toBeLessThan(half);
});

test('a patch refused is not offered again; whoever rings the vendor has it at once', () => {
  const exercise = exerciseOf(3, 'as-in-2021', others('orange'));
  exercise.runTo(clock('17:30'));
  carry(exercise, 'orange', 'orange.callVendor');
  const letters = (): number => exercise.messages.filter(({ key }) => key === 'messages.patchReady').length;
  while (letters() === 0 && exercise.now < clock('22:00')) exercise.runTo(exercise.now + 5 * MINUTE);
  expect(letters()).toBe(1);
  carry(exercise, 'orange', 'orange.refusePatch');
  exercise.runTo(clock('23:30'));
  expect(letters()).toBe(1);
  expect(exercise.tagsOf('vendor').has('patchReady')).toBe(false);
  exercise.apply('orange', { type: 'act', act: 'orange.callVendor', args: {}, rests: [] });
  exercise.runTo(exercise.now + MINUTE);
  expect(exercise.tagsOf('vendor').has('patchReady')).toBe(true);
});

const asked = (declares: boolean): readonly string[] => {
  const exercise = exerciseOf(3, 'by-the-book', others('orange'));
  exercise.runTo(clock('16:55'));
  if (declares)
    exercise.apply('orange', {
      type: 'send',
      to: ['ministry'],
      channel: 'crisis',
      text: '',
      statements: (['voice.degraded', 'equipment.callServers'] as const).map((type) =>
        exercise.learn(
          'orange',
          { type, about: {}, confidence: 0.9 },
          { kind: 'instrument', sensor: 'orange.alarms' },
        ),
      ),
    });
  exercise.runTo(clock('18:00'));
  const question = exercise.messages.find(({ key }) => key === 'acts.ministry.askOperator');
  return question?.asks ?? [];
};

test('a machine does not ask a person for what that person has just declared to it', () => {
  expect(asked(false)).toContain('equipment.callServers');
  expect(asked(true)).not.toContain('equipment.callServers');
});
