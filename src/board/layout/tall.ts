import { clamp, type Rect } from './geometry.ts';
import { COUNTERS, type CounterBox, counterWidth, INSETS, type Regions } from './regions.ts';

/** Portrait: lanterns above the map, insets under it, counters at the foot in two rows. */
export function tallRegions(width: number, height: number, servers: number): Regions {
  const s = clamp(Math.min(width / 390, height / 844), 0.8, 2);
  const px = (value: number): number => Math.round(value * s);
  const small = Math.max(12, 12 * s);
  const font = { small, body: Math.max(13, 13 * s), rim: Math.max(12, 12 * s), title: Math.max(14, 15 * s) };
  const margin = px(3);
  // An hour's name must fit between the edge of the screen and the ticks.
  const rimX = Math.max(32, px(34));
  const rimY = px(22);
  const outer: Rect = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const inner: Rect = {
    x: outer.x + rimX,
    y: outer.y + rimY,
    width: outer.width - 2 * rimX,
    height: outer.height - 2 * rimY,
  };
  const bottom = inner.y + inner.height;
  const plaque: Rect = { x: outer.x + px(10), y: outer.y, width: Math.max(92, px(98)), height: rimY };
  const pad = px(16);
  const left = inner.x + pad;
  const room = inner.width - 2 * pad;
  const bandY = px(8) + Math.round(small * 1.4) + px(6);

  const clockCell = { width: px(17), height: px(26) };
  const clockWidth = clockCell.width * 4 + px(9);
  const headTop = inner.y + px(14);
  const clock = { x: left + room - clockWidth, y: headTop, cell: clockCell, width: clockWidth };
  const date: Rect = { x: left, y: headTop + px(4), width: room - clockWidth - px(8), height: px(20) };

  const line = Math.round(small * 1.3);
  const lastName: Rect = { x: left, y: headTop + clockCell.height + px(3), width: room, height: line };
  const lanternsTop = lastName.y + line + px(8);
  const glass = { width: px(30), height: px(height < 600 ? 28 : 38) };
  const pitch = room / servers;
  const lanterns = Array.from({ length: servers }, (_, i) => {
    const centre = left + pitch * (i + 0.5);
    const x = Math.round(centre - glass.width / 2);
    return {
      rect: { x, y: lanternsTop, width: glass.width, height: glass.height },
      mouth: { x: centre, y: lanternsTop + glass.height * 0.5 },
      // Every other name stands one line lower: neighbours never touch.
      name: {
        x: centre - pitch,
        y: lanternsTop + glass.height + px(13) + line + (i % 2) * line,
        width: 2 * pitch,
        height: line,
      },
      percent: {
        x: centre - pitch / 2 + 1,
        y: lanternsTop + glass.height + px(13),
        width: pitch - 2,
        height: line,
      },
      align: 'centre' as const,
    };
  });
  const lanternsBottom = lanternsTop + glass.height + px(13) + 3 * line;

  const cell = { width: px(14), height: px(23) };
  const words = Math.round(small * 1.2);
  const rows = [
    { top: 0, lines: 2 },
    { top: cell.height + px(3) + 2 * words + px(4), lines: 3 },
  ];
  const countersHeight = rows[1].top + cell.height + px(3) + 3 * words;
  const dustHeight = Math.max(14, px(18));
  const dust: Rect = { x: left, y: bottom - px(16) - dustHeight, width: room, height: dustHeight };
  const countersTop = dust.y - px(3) - countersHeight;
  // Above: lost, its reference, those who wait. Below: answered, and the never served with its longer note.
  const [second, third] = [room * 0.315, room * 0.68];
  const answered = Math.max(second, counterWidth(6, cell.width) + px(10));
  const places: Readonly<Record<string, readonly [number, number, number]>> = {
    lost: [0, 0, second],
    lostReference: [second, 0, third - second],
    waiting: [third, 0, room - third],
    answered: [0, 1, answered],
    neverServed: [answered, 1, room - answered],
  };
  const counters: CounterBox[] = COUNTERS.map(({ key, digits }) => {
    const [x, r, wide] = places[key];
    const rect: Rect = {
      x: Math.round(left + x),
      y: countersTop + rows[r].top,
      width: counterWidth(digits, cell.width),
      height: cell.height,
    };
    return {
      key,
      digits,
      cell,
      rect,
      label: {
        x: rect.x,
        y: rect.y + cell.height + px(3),
        width: wide - 3,
        height: rows[r].lines * words,
      },
    };
  });

  // The row of the rim's marks gives way to the map first.
  const legendHeight = (height < 600 ? 3 : 4) * Math.round(small * 1.3) + px(4);
  const legend: Rect = { x: left, y: countersTop - px(7) - legendHeight, width: room, height: legendHeight };
  const mapTop = lanternsBottom + px(4);
  const { insets, mapRect } = mapAndInsets(inner, mapTop, legend.y - px(6), line, px, left, room);
  return {
    font,
    outer,
    inner,
    plaque,
    date,
    clock,
    lastName,
    mapRect,
    insets,
    lanterns,
    counters,
    dust,
    // The legend says it: there is no room beside the heap.
    heap: { x: dust.x, y: dust.y, width: 0, height: 0 },
    heapAlign: 'left',
    legend,
    bandX: 0,
    bandY,
    mark: { depth: px(8), size: px(4) },
  };
}

type Inset = Regions['insets'][number];

/** Insets in a row under the map; where the window is short, in a column at each of its sides. */
function mapAndInsets(
  inner: Rect,
  top: number,
  bottom: number,
  line: number,
  px: (value: number) => number,
  left: number,
  room: number,
): { mapRect: Rect; insets: Inset[] } {
  const pitch = room / INSETS.length;
  const size = Math.min(pitch - px(8), px(44));
  const rowTop = bottom - size - 2 * line - px(4);
  if (rowTop - px(6) - top > inner.width * 0.68) {
    return {
      mapRect: { x: inner.x + px(14), y: top, width: inner.width - px(28), height: rowTop - px(6) - top },
      insets: INSETS.map((key, i) => ({
        key,
        rect: { x: left + i * pitch + (pitch - size) / 2, y: rowTop, width: size, height: size },
        label: {
          x: left + (i - 0.5) * pitch,
          y: rowTop + size + 2 + (i % 2) * line,
          width: 2 * pitch,
          height: line,
        },
      })),
    };
  }
  const column = Math.round(line * 4.4);
  const step = (bottom - top) / 3;
  const side = Math.max(8, Math.min(column - px(8), step - line - px(6)));
  return {
    mapRect: {
      x: left + column,
      y: top,
      width: Math.max(40, room - 2 * column),
      height: Math.max(40, bottom - top),
    },
    insets: INSETS.map((key, i) => {
      const x = i < 3 ? left - px(4) : left + room - column + px(4);
      const y = top + (i % 3) * step;
      return {
        key,
        rect: { x: x + (column - side) / 2, y, width: side, height: side },
        label: { x, y: y + side + 2, width: column, height: line },
      };
    }),
  };
}
