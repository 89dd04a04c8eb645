import type { Point, Rect } from './geometry.ts';
import { clamp } from './geometry.ts';

/**
 * The rim as a time track: from the end of the plaque at the top left, clockwise, to the top of the left side.
 * Corners fall on quarter hours that are not half hours, so that no label of the hours stands in a corner.
 */
export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface TrackPlace {
  readonly side: Side;
  /** On the outer edge and on the inner edge of the rim. */
  readonly outer: Point;
  readonly inner: Point;
  /** Unit vector towards the inside of the table. */
  readonly inward: Point;
}

export interface Track {
  readonly from: number;
  readonly to: number;
  /** Times at the middle of the three corners: top right, bottom right, bottom left. */
  readonly corners: readonly [number, number, number];
  place(at: number): TrackPlace;
}

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** The quarter hour nearest to `at` among those that are not half hours. */
function nearestOddQuarter(at: number): number {
  return (2 * Math.round((at / QUARTER - 1) / 2) + 1) * QUARTER;
}

export function createTrack(
  from: number,
  to: number,
  outer: Rect,
  inner: Rect,
  radiusOuter: number,
  radiusInner: number,
  /** Length of the top side left to the plaque, from the outer left edge. */
  plaque: number,
): Track {
  const startX = outer.x + plaque;
  const endY = inner.y + radiusInner + 4;
  const right = outer.x + outer.width;
  const bottom = outer.y + outer.height;
  const lengths = [right - startX, outer.height, outer.width, bottom - endY];
  const total = lengths.reduce((sum, each) => sum + each, 0);
  const span = to - from;
  const natural = (count: number): number =>
    nearestOddQuarter(from + (span * lengths.slice(0, count).reduce((sum, each) => sum + each, 0)) / total);
  const corners: [number, number, number] = [natural(1), natural(2), natural(3)];

  const straight = { left: inner.x + radiusInner, right: inner.x + inner.width - radiusInner };
  const tall = { top: inner.y + radiusInner, bottom: inner.y + inner.height - radiusInner };
  const centreOuter = {
    left: outer.x + radiusOuter,
    right: right - radiusOuter,
    top: outer.y + radiusOuter,
    bottom: bottom - radiusOuter,
  };
  // A corner's half is worth as much time as the same length of straight rim.
  const arc = (Math.PI / 4) * radiusInner;

  const corner = (turn: number, cx: 'left' | 'right', cy: 'top' | 'bottom', side: Side): TrackPlace => {
    const inward = { x: -Math.cos(turn), y: -Math.sin(turn) };
    return {
      side,
      inward,
      outer: { x: centreOuter[cx] - radiusOuter * inward.x, y: centreOuter[cy] - radiusOuter * inward.y },
      inner: { x: straight[cx] - radiusInner * inward.x, y: tall[cy] - radiusInner * inward.y },
    };
  };

  const place = (time: number): TrackPlace => {
    const at = clamp(time, from, to);
    if (at <= corners[0]) {
      const along = ((at - from) / (corners[0] - from)) * (straight.right - startX + arc);
      const over = startX + along - straight.right;
      if (over > 0) return corner(-Math.PI / 2 + (over / arc) * (Math.PI / 4), 'right', 'top', 'top');
      const x = startX + along;
      return { side: 'top', inward: { x: 0, y: 1 }, outer: { x, y: outer.y }, inner: { x, y: inner.y } };
    }
    if (at <= corners[1]) {
      const length = tall.bottom - tall.top;
      const along = ((at - corners[0]) / (corners[1] - corners[0])) * (length + 2 * arc);
      if (along < arc) return corner(-Math.PI / 4 + (along / arc) * (Math.PI / 4), 'right', 'top', 'right');
      if (along > arc + length) {
        return corner(((along - arc - length) / arc) * (Math.PI / 4), 'right', 'bottom', 'right');
      }
      const y = tall.top + along - arc;
      const edge = inner.x + inner.width;
      return { side: 'right', inward: { x: -1, y: 0 }, outer: { x: right, y }, inner: { x: edge, y } };
    }
    if (at <= corners[2]) {
      const length = straight.right - straight.left;
      const along = ((at - corners[1]) / (corners[2] - corners[1])) * (length + 2 * arc);
      if (along < arc)
        return corner(Math.PI / 4 + (along / arc) * (Math.PI / 4), 'right', 'bottom', 'bottom');
      if (along > arc + length) {
        return corner(
          Math.PI / 2 + ((along - arc - length) / arc) * (Math.PI / 4),
          'left',
          'bottom',
          'bottom',
        );
      }
      const x = straight.right - along + arc;
      const edge = inner.y + inner.height;
      return { side: 'bottom', inward: { x: 0, y: -1 }, outer: { x, y: bottom }, inner: { x, y: edge } };
    }
    const length = tall.bottom - endY;
    const along = ((at - corners[2]) / (to - corners[2])) * (length + arc);
    if (along < arc)
      return corner((3 * Math.PI) / 4 + (along / arc) * (Math.PI / 4), 'left', 'bottom', 'left');
    const y = tall.bottom - along + arc;
    return { side: 'left', inward: { x: 1, y: 0 }, outer: { x: outer.x, y }, inner: { x: inner.x, y } };
  };
  return { from, to, corners, place };
}
