import type { BoardFlow } from '../view/boardModel.ts';
import type { BoardContext } from './context.ts';
import { STRIDE, TAIL_AT } from './flights.ts';
import { share } from './hash.ts';
import type { Point } from './layout/geometry.ts';

interface Home {
  readonly x: number;
  readonly y: number;
  /** Half-size of the place where its calls are dialled. */
  readonly spreadX: number;
  readonly spreadY: number;
}

/** Ways of the calls on this table: from a point of the département, through the lantern, to its centre. */
export interface Routes {
  /** Writes the points of a flight (`flights.ts`) into `out`. */
  of(flow: BoardFlow, landing: Point, out: Float32Array): void;
}

export function createRoutes({ layout, map, scenario }: BoardContext): Routes {
  const homes: Home[] = scenario.areas.map(({ code }) => {
    const area = map.areas.find((each) => each.code === code);
    const place =
      area?.frame === 'mainland' ? layout.map : layout.insets.find((each) => each.key === area?.frame)?.place;
    if (!area || !place) return { x: 0, y: 0, spreadX: 0, spreadY: 0 };
    const [x0, y0, x1, y1] = area.bbox;
    return {
      x: place.x + place.scale * area.label[0],
      y: place.y + place.scale * area.label[1],
      spreadX: place.scale * (x1 - x0) * 0.28,
      spreadY: place.scale * (y1 - y0) * 0.28,
    };
  });
  const tail = layout.compact ? 42 : 0.062 * layout.width;
  return {
    of(flow, landing, out) {
      const home = homes[flow.area] ?? homes[0];
      const seed = Number.parseInt(flow.key, 10) | 0;
      const x0 = home.x + (share(seed, 1) * 2 - 1) * home.spreadX;
      const y0 = home.y + (share(seed, 2) * 2 - 1) * home.spreadY;
      const lantern = layout.lanterns[flow.server];
      if (lantern) {
        // The lantern's mouth is wide: filaments do not all pass by the same pixel.
        const mx = lantern.mouth.x + (share(seed, 3) - 0.5) * lantern.rect.width * 0.5;
        const my = lantern.mouth.y + (share(seed, 4) - 0.5) * lantern.rect.height * 0.4;
        const dx = mx - x0;
        const dy = my - y0;
        const off = 10 + 26 * share(seed, 5);
        out[0] = x0;
        out[1] = y0;
        out[4] = mx;
        out[5] = my;
        // Streams: every way enters and leaves its lantern on the map's side, out above, back below.
        if (layout.compact) {
          out[2] = mx - dx * 0.15 - off;
          out[3] = my - dy * 0.45;
          out[6] = mx - dx * 0.15 + off;
          out[7] = my - dy * 0.45;
        } else {
          out[2] = mx - dx * 0.45;
          out[3] = my - dy * 0.15 - off;
          out[6] = mx - dx * 0.4;
          out[7] = my - dy * 0.15 + off;
        }
        out[8] = home.x;
        out[9] = home.y;
      } else {
        // Copper to copper, or an IP centre: a hop that stays at home.
        const rise = 16 + 10 * share(seed, 5);
        out[0] = x0;
        out[1] = y0;
        out[2] = (x0 + home.x) / 2 + (share(seed, 6) - 0.5) * 10;
        out[3] = Math.min(y0, home.y) - rise;
        out[4] = home.x;
        out[5] = home.y;
        out[6] = out[8] = home.x;
        out[7] = out[9] = home.y;
      }
      // Filaments are of one length, whatever the distance to the lantern.
      out[TAIL_AT] = Math.min(0.5, tail / Math.max(1, Math.hypot(out[4] - x0, out[5] - y0)));
      out[10] = landing.x;
      out[11] = landing.y;
    },
  };
}

export const newPoints = (): Float32Array => new Float32Array(STRIDE);
