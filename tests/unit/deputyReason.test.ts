import { expect, test } from 'vitest';
import { deputyDoubt, deputyReason } from '../../src/panels/console/deputyReason.ts';
import type { FactType } from '../../src/session/playProtocol.ts';
import type { ChoiceView, FactView, OfferView } from '../../src/view/seatView.ts';

type Option = ChoiceView['options'][number];

const option = (id: string, acts: readonly string[], minutes = 10, people = 1): Option => ({
  id,
  acts,
  costs: [],
  steps: [],
  together: false,
  server: null,
  minutes,
  people,
  refusal: null,
  says: null,
});
const offer = (act: string, rests: Readonly<Partial<Record<FactType, number | null>>>): OfferView => ({
  act,
  refusal: null,
  minutes: 10,
  rests: Object.entries(rests).map(([fact, statement]) => ({ fact: fact as FactType, statement })),
  validation: null,
  timesDone: 0,
  again: null,
  lasts: null,
  usual: {},
  says: null,
});
const fact = (statement: number, type: FactType, confidence: number): FactView => ({
  statement,
  type,
  about: {},
  of: 0,
  since: 0,
  source: { kind: 'instrument', sensor: 'orange.voice' },
  sources: [],
  confidence,
  writtenDown: true,
  contradictedBy: [],
  superseded: false,
  replacedBy: [],
});

const TELL = option('tell', ['tell']);
const TEST = option('test', ['test']);
const WAIT = option('wait', []);

test('a fact that speaks for this option and not for every other comes first, the surest of them', () => {
  const offers = [
    offer('tell', { 'emergency.affected': 1, 'extent.national': 2, 'voice.degraded': 3 }),
    offer('test', { 'voice.degraded': 3 }),
  ];
  const facts = [
    fact(1, 'emergency.affected', 0.5),
    fact(2, 'extent.national', 0.7),
    fact(3, 'voice.degraded', 0.9),
  ];
  const choice = { options: [TELL, TEST, WAIT] };
  expect(deputyReason(choice, TELL, offers, facts)).toMatchObject({
    kind: 'because',
    fact: { statement: 2 },
  });
  // What speaks for both is still a reason, told as such.
  expect(deputyReason(choice, TEST, offers, facts)).toMatchObject({ kind: 'shared', fact: { statement: 3 } });
});

test('where nothing is held, the deputy says what would have to be known', () => {
  const offers = [offer('tell', { 'emergency.affected': null }), offer('test', {})];
  expect(deputyReason({ options: [TELL, TEST] }, TELL, offers, [])).toEqual({
    kind: 'needs',
    fact: 'emergency.affected',
  });
  expect(deputyDoubt(TELL, offers)).toBe('emergency.affected');
  expect(deputyDoubt(TEST, offers)).toBeNull();
});

test('waiting has a reason too: what the other ways would rest on and nobody knows', () => {
  const unknown = [offer('tell', { 'emergency.affected': null })];
  expect(deputyReason({ options: [TELL, WAIT] }, WAIT, unknown, [])).toEqual({
    kind: 'wait',
    fact: 'emergency.affected',
  });
  const known = [offer('tell', { 'emergency.affected': 1 })];
  expect(deputyReason({ options: [TELL, WAIT] }, WAIT, known, [])).toEqual({ kind: 'wait', fact: null });
});

test('where no fact bears on it, an option is told by its time or its people', () => {
  const offers = [offer('tell', {}), offer('test', {})];
  const kind = (first: Option, second: Option): string =>
    deputyReason({ options: [first, second] }, first, offers, []).kind;
  expect(kind(option('tell', ['tell'], 5, 2), option('test', ['test'], 20, 2))).toBe('shortest');
  expect(kind(option('tell', ['tell'], 20, 1), option('test', ['test'], 20, 3))).toBe('lightest');
  expect(kind(option('tell', ['tell'], 20, 2), option('test', ['test'], 20, 2))).toBe('bare');
});
