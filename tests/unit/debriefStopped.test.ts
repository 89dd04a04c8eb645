import { expect, test } from 'vitest';
import { drawTold } from '../../src/debrief/drawTold.ts';
import { truthOf } from '../../src/debrief/truthOf.ts';
import type { Choice } from '../../src/exercise/state.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { act, ORANGE, played, sampleOf } from './debriefSample.ts';
import type { Script } from './debriefSample.ts';
import { play } from './exerciseSample.ts';

const exercise = played(ORANGE, 'orange', '19:00');
exercise.apply('director', { type: 'finish' });
const { model } = sampleOf(exercise);

const asked = (dilemma: string, seat: SeatId, more: Partial<Choice> = {}): Choice => ({
  dilemma,
  seat,
  openedAt: clock('18:00'),
  closesAt: clock('18:40'),
  state: 'ignored',
  option: null,
  by: null,
  decidedAt: clock('18:40'),
  also: [],
  coming: [],
  refused: [],
  outcome: play.dilemmas.find(({ id }) => id === dilemma)!.drawn[0]!.outcome,
  ...more,
});

test('a draw whose hour had not come when the exercise stopped is not told, whichever way it fell', () => {
  for (const { outcome } of play.dilemmas.find(({ id }) => id === 'S6')!.drawn)
    expect(drawTold(exercise, asked('S6', 'services', { outcome })), outcome).toBeNull();
  expect(drawTold(exercise, asked('S7', 'services'))).toBeNull();
  expect(drawTold(exercise, asked('M7', 'ministry'))).toBeNull();
  // What was hidden since the beginning is told.
  expect(drawTold(exercise, asked('O7', 'orange'))).toBe('inventoryGood');
  expect(drawTold(exercise, asked('O2', 'orange'))).toBe('complaintsTell');
});

test('what an option would have brought after the end is not told; what it had brought is', () => {
  const later = (decidedAt: number) =>
    drawTold(exercise, asked('S12', 'services', { option: 'hold', decidedAt }));
  expect(later(exercise.now - 10 * MINUTE)).toBeNull();
  expect(later(exercise.now - 90 * MINUTE)).toBe('breaks');
});

test('an evening played to its end tells every draw', () => {
  const whole = played([], 'orange', '24:00');
  for (const id of ['S6', 'S7', 'M7', 'M10', 'O12', 'A10'])
    expect(drawTold(whole, asked(id, 'orange')), id).not.toBeNull();
});

test('a dilemma that opens at the minute of the end was put to nobody, and one decided before was no choice', () => {
  const { choices } = model;
  expect(choices.length).toBeGreaterThan(5);
  for (const { openedAt, at } of choices) {
    expect(openedAt).toBeLessThan(exercise.now);
    if (at !== null) expect(at).toBeGreaterThanOrEqual(openedAt);
  }
});

test('what is still open or under way at the end says so', () => {
  const script: Script = [['18:55', 'orange', act('orange.buildQuery')]];
  const { model: short, exercise: cut } = sampleOf(played(script, 'orange', '19:00'));
  const begun = short.decisions.filter(({ underWay }) => underWay);
  expect(begun.map(({ act: id }) => id)).toEqual(
    cut.acts
      .filter(({ ended, stopped: off, seat }) => !ended && !off && seat !== 'rooms' && seat !== 'operators')
      .map(({ id }) => id),
  );
  for (const row of short.choices)
    expect(row.open).toBe(cut.choices.find(({ dilemma }) => dilemma === row.dilemma)!.state === 'open');
});

const said = (hour: string) =>
  ({ type: 'restoration.eta', about: { at: clock(hour) }, at: clock('18:30') }) as const;

test('an hour given for after the end is neither kept nor broken', () => {
  const truth = truthOf(exercise);
  expect(truth.isDue(said('18:45'))).toBe(true);
  expect(truth.holds(said('18:30'))).toBe(false);
  expect(truth.isDue(said('21:00'))).toBe(false);
});

test('a network still down at the stop, as in 2021 at that hour, is no goal missed', () => {
  const restore = model.verdicts.find(({ goal }) => goal === 'orangeRestore');
  expect(restore).toMatchObject({
    grade: 'unknown',
    params: { context: 'stoppedAwake', time: exercise.now },
  });
  // The word on the cause is expected by the television news: it was not late yet.
  expect(model.verdicts.find(({ goal }) => goal === 'anssiWord')!.grade).not.toBe('missed');
});

test('nothing is late before the hour at which 2021 came to it', () => {
  const early = played([], 'services', '17:30');
  early.apply('director', { type: 'finish' });
  const { verdicts } = sampleOf(early).model;
  const gradeOf = (goal: string) => verdicts.find((row) => row.goal === goal)!;
  expect(gradeOf('ministryKnow')).toMatchObject({ grade: 'unknown', params: { context: 'early' } });
  expect(gradeOf('ministryVoice').grade).not.toBe('missed');
  const { minutes, told, context } = gradeOf('ministryRooms').params;
  expect(context === 'silent' || Number(minutes) + Number(told) > 0).toBe(true);
});

test('the goal, the milestone, the fact and the draw tell one hour of restoration, and "met" only once it has come', () => {
  for (const seed of [1, 2]) {
    const whole = played(ORANGE, 'orange', '24:00', seed);
    const { model: told } = sampleOf(whole);
    const back = told.milestones.find(({ id }) => id === 'restored')!.at;
    const hour = back === null ? null : whole.evening.spec.clock.trigger + back;
    expect(told.knowledge.find(({ fact }) => fact === 'restored')!.true).toBe(hour);
    const goal = told.verdicts.find((row) => row.goal === 'orangeRestore')!;
    if (goal.grade === 'met') expect(goal.params).toMatchObject({ time: hour, awake: 0 });
    if (hour === null) expect(goal.grade).not.toBe('met');
    else expect(goal.params['time']).toBe(hour);
    expect(hour ?? 0).toBeLessThanOrEqual(whole.now);
    for (const { dilemma, but } of told.choices)
      if (dilemma === 'O8' && but !== null)
        expect(but).toEqual(
          hour === null
            ? { key: 'notBack', params: { time: whole.now } }
            : { key: 'backAt', params: { time: hour } },
        );
  }
});
