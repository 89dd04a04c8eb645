import type { NumberBelief } from '../seatView.ts';
import { placesOf } from '../../exercise/knowledge/claims.ts';
import type { Fact } from './facts.ts';
import { nameOf } from './handles.ts';

/** What a fact makes of the number of a place, or null when it makes nothing of it. */
function stateBy({ statement: { type, about } }: Fact): NumberBelief['state'] | null {
  switch (type) {
    case 'workaround.number':
      return 'heard';
    case 'workaround.tested':
      return 'tested';
    case 'workaround.crosses':
      return about['answer'] === 'yes' ? 'crosses' : null;
    case 'workaround.withdrawn':
      return 'withdrawn';
    default:
      return null;
  }
}

/** From the least to the most that can be known of a number: what is known stays when the number is only heard of again. */
const ORDER: readonly NumberBelief['state'][] = ['heard', 'tested', 'crosses', 'withdrawn'];

/** Ten-digit numbers that the seat has heard of, in the order of their areas. */
export function numbersOf(facts: readonly Fact[]): NumberBelief[] {
  const byArea = new Map<string, { state: NumberBelief['state']; fact: Fact }>();
  for (const fact of facts) {
    const state = stateBy(fact);
    if (state === null || fact.superseded) continue;
    for (const area of placesOf(fact.statement.about) ?? []) {
      const before = byArea.get(area);
      if (before === undefined || ORDER.indexOf(state) > ORDER.indexOf(before.state))
        byArea.set(area, { state, fact });
    }
  }
  return [...byArea]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([area, { state, fact }]) => ({ area, state, statement: nameOf(fact.statement) }));
}
