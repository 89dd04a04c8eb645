import type { SeatId } from '../../session/playProtocol.ts';
import { clamp, fit, type Rect } from '../layout/geometry.ts';
import { boxOf, type InsetBox, type TableLayout } from '../layout/layout.ts';
import { INSETS, type LanternBox } from '../layout/regions.ts';
import { createTrack } from '../layout/track.ts';
import { INNER_RING, type MapAsset } from '../mapAsset.ts';
import { lowSeats, type SeatRegions, tallSeats } from './smallLayouts.ts';

/** `broad`: the own mat, in front of who plays. `column`: beside the map. `chip`: a mat folded to its emblem. */
export type MatShape = 'broad' | 'column' | 'chip';

export interface MatBox {
  readonly seat: SeatId;
  readonly shape: MatShape;
  readonly rect: Rect;
}

/** The seats' table: the same table, with mats around the map. What only the watched evening has is empty. */
export interface SeatLayout extends TableLayout {
  readonly mats: readonly MatBox[];
  /** What the seat measures by itself; nothing wide on a table without room. */
  readonly instruments: Rect;
  readonly lanternRow: Rect;
  /** Everything that belief is painted in: map and insets. */
  readonly beliefs: Rect;
  /** Between the rim and the mats: kept for the marks of the rim. */
  readonly band: number;
}

export interface SeatPlan {
  /** Seats in their order; the first one has the large mat. None: the map alone. */
  readonly seats: readonly SeatId[];
  /** Those whose mats are open. */
  readonly held: readonly SeatId[];
  /** Whether the lanterns can be seen: unlit ones take less room. */
  readonly lit: boolean;
}

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };
/** Advance of a letter of B612, as a share of its size, a little generous. */
export const ADVANCE = 0.56;

export function createSeatLayout(
  map: MapAsset,
  servers: readonly { readonly id: string; readonly name: string }[],
  clock: { readonly from: number; readonly windowEnd: number },
  plan: SeatPlan,
  width: number,
  height: number,
): SeatLayout {
  const tall = width < 640 || width / height < 0.92;
  const low = !tall && height < 480;
  const regions = tall
    ? tallSeats(width, height, plan)
    : low
      ? lowSeats(width, height, plan)
      : wideSeats(width, height, plan);
  const { outer, inner, font, scale: s, centre, band } = regions;
  const innerRadius = tall || low ? 10 : clamp(inner.height * 0.03, 12, 30);
  const outerRadius = innerRadius + (inner.y - outer.y);
  const plaque: Rect = {
    x: outer.x + 14 * s,
    y: outer.y,
    width: Math.max(tall ? 90 : 112, font.rim * 8),
    height: inner.y - outer.y,
  };
  // Lanterns above the map, each as wide as its name.
  const small = tall || low;
  const glassHeight = plan.lit ? (small ? 30 : Math.round(38 * s)) : small ? 14 : Math.round(20 * s);
  const rowHeight = Math.round(glassHeight + 10 + font.small * (plan.lit ? 2.5 : 1.4));
  const lanternRow: Rect = { x: centre.x, y: centre.y, width: centre.width, height: rowHeight };
  const lanterns = lanternsIn(lanternRow, servers, font.small, glassHeight, plan.lit);

  const mapTop = centre.y + rowHeight + 6;
  const room: Rect = {
    x: centre.x,
    y: mapTop,
    width: centre.width,
    height: centre.y + centre.height - mapTop,
  };
  const { mapRect, insets, clockBox, date, lastName } = aroundMap(
    map,
    room,
    s,
    font.small,
    plan.seats.length > 0,
  );
  const place = fit([0, 0, map.width, map.height], mapRect);
  const placed = insets.map((inset): InsetBox => {
    const box = boxOf(map, (code, frame) =>
      inset.key === 'ring' ? INNER_RING.includes(code) : frame === inset.key,
    );
    return { ...inset, beside: false, place: fit(box, inset.rect) };
  });
  return {
    width,
    height,
    compact: tall,
    kind: tall ? 'tall' : low ? 'low' : 'wide',
    font,
    outer,
    inner,
    outerRadius,
    innerRadius,
    track: createTrack(
      clock.from,
      clock.windowEnd,
      outer,
      inner,
      outerRadius,
      innerRadius,
      plaque.x + plaque.width - outer.x,
    ),
    plaque,
    date,
    clock: clockBox,
    lastName,
    mapRect,
    map: place,
    insets: placed,
    lanterns: lanterns.map((lantern) => {
      const site = map.sites.find(({ key }) => key === lantern.key) ?? { x: 0, y: 0 };
      return {
        ...lantern,
        site: { x: place.x + place.scale * site.x, y: place.y + place.scale * site.y },
      };
    }),
    counters: [],
    dust: NOTHING,
    heap: NOTHING,
    heapAlign: 'right',
    legend: regions.legend,
    bandX: 0,
    bandY: 0,
    mark: { depth: Math.round(band * 0.5), size: Math.round(band * 0.3) },
    mats: regions.mats,
    instruments: regions.instruments,
    lanternRow,
    beliefs: room,
    band,
  };
}

/** Own mat in front, two mats at the left of the map over the legend, one at its right over the instruments. */
function wideSeats(width: number, height: number, { seats, held }: SeatPlan): SeatRegions {
  const s = clamp(Math.min(width / 1000, height / 720), 1, 2);
  const font = { small: 14 * s, body: 15 * s, rim: 14 * s, title: 18 * s };
  const margin = 6 * s;
  // Without seats no hours stand in it.
  const rimX = Math.round((seats.length === 0 ? 26 : 48) * s);
  const rimY = Math.round(26 * s);
  const outer = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const inner = {
    x: outer.x + rimX,
    y: outer.y + rimY,
    width: outer.width - 2 * rimX,
    height: outer.height - 2 * rimY,
  };
  // Between the rim and the mats: room for the marks of the rim.
  const gap = Math.round(9 * s);
  const band = Math.round(19 * s);
  const left = inner.x + band;
  const right = inner.x + inner.width - band;
  const bottom = inner.y + inner.height - band;
  const top = inner.y + band;
  if (seats.length === 0) {
    const legendWidth = clamp(0.26 * inner.width, 190, 300 * s);
    const legend = { x: left, y: top, width: legendWidth, height: bottom - top };
    const centre = {
      x: left + legendWidth + gap,
      y: top,
      width: right - left - legendWidth - gap,
      height: bottom - top,
    };
    return { scale: s, band, font, outer, inner, centre, legend, instruments: NOTHING, mats: [] };
  }
  const [own, ...others] = seats;
  const ownHeight = Math.round(clamp(0.25 * height, 166, 176 * s));
  const ownRect = { x: left, y: bottom - ownHeight, width: right - left, height: ownHeight };
  const upper = ownRect.y - gap - top;
  const column = Math.round(clamp(0.23 * (right - left), 150, 285 * s));
  const legendHeight = Math.round(font.small * (upper < 335 ? 6.4 : 9));
  const open = (seat: SeatId | undefined): boolean => seat !== undefined && held.includes(seat);
  const leftHeight = upper - legendHeight - 2 * gap;
  const share = open(others[0]) === open(others[1]) ? 0.5 : open(others[0]) ? 0.58 : 0.42;
  const first = Math.round(leftHeight * share);
  const third = Math.round(open(others[2]) ? upper * 0.48 : Math.min(leftHeight / 2, upper * 0.4));
  const rightX = right - column;
  const rects: Rect[] = [
    { x: left, y: top, width: column, height: first },
    { x: left, y: top + first + gap, width: column, height: leftHeight - first },
    { x: rightX, y: top, width: column, height: third },
  ];
  return {
    scale: s,
    band,
    font,
    outer,
    inner,
    centre: {
      x: left + column + gap,
      y: top,
      width: right - left - 2 * (column + gap),
      height: upper,
    },
    legend: { x: left, y: top + leftHeight + 2 * gap, width: column, height: legendHeight },
    // Short of the marks of the rim.
    instruments: { x: rightX, y: top + third + gap, width: column - 4, height: upper - third - gap },
    mats: [
      { seat: own!, shape: 'broad', rect: ownRect },
      ...others.slice(0, 3).map((seat, i): MatBox => ({ seat, shape: 'column', rect: rects[i]! })),
    ],
  };
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0);

/**
 * Widths that fit a room: as wished, else nearer to the least of each, else the widest cut down alone, since short names
 * differ by their last letter only.
 */
function squeezed(wished: readonly number[], least: readonly number[], room: number): readonly number[] {
  const most = sumOf(wished);
  const fewest = sumOf(least);
  if (most <= room) return wished;
  if (fewest <= room) {
    const share = (room - fewest) / (most - fewest);
    return least.map((width, i) => width + share * (wished[i]! - width));
  }
  let left = room;
  let cap = 0;
  [...least]
    .sort((a, b) => a - b)
    .forEach((width, i) => {
      cap = Math.max(cap, Math.min(width, left / (least.length - i)));
      left -= Math.min(width, cap);
    });
  return least.map((width) => Math.min(width, cap));
}

type RowLantern = Omit<LanternBox, 'site'>;

function lanternsIn(
  row: Rect,
  servers: readonly { readonly id: string; readonly name: string }[],
  letter: number,
  glass: number,
  lit: boolean,
): RowLantern[] {
  const widths = servers.map(({ name }) =>
    lit ? Math.max(letter * 3.35, 0.5 * letter * name.length + 2) : glass,
  );
  const total = sumOf(widths);
  const gap = lit
    ? clamp((row.width - total) / Math.max(1, servers.length), 2, 30)
    : clamp((row.width * 0.4) / servers.length - glass, 4, 12);
  const slots = squeezed(
    widths,
    // Room for a figure, and for a name set smaller by who writes it.
    servers.map(({ name }, i) =>
      Math.min(widths[i]!, Math.max(letter * 2.7, 0.46 * letter * name.length + 2)),
    ),
    row.width - gap * servers.length,
  );
  let x = lit ? row.x + (row.width - sumOf(slots) - gap * (servers.length - 1)) / 2 : row.x;
  return servers.map(({ id }, i) => {
    const slot = slots[i]!;
    const width = Math.round(Math.min(slot, glass * 0.68));
    const rect = { x: Math.round(x + (slot - width) / 2), y: row.y + 7, width, height: glass };
    const below = rect.y + rect.height + 5;
    const line = letter * 1.22;
    const box: RowLantern = {
      key: id,
      rect,
      mouth: { x: rect.x + rect.width / 2, y: rect.y + rect.height * 0.4 },
      name: { x, y: below, width: slot, height: lit ? line : 0 },
      percent: { x, y: below + line, width: slot, height: lit ? line : 0 },
      align: 'centre',
    };
    x += slot + gap;
    return box;
  });
}

interface Around {
  readonly mapRect: Rect;
  readonly insets: readonly { readonly key: string; readonly rect: Rect; readonly label: Rect }[];
  readonly clockBox: SeatLayout['clock'];
  readonly date: Rect;
  readonly lastName: Rect;
}

/** Shares of the map's frame that are sea: the Channel above Brittany, the Atlantic below it. */
const CHANNEL = { width: 0.2, height: 0.2 };
const ATLANTIC = { width: 0.19, top: 0.46 };

/**
 * The clock lies on the Channel and the insets on the Atlantic: the map takes all the height there is. `codes`: insets are
 * named by their short codes.
 */
function aroundMap(map: MapAsset, room: Rect, s: number, letter: number, codes: boolean): Around {
  const aspect = map.width / map.height;
  const clockWidth = Math.round(Math.max(letter * 6.4, 88 * s));
  // What the western seas must hold beside the map's own.
  const wanted = clockWidth + 8;
  let height = room.height;
  let width = height * aspect;
  const west = (w: number): number => Math.max(0, wanted - CHANNEL.width * w);
  if (width + west(width) > room.width) {
    width = (room.width - wanted) / (1 - CHANNEL.width);
    if (west(width) === 0) width = room.width;
    height = width / aspect;
  }
  const spare = room.width - width - west(width);
  const x = room.x + west(width) + spare * 0.62;
  const mapRect = { x, y: room.y + (room.height - height) / 2, width, height };
  const cell = { width: Math.floor((clockWidth - 8 * s) / 4), height: Math.round(30 * s) };
  const date = { x: room.x, y: room.y, width: clockWidth, height: Math.round(letter * 1.35) };
  const clockBox = { x: room.x, y: date.y + date.height + 2, cell, width: clockWidth };
  const lastTop = clockBox.y + cell.height + 4;
  const seaEnd = mapRect.y + mapRect.height * 0.34;
  const lastName = {
    x: room.x,
    y: lastTop,
    width: Math.max(0, mapRect.x - room.x - 4),
    height: Math.max(0, seaEnd - lastTop),
  };
  const label = Math.round(letter * 1.2);
  const atlantic = {
    x: room.x,
    y: mapRect.y + mapRect.height * ATLANTIC.top,
    width: mapRect.x - room.x + ATLANTIC.width * mapRect.width,
    columns: 2,
  };
  // On a telephone the Atlantic is too small for three rows: two, from the clock down, beside the map.
  const cramped = codes && (mapRect.y + mapRect.height - atlantic.y) / 3 < label + letter * 1.6;
  const sea = cramped ? { x: room.x, y: lastTop + 4, width: mapRect.x - room.x - 4, columns: 3 } : atlantic;
  const rows = INSETS.length / sea.columns;
  const bottom = Math.max(
    mapRect.y + mapRect.height,
    Math.min(room.y + room.height, sea.y + rows * letter * 4.4),
  );
  const { columns } = sea;
  const rowHeight = (bottom - sea.y) / rows;
  const cellWidth = sea.width / columns;
  const size = Math.max(8, Math.min(cellWidth - 8, rowHeight - label - 4));
  const insets = INSETS.map((key, i) => {
    const left = sea.x + (i % columns) * cellWidth;
    const top = sea.y + Math.floor(i / columns) * rowHeight;
    return {
      key,
      rect: { x: left + (cellWidth - size) / 2, y: top, width: size, height: size },
      label: { x: left, y: top + size + 1, width: cellWidth, height: label },
    };
  });
  return { mapRect, insets, clockBox, date, lastName: cramped ? { ...lastName, height: 0 } : lastName };
}
