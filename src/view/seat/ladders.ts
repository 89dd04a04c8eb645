import { MACHINES } from '../../actors/machines.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { LadderView } from '../seatView.ts';

/** A state of a region, as far as a ladder shows it. */
interface Step {
  readonly tags: readonly string[];
}
interface Region {
  readonly key: string;
  readonly states: Readonly<Record<string, Step>>;
}

/** Steps of each region of each seat's statechart, in the order in which the chart writes its states. */
const RAILS = Object.fromEntries(
  CORE_SEATS.map((seat) => {
    const regions = Object.values(MACHINES[seat].states) as unknown as readonly Region[];
    return [
      seat,
      regions.map(({ key, states }) => ({
        id: key,
        steps: [...new Set(Object.values(states).flatMap(({ tags }) => tags))],
      })),
    ];
  }),
) as unknown as Readonly<
  Record<SeatId, readonly { readonly id: string; readonly steps: readonly string[] }[]>
>;

/** Where the seat's organisation stands, region by region: level, cell, posture… */
export function laddersOf(seat: SeatId, tags: ReadonlySet<string>): LadderView[] {
  return RAILS[seat].map(({ id, steps }) => ({ id, steps, step: steps.find((step) => tags.has(step))! }));
}
