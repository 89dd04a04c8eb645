import type { SeatId } from '../../session/playProtocol.ts';
import type { TableMat } from '../../view/tableModel.ts';

/**
 * A person on the table. `place`: "home", "routine", "call" (on the telephone), "gone" (away from the mat), or the act
 * by its key.
 */
export interface Pawn {
  readonly key: string;
  readonly seat: SeatId;
  readonly pool: string;
  readonly place: string;
}

/** How many people of a pool are wanted at each place, in the order in which places are filled. */
function wantedOf(mat: TableMat, pool: TableMat['pools'][number]): Map<string, number> {
  const wanted = new Map<string, number>();
  let busy = 0;
  for (const act of mat.acts) {
    if (act.pool !== pool.key) continue;
    wanted.set(String(act.key), act.people);
    busy += act.people;
  }
  const routine = Math.max(0, Math.min(pool.routine, pool.people - busy));
  wanted.set('routine', routine);
  const rest = Math.max(0, pool.people - busy - routine);
  const home = Math.min(rest, pool.free);
  const elsewhere = pool.away.reduce((sum, { people }) => sum + people, 0);
  const gone = Math.min(rest - home, elsewhere);
  wanted.set('gone', gone);
  // Neither on an act, nor on routine, nor free, nor away: on the telephone.
  wanted.set('call', rest - home - gone);
  wanted.set('home', home);
  return wanted;
}

/**
 * Where everybody stands, after where they stood: as few people as possible walk. Free people go to acts before those
 * on routine, and those whose act ended come home.
 */
export function settlePawns(before: readonly Pawn[], mats: readonly TableMat[]): Pawn[] {
  const were = new Map<string, Pawn[]>();
  for (const pawn of before) {
    const key = `${pawn.seat}:${pawn.pool}`;
    were.set(key, [...(were.get(key) ?? []), pawn]);
  }
  return mats.flatMap((mat) =>
    mat.pools.flatMap((pool) => settlePool(mat, pool, were.get(`${mat.seat}:${pool.key}`) ?? [])),
  );
}

const RANK: Readonly<Record<string, number>> = { home: 0, routine: 1 };

function settlePool(mat: TableMat, pool: TableMat['pools'][number], were: readonly Pawn[]): Pawn[] {
  const wanted = wantedOf(mat, pool);
  const count = [...wanted.values()].reduce((sum, each) => sum + each, 0);
  const people: Pawn[] = Array.from({ length: count }, (_, i) => {
    const key = `${mat.seat}:${pool.key}:${i}`;
    return were.find((pawn) => pawn.key === key) ?? { key, seat: mat.seat, pool: pool.key, place: 'home' };
  });
  const left = new Map(wanted);
  const staying = new Set<string>();
  for (const pawn of people) {
    const room = left.get(pawn.place) ?? 0;
    if (room === 0) continue;
    left.set(pawn.place, room - 1);
    staying.add(pawn.key);
  }
  const moving = people
    .filter(({ key }) => !staying.has(key))
    .toSorted((a, b) => (RANK[a.place] ?? 2) - (RANK[b.place] ?? 2));
  const places = [...left].flatMap(([place, room]) => Array.from({ length: room }, () => place));
  const moved = new Map(moving.map((pawn, i) => [pawn.key, places[i] ?? 'home']));
  return people.map((pawn) => {
    const place = moved.get(pawn.key);
    return place === undefined ? pawn : { ...pawn, place };
  });
}
