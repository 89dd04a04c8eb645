import type { Rect } from './geometry.ts';
import type { MapAsset } from '../mapAsset.ts';
import type { TableLayout } from './layout.ts';

/** Side of a cell of the mask, units of the mainland's frame. */
const CELL = 2;

interface Mask {
  readonly columns: number;
  readonly rows: number;
  readonly land: Uint8Array;
}

const masks = new WeakMap<MapAsset, Mask>();

/** Which cells of the mainland's frame are land: filled ring by ring, once a map. */
function maskOf(map: MapAsset): Mask {
  const known = masks.get(map);
  if (known) return known;
  const columns = Math.ceil(map.width / CELL);
  const rows = Math.ceil(map.height / CELL);
  const land = new Uint8Array(columns * rows);
  for (const { frame, rings } of map.areas) {
    if (frame !== 'mainland') continue;
    for (const ring of rings) fill(ring, columns, rows, land);
  }
  const mask = { columns, rows, land };
  masks.set(map, mask);
  return mask;
}

function fill(ring: readonly number[], columns: number, rows: number, land: Uint8Array): void {
  for (let row = 0; row < rows; row++) {
    const y = (row + 0.5) * CELL;
    const crossings: number[] = [];
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const ay = ring[j + 1]!;
      const by = ring[i + 1]!;
      if (ay > y !== by > y) crossings.push(ring[j]! + ((ring[i]! - ring[j]!) * (y - ay)) / (by - ay));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const end = Math.min(columns - 1, Math.floor(crossings[i + 1]! / CELL));
      for (let column = Math.max(0, Math.floor(crossings[i]! / CELL)); column <= end; column++)
        land[row * columns + column] = 1;
    }
  }
}

/** Whether a rectangle of the table lies across the coast of the mainland: partly on land, partly at sea. */
export function acrossCoast(layout: Pick<TableLayout, 'map'>, map: MapAsset, rect: Rect): boolean {
  const { columns, rows, land } = maskOf(map);
  const { x, y, scale } = layout.map;
  const cell = (value: number, origin: number): number => Math.floor((value - origin) / scale / CELL);
  const top = cell(rect.y, y);
  const bottom = cell(rect.y + rect.height, y);
  const left = cell(rect.x, x);
  const right = cell(rect.x + rect.width, x);
  let on = 0;
  let off = 0;
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const inside = row >= 0 && row < rows && column >= 0 && column < columns;
      if (inside && land[row * columns + column] === 1) on++;
      else off++;
      if (on > 0 && off > 0) return true;
    }
  return false;
}
