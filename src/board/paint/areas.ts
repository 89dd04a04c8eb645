import { lossStep } from '../../client/tokens.ts';
import type { BoardContext } from '../context.ts';
import { INNER_RING, type MapArea } from '../mapAsset.ts';
import type { Placement, Rect } from '../layout/geometry.ts';
import { hatch, type Ink } from './canvas.ts';

/** A département as it is drawn: once, or twice for Paris and its neighbours. */
export interface DrawnArea {
  readonly code: string;
  readonly shapes: readonly { readonly path: Path2D; readonly box: Rect; readonly enlarged: boolean }[];
}

export function placeOf(
  context: BoardContext,
  area: MapArea,
): readonly { place: Placement; enlarged: boolean }[] {
  const { layout } = context;
  if (area.frame !== 'mainland') {
    const inset = layout.insets.find((each) => each.key === area.frame);
    return inset ? [{ place: inset.place, enlarged: true }] : [];
  }
  const ring = INNER_RING.includes(area.code) ? layout.insets.find((each) => each.key === 'ring') : undefined;
  return [{ place: layout.map, enlarged: false }, ...(ring ? [{ place: ring.place, enlarged: true }] : [])];
}

export function drawnAreas(context: BoardContext): ReadonlyMap<string, DrawnArea> {
  return new Map(
    context.map.areas.map((area) => {
      const shapes = placeOf(context, area).map(({ place, enlarged }) => {
        const path = new Path2D();
        for (const ring of area.rings) {
          for (let i = 0; i < ring.length; i += 2) {
            const x = place.x + place.scale * ring[i];
            const y = place.y + place.scale * ring[i + 1];
            if (i === 0) path.moveTo(x, y);
            else path.lineTo(x, y);
          }
          path.closePath();
        }
        const [x0, y0, x1, y1] = area.bbox;
        const box = {
          x: place.x + place.scale * x0 - 3,
          y: place.y + place.scale * y0 - 3,
          width: place.scale * (x1 - x0) + 6,
          height: place.scale * (y1 - y0) + 6,
        };
        return { path, box, enlarged };
      });
      return [area.code, { code: area.code, shapes }];
    }),
  );
}

/** The coast, under everything: only its outer half stays visible. */
export function paintCoast(ink: Ink, { tokens }: BoardContext, areas: Iterable<DrawnArea>): void {
  ink.strokeStyle = tokens.coast;
  ink.lineWidth = 2.4;
  ink.lineJoin = 'round';
  for (const area of areas) for (const { path } of area.shapes) ink.stroke(path);
}

export function createAreaPainter(
  ink: Ink,
  { tokens, ratio }: BoardContext,
): (area: DrawnArea, loss: number | null) => void {
  const unknown = hatch(ink, tokens.faint, 5, ratio);
  return (area, loss) => {
    const step = lossStep(loss);
    for (const { path } of area.shapes) {
      ink.fillStyle = step < 0 ? tokens.unknown : tokens.loss[step];
      ink.fill(path);
      if (step < 0 && unknown) {
        ink.fillStyle = unknown;
        ink.fill(path);
      }
      ink.strokeStyle = tokens.border;
      ink.lineWidth = 0.9;
      ink.lineJoin = 'round';
      ink.stroke(path);
    }
  };
}
