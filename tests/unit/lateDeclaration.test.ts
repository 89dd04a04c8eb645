import { describe, expect, test } from 'vitest';
import type { CommandBody } from '../../src/exercise/commands.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock } from '../../src/kernel/time.ts';
import type { FactType } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import type { SaysView } from '../../src/view/seatView.ts';
import { exerciseOf } from './exerciseSample.ts';

const ID = 'orange.declareToInterior';
const declare: CommandBody = { type: 'act', act: ID, args: {}, rests: [] };

/** Orange was told by telephone at 17:20 how far the failure reaches, and from what. */
function told(): Exercise {
  const exercise = exerciseOf(3, 'as-in-2021', ['ministry', 'anssi', 'services']);
  exercise.runTo(clock('17:20'));
  exercise.authorities.orange.push('head');
  const hears = (type: FactType, about: Record<string, unknown>): void => {
    exercise.learn('orange', { type, about, confidence: 0.8 }, { kind: 'hearsay', from: 'ministry' });
  };
  hears('extent.national', { areas: 32 });
  hears('cause.ourOperation', {});
  return exercise;
}

const card = (exercise: Exercise): SaysView =>
  project(exercise, 'orange').offers.find(({ act }) => act === ID)!.says!;

describe('what is established, late in the evening', () => {
  test('is what was declared in writing: no relief without a brief loses it', () => {
    const exercise = told();
    expect(exercise.apply('orange', declare)).toBe(null);
    exercise.runTo(clock('22:30'));
    expect(card(exercise).said.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['extent.national', 'cause.ourOperation']),
    );
  });

  test('is lost with those who heard it, when nobody wrote it or said it in writing', () => {
    const exercise = told();
    exercise.runTo(clock('22:30'));
    const lost = exercise.journal.orange.filter(({ kind }) => kind === 'lost');
    expect(lost.length).toBeGreaterThan(0);
  });

  test('counts the end, and says of what is over that it is, not that it was never held', () => {
    const exercise = told();
    const areas = exercise.spec.areas.map(({ code }) => code);
    exercise.learn(
      'orange',
      { type: 'emergency.affected', about: { numbers: ['15'], areas }, confidence: 0.8 },
      { kind: 'act', act: 'orange.buildEmergencyQuery' },
    );
    expect(exercise.apply('orange', declare)).toBe(null);
    exercise.runTo(clock('23:10'));
    exercise.learn(
      'orange',
      { type: 'restored', about: {}, confidence: 0.9 },
      { kind: 'act', act: 'orange.sampleCalls' },
    );
    const says = card(exercise);
    expect(says.said.map(({ type }) => type)).toContain('restored');
    expect(says.past).toContain('emergency.affected');
    expect(says.nothingOn).not.toContain('emergency.affected');
  });
});
