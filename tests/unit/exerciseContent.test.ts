import { describe, expect, test } from 'vitest';
import { DIALLED } from '../../src/callflow/attemptLog.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { exerciseOf, play } from './exerciseSample.ts';

function people(time: string): Exercise {
  const exercise = exerciseOf(1, 'as-in-2021', []);
  exercise.runTo(clock(time));
  return exercise;
}

/** Orange tells the ministry what it holds of emergency calls, and the ministry reads it. */
function tell(about: Readonly<Record<string, unknown>>): Exercise {
  const exercise = people('17:00');
  const statement = exercise.learn(
    'orange',
    { type: 'emergency.affected', about, confidence: 0.8 },
    { kind: 'act', act: 'orange.buildEmergencyQuery' },
  );
  exercise.apply('orange', {
    type: 'send',
    to: ['ministry'],
    channel: 'crisis',
    statements: [statement],
    text: '',
  });
  exercise.runTo(exercise.now + 5 * MINUTE);
  expect(exercise.contentMilestones['authoritiesTold']).toBeUndefined();
  const letter = exercise.messages.findLast(({ author }) => author === 'orange')!;
  exercise.apply('ministry', { type: 'read', message: letter.id });
  return exercise;
}

describe('a milestone counts by its content', () => {
  test('told is a message read with numbers and places, neither sent nor received alone, nor vague', () => {
    expect(tell({ numbers: ['15'], areas: ['37'] }).contentMilestones['authoritiesTold']).toBeDefined();
    expect(tell({}).contentMilestones['authoritiesTold']).toBeUndefined();
  });

  test('a cell counts once it is staffed and has held its round', () => {
    const exercise = people('17:00');
    exercise.tell('ministry', { type: 'CIC_OPEN' });
    exercise.runTo(exercise.now + 31 * MINUTE);
    const open = exercise.milestones['cic']!;
    expect(exercise.contentMilestones['cic']).toBeUndefined();
    exercise.runTo(open + play.rules.round.minutes * MINUTE);
    expect(exercise.contentMilestones['cic']).toBe(open + play.rules.round.minutes * MINUTE);
  });

  test('a number counts when somebody is served by it, at that instant', () => {
    const exercise = exerciseOf(1, 'as-in-2021');
    exercise.runTo(clock('20:00'));
    const { log } = exercise.evening;
    let first = Infinity;
    for (let i = 0; i < log.count; i++)
      if (log.dialled(i) === DIALLED.tenDigit && log.answered[i]! > 0)
        first = Math.min(first, log.answered[i]!);
    expect(exercise.contentMilestones['firstNumberPublished']).toBe(first);
  });

  test('restored is tested from a mobile, a box and copper in one area', () => {
    const exercise = people('16:35');
    const areas = ['37', '41'];
    const source = { kind: 'hearsay', from: 'services' } as const;
    exercise.learn(
      'orange',
      { type: 'emergency.affected', about: { numbers: ['15'], areas }, confidence: 0.7 },
      source,
    );
    const tested = (origin: string, area: string): void => {
      exercise.learn(
        'orange',
        {
          type: 'emergency.tested',
          about: { numbers: ['15'], areas: [area], origin, tries: 5, passed: 5 },
          confidence: 0.7,
        },
        { kind: 'act', act: 'orange.testCalls' },
      );
    };
    tested('mobile', '37');
    tested('box', '37');
    tested('copper', '41');
    expect(exercise.contentMilestones['restored']).toBeUndefined();
    tested('copper', '37');
    expect(exercise.contentMilestones['restored']).toBe(exercise.now);
  });
});
