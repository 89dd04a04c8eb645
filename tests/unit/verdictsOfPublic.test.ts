import { expect, test } from 'vitest';
import type { VerdictRow } from '../../src/debrief/debriefModel.ts';
import { act, played, sampleOf, type Script } from './debriefSample.ts';

const verdict = (script: Script, seat: 'ministry' | 'services', goal: string, to = '20:30'): VerdictRow =>
  sampleOf(played(script, seat, to)).model.verdicts.find((row) => row.goal === goal)!;

/** The rooms of a person open a line of their own and give its number out. */
const OWN_NUMBER: Script = [
  ['17:20', 'services', act('services.openCopperLine')],
  ['18:00', 'services', act('services.publishLocally')],
];

test('numbers that rooms give out to the public in their own name are another voice, and are named', () => {
  const own = played(OWN_NUMBER, 'services', '20:30');
  const published = own.acts.find(({ spec }) => spec === 'services.publishLocally')!;
  expect(published.ended).toBe(true);
  const row = sampleOf(own).model.verdicts.find(({ goal }) => goal === 'ministryVoice')!;
  expect(row.acts).toContain(published.id);
  expect(row.grade).not.toBe('met');

  const alone = verdict([], 'services', 'ministryVoice');
  expect(alone.acts).not.toContain(published.id);
});

test('bearable waits name the decisions on those who answer', () => {
  const script: Script = [['17:10', 'services', act('services.doubleStaff')]];
  const exercise = played(script, 'services', '20:30');
  const ordered = exercise.acts.find(({ spec }) => spec === 'services.doubleStaff')!;
  const row = sampleOf(exercise).model.verdicts.find(({ goal }) => goal === 'servicesWait')!;
  expect(row.acts).toContain(ordered.id);
});
