import type { MapAsset } from '../mapAsset.ts';
import { INNER_RING } from '../mapAsset.ts';
import { wideRegions } from './wide.ts';
import { lowRegions } from './low.ts';
import { tallRegions } from './tall.ts';
import { clamp, fit, type Placement, type Point, type Rect } from './geometry.ts';
import type { ClockBox, CounterBox, Fonts, LanternBox } from './regions.ts';
import { createTrack, type Track } from './track.ts';

/** Where everything on the table lies for a width and a height: pure, so that it can be tested for collisions. */
export interface TableLayout {
  readonly width: number;
  readonly height: number;
  /** Portrait or small: fewer words on the table, the rest stays in the text beside it. */
  readonly compact: boolean;
  /** `low`: a telephone on its side. */
  readonly kind: 'wide' | 'low' | 'tall';
  readonly font: Fonts;
  readonly outer: Rect;
  readonly inner: Rect;
  readonly outerRadius: number;
  readonly innerRadius: number;
  readonly track: Track;
  /** EXERCICE, engraved in the rim. */
  readonly plaque: Rect;
  readonly date: Rect;
  readonly clock: ClockBox;
  readonly lastName: Rect;
  readonly mapRect: Rect;
  readonly map: Placement;
  readonly insets: readonly InsetBox[];
  readonly lanterns: readonly LanternBox[];
  readonly counters: readonly CounterBox[];
  readonly dust: Rect;
  readonly heap: Rect;
  readonly heapAlign: 'left' | 'right';
  readonly legend: Rect;
  /** Bands along the rim kept for the names of its marks. */
  readonly bandX: number;
  readonly bandY: number;
  /** Marks of the rim: distance of their centres from its inner edge, half their size. */
  readonly mark: { readonly depth: number; readonly size: number };
}

export interface InsetBox {
  /** Code of the frame, or `ring` for Paris and its three neighbours. */
  readonly key: string;
  readonly rect: Rect;
  readonly place: Placement;
  /** Its name: under it, or beside it. */
  readonly label: Rect;
  readonly beside: boolean;
}

/** Below this height, a table wider than high has its own arrangement. */
const LOW = 560;

export function boxOf(map: MapAsset, codes: (code: string, frame: string) => boolean): number[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const area of map.areas) {
    if (!codes(area.code, area.frame)) continue;
    box[0] = Math.min(box[0], area.bbox[0]);
    box[1] = Math.min(box[1], area.bbox[1]);
    box[2] = Math.max(box[2], area.bbox[2]);
    box[3] = Math.max(box[3], area.bbox[3]);
  }
  return box;
}

export function createLayout(
  map: MapAsset,
  servers: readonly string[],
  clock: { readonly from: number; readonly windowEnd: number },
  width: number,
  height: number,
): TableLayout {
  const compact = width < 640 || width / height < 1.15;
  const kind = compact ? 'tall' : height < LOW ? 'low' : 'wide';
  const regions =
    kind === 'tall'
      ? tallRegions(width, height, servers.length)
      : kind === 'low'
        ? lowRegions(width, height, servers.length)
        : wideRegions(width, height, servers.length, map.width / map.height);
  const { outer, inner, plaque } = regions;
  const innerRadius = kind !== 'wide' ? 10 : clamp(inner.height * 0.035, 16, 34);
  const outerRadius = innerRadius + (inner.y - outer.y);
  const place = fit([0, 0, map.width, map.height], regions.mapRect);
  const at = (key: string): Point => {
    const site = map.sites.find((each) => each.key === key) ?? { x: map.width / 2, y: map.height / 2 };
    return { x: place.x + place.scale * site.x, y: place.y + place.scale * site.y };
  };
  // Lanterns follow their towns, so that the hairlines do not cross: downwards beside the map, rightwards above it.
  const order = servers
    .map((key) => ({ key, site: at(key) }))
    .sort((a, b) => (compact ? a.site.x - b.site.x : a.site.y - b.site.y) || (a.key < b.key ? -1 : 1));
  const lanterns = order.map((each, i): LanternBox => Object.assign({}, regions.lanterns[i], each));
  const insets = regions.insets.map((inset): InsetBox => {
    const box =
      inset.key === 'ring'
        ? boxOf(map, (code) => INNER_RING.includes(code))
        : boxOf(map, (_, frame) => frame === inset.key);
    return {
      key: inset.key,
      rect: inset.rect,
      label: inset.label,
      beside: inset.beside ?? false,
      place: fit(box, inset.rect),
    };
  });
  return {
    ...regions,
    width,
    height,
    compact,
    kind,
    innerRadius,
    outerRadius,
    track: createTrack(
      clock.from,
      clock.windowEnd,
      outer,
      inner,
      outerRadius,
      innerRadius,
      plaque.x + plaque.width - outer.x,
    ),
    map: place,
    insets,
    lanterns: servers.map((key) => lanterns.find((each) => each.key === key) as LanternBox),
  };
}
