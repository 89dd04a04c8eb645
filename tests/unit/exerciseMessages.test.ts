import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { getsThrough } from '../../src/exercise/messages/telephone.ts';
import { project } from '../../src/view/project.ts';
import { waitedBy } from '../../src/exercise/messages/waiting.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { Channel, SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, play } from './exerciseSample.ts';

/** Persons in the four seats, at a clock time. */
function people(time: string): Exercise {
  const exercise = exerciseOf(1, 'as-in-2021', []);
  exercise.runTo(clock(time));
  return exercise;
}

function done(exercise: Exercise, by: SeatId, body: CommandBody): void {
  expect(exercise.apply(by, body)).toBe(null);
}

/** A statement heard across the room, which its seat then holds. */
function hear(exercise: Exercise, by: SeatId): number {
  done(exercise, by, { type: 'hear', from: 'press', fact: 'voice.degraded', about: { areas: ['37'] } });
  return exercise.knowledge.held[by].at(-1)!.statement;
}

const say = (to: string, channel: Channel, statements: readonly number[] = []): CommandBody => ({
  type: 'send',
  to: [to],
  channel,
  statements,
  text: 'Can you hear us?',
});

const busy = (exercise: Exercise, seat: SeatId): number =>
  exercise.people.filter((pool) => pool.seat === seat).reduce((sum, pool) => sum + pool.busy, 0);

describe('a telephone call', () => {
  test('takes someone on both sides for its minutes, and is heard at once', () => {
    const exercise = people('16:35');
    const before = [busy(exercise, 'ministry'), busy(exercise, 'orange')];
    const statement = hear(exercise, 'ministry');
    done(exercise, 'ministry', say('orange', 'phone', [statement]));
    exercise.runTo(exercise.now);
    expect(busy(exercise, 'ministry')).toBe(before[0]! + 1);
    expect(busy(exercise, 'orange')).toBe(before[1]! + 1);
    expect(exercise.knowledge.held.orange.at(-1)?.source).toMatchObject({
      kind: 'message',
      from: 'ministry',
    });
    exercise.runTo(exercise.now + play.rules.phone.minutes * MINUTE);
    expect([busy(exercise, 'ministry'), busy(exercise, 'orange')]).toEqual(before);
  });

  test('is refused when nobody is free to make it, and rings in vain where nobody can answer', () => {
    const exercise = people('16:35');
    for (const pool of exercise.people) if (pool.seat === 'orange') pool.busy = pool.people;
    expect(exercise.check('orange', say('anssi', 'phone'))).toMatchObject({ code: 'people' });
    done(exercise, 'anssi', say('orange', 'phone'));
    exercise.runTo(exercise.now + 30 * MINUTE);
    const call = exercise.messages.findLast(({ author }) => author === 'anssi');
    expect(call).toMatchObject({ failed: true, arrivedAt: {} });
    expect(exercise.journal.anssi.some(({ kind }) => kind === 'failed')).toBe(true);
  });

  test('towards rooms behind the failing equipment is lost as callers’ calls are, and towards the operator never', () => {
    const exercise = exerciseOf(2, 'as-in-2021', [], { home: '69' });
    const lost = (to: string): number =>
      Array.from({ length: 200 }, (_, i) => i).filter((message) => !getsThrough(exercise, message, to))
        .length;
    exercise.runTo(clock('16:40'));
    expect(lost('services')).toBe(0);
    const sums = { services: 0, ministry: 0, orange: 0 };
    const times = Array.from({ length: 18 }, (_, i) => clock('16:50') + i * 5 * MINUTE);
    for (const at of times) {
      exercise.runTo(at);
      for (const to of ['services', 'ministry', 'orange'] as const) sums[to] += lost(to);
    }
    expect(sums.services).toBeGreaterThan(0.05 * 200 * times.length);
    expect(sums.services).toBeLessThan(0.95 * 200 * times.length);
    expect(sums.ministry).toBeLessThan(0.5 * 200 * times.length);
    expect(sums.orange).toBe(0);
  });

  test('that fails moves nobody’s luck: the same callers meet the same answers', () => {
    const quiet = people('17:20');
    const loud = people('17:20');
    for (const to of ['prefects', 'hospitals']) done(loud, 'anssi', say(to, 'phone'));
    for (const exercise of [quiet, loud]) exercise.runTo(clock('18:00'));
    expect([...loud.evening.log.info.subarray(0, loud.evening.log.count)]).toEqual([
      ...quiet.evening.log.info.subarray(0, quiet.evening.log.count),
    ]);
  });
});

/** Minutes a message takes to reach a reader. */
const arrival = (channel: Channel, from: SeatId, to: string, readers = to): number => {
  const exercise = people('16:35');
  done(exercise, from, say(to, channel));
  exercise.runTo(exercise.now + 60 * MINUTE);
  return (
    (exercise.messages.find(({ author }) => author === from)!.arrivedAt[readers]! - clock('16:35')) / MINUTE
  );
};

describe('other channels', () => {
  test('take their time: official messaging three minutes, a bridge ten, e-mail five to twenty-five with the load', () => {
    expect(arrival('crisis', 'anssi', 'ministry')).toBe(3);
    expect(arrival('bridge', 'orange', 'anssi')).toBe(10);
    expect(arrival('email', 'anssi', 'ministry')).toBeGreaterThanOrEqual(5);
    expect(arrival('email', 'anssi', 'ministry')).toBeLessThanOrEqual(25);
    expect(arrival('radio', 'services', 'neighbours', 'rooms')).toBe(0);
  });

  test('an address of the file may be nobody’s: it comes back, and its author knows', () => {
    const exercise = people('16:35');
    done(exercise, 'services', say('orange', 'email'));
    exercise.runTo(exercise.now + 30 * MINUTE);
    expect(exercise.messages.findLast(({ author }) => author === 'services')!.failed).toBe(true);
    expect(
      exercise.knowledge.held.orange.some(
        ({ source }) => source.kind === 'message' && source.from === 'services',
      ),
    ).toBe(false);
  });

  test.each([
    ['orange', 'nobody', 'email', 'unknownRecipient'],
    ['orange', 'orange', 'email', 'unknownRecipient'],
    ['ministry', 'public', 'phone', 'noChannel'],
    ['ministry', 'press', 'crisis', 'noChannel'],
    ['orange', 'services', 'radio', 'noChannel'],
  ] as const)('from %s to %s by %s: %s', (from, to, channel, code) => {
    expect(people('16:35').check(from, say(to, channel))?.code).toBe(code);
  });

  test('a letter is held from only once it is opened; a machine opens it by itself', () => {
    const exercise = exerciseOf(1, 'as-in-2021', ['ministry']);
    exercise.runTo(clock('16:35'));
    const statement = hear(exercise, 'anssi');
    for (const to of ['orange', 'ministry']) done(exercise, 'anssi', say(to, 'crisis', [statement]));
    exercise.runTo(exercise.now + 15 * MINUTE);
    const [toOrange, toMinistry] = exercise.messages.filter(({ author }) => author === 'anssi');
    expect(toOrange!.readAt['orange']).toBeUndefined();
    expect(toMinistry!.readAt['ministry']).toBeDefined();
    done(exercise, 'orange', { type: 'read', message: toOrange!.id });
    expect(exercise.knowledge.held.orange.at(-1)?.statement).toBe(statement);
  });
});

/** Whom the ministry waits for, as it sees it. */
const waiting = (exercise: Exercise) => project(exercise, 'ministry').waiting.on;

/** The ministry has just asked the operator. */
const asked = (machines: readonly SeatId[], act = 'ministry.askOperator'): Exercise => {
  const exercise = exerciseOf(1, 'as-in-2021', machines);
  exercise.runTo(clock('16:35'));
  done(exercise, 'ministry', { type: 'act', act, args: {}, rests: [] });
  exercise.runTo(exercise.now + 5 * MINUTE);
  return exercise;
};

describe('a question', () => {
  test('is answered by a machine with what it holds, or with nothing', () => {
    const told = exerciseOf(1, 'as-in-2021', ['services']);
    told.runTo(clock('18:00'));
    done(told, 'ministry', { type: 'act', act: 'ministry.askFigures', args: {}, rests: [] });
    told.runTo(told.now + 35 * MINUTE);
    expect(told.messages.some(({ key, author }) => author === 'services' && key === 'messages.answer')).toBe(
      true,
    );
    const exercise = asked(['orange'], 'ministry.askNumbersAdvice');
    expect(waiting(exercise).map(({ from, what }) => [from, what])).toEqual([['orange', 'answer']]);
    exercise.runTo(exercise.now + 10 * MINUTE);
    expect(exercise.messages.find(({ author }) => author === 'orange')).toMatchObject({
      to: ['ministry'],
      key: 'messages.nothingToSay',
    });
    expect(waiting(exercise)).toEqual([]);
  });

  test('waits for a person, who frees the asker by answering it', () => {
    const exercise = asked([]);
    const [question] = waitedBy(exercise, 'orange');
    expect(question).toMatchObject({ who: 'ministry' });
    done(exercise, 'orange', {
      type: 'send',
      to: ['ministry'],
      channel: 'crisis',
      statements: [],
      text: 'Nothing yet',
      answers: question!.message,
    });
    expect(waitedBy(exercise, 'orange')).toEqual([]);
    expect(exercise.tagsOf('orange').has('noQuestion')).toBe(true);
  });

  test('left for more than thirty minutes costs a step of trust; an answer in time does not', () => {
    const silent = asked([]);
    silent.runTo(silent.now + 35 * MINUTE);
    expect(silent.trust.stateToOperator).toBe('watched');
    expect(silent.journal.orange.some(({ kind, ref }) => kind === 'trust' && ref === 'stateToOperator')).toBe(
      true,
    );
    const machine = asked(['orange']);
    machine.runTo(machine.now + 35 * MINUTE);
    expect(machine.trust.stateToOperator).toBe('given');
  });
});

const heard = (signed: boolean): number => {
  const exercise = people('16:35');
  if (signed) exercise.authorities.ministry.push('head');
  done(exercise, 'ministry', say('public', 'public'));
  exercise.runTo(exercise.now + 30 * MINUTE);
  return (exercise.state.publicWords.find(({ by }) => by === 'ministry')!.at - clock('16:35')) / MINUTE;
};

test('a national statement waits for a minister on the road, or goes under the duty officer’s authority', () => {
  expect(heard(true)).toBe(0);
  expect(heard(false)).toBeGreaterThanOrEqual(play.rules.validation.least);
  expect(heard(false)).toBeLessThanOrEqual(play.rules.validation.most);
});
