import type { MapAsset } from '../mapAsset.ts';
import type { Rect } from './geometry.ts';
import type { TableLayout } from './layout.ts';

/** What the names of the rim must not cover: every département, lantern, inset, counter, the clock, the legend. */
export function obstaclesOf(layout: TableLayout, map: MapAsset): Rect[] {
  const { map: place } = layout;
  const found: Rect[] = [layout.date, layout.lastName, layout.legend, layout.dust, layout.heap];
  found.push({
    x: layout.clock.x,
    y: layout.clock.y,
    width: layout.clock.width,
    height: layout.clock.cell.height,
  });
  for (const area of map.areas) {
    if (area.frame !== 'mainland') continue;
    const [x0, y0, x1, y1] = area.bbox;
    found.push({
      x: place.x + place.scale * x0,
      y: place.y + place.scale * y0,
      width: place.scale * (x1 - x0),
      height: place.scale * (y1 - y0),
    });
  }
  for (const inset of layout.insets) found.push(inset.rect, inset.label);
  for (const lantern of layout.lanterns) {
    const { x, y, width, height } = lantern.rect;
    found.push({ x: x - 4, y: y - 8, width: width + 22, height: height + 16 }, lantern.name, lantern.percent);
  }
  for (const { rect, label } of layout.counters) {
    found.push({ x: rect.x - 8, y: rect.y - 4, width: rect.width + 16, height: rect.height + 8 }, label);
  }
  return found;
}
