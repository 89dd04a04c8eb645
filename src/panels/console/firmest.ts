import type { FactType } from '../../session/playProtocol.ts';
import type { FactView } from '../../view/seatView.ts';

const rank = ({ superseded, source, confidence }: FactView): number =>
  (superseded ? 0 : 4) + (source.kind === 'instrument' || source.kind === 'act' ? 2 : 0) + confidence;

/** What a seat holds of a type that it would cite first: still standing, its own measure, the surest, the latest. */
export function firmest(facts: readonly FactView[], type: FactType): FactView | undefined {
  return facts
    .filter((fact) => fact.type === type)
    .reduce<FactView | undefined>(
      (best, fact) => (best === undefined || rank(fact) > rank(best) ? fact : best),
      undefined,
    );
}
