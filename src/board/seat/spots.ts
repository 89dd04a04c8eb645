import type { TableMat } from '../../view/tableModel.ts';
import type { Point, Rect } from '../layout/geometry.ts';
import type { Fonts } from '../layout/regions.ts';
import { type MatLayout, placeStep } from './matLayout.ts';
import type { Pawn } from './pawns.ts';

export interface Spot extends Point {
  /** On routine: drawn hollow. */
  readonly hollow: boolean;
  /** On the telephone: drawn fainter. */
  readonly busy: boolean;
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
  for (const mat of mats) {
    const layout = layouts.get(mat.seat);
    if (!layout) continue;
    const own = pawns.filter(({ seat }) => seat === mat.seat);
    const put = (people: readonly Pawn[], rect: Rect | null, right: boolean, of = people.length): void => {
      const step = rect === null ? 0 : placeStep(rect, font.small, of);
      people.forEach((pawn, i) => {
        const along = step * (i + 0.5);
        spots.set(pawn.key, {
          x: rect === null ? 0 : right ? rect.x + rect.width - along : rect.x + along,
          y: rect === null ? 0 : rect.y + rect.height - 1,
          hollow: pawn.place === 'routine',
          busy: pawn.place === 'call',
          shown: rect !== null && pawn.place !== 'gone',
        });
      });
    };
    mat.pools.forEach((pool, i) => {
      const here = own.filter(
        ({ pool: of, place }) => of === pool.key && ['home', 'routine', 'call', 'gone'].includes(place),
      );
      // At home, then on routine, on the telephone; those who are away leave the last places of their row empty.
      const order = ['home', 'routine', 'call', 'gone'];
      put(
        here.toSorted((a, b) => order.indexOf(a.place) - order.indexOf(b.place)),
        layout.pools[i]?.people ?? null,
        false,
        pool.people,
      );
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
