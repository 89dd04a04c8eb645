import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { toTell } from '../../src/exercise/knowledge/held.ts';
import type { HolderId } from '../../src/exercise/seat.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { FactType } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, learns } from './exerciseSample.ts';

const DECLARED: readonly FactType[] = ['voice.degraded', 'emergency.affected', 'restoration.eta', 'restored'];
const ON_ATTACK: readonly FactType[] = [
  'cyberattack.suspected',
  'cyberattack.excluded',
  'cyberattack.unlikely',
  'cyberattack.withdrawn',
];

function evening(at: string): Exercise {
  const exercise = exerciseOf(4, 'willing-2021', ['ministry', 'services']);
  exercise.runTo(clock(at));
  return exercise;
}

const typesTold = (exercise: Exercise, holder: HolderId, facts: readonly FactType[]): FactType[] =>
  toTell(exercise, holder, facts).map((index) => exercise.knowledge.statements[index]!.type);

function doAct(exercise: Exercise, act: string): FactType[] {
  const body = { type: 'act', act, args: {}, rests: [] } as const;
  expect(exercise.apply('anssi', body), act).toBe(null);
  exercise.runTo(exercise.now + 20 * MINUTE);
  const done = exercise.acts.findLast(({ spec }) => spec === act)!;
  const sent = exercise.messages.findLast((message) => message.act === done.id)!;
  return sent.statements.map((index) => exercise.knowledge.statements[index]!.type);
}

describe('a letter', () => {
  test('of what is most likely says just that, to those who read it and to who wrote it', () => {
    const exercise = evening('18:30');
    expect(doAct(exercise, 'anssi.likelyFailure')).toEqual(['cyberattack.unlikely']);
    const types = (holder: HolderId): FactType[] =>
      exercise.knowledge.held[holder]
        .filter(({ source }) => source.kind !== 'message' || source.from === 'anssi')
        .map(({ statement }) => exercise.knowledge.statements[statement]!.type);
    for (const holder of ['ministry', 'anssi'] as const) {
      expect(types(holder), holder).toContain('cyberattack.unlikely');
      expect(types(holder), holder).not.toContain('cyberattack.excluded');
    }
  });

  test('that takes a word back sends the withdrawal alone', () => {
    const exercise = evening('18:30');
    learns(exercise, 'anssi', 'cyberattack.suspected', { evidence: 'logsQuick' }, 0.6);
    learns(exercise, 'anssi', 'cyberattack.excluded', { evidence: 'claim' }, 0.4);
    doAct(exercise, 'anssi.likelyFailure');
    expect(doAct(exercise, 'anssi.withdrawWord')).toEqual(['cyberattack.withdrawn']);
  });

  test('gives one word on an attack: the surer of two, the later of equals', () => {
    const exercise = evening('18:30');
    learns(exercise, 'anssi', 'cyberattack.excluded', { evidence: 'logs' }, 0.95, 'one');
    exercise.runTo(exercise.now + MINUTE);
    learns(exercise, 'anssi', 'cyberattack.suspected', { evidence: 'claim' }, 0.4, 'other');
    expect(typesTold(exercise, 'anssi', ON_ATTACK)).toEqual(['cyberattack.excluded']);
  });

  test('tells the service restored and not the failure before it, nor an hour that has passed', () => {
    const exercise = evening('20:00');
    learns(exercise, 'orange', 'emergency.affected', { numbers: ['15'], areas: ['44', '77'] }, 0.8);
    learns(exercise, 'orange', 'restoration.eta', { at: clock('20:15') }, 0.7);
    expect(typesTold(exercise, 'orange', DECLARED)).toContain('emergency.affected');
    exercise.runTo(clock('23:40'));
    learns(exercise, 'orange', 'restored', {}, 0.9);
    // What its own table has shown refused a quarter of an hour ago is told beside it.
    const told = typesTold(exercise, 'orange', DECLARED);
    expect(told.filter((type) => type !== 'voice.degraded')).toEqual(['restored']);
  });
});

/** The operator says so, by word of mouth. */
const said = (exercise: Exercise, type: FactType, about: object, confidence: number): number =>
  exercise.learn(
    'ministry',
    { type, about: { ...about }, confidence },
    { kind: 'hearsay', from: 'orange' },
    { written: true },
  );

/** The operator's word at 23:00; of calls and their end the ministry holds nothing else than what a test tells it. */
function announced(confidence: number, then: (exercise: Exercise) => void): Exercise {
  const exercise = exerciseOf(4, 'willing-2021', ['orange', 'anssi', 'services']);
  exercise.runTo(clock('23:00'));
  const end = said(exercise, 'restored', {}, confidence);
  exercise.runTo(clock('23:20'));
  const { held, statements } = exercise.knowledge;
  held.ministry = held.ministry.filter(
    ({ statement, source }) =>
      (statement === end && source.kind === 'hearsay') ||
      !/^(emergency|restored|voice)/.test(statements[statement]!.type),
  );
  then(exercise);
  return exercise;
}

describe('an end that another announced', () => {
  const NOTE: readonly FactType[] = ['emergency.affected', 'restored'];
  const failing = { numbers: ['15'], areas: ['29'] } as const;
  test('is told beside a later failure that somebody else tells of, whichever is the surer', () => {
    for (const [end, failure] of [
      [0.5, 0.8],
      [0.9, 0.7],
      [0.7, 0.7],
    ] as const) {
      const exercise = announced(end, (each) =>
        learns(each, 'ministry', 'emergency.affected', failing, failure),
      );
      const why = `${end} ${failure}`;
      expect(typesTold(exercise, 'ministry', NOTE).toSorted(), why).toEqual(NOTE);
      // What denies it is said by an act too that speaks of the end alone.
      expect(typesTold(exercise, 'ministry', ['restored']), why).toEqual(['restored', 'emergency.affected']);
    }
  });

  test('is told no more once who announced it tells of failures everywhere', () => {
    const exercise = announced(0.7, (each) => said(each, 'emergency.affected', { numbers: ['15'] }, 0.7));
    expect(typesTold(exercise, 'ministry', NOTE)).toEqual(['emergency.affected']);
  });

  test('stays out where what denies it was said in confidence alone', () => {
    const exercise = announced(0.7, (each) => {
      learns(each, 'anssi', 'emergency.affected', failing, 0.7);
      const last = each.knowledge.held.anssi.at(-1)!.statement;
      const { id } = each.post({
        author: 'anssi',
        to: ['ministry'],
        channel: 'phone',
        statements: [last],
        inConfidence: true,
        key: null,
      });
      const from = { kind: 'message', from: 'anssi', message: id } as const;
      each.learn('ministry', { type: 'emergency.affected', about: failing, confidence: 0.6 }, from);
    });
    expect(typesTold(exercise, 'ministry', NOTE)).toEqual([]);
  });
});
