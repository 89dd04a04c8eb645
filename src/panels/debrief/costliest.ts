import type { TurningPoint } from '../../session/playProtocol.ts';

/** As many are named beside the headline. */
const NAMED = 3;
/** A figure is clear when it is so many times its own standard error. */
const CLEARLY = 2;

/** The moments that clearly cost calls, each changed alone: the costliest first. */
export function costliest(points: readonly TurningPoint[]): TurningPoint[] {
  return points
    .filter(({ unrouted, unroutedError }) => unrouted > CLEARLY * unroutedError)
    .toSorted((a, b) => b.unrouted - a.unrouted)
    .slice(0, NAMED);
}
