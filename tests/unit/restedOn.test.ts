import { describe, expect, test } from 'vitest';
import { heldFor, rested } from '../../src/debrief/restedOn.ts';
import type { Act } from '../../src/exercise/acts/acts.ts';
import { learn, statementOf } from '../../src/exercise/knowledge/knowledge.ts';
import type { Source } from '../../src/exercise/knowledge/knowledge.ts';
import { clock } from '../../src/kernel/time.ts';
import type { FactType } from '../../src/scenario/play/vocabulary.ts';
import { exerciseOf } from './exerciseSample.ts';

const NEIGHBOURS: Source = { kind: 'act', act: 'services.ringNeighbours' };
const OWN: Source = { kind: 'act', act: 'services.openMobileLine' };

/** An act of theirs, at 18:00. */
const begun = (change: Partial<Act> = {}): Act => ({
  id: 0,
  spec: 'services.shareNumber',
  seat: 'services',
  args: {},
  rests: [],
  begunAt: clock('18:00'),
  endsAt: clock('18:05'),
  ended: true,
  stopped: false,
  found: [],
  results: [],
  ...change,
});

/** The rooms of one département in a person's hands, who holds nothing yet. */
function services() {
  const exercise = exerciseOf(1, 'as-in-2021', ['orange', 'ministry', 'anssi']);
  exercise.runTo(clock('18:30'));
  exercise.knowledge.held.services.length = 0;
  const hold = (type: FactType, areas: readonly string[], at: string, source: Source): number =>
    learn(exercise.knowledge, 'services', statementOf(type, { areas }, clock(at)), source, 0.9, clock(at))
      .index;
  return { exercise, hold, home: exercise.spec.areas[exercise.opening.home]!.code };
}

describe('what a decision is told to rest on', () => {
  test('is the number of its own place, not that of a neighbour held before', () => {
    const { exercise, hold, home } = services();
    hold('workaround.number', ['62'], '17:20', NEIGHBOURS);
    expect(heldFor(exercise, 'services', begun(), 'workaround.number')).toEqual([]);
    hold('workaround.number', [home], '17:40', OWN);
    const [held] = heldFor(exercise, 'services', begun(), 'workaround.number');
    expect(held).toMatchObject({ since: clock('17:40'), source: OWN });
  });

  test('is what it was said to rest on, before anything else of its kind', () => {
    const { exercise, hold, home } = services();
    hold('workaround.number', [home], '17:20', OWN);
    const named = hold('workaround.number', ['62'], '17:40', NEIGHBOURS);
    const held = heldFor(exercise, 'services', begun({ rests: [named] }), 'workaround.number');
    expect(held.map(({ statement }) => statement)).toEqual([named]);
  });

  test('may be calls that fail elsewhere, when nothing is held of one’s own place', () => {
    const { exercise, hold } = services();
    hold('emergency.affected', ['62'], '17:20', NEIGHBOURS);
    expect(heldFor(exercise, 'services', begun(), 'emergency.affected')).toHaveLength(1);
  });

  test('is told with the hour it was first held and the latest word of it, never one said after', () => {
    const { exercise, hold, home } = services();
    const near = () => heldFor(exercise, 'services', begun(), 'emergency.affected');
    hold('emergency.affected', [home], '17:12', OWN);
    const told = () => rested(exercise, near(), clock('18:00'))[0];
    expect(told()).toMatchObject({ since: clock('17:12'), latest: null, sent: null });
    hold('emergency.affected', [home, '62'], '17:42', NEIGHBOURS);
    hold('emergency.affected', [home], '18:20', OWN);
    expect(told()).toMatchObject({ since: clock('17:12'), latest: clock('17:42') });
  });

  test('is told with the hour its message was sent, when it was read later', () => {
    const { exercise } = services();
    const message = exercise.messages.findIndex(({ sentAt }) => sentAt > clock('16:50'));
    const { sentAt } = exercise.messages[message]!;
    const source: Source = { kind: 'message', from: 'rooms', message };
    learn(
      exercise.knowledge,
      'services',
      statementOf('emergency.affected', {}, sentAt),
      source,
      0.9,
      sentAt + 780_000,
    );
    const held = heldFor(exercise, 'services', begun({ begunAt: exercise.now }), 'emergency.affected');
    expect(rested(exercise, held, exercise.now)[0]).toMatchObject({ since: sentAt + 780_000, sent: sentAt });
  });
});
