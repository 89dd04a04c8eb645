import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import { giveEstimate } from '../../src/exercise/knowledge/estimates.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { speak } from '../../src/exercise/messages/publicWord.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const { trust, contradiction } = play.rules;

function people(time: string): Exercise {
  const exercise = exerciseOf(1, 'as-in-2021', []);
  exercise.runTo(clock(time));
  return exercise;
}

const act = (id: string, args: Readonly<Record<string, unknown>> = {}): CommandBody => ({
  type: 'act',
  act: id,
  args,
  rests: [],
});

describe('an estimate of restoration', () => {
  test('binds: an hour that passes with servers still ill costs a step of trust', () => {
    const exercise = people('17:30');
    giveEstimate(exercise, clock('18:00'));
    exercise.runTo(clock('17:59'));
    expect(exercise.trust.stateToOperator).toBe('given');
    exercise.runTo(clock('18:01'));
    expect(exercise.trust.stateToOperator).toBe('watched');
  });

  test('corrected before its hour costs a third of being caught', () => {
    const exercise = people('17:30');
    for (let i = 0; i < trust.corrections; i++) {
      expect(exercise.trust.stateToOperator).toBe('given');
      giveEstimate(exercise, clock('18:00') + i * 30 * MINUTE);
    }
    giveEstimate(exercise, clock('20:00'));
    expect(exercise.trust.stateToOperator).toBe('watched');
  });

  test('brought forward costs nothing', () => {
    const exercise = people('17:30');
    giveEstimate(exercise, clock('20:00'));
    giveEstimate(exercise, clock('19:00'));
    expect(exercise.state.corrections.stateToOperator).toBe(0);
  });
});

const found = (mending: boolean): Exercise => {
  const exercise = people('18:00');
  exercise.tell('ministry', { type: 'LIST_PUBLISHED' });
  const given = { at: exercise.now, by: 'test' };
  exercise.evening.give({
    ...given,
    type: 'openNumbers',
    args: { areas: ['37'], rooms: ['15'], technology: 'inventory' },
  });
  exercise.evening.give({
    ...given,
    type: 'publishNumbers',
    args: { areas: ['37'], tested: false, reach: 0.5 },
  });
  exercise.runTo(exercise.now + MINUTE);
  if (mending) expect(exercise.apply('ministry', act('ministry.correctNumbers'))).toBe(null);
  exercise.learn(
    'ministry',
    { type: 'workaround.crosses', about: { area: '37', answer: 'yes' }, confidence: 0.8 },
    { kind: 'message', from: 'anssi', message: 0 },
  );
  return exercise;
};

describe('wrong numbers', () => {
  test('found by others cost a step; being mended by their authors, a third of one', () => {
    expect(found(false).trust.publicToAdvice).toBe('watched');
    const mended = found(true);
    expect(mended.trust.publicToAdvice).toBe('given');
    expect(mended.state.corrections.publicToAdvice).toBe(1);
  });
});

const agreed = (steps: number): number => {
  const exercise = people('17:00');
  for (let i = 0; i < steps; i++) exercise.moveTrust('stateToOperator', -1);
  exercise.tell('operators', { type: 'DETOUR_ASKED' });
  const begun = exercise.now;
  while (!exercise.tagsOf('operators').has('detourAgreed')) exercise.runTo(exercise.now + MINUTE);
  return exercise.now - begun;
};

describe('trust that is lost', () => {
  test('by the public: fewer follow advice and use numbers', () => {
    const exercise = people('17:00');
    for (const share of trust.share.slice(1)) {
      exercise.moveTrust('publicToAdvice', -1);
      expect(exercise.evening.heed[0]).toBe(share);
    }
    exercise.moveTrust('publicToAdvice', 1);
    expect(exercise.evening.heed[0]).toBe(trust.share[1]);
  });

  test('in the operator: others take longer to agree to carry its calls', () => {
    const given = agreed(0);
    expect(agreed(1)).toBe(given * trust.delay[1]);
    expect(agreed(2)).toBe(given * trust.delay[2]);
  });
});

const said = (...words: readonly (readonly [string, string])[]): Exercise => {
  const exercise = people('18:00');
  for (const [by, wording] of words) speak(exercise, { by, wording, key: null, text: '', statements: [] });
  return exercise;
};

describe('two voices', () => {
  test('that send people to opposite telephones are counted, and fewer heed either', () => {
    const exercise = said(['ministry', 'landline'], ['orange', 'mobile']);
    expect(exercise.state.contradictions).toEqual([
      { at: exercise.now, first: 'ministry', second: 'orange' },
    ]);
    expect(exercise.evening.heed[0]).toBe(contradiction.share);
  });

  test('that agree, or one that changes its mind, are not', () => {
    expect(said(['ministry', 'mobile'], ['orange', 'mobile']).state.contradictions).toEqual([]);
    expect(said(['ministry', 'landline'], ['ministry', 'mobile']).state.contradictions).toEqual([]);
    expect(said(['ministry', 'any'], ['orange', 'mobile']).state.contradictions).toEqual([]);
  });
});

test('a throttle refuses substitute numbers on copper that the operator does not know of, and spares those it knows', () => {
  const exercise = people('17:00');
  const { evening } = exercise;
  const area = exercise.opening.home;
  expect(evening.spared[area]).toBe(0);
  exercise.learn(
    'orange',
    { type: 'workaround.number', about: { area: '37' }, confidence: 0.9 },
    { kind: 'media' },
  );
  expect(evening.spared[area]).toBe(1);
});

const logsAfter = (restart: boolean) => {
  const exercise = people('17:30');
  if (restart) {
    expect(exercise.apply('orange', act('orange.restartOne'))).toBe(null);
    exercise.runTo(exercise.now + 11 * MINUTE);
  }
  expect(exercise.state.traces).toBe(restart ? 'erased' : 'there');
  const found = exercise.look('anssi', 'anssi.logs', {}, { kind: 'act', act: 'anssi.analyse' });
  return exercise.knowledge.held.anssi.filter(({ statement }) => found.includes(statement));
};

test('a restart erases the traces: logs then say less surely whether it was an attack, and nothing of the cause', () => {
  const [kept, erased] = [logsAfter(false), logsAfter(true)];
  expect(Math.max(...erased.map(({ confidence }) => confidence))).toBeLessThan(
    Math.max(...kept.map(({ confidence }) => confidence)),
  );
});

const ask = (exercise: Exercise, times: number): void => {
  for (let i = 0; i < times; i++) {
    expect(exercise.apply('ministry', act('ministry.readHealthChain'))).toBeNull();
    exercise.runTo(exercise.now + 8 * MINUTE);
  }
};

const word = (confidence: number): Exercise => {
  const exercise = people('18:00');
  const source = { kind: 'act', act: 'anssi.analyse' } as const;
  exercise.learn('anssi', { type: 'cyberattack.excluded', about: {}, confidence }, source);
  exercise.tell('anssi', { type: 'WORD_EXCLUDED' });
  exercise.learn(
    'anssi',
    { type: 'cyberattack.suspected', about: { evidence: 'media' }, confidence: 0.2 },
    { kind: 'media' },
  );
  return exercise;
};

describe('questions of the State to the rooms', () => {
  const { most } = play.rules.questions;

  test('help as long as they are few within an hour; one too many costs the trust of the services', () => {
    const exercise = people('17:00');
    ask(exercise, most);
    expect(exercise.trust.servicesToState).toBe('given');
    ask(exercise, 1);
    expect(exercise.trust.servicesToState).toBe('watched');
  });
});

test('a rumour contradicts no word that rests on proof, and does contradict a hasty one', () => {
  expect(word(0.95).trust.publicToAdvice).toBe('given');
  expect(word(0.6).trust.publicToAdvice).toBe('watched');
});
