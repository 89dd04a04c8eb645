import { clamp, type Rect } from './geometry.ts';
import { COUNTERS, type CounterBox, counterWidth, INSETS, type Regions } from './regions.ts';

/**
 * Wide and low, as a telephone on its side: from left to right the clock and the insets, the map, the lanterns,
 * then the counters over the heap and the legend, in columns.
 */
export function lowRegions(width: number, height: number, servers: number): Regions {
  const s = clamp(Math.min(width / 844, height / 343), 0.9, 1.7);
  const px = (value: number): number => Math.round(value * s);
  const small = Math.max(12, 12 * s);
  const font = { small, body: small, rim: small, title: Math.max(14, 14 * s) };
  const margin = px(4);
  const rimX = Math.max(44, px(46));
  const rimY = Math.max(22, px(22));
  const outer: Rect = { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
  const inner: Rect = {
    x: outer.x + rimX,
    y: outer.y + rimY,
    width: outer.width - 2 * rimX,
    height: outer.height - 2 * rimY,
  };
  const plaque: Rect = { x: outer.x + px(14), y: outer.y, width: Math.max(92, px(96)), height: rimY };
  // Marks of the rim stand within its inner edge.
  const edge = px(15);
  const left = inner.x + edge;
  const right = inner.x + inner.width - edge;
  const top = inner.y + edge;
  const bottom = inner.y + inner.height - edge;
  const line = Math.round(small * 1.2);

  // First column: the date, the clock, the last moment of 2021, the insets with their names beside them.
  const first = Math.round(small * 7.6);
  const date: Rect = { x: left, y: top, width: first, height: line };
  const clockCell = { width: px(16), height: px(24) };
  const clock = {
    x: left,
    y: top + line + px(2),
    cell: clockCell,
    width: clockCell.width * 4 + px(9),
  };
  const lastName: Rect = {
    x: left,
    y: clock.y + clockCell.height + px(4),
    width: first + px(6),
    height: 3 * line,
  };
  const insetsTop = lastName.y + lastName.height + px(3);
  const step = (bottom - insetsTop) / INSETS.length;
  const size = clamp(step - px(3), 8, px(44));
  const insets = INSETS.map((key, i) => {
    const y = insetsTop + i * step + (step - size) / 2;
    const x = left + size + px(5);
    return {
      key,
      rect: { x: left, y, width: size, height: size },
      label: { x, y: y + (size - line) / 2, width: left + first + px(6) - x, height: line },
      beside: true,
    };
  });

  // Last column: counters, each with its name beside it; heap; legend.
  const lastWidth = Math.round(small * 17.7);
  const lastX = right - lastWidth;
  const cell = { width: px(12), height: px(20) };
  const labelX = lastX + counterWidth(6, cell.width) + px(8);
  const lines: Readonly<Record<string, number>> = {
    waiting: 1,
    answered: 1,
    lost: 2,
    lostReference: 2,
    neverServed: 4,
  };
  let y = top;
  const counters: CounterBox[] = COUNTERS.map(({ key, digits }) => {
    const words = (lines[key] ?? 1) * line;
    const row = Math.max(cell.height, words) + px(4);
    const wide = counterWidth(digits, cell.width);
    const rect: Rect = { x: labelX - px(8) - wide, y, width: wide, height: cell.height };
    // One line stands at the middle of the flaps, more begin with them.
    const labelY = words < cell.height ? y + (cell.height - words) / 2 : y;
    y += row;
    return {
      key,
      digits,
      cell,
      rect,
      label: { x: labelX, y: labelY, width: right - labelX, height: words },
    };
  });
  const heapHeight = Math.max(24, 2 * line);
  const dust: Rect = { x: lastX, y, width: Math.round(lastWidth * 0.33), height: heapHeight };
  const heap: Rect = {
    x: dust.x + dust.width + px(8),
    y,
    width: right - dust.x - dust.width - px(8),
    height: heapHeight,
  };
  const legendTop = y + heapHeight + px(5);
  const legend: Rect = { x: lastX, y: legendTop, width: lastWidth, height: bottom - legendTop };

  // Lanterns, straight down beside the counters.
  const glassWidth = px(24);
  const textGap = px(18);
  const textWidth = Math.round(small * 7.4);
  const lanternX = lastX - px(10) - textWidth - textGap - glassWidth;
  const pitch = (bottom - top) / servers;
  const glass = { width: glassWidth, height: Math.min(px(40), Math.floor(pitch - 14)) };
  const lanterns = Array.from({ length: servers }, (_, i) => {
    const glassY = Math.round(top + i * pitch + (pitch - glass.height) / 2);
    const textX = lanternX + glass.width + textGap;
    const textY = Math.round(top + i * pitch + pitch / 2 - line);
    return {
      rect: { x: lanternX, y: glassY, width: glass.width, height: glass.height },
      mouth: { x: lanternX + glass.width / 2, y: glassY + glass.height * 0.36 },
      name: { x: textX, y: textY, width: textWidth, height: line },
      percent: { x: textX, y: textY + line, width: textWidth, height: line },
      align: 'left' as const,
    };
  });
  const mapX = left + first + px(10);
  const mapRect: Rect = { x: mapX, y: top, width: lanternX - px(20) - mapX, height: bottom - top };
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
    heapAlign: 'left',
    legend,
    bandX: 0,
    bandY: edge,
    mark: { depth: px(8), size: px(4) },
  };
}
