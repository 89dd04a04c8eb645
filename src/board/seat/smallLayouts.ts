import type { Rect } from '../layout/geometry.ts';
import { clamp } from '../layout/geometry.ts';
import type { Fonts } from '../layout/regions.ts';
import type { MatBox, SeatPlan } from './seatLayout.ts';

/** What each arrangement of the seats' table decides. */
export interface SeatRegions {
  readonly scale: number;
  /** Between the rim and what lies inside. */
  readonly band: number;
  readonly font: Fonts;
  readonly outer: Rect;
  readonly inner: Rect;
  /** Lanterns, clock, map and insets. */
  readonly centre: Rect;
  readonly legend: Rect;
  readonly instruments: Rect;
  readonly mats: readonly MatBox[];
}

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };

function frame(width: number, height: number, rimX: number, rimY: number): { outer: Rect; inner: Rect } {
  const outer = { x: 2, y: 2, width: width - 4, height: height - 4 };
  return {
    outer,
    inner: {
      x: outer.x + rimX,
      y: outer.y + rimY,
      width: outer.width - 2 * rimX,
      height: outer.height - 2 * rimY,
    },
  };
}

/** A telephone held upright: mats of the others folded to a strip of emblems, the map, what is measured, the own mat. */
export function tallSeats(width: number, height: number, { seats }: SeatPlan): SeatRegions {
  const s = clamp(width / 700, 1, 1.4);
  const font = { small: 14 * s, body: 14 * s, rim: 13 * s, title: 16 * s };
  const { outer, inner } = frame(width, height, Math.round(32 * s), Math.round(20 * s));
  const band = 13;
  const gap = 6;
  const left = inner.x + band;
  const room = inner.width - 2 * band;
  const top = inner.y + band;
  const bottom = inner.y + inner.height - band;
  if (seats.length === 0) {
    const legendHeight = Math.round(font.small * 6.2);
    return {
      scale: s,
      band,
      font,
      outer,
      inner,
      centre: { x: left, y: top, width: room, height: bottom - top - legendHeight - gap },
      legend: { x: left, y: bottom - legendHeight, width: room, height: legendHeight },
      instruments: NOTHING,
      mats: [],
    };
  }
  const [own, ...others] = seats;
  const chip = Math.round(34 * s);
  const total = bottom - top - chip - 3 * gap;
  const matHeight = Math.round(total * 0.34);
  // A title and three lines: one for each of the rooms.
  const measured = Math.round(Math.min(total * 0.3, Math.max(total * 0.17, font.small * 7.4)));
  const chipWidth = (room - 2 * gap) / 3;
  const ownTop = bottom - matHeight;
  const measuredTop = ownTop - gap - measured;
  return {
    scale: s,
    band,
    font,
    outer,
    inner,
    centre: { x: left, y: top + chip + gap, width: room, height: measuredTop - gap - (top + chip + gap) },
    legend: NOTHING,
    instruments: { x: left, y: measuredTop, width: room, height: measured },
    mats: [
      { seat: own!, shape: 'column', rect: { x: left, y: ownTop, width: room, height: matHeight } },
      ...others.slice(0, 3).map((seat, i): MatBox => ({
        seat,
        shape: 'chip',
        rect: { x: left + i * (chipWidth + gap), y: top, width: chipWidth, height: chip },
      })),
    ],
  };
}

/** A telephone on its side: the map, and at its right the emblems of the others over the own mat. */
export function lowSeats(width: number, height: number, { seats }: SeatPlan): SeatRegions {
  const font = { small: 14, body: 14, rim: 13, title: 16 };
  const { outer, inner } = frame(width, height, 42, 20);
  const band = 13;
  const gap = 6;
  const left = inner.x + band;
  const right = inner.x + inner.width - band;
  const top = inner.y + band;
  const bottom = inner.y + inner.height - band;
  const column = seats.length === 0 ? 190 : Math.round(clamp(0.42 * (right - left), 230, 360));
  const chip = 32;
  const chipWidth = (column - 2 * gap) / 3;
  const x = right - column;
  const [own, ...others] = seats;
  return {
    scale: 1,
    band,
    font,
    outer,
    inner,
    centre: { x: left, y: top, width: x - gap - left, height: bottom - top },
    legend: own === undefined ? { x, y: top, width: column, height: bottom - top } : NOTHING,
    instruments: NOTHING,
    mats:
      own === undefined
        ? []
        : [
            {
              seat: own,
              shape: 'column',
              rect: { x, y: top + chip + gap, width: column, height: bottom - top - chip - gap },
            },
            ...others.slice(0, 3).map((seat, i): MatBox => ({
              seat,
              shape: 'chip',
              rect: { x: x + i * (chipWidth + gap), y: top, width: chipWidth, height: chip },
            })),
          ],
  };
}
