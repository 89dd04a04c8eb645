import { expect, test } from 'vitest';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf } from './exerciseSample.ts';

test('an unopened letter says nothing of its facts, not even those that its reader holds already', () => {
  const exercise = exerciseOf(1, 'as-in-2021', []);
  exercise.runTo(clock('16:50'));
  const fact = { type: 'hear', from: 'press', fact: 'voice.degraded', about: { areas: ['37'] } } as const;
  expect(exercise.apply('orange', fact)).toBe(null);
  const { statement } = exercise.knowledge.held.orange.at(-1)!;
  const send = (text: string) => {
    const letter = {
      type: 'send',
      to: ['ministry'],
      channel: 'email',
      statements: [statement],
      text,
    } as const;
    expect(exercise.apply('orange', letter)).toBe(null);
    const { id } = exercise.messages.at(-1)!;
    exercise.runTo(exercise.now + 20 * MINUTE);
    return id;
  };
  expect(exercise.apply('ministry', { type: 'read', message: send('first') })).toBe(null);
  send('second');
  const letters = project(exercise, 'ministry').inTray.filter(({ from }) => from === 'orange');
  const [second, first] = [
    letters.find(({ readAt }) => readAt === null)!,
    letters.find(({ text }) => text === 'first')!,
  ];
  expect(first.statements).toHaveLength(1);
  expect(second).toMatchObject({ text: '', statements: [], asks: [] });
});
