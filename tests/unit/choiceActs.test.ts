import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import { dilemmaOf } from '../../src/exercise/choices/dilemmaIndex.ts';
import { open } from '../../src/exercise/choices/dilemmas.ts';
import { isolatedServers } from '../../src/exercise/acts/serversNamed.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, play } from './exerciseSample.ts';

/** A person in Orange's seat, at that time, before that choice. */
function before(dilemma: string, time: string, acts: readonly CommandBody[] = [], from = time): Exercise {
  const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
  exercise.runTo(clock(from));
  for (const act of acts) expect(exercise.apply('orange', act)).toBe(null);
  exercise.runTo(clock(time));
  if (!exercise.choices.some((choice) => choice.dilemma === dilemma))
    open(exercise, dilemmaOf(play, dilemma)!);
  return exercise;
}

const card = (exercise: Exercise, dilemma: string, option: string) =>
  project(exercise, 'orange')
    .choices.find((choice) => choice.dilemma === dilemma)!
    .options.find(({ id }) => id === option)!;
const act = (id: string): CommandBody => ({ type: 'act', act: id, args: {}, rests: [] });

describe('an option that promises a sequence', () => {
  test('puts back what it has taken out: whoever isolates a server to work on it ends by reconnecting it', () => {
    for (const { id, options } of play.dilemmas)
      for (const option of options) {
        const isolates = option.acts.indexOf('orange.isolateServer');
        if (isolates < 0 || option.acts.length === 1) continue;
        expect(option.acts.at(-1), `${id} ${option.id}`).toBe('orange.reconnectServer');
      }
  });

  test('names the server on its card, works on that one from end to end, and leaves none isolated', () => {
    const exercise = before('O4', '17:42');
    const { server, steps } = card(exercise, 'O4', 'drain');
    expect(server).not.toBe(null);
    expect(steps.map((step) => step.act)).toEqual([
      'orange.isolateServer',
      'orange.restartOne',
      'orange.reconnectServer',
    ]);
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O4', option: 'drain' })).toBe(null);
    exercise.runTo(clock('17:42') + 13 * MINUTE);
    expect(isolatedServers(exercise)).toEqual([server]);
    exercise.runTo(clock('18:40'));
    expect(isolatedServers(exercise)).toEqual([]);
    for (const step of steps)
      expect(exercise.actsOf('orange', step.act).at(-1)?.args['servers']).toEqual([server]);
  });

  test('signs each of its acts: they follow from that choice, others from none', () => {
    const exercise = before('O4', '17:42');
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O4', option: 'drain' })).toBe(null);
    expect(exercise.apply('orange', act('orange.readAlarms'))).toBe(null);
    exercise.runTo(clock('18:40'));
    expect(exercise.actsOf('orange', 'orange.reconnectServer').at(-1)?.choice).toBe('O4');
    expect(exercise.actsOf('orange', 'orange.readAlarms').at(-1)?.choice).toBe(undefined);
  });
});

describe('a card', () => {
  test('tells all that its acts cost: nothing less than when they are ordered for themselves', () => {
    const exercise = before('O4', '17:42');
    const { costs } = card(exercise, 'O4', 'drain');
    for (const id of ['orange.isolateServer', 'orange.restartOne'])
      expect(costs).toEqual(expect.arrayContaining([...exercise.actSpec(id)!.costs]));
  });

  test('asks for as many people as its first step does, when its steps follow each other', () => {
    const exercise = before('O4', '17:42');
    expect(card(exercise, 'O4', 'drain').people).toBe(1);
  });

  test('says of an act under way that it is, and takes nobody more for it', () => {
    const exercise = before('O3', '17:02', [act('orange.buildEmergencyQuery')], '16:47');
    const { steps, people } = card(exercise, 'O3', 'wait');
    expect(steps[0]?.until).toBe(clock('16:47') + 18 * MINUTE);
    expect(people).toBe(0);
  });
});

test('a choice is not put to who is doing already what one of its options would begin', () => {
  const exercise = before('O2', '17:00', [act('orange.buildEmergencyQuery')], '16:47');
  expect(exercise.choices.find(({ dilemma }) => dilemma === 'O2')).toMatchObject({
    state: 'chosen',
    option: 'query',
  });
  expect(project(exercise, 'orange').choices.map(({ dilemma }) => dilemma)).not.toContain('O2');
});
