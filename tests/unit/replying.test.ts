import { expect, test } from 'vitest';
import { answering } from '../../src/panels/console/answering.ts';
import type { FactView } from '../../src/view/seatView.ts';

const fact = (statement: number, change: Partial<FactView>): FactView => ({
  statement,
  type: 'extent.national',
  about: {},
  of: 0,
  since: 0,
  source: { kind: 'media' },
  sources: [],
  confidence: 0.8,
  writtenDown: false,
  contradictedBy: [],
  superseded: false,
  replacedBy: [],
  ...change,
});
const told = (...asked: Parameters<typeof answering>): number[] =>
  answering(...asked).map(({ statement }) => statement);

test('a reply carries what was asked, and nothing that has been replaced', () => {
  const facts = [
    fact(1, { superseded: true }),
    fact(2, {}),
    fact(3, { type: 'restored' }),
    fact(4, { type: 'restored', superseded: true }),
  ];
  expect(told(['extent.national'], facts)).toEqual([2]);
  expect(told(['cyberattack.excluded'], facts)).toEqual([]);
});

test('a reply tells of the whole the latest, and of places each', () => {
  const facts = [
    fact(1, { of: 10 }),
    fact(2, { of: 20 }),
    fact(3, { type: 'emergency.affected', of: 5 }),
    fact(4, { type: 'emergency.affected', of: 6 }),
  ];
  expect(told(['extent.national', 'emergency.affected'], facts)).toEqual([2, 4, 3]);
});

test('what is doubtful or contradicted is told for want of better alone', () => {
  const doubtful = fact(1, { type: 'emergency.affected', confidence: 0.3, of: 30 });
  const sure = fact(2, { type: 'emergency.affected', of: 20 });
  expect(told(['emergency.affected'], [doubtful, sure])).toEqual([2]);
  expect(told(['emergency.affected'], [doubtful])).toEqual([1]);
});

test('a reply of rooms tells of their own département, where anything is known of it', () => {
  const facts = [
    fact(1, { type: 'emergency.affected', about: { areas: ['59'] }, of: 3 }),
    fact(2, { type: 'emergency.affected', about: { areas: ['77', '91'] }, of: 2 }),
    fact(3, { type: 'emergency.affected', about: { area: '77' }, of: 1 }),
  ];
  expect(told(['emergency.affected'], facts, '77')).toEqual([2, 3]);
  expect(told(['emergency.affected'], facts, '33')).toEqual([1, 2, 3]);
});
