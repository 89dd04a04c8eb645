import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const act = (id: string, args: Readonly<Record<string, unknown>> = {}): CommandBody => ({
  type: 'act',
  act: id,
  args,
  rests: [],
});

function held(seat: SeatId, time: string): Exercise {
  const exercise = exerciseOf(
    3,
    'as-in-2021',
    CORE_SEATS.filter((each) => each !== seat),
  );
  exercise.runTo(clock(time));
  return exercise;
}

function does(exercise: Exercise, by: SeatId, id: string, args = {}): void {
  expect(exercise.apply(by, act(id, args)), id).toBe(null);
  exercise.runTo(exercise.actsOf(by, id).at(-1)!.endsAt);
}

const offer = (exercise: Exercise, seat: SeatId, id: string) =>
  project(exercise, seat).offers.find((each) => each.act === id)!;

describe('what would change nothing is said before it is ordered', () => {
  test('an agreement that is there is not asked for again', () => {
    const exercise = held('orange', '16:46');
    does(exercise, 'orange', 'orange.callDirection');
    expect(offer(exercise, 'orange', 'orange.callDirection').refusal).toEqual({
      code: 'needless',
      params: { authority: 'direction' },
    });
  });

  test('a level that is declared is not declared again, and the next one is open', () => {
    const exercise = held('orange', '16:46');
    does(exercise, 'orange', 'orange.declareYellow');
    expect(exercise.check('orange', act('orange.declareYellow'))?.code).toBe('needless');
    expect(exercise.check('orange', act('orange.declareRed'))).toBe(null);
  });

  test('a choice that rests on it is taken all the same: it is so already', () => {
    const exercise = held('orange', '16:46');
    does(exercise, 'orange', 'orange.callDirection');
    const before = exercise.acts.length;
    exercise.runTo(clock('19:45'));
    expect(exercise.choices).toContainEqual(expect.objectContaining({ dilemma: 'O12', state: 'open' }));
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O12', option: 'freeze' })).toBe(null);
    expect(exercise.acts.slice(before).every(({ spec }) => spec !== 'orange.callDirection')).toBe(true);
  });

  test('machines are not concerned', () => {
    const exercise = held('ministry', '17:00');
    exercise.authorities.orange.push('head', 'direction');
    expect(exercise.check('orange', act('orange.callDirection'))?.code).not.toBe('needless');
  });

  test('saying the same again is marked, until there is something new to say', () => {
    const exercise = held('orange', '16:50');
    expect(offer(exercise, 'orange', 'orange.declareToAnssi').again).toBe(null);
    does(exercise, 'orange', 'orange.declareToAnssi');
    expect(offer(exercise, 'orange', 'orange.declareToAnssi').again?.kind).toBe('told');
    exercise.apply('orange', {
      type: 'hear',
      from: 'team',
      fact: 'cause.ourOperation',
      about: {},
    });
    expect(offer(exercise, 'orange', 'orange.declareToAnssi').again).toBe(null);
  });

  test('a question that waits for its answer is marked', () => {
    const exercise = held('orange', '16:50');
    does(exercise, 'orange', 'orange.askExemptList');
    expect(offer(exercise, 'orange', 'orange.askExemptList').again).toBe(null);
    const anssi = held('anssi', '17:00');
    does(anssi, 'anssi', 'anssi.openCase');
    does(anssi, 'anssi', 'anssi.askLogs');
    const { again } = offer(anssi, 'anssi', 'anssi.askLogs');
    const question = anssi.messages.findLast(({ key }) => key === 'acts.anssi.askLogs')!;
    expect(question.failed).toBe(false);
    expect(again).toEqual({ kind: 'asked', at: question.sentAt });
  });
});

describe('nothing is said to the public by default', () => {
  test('each act that gives advice of one’s choice asks which, and so does its order', () => {
    for (const { id, asks } of play.acts)
      for (const ask of asks) if (ask.kind === 'wording') expect(ask.required, id).toBe(true);
    const exercise = held('orange', '16:50');
    expect(exercise.check('orange', act('orange.advisePublic'))?.code).toBe('missingArgument');
    expect(offer(exercise, 'orange', 'orange.advisePublic').says?.wording).toBe('');
    expect(exercise.check('orange', act('orange.advisePublic', { wording: 'landline' }))).toBe(null);
  });

  test('an option that gives advice says which', () => {
    const asking = play.acts.filter(({ asks }) => asks.some(({ kind }) => kind === 'wording'));
    for (const { id, options } of play.dilemmas)
      for (const option of options)
        if (option.acts.some((each) => asking.some((spec) => spec.id === each)))
          expect(option.args?.['wording'], `${id} ${option.id}`).toEqual(expect.any(String));
  });
});

test('test calls tell what was asked of them: the number and the telephone', () => {
  const exercise = held('orange', '16:50');
  does(exercise, 'orange', 'orange.testCalls', { number: '18', origin: 'box' });
  const line = exercise
    .actsOf('orange', 'orange.testCalls')
    .at(-1)!
    .results.find(({ key }) => key === 'tested');
  expect(line?.params).toMatchObject({ number: '18', origin: 'box' });
});

test('a detour that would not be done tonight says how many will be, not an hour after the end', () => {
  const exercise = held('orange', '21:30');
  exercise.tell('operators', { type: 'DETOUR_ASKED' });
  while (!exercise.tagsOf('operators').has('detourAgreed')) exercise.runTo(exercise.now + MINUTE);
  does(exercise, 'orange', 'orange.goAround');
  const lines = exercise.actsOf('orange', 'orange.goAround').at(-1)!.results;
  const { many, tonight, last } = lines.find(({ key }) => key === 'aroundPart')!.params;
  expect(last).toBeUndefined();
  expect(tonight).toBeGreaterThan(0);
  expect(tonight).toBeLessThan(many as number);
});

test('who stays for the night stays for the night, and is not asked for it again', () => {
  for (const id of ['ministry.nightShift', 'services.keepNumber']) {
    const { effects } = play.acts.find((each) => each.id === id)!;
    const stay = effects.find((effect) => effect.op === 'occupy');
    expect(stay?.op === 'occupy' && stay.minutes, id).toBeGreaterThanOrEqual(480);
    expect(play.dilemmas.some(({ settled }) => settled?.acts?.includes(id))).toBe(true);
  }
});

test('the other case of the night can be looked after again once its people are back', () => {
  const exercise = held('anssi', '16:46');
  does(exercise, 'anssi', 'anssi.serveSecondCase');
  expect(exercise.tagsOf('anssi').has('secondCaseServed')).toBe(true);
  exercise.runTo(clock('21:10'));
  expect(offer(exercise, 'anssi', 'anssi.serveSecondCase').refusal?.code).not.toBe('needless');
  does(exercise, 'anssi', 'anssi.serveSecondCase');
});

test('counterparts abroad recognise what is described to them, and nothing of what nobody has seen', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const exercise = exerciseOf(seed, 'as-in-2021', ['orange', 'ministry', 'services']);
    exercise.runTo(clock('16:48'));
    does(exercise, 'anssi', 'anssi.callAbroad');
    expect(exercise.actsOf('anssi', 'anssi.callAbroad').at(-1)!.found).toEqual([]);
  }
});
