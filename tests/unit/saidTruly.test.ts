import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../src/exercise/exercise.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf, learns } from './exerciseSample.ts';

const OTHERS = ['ministry', 'anssi', 'services'] as const;

function orange(at: string): Exercise {
  const exercise = exerciseOf(4, 'as-in-2021', OTHERS);
  exercise.runTo(clock(at));
  return exercise;
}

function orders(exercise: Exercise, act: string, args = {}): void {
  expect(exercise.apply('orange', { type: 'act', act, args, rests: [] }), act).toBe(null);
}
const last = (exercise: Exercise, act: string) => exercise.acts.findLast(({ spec }) => spec === act)!;

const signed = (at: string): Exercise => {
  const exercise = orange(at);
  orders(exercise, 'orange.callDirection');
  exercise.runTo(exercise.now + 5 * MINUTE);
  return exercise;
};

describe('an announcement of the end', () => {
  test('is warned against while one’s own instruments show refusals, and costs trust once they show them again', () => {
    const exercise = signed('18:00');
    const { against } = project(exercise, 'orange').offers.find(
      ({ act }) => act === 'orange.announceEnd',
    )!.says!;
    expect(against).toMatchObject({ type: 'voice.degraded', about: { measure: 'calls' } });
    const before = exercise.trust.stateToOperator;
    orders(exercise, 'orange.announceEnd');
    exercise.runTo(exercise.now + 40 * MINUTE);
    const denied = last(exercise, 'orange.announceEnd').results.filter(({ key }) => key === 'endDenied');
    expect(denied).toHaveLength(1);
    expect(exercise.trust.stateToOperator).not.toBe(before);
  });

  test('has nothing against it before anything is seen', () => {
    const { says } = project(orange('16:35'), 'orange').offers.find(
      ({ act }) => act === 'orange.announceEnd',
    )!;
    expect(says!.against).toBe(null);
  });
});

test('the server that an act takes when none is named is the worst by the alarms, named before and taken after', () => {
  const exercise = orange('18:00');
  const { usual } = project(exercise, 'orange').offers.find(({ act }) => act === 'orange.isolateServer')!;
  const gauge = project(exercise, 'orange').gauges.find(({ kind }) => kind === 'servers')!;
  if (gauge.kind !== 'servers') throw new Error('no servers');
  const least = Math.min(...gauge.servers.map(({ modulesUp }) => modulesUp));
  const [named] = usual['servers'] as string[];
  expect(gauge.servers.find(({ id }) => id === named)!.modulesUp).toBe(least);
  orders(exercise, 'orange.isolateServer');
  exercise.runTo(exercise.now + 15 * MINUTE);
  expect(last(exercise, 'orange.isolateServer').args['servers']).toEqual([named]);
  expect(
    exercise.evening.servers.isolated[exercise.spec.network.servers.findIndex(({ id }) => id === named)],
  ).toBe(1);
});

test('a range is sent as it was shown', () => {
  const exercise = orange('18:30');
  const { says } = project(exercise, 'orange').offers.find(({ act }) => act === 'orange.giveRange')!;
  const shown = says!.said.find(({ type }) => type === 'restoration.eta');
  orders(exercise, 'orange.giveRange');
  exercise.runTo(exercise.now + 10 * MINUTE);
  const { found } = last(exercise, 'orange.giveRange');
  const sent = found
    .map((index) => exercise.knowledge.statements[index]!)
    .findLast(({ about }) => about['until']);
  expect(shown?.about).toEqual(sent?.about);
});

test('a query on emergency calls works on by itself once it is built, and counts départements alike in one result', () => {
  const exercise = orange('17:00');
  orders(exercise, 'orange.buildEmergencyQuery');
  exercise.runTo(exercise.now + 20 * MINUTE);
  const seen = () =>
    exercise.knowledge.held.orange
      .filter(({ source }) => source.kind === 'instrument' && source.sensor === 'orange.emergencyQuery')
      .map(({ saidAt }) => saidAt);
  const { found } = last(exercise, 'orange.buildEmergencyQuery');
  const [affected, extent] = found.map((index) => exercise.knowledge.statements[index]!);
  expect(extent!.about['areas']).toBe((affected!.about['areas'] as string[]).length);
  exercise.runTo(exercise.now + 30 * MINUTE);
  expect(new Set(seen()).size).toBeGreaterThanOrEqual(2);
});

test('what is said of a technology at large does not deny what records say of one place', () => {
  const exercise = orange('18:30');
  learns(exercise, 'orange', 'workaround.crosses', { area: '33', answer: 'no', by: 'orange' }, 0.8);
  orders(exercise, 'orange.adviseByTechnology');
  exercise.runTo(exercise.now + 10 * MINUTE);
  const facts = project(exercise, 'orange').facts.filter(({ type }) => type === 'workaround.crosses');
  expect(facts.map(({ about }) => about['technology'] ?? about['answer']).sort()).toEqual(['copper', 'no']);
  for (const { contradictedBy, superseded } of facts)
    expect([contradictedBy, superseded]).toEqual([[], false]);
});

test('what was told lately is not asked again: the choice is answered by it, and says so', () => {
  const exercise = orange('18:00');
  orders(exercise, 'orange.adviseByTechnology');
  learns(exercise, 'orange', 'workaround.number', { areas: ['33', '37'] }, 0.7);
  exercise.runTo(clock('20:30'));
  const choice = exercise.choices.find(({ dilemma }) => dilemma === 'O7');
  if (choice === undefined) throw new Error('never came');
  expect(choice).toMatchObject({ state: 'chosen', option: 'technology' });
  expect(choice.decidedAt).toBeLessThan(choice.openedAt);
});

test('a ladder of repair never goes back because somebody looks for the cause, and nothing found is no search', () => {
  const calm = orange('16:35');
  orders(calm, 'orange.readAlarms');
  calm.runTo(clock('16:42'));
  expect(calm.tagsOf('orange').has('repairNone')).toBe(true);
  const exercise = orange('17:30');
  exercise.tell('orange', { type: 'REPAIR_ACT' });
  exercise.tell('orange', { type: 'REPAIR_LOOK' });
  expect(exercise.tagsOf('orange').has('repairActing')).toBe(true);
});

test('work that goes on by itself is told before it is ordered, until its last server or département', () => {
  const { offers } = project(orange('17:30'), 'orange');
  const lasts = offers.flatMap(({ act, lasts }) =>
    lasts === null ? [] : [[act, lasts.kind, lasts.of] as const],
  );
  expect(lasts).toContainEqual(['orange.restartOneByOne', 'servers', 6]);
  for (const { lasts, minutes } of offers) if (lasts !== null) expect(lasts.last).toBeGreaterThan(minutes);
});
