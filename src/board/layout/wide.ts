import { clamp, type Rect } from './geometry.ts';
import {
  COUNTERS,
  type CounterBox,
  counterWidth,
  INSETS,
  LEGEND_LINE,
  LEGEND_LINES,
  type Regions,
} from './regions.ts';

/** Room for the words under each counter, in heights of letters: the longest of both languages. */
const WORDS: Readonly<Record<string, number>> = {
  waiting: 6,
  answered: 6.6,
  lost: 6.6,
  lostReference: 7.9,
  neverServed: 9.9,
};

/** Landscape: insets and legend at the left, the map in the middle, lanterns in an arc at its right. */
export function wideRegions(width: number, height: number, servers: number, mapAspect: number): Regions {
  const s = clamp(Math.min(width / 1366, height / 768), 0.62, 2.2);
  const px = (value: number): number => Math.round(value * s);
  // Beside the text on a small screen, words a little smaller rather than words that touch.
  const least = clamp((width / 946) * 14, 13, 14);
  const small = Math.max(least, 14.2 * s);
  const body = Math.max(least, 15 * s);
  const font = { small, body, rim: Math.max(least, 14.5 * s), title: Math.max(least, 19 * s) };

  const margin = px(8);
  const rimX = Math.max(48, px(52));
  const rimY = Math.max(26, px(30));
  const outer: Rect = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const inner: Rect = {
    x: outer.x + rimX,
    y: outer.y + rimY,
    width: outer.width - 2 * rimX,
    height: outer.height - 2 * rimY,
  };
  const right = inner.x + inner.width;
  const bottom = inner.y + inner.height;
  const plaque: Rect = { x: outer.x + px(16), y: outer.y, width: Math.max(112, px(132)), height: rimY };

  // Bottom: flaps, their names, the floor on which dust settles, a row for the names of the rim.
  const bandY = Math.max(22, px(26));
  const nameLine = Math.round(small * 1.25);
  const dustHeight = 2 * nameLine + 1;
  const nameHeight = 2 * nameLine + 2;
  const cell = { width: px(25), height: px(39) };
  const countersTop = bottom - bandY - dustHeight - nameHeight - px(8) - cell.height;

  // Sides, from what a comfortable table gives down to what a narrow one can.
  const columnWidth = Math.max(190, px(214));
  const pad = px(14);
  const mapTop = inner.y + bandY + px(6);
  const mapHeight = countersTop - px(10) - mapTop;
  const wished = mapHeight * mapAspect;
  const spare = (inner.width - wished) / 2 - columnWidth - 2 * pad;
  const bandX = spare > 40 ? Math.min(px(150), spare) : 0;
  const mapWidth = Math.min(wished, inner.width - 2 * (columnWidth + 2 * pad + bandX));
  const mapRect: Rect = {
    x: inner.x + (inner.width - mapWidth) / 2,
    y: mapTop,
    width: mapWidth,
    height: mapHeight,
  };

  // Nearer to the map than to the rim, beyond the names of the rim.
  const gap = mapRect.x - inner.x - columnWidth;
  const left = inner.x + Math.max(pad, Math.min(Math.max(bandX, 0.6 * gap), gap - pad));
  const clockCell = { width: px(27), height: px(42) };
  const dateTop = inner.y + bandY + px(24);
  const date: Rect = { x: left, y: dateTop, width: Math.round(body * 6.5), height: Math.round(body * 1.4) };
  const clock = {
    x: left,
    y: dateTop + date.height + px(6),
    cell: clockCell,
    width: clockCell.width * 4 + px(14),
  };

  // Legend from the bottom up, insets in what remains.
  const line = small * LEGEND_LINE;
  const legendHeight = Math.round(line * LEGEND_LINES);
  const legend: Rect = {
    x: left,
    y: bottom - bandY - legendHeight,
    width: columnWidth,
    height: legendHeight,
  };
  const insetsTop = clock.y + clockCell.height + px(16);
  const insetsHeight = legend.y - px(10) - insetsTop;
  const rowHeight = insetsHeight / 3;
  const insetLabel = Math.round(small * 1.3);
  const columns = 2;
  const insetWidth = columnWidth / columns;
  const insets = INSETS.map((key, i) => {
    const x = left + (i % columns) * insetWidth;
    const y = insetsTop + Math.floor(i / columns) * rowHeight;
    const size = Math.max(8, Math.min(insetWidth - px(14), rowHeight - insetLabel - px(8)));
    return {
      key,
      rect: { x: x + (insetWidth - size) / 2, y, width: size, height: size },
      label: { x, y: y + size + 3, width: insetWidth, height: insetLabel },
    };
  });

  // Lanterns: an arc that follows the map's eastern side.
  const lanternsTop = mapRect.y + px(4);
  const lanternsHeight = mapRect.height - px(8);
  const step = lanternsHeight / servers;
  const glass = { width: px(40), height: Math.min(px(58), Math.floor(step - 13)) };
  const bulge = Math.min(
    px(34),
    Math.max(0, right - bandX - pad - (mapRect.x + mapRect.width) - columnWidth + px(40)),
  );
  const start = mapRect.x + mapRect.width + pad + px(6);
  const lanterns = Array.from({ length: servers }, (_, i) => {
    const turn = servers > 1 ? (i / (servers - 1)) * 2 - 1 : 0;
    const x = Math.round(start + bulge * (1 - turn * turn));
    const y = Math.round(lanternsTop + i * step + (step - glass.height) / 2);
    const textX = x + glass.width + Math.max(19, px(20));
    const textWidth = Math.round(Math.max(body * 6.5, small * 4.2 + font.title * 3));
    const nameLine = Math.round(body * 1.3);
    const percentLine = Math.round(body * 1.35);
    const textY = Math.round(y + (glass.height - nameLine - percentLine) / 2);
    return {
      rect: { x, y, width: glass.width, height: glass.height },
      mouth: { x: x + glass.width / 2, y: y + glass.height * 0.36 },
      name: { x: textX, y: textY, width: textWidth, height: nameLine },
      percent: { x: textX, y: textY + nameLine, width: textWidth, height: percentLine },
      align: 'left' as const,
    };
  });

  // Counters: the two that go well, then the three of the loss, the first two of which stand over the dust.
  const widths = COUNTERS.map((each) => counterWidth(each.digits, cell.width));
  const cells = COUNTERS.map((each, i) => Math.max(widths[i], Math.ceil(small * WORDS[each.key])));
  const from = legend.x + legend.width + Math.max(14, px(24));
  const room = right - Math.max(14, bandX - px(20)) - from;
  const spread = room - cells.reduce((sum, each) => sum + each, 0);
  // What goes well stands apart from the loss.
  const between = clamp(spread / (COUNTERS.length - 0.2), 6, px(64));
  const apart = clamp(spread - between * (COUNTERS.length - 1), 0, px(40));
  const dustTop = bottom - bandY - dustHeight;
  let x = from;
  const counters: CounterBox[] = COUNTERS.map((each, i) => {
    if (each.key === 'lost') x += apart;
    const rect: Rect = { x: Math.round(x), y: countersTop, width: widths[i], height: cell.height };
    const labelY = countersTop + cell.height + px(5);
    const tall = each.key === 'neverServed';
    const label: Rect = {
      x: rect.x,
      y: labelY,
      width: cells[i],
      height: tall ? dustTop + dustHeight - labelY : nameHeight,
    };
    x += cells[i] + between;
    return { key: each.key, digits: each.digits, cell, rect, label };
  });
  const lost = counters[2];
  const reference = counters[3];
  const dust: Rect = {
    x: lost.rect.x,
    y: dustTop,
    width: reference.label.x + reference.label.width - lost.rect.x,
    height: dustHeight,
  };
  const heap: Rect = { x: from, y: dustTop, width: lost.rect.x - px(14) - from, height: dustHeight };
  const nameX = clock.x + clock.width + Math.round(small * 0.7);
  const lastName: Rect = {
    x: nameX,
    y: clock.y,
    width: legend.x + legend.width + 8 - nameX,
    height: clockCell.height,
  };
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
    heap,
    heapAlign: 'right',
    legend,
    bandX,
    bandY,
    mark: { depth: Math.round(small * 0.95), size: Math.round(small * 0.42) },
  };
}
