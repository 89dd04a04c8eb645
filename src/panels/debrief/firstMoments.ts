import type { SeatId, TurningPoint } from '../../session/playProtocol.ts';
import { isOwnMoment } from './ownMoments.ts';

/** After a first evening. */
const FIRST = 3;

/**
 * What a newcomer is told of the turning points: the largest, then those of the seat just held, which can be played
 * otherwise at once, then the rest; largest first.
 */
export function firstMoments(points: readonly TurningPoint[], seats: readonly SeatId[]): TurningPoint[] {
  const [largest, ...others] = points;
  if (largest === undefined) return [];
  const own = others.filter((point) => isOwnMoment(point, seats));
  const chosen = [largest, ...own, ...others.filter((point) => !own.includes(point))].slice(0, FIRST);
  return points.filter((point) => chosen.includes(point));
}
