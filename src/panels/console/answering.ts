import type { FactType } from '../../session/playProtocol.ts';
import type { FactView } from '../../view/seatView.ts';

/** As many facts as a message takes. */
const MOST = 8;
/** Below this nobody stands by a fact, if a surer one of its kind is held. */
const DOUBTFUL = 0.45;
/** Types of which each statement tells of its own places. */
const BY_PLACE: readonly FactType[] = [
  'emergency.affected',
  'workaround.number',
  'workaround.tested',
  'workaround.crosses',
  'workaround.withdrawn',
];

/** Whether a statement speaks of this département, by its name. */
function isOf({ about }: FactView, place: string): boolean {
  const { area, areas } = about;
  return area === place || areas === place || (Array.isArray(areas) && areas.includes(place));
}

/**
 * What of the facts held answers a question, latest first: nothing replaced, the surer ones; of what each place has its
 * own of, what is said of `place` where anything is, since that is where those who ask are.
 */
export function answering(
  asks: readonly FactType[],
  facts: readonly FactView[],
  place: string | null = null,
): readonly FactView[] {
  return asks
    .flatMap((asked) => {
      const held = facts
        .filter(({ type, superseded }) => type === asked && !superseded)
        .sort((a, b) => b.of - a.of);
      const sure = held.filter(
        ({ confidence, contradictedBy }) => confidence >= DOUBTFUL && contradictedBy.length === 0,
      );
      const told = sure.length > 0 ? sure : held;
      if (!BY_PLACE.includes(asked)) return told.slice(0, 1);
      const here = place === null ? [] : told.filter((fact) => isOf(fact, place));
      return here.length > 0 ? here : told;
    })
    .slice(0, MOST);
}
