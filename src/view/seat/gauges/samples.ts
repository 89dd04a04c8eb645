import type { Gauge } from '../../seatView.ts';
import type { Fact } from '../facts.ts';
import { nameOf } from '../handles.ts';
import { placesOf } from '../../../exercise/knowledge/claims.ts';
import { lossInterval } from '../../../exercise/knowledge/lossInterval.ts';

/** So many of the latest samples are worth a gauge; the others stay among the facts. */
const MOST = 8;

type Sample = Extract<Gauge, { kind: 'sample' }>;

interface Tested {
  readonly fact: Fact;
  readonly tries: number;
  readonly passed: number;
}

/**
 * Test calls that the seat made or was told of and that nothing has replaced, latest first, however late they were told.
 * Substitute numbers tried together are one sample, whatever each of them answered: so many of how many.
 */
export function sampleGauges(facts: readonly Fact[]): Sample[] {
  const samples = new Map<string, Tested[]>();
  for (const fact of facts) {
    const { type, about } = fact.statement;
    const { tries, passed, origin } = about;
    if (fact.superseded || typeof tries !== 'number' || typeof passed !== 'number' || !(tries >= 1)) continue;
    const key = type === 'workaround.tested' ? `${fact.at} ${String(origin)}` : `of ${fact.index}`;
    const tested = { fact, tries, passed: Math.min(tries, Math.max(0, passed)) };
    samples.set(key, [...(samples.get(key) ?? []), tested]);
  }
  return [...samples.values()]
    .map(sampleOf)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST);
}

function sampleOf(tested: readonly Tested[]): Sample {
  const [{ fact }] = tested as readonly [Tested];
  const isOfNumbers = fact.statement.type === 'workaround.tested';
  let tries = 0;
  let passed = 0;
  let tried = 0;
  let good = 0;
  for (const each of tested) {
    // Each place named had so many calls.
    const places = isOfNumbers ? (placesOf(each.fact.statement.about)?.size ?? 1) : 1;
    tries += places * each.tries;
    passed += places * each.passed;
    tried += places;
    if (each.passed === each.tries) good += places;
  }
  const { low, high } = lossInterval(tries, passed);
  return {
    kind: 'sample',
    statement: nameOf(fact.statement),
    tries,
    passed,
    numbers: isOfNumbers ? { tried, good } : null,
    low,
    high,
    at: fact.at,
  };
}
