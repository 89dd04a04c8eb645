import type { TableToken } from '../../view/tableModel.ts';
import type { Point } from '../layout/geometry.ts';
import type { SeatLayout } from './seatLayout.ts';

/** A mark of the rim with its place: ghosts and public words inside it, own marks across its inner edge. */
export interface PlacedMark {
  readonly token: TableToken;
  readonly at: Point;
}

/** Depth of each kind from the inner edge of the rim, as a share of a mark's depth; outwards below nought. */
const DEPTH: Readonly<Record<TableToken['kind'], number>> = { ghost: 1, act: -0.1, tag: -0.1, word: 1 };

export function placeMarks(layout: SeatLayout, tokens: readonly TableToken[]): PlacedMark[] {
  const { track, mark } = layout;
  return tokens
    .filter(({ at }) => at >= track.from && at <= track.to)
    .map((token) => {
      const { inner, inward } = track.place(token.at);
      const depth = DEPTH[token.kind] * mark.depth;
      return { token, at: { x: inner.x + inward.x * depth, y: inner.y + inward.y * depth } };
    });
}

/** The mark nearest to a point within `reach`, those of words and ghosts before small ones at the same distance. */
export function markAt(marks: readonly PlacedMark[], x: number, y: number, reach: number): TableToken | null {
  let best: TableToken | null = null;
  let nearest = reach * reach;
  for (const { token, at } of marks) {
    const distance = (at.x - x) ** 2 + (at.y - y) ** 2;
    if (distance > nearest) continue;
    nearest = distance;
    best = token;
  }
  return best;
}
