import type { MapAsset } from './mapAsset.ts';
import type { BoardToken } from '../view/boardModel.ts';
import { INNER_RING } from './mapAsset.ts';
import { contains, type Placement, type Point, type Rect } from './layout/geometry.ts';
import type { TableLayout } from './layout/layout.ts';
import type { Pick } from './options.ts';

function inRing(ring: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const ay = ring[j + 1];
    const by = ring[i + 1];
    if (ay > y !== by > y && x < ((ring[i] - ring[j]) * (y - ay)) / (by - ay) + ring[j]) inside = !inside;
  }
  return inside;
}

/** The département under a point of one frame, or the one whose label point is nearest within `reach` CSS pixels. */
function areaAt(
  map: MapAsset,
  keep: (code: string, frame: string) => boolean,
  place: Placement,
  px: number,
  py: number,
  reach: number,
): string | null {
  const x = (px - place.x) / place.scale;
  const y = (py - place.y) / place.scale;
  let near: string | null = null;
  let nearest = (reach / place.scale) ** 2;
  for (const area of map.areas) {
    if (!keep(area.code, area.frame)) continue;
    const [x0, y0, x1, y1] = area.bbox;
    if (x >= x0 && x <= x1 && y >= y0 && y <= y1 && area.rings.some((ring) => inRing(ring, x, y)))
      return area.code;
    const distance = (x - area.label[0]) ** 2 + (y - area.label[1]) ** 2;
    if (distance < nearest) {
      nearest = distance;
      near = area.code;
    }
  }
  return near;
}

/** What lies under a point: a lantern, then a département (insets first, they are drawn over nothing). */
export function pickAt(layout: TableLayout, map: MapAsset, x: number, y: number): Pick | null {
  for (const lantern of layout.lanterns) {
    const { rect, name, percent } = lantern;
    const margin = 8;
    const glass = {
      x: rect.x - margin,
      y: rect.y - margin,
      width: rect.width + 2 * margin,
      height: rect.height + 2 * margin,
    };
    if (contains(glass, x, y) || (!layout.compact && (contains(name, x, y) || contains(percent, x, y)))) {
      return { kind: 'server', key: lantern.key };
    }
  }
  for (const inset of layout.insets) {
    if (!contains(inset.rect, x, y)) continue;
    const code =
      inset.key === 'ring'
        ? areaAt(map, (each) => INNER_RING.includes(each), inset.place, x, y, 0)
        : areaAt(map, (_, frame) => frame === inset.key, inset.place, x, y, inset.rect.width);
    if (code) return { kind: 'area', key: code };
  }
  const code = areaAt(map, (_, frame) => frame === 'mainland', layout.map, x, y, 10);
  return code ? { kind: 'area', key: code } : null;
}

/** Centre of a token's mark: a diamond inside the rim, a disc across its inner edge; null when off the track. */
export function tokenPlace({ track, mark }: TableLayout, token: BoardToken): Point | null {
  if (token.at < track.from || token.at > track.to) return null;
  const { inner, inward } = track.place(token.at);
  const depth = token.kind === 'ghost' ? mark.depth : -2;
  return { x: inner.x + inward.x * depth, y: inner.y + inward.y * depth };
}

/** Key of the mark of the rim nearest to a point, within `reach` CSS pixels. */
export function tokenAt(
  layout: TableLayout,
  tokens: readonly BoardToken[],
  x: number,
  y: number,
  reach: number,
): string | null {
  let best: string | null = null;
  let nearest = reach * reach;
  for (const token of tokens) {
    const place = tokenPlace(layout, token);
    if (!place) continue;
    const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (distance <= nearest) {
      nearest = distance;
      best = token.key;
    }
  }
  return best;
}

/** Least side of what a finger must hit, CSS pixels. */
const TARGET = 24;

/** The heap with its title, never lower than a fingertip. */
export function heapHit({ dust, heap }: TableLayout): readonly Rect[] {
  const more = Math.max(0, TARGET - dust.height);
  return [{ ...dust, y: dust.y - more / 2, height: dust.height + more }, heap];
}
