import { expect, test } from 'vitest';
import { standing } from '../../src/panels/console/standing.ts';
import type { FactView } from '../../src/view/seatView.ts';

const fact = (statement: number, more: Partial<FactView>): FactView => ({
  statement,
  type: 'restored',
  about: {},
  of: 0,
  since: 0,
  source: { kind: 'media' },
  sources: [],
  confidence: 0.5,
  writtenDown: true,
  contradictedBy: [],
  superseded: false,
  replacedBy: [],
  ...more,
});
const shown = (facts: readonly FactView[], ...cited: number[]): number[] =>
  standing(
    facts,
    facts.filter(({ statement }) => cited.includes(statement)),
  ).map(({ statement }) => statement);

test('a choice that cites an old fact shows what has taken its place or says otherwise since', () => {
  const facts = [
    fact(1, { superseded: true, replacedBy: [3] }),
    fact(2, { contradictedBy: [4] }),
    fact(3, { type: 'voice.degraded' }),
    fact(4, { type: 'emergency.affected' }),
    fact(5, {}),
  ];
  expect(shown(facts, 1)).toEqual([3]);
  expect(shown(facts, 2)).toEqual([2, 4]);
  expect(shown(facts, 5)).toEqual([5]);
});

test('what was replaced by something that is gone as well is still shown', () => {
  expect(shown([fact(1, { superseded: true })], 1)).toEqual([1]);
});
