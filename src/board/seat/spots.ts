import type { TableMat } from '../../view/tableModel.ts';
import type { Point, Rect } from '../layout/geometry.ts';
import type { Fonts } from '../layout/regions.ts';
import { type MatLayout, pawnWidth } from './matLayout.ts';
import type { Pawn } from './pawns.ts';

export interface Spot extends Point {
  /** On routine: drawn hollow. */
  readonly hollow: boolean;
  readonly shown: boolean;
}

/** Where each person's feet are. People of an act that has no row stand beside the words that count those acts. */
export function spotsOf(
  pawns: readonly Pawn[],
  mats: readonly TableMat[],
  layouts: ReadonlyMap<string, MatLayout>,
  font: Fonts,
): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const width = pawnWidth(font.small);
  for (const mat of mats) {
    const layout = layouts.get(mat.seat);
    if (!layout) continue;
    const own = pawns.filter(({ seat }) => seat === mat.seat);
    const put = (people: readonly Pawn[], rect: Rect | null, right: boolean): void => {
      const step = Math.min(width + 1, rect === null ? 0 : (rect.width - 2) / Math.max(1, people.length));
      people.forEach((pawn, i) => {
        const along = step * (i + 0.5);
        spots.set(pawn.key, {
          x: rect === null ? 0 : right ? rect.x + rect.width - along : rect.x + along,
          y: rect === null ? 0 : rect.y + rect.height - 1,
          hollow: pawn.place === 'routine',
          shown: rect !== null,
        });
      });
    };
    mat.pools.forEach((pool, i) => {
      const here = own.filter(
        ({ pool: of, place }) => of === pool.key && (place === 'home' || place === 'routine'),
      );
      const row = layout.pools[i]?.people ?? null;
      put(
        here.toSorted((a, b) => (a.place === b.place ? 0 : a.place === 'home' ? -1 : 1)),
        row,
        false,
      );
      // Those on the telephone stand apart in their row.
      const talking = own.filter(({ pool: of, place }) => of === pool.key && place === 'call');
      const used = (width + 1) * here.length + (here.length > 0 ? width : 0);
      put(talking, row && { ...row, x: row.x + used, width: Math.max(6, row.width - used) }, false);
    });
    mat.acts.forEach((act, i) => {
      put(
        own.filter(({ place }) => place === String(act.key)),
        layout.acts[i]?.people ?? layout.more,
        true,
      );
    });
  }
  return spots;
}
