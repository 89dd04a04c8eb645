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

/** What of the facts held answers a question: nothing replaced, the surer ones, and of what is true of one place alone the latest. */
export function answering(asks: readonly FactType[], facts: readonly FactView[]): readonly FactView[] {
  return asks
    .flatMap((asked) => {
      const held = facts
        .filter(({ type, superseded }) => type === asked && !superseded)
        .sort((a, b) => b.of - a.of);
      const sure = held.filter(
        ({ confidence, contradictedBy }) => confidence >= DOUBTFUL && contradictedBy.length === 0,
      );
      const told = sure.length > 0 ? sure : held;
      return BY_PLACE.includes(asked) ? told : told.slice(0, 1);
    })
    .slice(0, MOST);
}
