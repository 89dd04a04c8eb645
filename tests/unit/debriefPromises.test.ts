import { expect, test } from 'vitest';
import { clock } from '../../src/kernel/time.ts';
import { act, played, sampleOf } from './debriefSample.ts';

const { exercise, model } = sampleOf(
  played(
    [
      ['16:47', 'orange', act('orange.readAlarms')],
      ['17:30', 'orange', act('orange.giveEstimate', { time: clock('19:30') })],
      ['18:30', 'orange', act('orange.giveRange')],
    ],
    'orange',
    '24:00',
  ),
);
const row = model.verdicts.find(({ goal }) => goal === 'orangePromise')!;

test('every time promised for the end is listed with its hour and what came of it, once', () => {
  expect(row.notes.length).toBeGreaterThan(0);
  const { given, kept } = row.params;
  const due = row.notes.filter(({ key }) => !key.endsWith('.due'));
  if (row.grade !== 'unknown') {
    expect(due).toHaveLength(Number(given));
    expect(due.filter(({ key }) => key.endsWith('.kept'))).toHaveLength(Number(kept));
  }
  for (const { key, params } of row.notes)
    if (!key.startsWith('promise.end')) expect(params?.['hour']).toBeGreaterThan(exercise.setup.from);
  const said = row.notes.map(({ key, params }) => JSON.stringify([key, params]));
  if (row.notes.every(({ key }) => !key.startsWith('promise.end')))
    expect(new Set(said).size).toBe(said.length);
});

test('ways open at once are counted by the acts that opened them, and named', () => {
  const rooms = sampleOf(
    played(
      [
        ['17:20', 'services', act('services.crewsOut')],
        ['17:40', 'services', act('services.openMobileLine')],
      ],
      'services',
      '19:00',
    ),
  );
  const doors = rooms.model.verdicts.find(({ goal }) => goal === 'servicesDoors')!;
  expect(doors.grade).not.toBe('unknown');
  expect(doors.notes).toHaveLength(Number(doors.params['doors']));
  for (const { act: id } of doors.notes)
    expect(rooms.model.decisions.some((each) => each.act === id && each.seat === 'services')).toBe(true);
});
