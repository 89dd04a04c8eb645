import type { Gauge } from '../../seatView.ts';
import type { Fact } from '../facts.ts';
import { nameOf } from '../handles.ts';
import { lossInterval } from '../../../exercise/lossInterval.ts';

/** So many of the latest samples are worth a gauge; the others stay among the facts. */
const MOST = 8;

type Sample = Extract<Gauge, { kind: 'sample' }>;

/** Test calls that the seat made or was told of and that nothing has replaced, latest first, however late they were told. */
export function sampleGauges(facts: readonly Fact[]): Sample[] {
  return facts
    .flatMap(({ superseded, statement, at }): Sample[] => {
      const { tries, passed } = statement.about;
      if (superseded || typeof tries !== 'number' || typeof passed !== 'number' || !(tries >= 1)) return [];
      const { low, high } = lossInterval(tries, Math.min(tries, Math.max(0, passed)));
      return [{ kind: 'sample', statement: nameOf(statement), tries, passed, low, high, at }];
    })
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST);
}
