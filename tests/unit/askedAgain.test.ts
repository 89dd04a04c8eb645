import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../src/exercise/choices/optionRefusal.ts';
import { open } from '../../src/exercise/choices/dilemmas.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { happenAsDrawn } from '../../src/exercise/choices/outcomes.ts';
import { freeIn, poolOf } from '../../src/exercise/people/people.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { beyondAct } from '../../src/panels/console/beyondAct.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const alone = (seat: SeatId, at: string, seed = 2): Exercise => {
  const exercise = exerciseOf(
    seed,
    'as-in-2021',
    CORE_SEATS.filter((each) => each !== seat),
    { home: '77' },
  );
  exercise.runTo(clock(at));
  return exercise;
};
const begin = (exercise: Exercise, act: string, args = {}): void => {
  const seat = act.split('.')[0] as SeatId;
  expect(exercise.apply(seat, { type: 'act', act, args, rests: [] }), act).toBe(null);
};
const toEnd = (exercise: Exercise): void => exercise.runTo(exercise.acts.at(-1)!.endsAt + MINUTE);
const dilemma = (id: string) => play.dilemmas.find((each) => each.id === id)!;
const choiceOf = (exercise: Exercise, id: string) => exercise.choices.find((each) => each.dilemma === id);

/** A ministry whose crisis cell is open. */
function cell(at: string): Exercise {
  const exercise = alone('ministry', '17:00');
  begin(exercise, 'ministry.callMinister');
  toEnd(exercise);
  begin(exercise, 'ministry.openCic');
  exercise.runTo(clock(at));
  return exercise;
}

describe('what was done is not asked for again', () => {
  test('an advice on telephones that any act has given is not given again', () => {
    const exercise = alone('ministry', '17:20');
    begin(exercise, 'ministry.callDutyDirector');
    toEnd(exercise);
    begin(exercise, 'ministry.speakFirst');
    exercise.runTo(clock('18:30'));
    const [any, mobile] = ['any', 'mobile'].map((id) =>
      refusalOf(
        exercise,
        'ministry',
        dilemma('M4').options.find((each) => each.id === id)!,
      ),
    );
    expect(any?.code).toBe('needless');
    expect(mobile?.code).not.toBe('needless');
  });

  test('whoever has sent officials or set an hourly point is not asked how to get the operator to speak', () => {
    const exercise = cell('18:22');
    begin(exercise, 'ministry.hourlyPoint');
    exercise.runTo(clock('20:50'));
    expect(choiceOf(exercise, 'M9')).toBe(undefined);
  });

  test('tests alone do not answer whether to publish; publishing what was tested does', () => {
    const exercise = cell('18:00');
    begin(exercise, 'ministry.orderLists');
    toEnd(exercise);
    begin(exercise, 'ministry.collectLists');
    toEnd(exercise);
    exercise.runTo(Math.max(exercise.now, clock('18:26')));
    if (choiceOf(exercise, 'M5') === undefined) open(exercise, dilemma('M5'));
    begin(exercise, 'ministry.testLists');
    toEnd(exercise);
    expect(choiceOf(exercise, 'M5')!.state).toBe('open');
    begin(exercise, 'ministry.publishTested');
    exercise.runTo(exercise.now + MINUTE);
    expect(choiceOf(exercise, 'M5')).toMatchObject({ state: 'chosen', option: 'tested' });
  });

  test('a room that has rung the ministry has reported', () => {
    const exercise = alone('services', '16:50');
    exercise.runTo(clock('17:00'));
    const statements = exercise.knowledge.held.services
      .filter(({ statement }) =>
        ['voice.degraded', 'emergency.affected'].includes(exercise.knowledge.statements[statement]!.type),
      )
      .map(({ statement }) => statement);
    expect(statements.length).toBeGreaterThan(0);
    const call = { type: 'send', to: ['ministry'], channel: 'crisis', statements, text: '' } as const;
    expect(exercise.apply('services', call)).toBe(null);
    exercise.runTo(clock('17:20'));
    expect(exercise.tagsOf('services').has('reported')).toBe(true);
    expect(choiceOf(exercise, 'S3')).toBe(undefined);
  });
});

describe('what is told is so', () => {
  test('people kept for the night are not freed by the relief', () => {
    const exercise = cell('21:00');
    begin(exercise, 'ministry.nightShift');
    exercise.runTo(clock('21:35'));
    begin(exercise, 'ministry.handover');
    exercise.runTo(clock('23:00'));
    const pool = poolOf(exercise.people, 'ministry', 'cic')!;
    expect(exercise.tagsOf('ministry').has('shiftSecond')).toBe(true);
    expect(freeIn(pool)).toBe(pool.people - 6);
  });

  test('people that an act takes from two pools of another seat are told as one number', () => {
    const spec = play.acts.find(({ id }) => id === 'ministry.sendOfficials')!;
    expect(beyondAct(spec)).toEqual([{ kind: 'takes', seat: 'orange', people: 2, minutes: 40 }]);
  });

  test('an envoy writes once arrived, and never if called back', () => {
    for (const back of [false, true]) {
      const seed = [2, 3, 4, 5, 6, 7].find(
        (each) => alone('anssi', '16:30', each).opening.drawn.outcomes['A7'] === 'cellEmpty',
      );
      const exercise = alone('anssi', '18:20', seed);
      begin(exercise, 'anssi.openCase');
      toEnd(exercise);
      if (choiceOf(exercise, 'A7') === undefined) open(exercise, dilemma('A7'));
      expect(exercise.apply('anssi', { type: 'choose', dilemma: 'A7', option: 'engineer' })).toBe(null);
      const letters = () => exercise.messages.filter(({ key }) => key === 'messages.cellEmpty').length;
      const index = dilemma('A7')
        .drawn.find(({ outcome }) => outcome === 'cellEmpty')!
        .effects!.findIndex(({ effect }) => effect.op === 'envelope');
      exercise.runTo(exercise.now + 10 * MINUTE);
      happenAsDrawn(exercise, 'A7', index);
      expect(letters()).toBe(0);
      const { id } = exercise.acts.findLast(({ spec }) => spec === 'anssi.sendExpert')!;
      if (back) expect(exercise.apply('anssi', { type: 'stop', act: id })).toBe(null);
      exercise.runTo(exercise.now + 25 * MINUTE);
      expect(letters() > 0).toBe(!back);
    }
  });

  test('an answer that tells nothing of what was asked leaves whoever asked waiting', () => {
    const exercise = alone('ministry', '18:00');
    const question = exercise.post({
      author: 'world',
      from: 'prefects',
      to: ['ministry'],
      channel: 'email',
      asks: ['advice.public'],
      key: 'messages.mayorsAsk',
    });
    exercise.runTo(exercise.now + MINUTE);
    const { statement } = exercise.knowledge.held.ministry.find(
      (each) => exercise.knowledge.statements[each.statement]!.type === 'emergency.affected',
    )!;
    const reply = { type: 'send', to: ['prefects'], channel: 'email', answers: question.id } as const;
    expect(exercise.apply('ministry', { ...reply, statements: [statement], text: '' })).toBe(null);
    expect(question.answeredAt['ministry']).toBe(undefined);
    const letter = () =>
      project(exercise, 'ministry').inTray.find(({ key }) => key === 'messages.mayorsAsk')!;
    expect(letter()).toMatchObject({ beside: true, answered: false });
    expect(exercise.apply('ministry', { ...reply, statements: [], text: 'None yet.' })).toBe(null);
    expect(letter()).toMatchObject({ beside: false, answered: true });
  });

  test('what one was told of before is seen, not learnt, when one’s own means show it', () => {
    for (const told of [true, false]) {
      const exercise = alone('ministry', '16:46');
      if (told)
        exercise.learn(
          'ministry',
          { type: 'emergency.affected', about: { areas: ['91'], numbers: ['18'] }, confidence: 0.5 },
          { kind: 'media' },
        );
      exercise.runTo(exercise.now + 15 * MINUTE);
      begin(exercise, 'ministry.pollPrefects');
      exercise.runTo(clock('18:00'));
      const stops = exercise.beats.filter(({ id }) => id.startsWith('emergencies')).map(({ id }) => id);
      expect(stops.length).toBeLessThanOrEqual(1);
      if (told) expect(stops).not.toContain('emergenciesFail');
      else expect(stops).not.toContain('emergenciesSeen');
    }
  });
});
