import { describe, expect, test } from 'vitest';
import { ROOMS } from '../../src/callflow/spec.ts';
import type { CommandBody } from '../../src/exercise/commands.ts';
import { carryOut } from '../../src/exercise/acts/effects.ts';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf, play } from './exerciseSample.ts';

const TURNED_AWAY = 13;

function people(time: string, seed = 1): Exercise {
  const exercise = exerciseOf(seed, 'as-in-2021', []);
  exercise.runTo(clock(time));
  return exercise;
}

function begin(
  exercise: Exercise,
  by: SeatId,
  id: string,
  args: Readonly<Record<string, unknown>> = {},
): void {
  const body: CommandBody = { type: 'act', act: id, args, rests: [] };
  expect(exercise.apply(by, body)).toBe(null);
  exercise.runTo(exercise.actsOf(by, id).at(-1)!.endsAt);
}

/** Factors on the rooms of the département played, at present. */
function lentAtHome(exercise: Exercise): number[] {
  const home = exercise.spec.areas.findIndex(({ code }) => code === '37');
  return exercise.state.lent.flatMap(({ rooms, factor }) =>
    rooms.includes(home * ROOMS.length) ? [factor] : [],
  );
}

const spendOf = (id: string) => {
  const effect = play.acts.find((act) => act.id === id)!.effects.find(({ op }) => op === 'spend');
  if (effect?.op !== 'spend') throw new Error(`${id} spends nobody`);
  return effect;
};

/** Minutes that extra hours begun at a time hold on an evening. */
function extraHoursHold(seed: number, time: string): number {
  const exercise = people(time, seed);
  begin(exercise, 'services', 'services.extraHours');
  const since = exercise.now;
  while (exercise.state.spent.length === 0) exercise.runTo(exercise.now + MINUTE);
  return (exercise.now - since) / MINUTE;
}

describe('people brought in beyond their hours', () => {
  test('are spent after their hours: the rooms are back to the usual number, worth less until the morning', () => {
    const exercise = people('17:30');
    begin(exercise, 'services', 'services.doubleStaff');
    const { after, factor } = spendOf('services.doubleStaff');
    const spentAt = exercise.now + after * MINUTE;
    exercise.runTo(spentAt - MINUTE);
    expect(exercise.state.spent).toEqual([]);
    expect(exercise.tagsOf('services').has('staffDoubled')).toBe(true);
    exercise.runTo(spentAt);
    expect(exercise.state.spent).toEqual(['services']);
    expect(exercise.tagsOf('services').has('staffUsual')).toBe(true);
    expect(
      exercise.journal.services.some(({ params }) => params['spent'] === Math.round(100 * (1 - factor))),
    ).toBe(true);
    exercise.runTo(clock('24:00'));
    expect(lentAtHome(exercise)).toContain(factor);
  });

  test('and sent home before have slept a little: half of it is missing', () => {
    const exercise = people('17:30');
    begin(exercise, 'services', 'services.doubleStaff');
    const { after, factor } = spendOf('services.doubleStaff');
    const spentAt = exercise.now + after * MINUTE;
    exercise.runTo(clock('20:00'));
    begin(exercise, 'services', 'services.sendHome');
    exercise.runTo(spentAt);
    expect(lentAtHome(exercise)).toContain((1 + factor) / 2);
  });

  test('hold on extra hours as long as the evening has it, whenever they are asked', () => {
    const { after, spread = 0 } = spendOf('services.extraHours');
    const early = [1, 2, 3].map((seed) => extraHoursHold(seed, '17:00'));
    expect(new Set(early).size).toBeGreaterThan(1);
    for (const minutes of early) {
      expect(minutes).toBeGreaterThanOrEqual(after - spread);
      expect(minutes).toBeLessThanOrEqual(after + spread + 1);
    }
    expect(extraHoursHold(1, '18:00')).toBe(early[0]);
  });
});

test('crews who stand outside are missed in their own rooms, and nowhere else', () => {
  const exercise = people('18:00');
  const takersOf = (room: number): number =>
    exercise.spec.areas.reduce(
      (sum, _, area) => sum + exercise.evening.takers[area * ROOMS.length + room]!,
      0,
    );
  const before = ROOMS.map((_, room) => takersOf(room));
  for (const effect of play.acts.find(({ id }) => id === 'ministry.presence')!.effects)
    if (effect.op === 'capacity' || effect.op === 'presence') carryOut(exercise, 'ministry', effect, null);
  exercise.runTo(clock('18:01'));
  const after = ROOMS.map((_, room) => takersOf(room));
  expect(after[ROOMS.indexOf('15')]).toBe(before[ROOMS.indexOf('15')]);
  for (const room of ['17', '18-112'] as const)
    expect(after[ROOMS.indexOf(room)]!).toBeLessThan(before[ROOMS.indexOf(room)]!);
  const paris = exercise.spec.areas.findIndex(({ code }) => code === '75');
  expect(exercise.evening.circumstances!.metOutside(paris, exercise.now)).toBeGreaterThan(0);
});

test('those whom a throttle turns away ring the emergency numbers, from when it works until it is lifted', () => {
  const exercise = people('17:30');
  const turnedAway = () => exercise.evening.loads.filter(({ load }) => load.series === TURNED_AWAY);
  begin(exercise, 'orange', 'orange.callDirection');
  begin(exercise, 'orange', 'orange.throttle', { share: 0.3 });
  const { throttleDelay } = exercise.spec.network;
  const works = exercise.now + throttleDelay;
  exercise.runTo(works + 30 * MINUTE);
  const { length } = turnedAway();
  expect(length).toBeGreaterThan(1);
  for (const { at, load } of turnedAway()) {
    expect(at).toBeGreaterThanOrEqual(works);
    expect(load.need).toBe(true);
    expect(load.amount).toEqual({ kind: 'share', share: 0.3 * play.rules.throttle.turnedAway });
  }
  begin(exercise, 'orange', 'orange.liftThrottle');
  const lifted = turnedAway().length;
  exercise.runTo(exercise.now + 60 * MINUTE);
  expect(turnedAway().length).toBe(lifted);
});
