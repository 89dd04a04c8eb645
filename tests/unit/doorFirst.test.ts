import { describe, expect, test } from 'vitest';
import { dilemmaOf } from '../../src/exercise/choices/dilemmaIndex.ts';
import { open } from '../../src/exercise/choices/dilemmas.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { hashExercise } from '../../src/exercise/log/parts.ts';
import { restoreExercise, saveExercise } from '../../src/exercise/log/save.ts';
import { MINUTE, clock } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import type { ChoiceView } from '../../src/view/seatView.ts';
import { exerciseOf, ground, play } from './exerciseSample.ts';

/** A seat that a person holds is put a dilemma of its own at that hour. */
function asked(seat: SeatId, dilemma: string, at: string): Exercise {
  const machines = CORE_SEATS.filter((each) => each !== seat);
  const exercise = exerciseOf(3, 'as-in-2021', machines);
  exercise.runTo(clock(at));
  open(exercise, dilemmaOf(play, dilemma)!);
  return exercise;
}

const card = (exercise: Exercise, seat: SeatId, dilemma: string): ChoiceView =>
  project(exercise, seat).choices.find((each) => each.dilemma === dilemma)!;
const optionOf = (exercise: Exercise, seat: SeatId, dilemma: string, id: string) =>
  card(exercise, seat, dilemma).options.find((each) => each.id === id)!;
const begun = (exercise: Exercise, seat: SeatId, act: string): readonly number[] =>
  exercise.actsOf(seat, act).map(({ begunAt }) => begunAt);

describe('a choice whose act somebody above must order', () => {
  test('says that it begins by asking, and for how long, and can be made', () => {
    const exercise = asked('services', 'S8', '16:52');
    for (const id of ['take', 'sorted']) {
      const { refusal, steps, minutes, says } = optionOf(exercise, 'services', 'S8', id);
      expect(refusal).toBe(null);
      expect(steps.map(({ act }) => act)[0]).toBe('services.callPrefect');
      expect(minutes).toBe(48);
      expect(says?.to).toContain('prefects');
    }
  });

  test('asks first, then does it, once the signature is there', () => {
    const exercise = asked('services', 'S8', '16:52');
    const { now } = exercise;
    expect(exercise.apply('services', { type: 'choose', dilemma: 'S8', option: 'sorted' })).toBe(null);
    expect(begun(exercise, 'services', 'services.callPrefect')).toEqual([now]);
    expect(card(exercise, 'services', 'S8').coming).toEqual([
      { act: 'services.mutualAidSorted', waits: 'act', on: 'services.callPrefect', until: now + 8 * MINUTE },
    ]);
    exercise.runTo(now + 8 * MINUTE);
    expect(begun(exercise, 'services', 'services.mutualAidSorted')).toEqual([now + 8 * MINUTE]);
    expect(exercise.choices.find(({ dilemma }) => dilemma === 'S8')).toMatchObject({
      refused: [],
      coming: [],
    });
  });

  test('asks between two steps when the second is not its own to order', () => {
    const exercise = asked('orange', 'O6', '16:47');
    const { steps } = optionOf(exercise, 'orange', 'O6', 'exempt');
    expect(steps.map(({ act }) => act)).toEqual([
      'orange.askExemptList',
      'orange.callDirection',
      'orange.throttle',
    ]);
    expect(exercise.apply('orange', { type: 'choose', dilemma: 'O6', option: 'exempt' })).toBe(null);
    exercise.runTo(clock('18:30'));
    const [list, call, throttle] = steps.map(({ act }) => exercise.actsOf('orange', act)[0]!);
    expect(call!.begunAt).toBeGreaterThanOrEqual(list!.endsAt);
    expect(throttle!.begunAt).toBe(call!.endsAt);
    expect(exercise.choices.find(({ dilemma }) => dilemma === 'O6')!.refused).toEqual([]);
  });

  test('asks for nothing that has been signed already', () => {
    const exercise = asked('orange', 'O6', '16:47');
    exercise.authorities.orange.push('direction');
    expect(optionOf(exercise, 'orange', 'O6', 'throttle').steps.map(({ act }) => act)).toEqual([
      'orange.throttle',
    ]);
  });

  test('does nothing more once people are taken off the call', () => {
    const exercise = asked('services', 'S8', '16:52');
    exercise.apply('services', { type: 'choose', dilemma: 'S8', option: 'take' });
    const [call] = exercise.actsOf('services', 'services.callPrefect');
    expect(exercise.apply('services', { type: 'stop', act: call!.id })).toBe(null);
    exercise.runTo(clock('17:30'));
    expect(begun(exercise, 'services', 'services.callPrefect')).toHaveLength(1);
    expect(begun(exercise, 'services', 'services.mutualAid')).toEqual([]);
  });

  test('is the same after a save while it asks', () => {
    const exercise = asked('services', 'S8', '16:52');
    exercise.apply('services', { type: 'choose', dilemma: 'S8', option: 'take' });
    const again = restoreExercise(saveExercise(exercise), ground);
    if (!again.ok) throw new Error('not restored');
    for (const each of [exercise, again.value]) each.runTo(clock('17:20'));
    expect(hashExercise(again.value)).toEqual(hashExercise(exercise));
    expect(begun(again.value, 'services', 'services.mutualAid')).toHaveLength(1);
  });

  test('a machine goes through its doors by its own rules', () => {
    const exercise = exerciseOf(3, 'as-in-2021');
    exercise.runTo(clock('16:52'));
    open(exercise, dilemmaOf(play, 'S8')!);
    const body = { type: 'choose', dilemma: 'S8', option: 'take' } as const;
    expect(exercise.check('services', body)?.code).toBe('authority');
  });
});
