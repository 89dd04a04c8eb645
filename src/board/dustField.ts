import { share } from './hash.ts';

/**
 * Where each grain of dust lies: a pure function of its rank, so that going back in time takes the last grains away
 * and nothing else. Grains roll from the column they fall on to a lower neighbour: a heap, not a wall.
 */
export interface DustField {
  readonly columns: number;
  readonly rows: number;
  /** Column and height (in grains) of the grain of this rank; null when the heap is full. */
  place(rank: number): { readonly column: number; readonly row: number } | null;
}

export function createDustField(columns: number, rows: number): DustField {
  const heights = new Uint16Array(columns);
  const placed: { column: number; row: number }[] = [];
  const add = (): boolean => {
    const rank = placed.length;
    if (rank >= columns * rows * 0.92) return false;
    // The mean of two draws heaps them up towards the middle.
    const spread = (share(rank, 1) + share(rank, 2)) / 2;
    let column = Math.min(columns - 1, Math.floor((0.35 * share(rank, 3) + 0.65 * spread) * columns));
    for (let roll = 0; roll < columns; roll++) {
      const here = heights[column];
      const left = column > 0 ? heights[column - 1] : Infinity;
      const right = column < columns - 1 ? heights[column + 1] : Infinity;
      const lower = left < right || (left === right && share(rank, 4) < 0.5) ? column - 1 : column + 1;
      if (Math.min(left, right) < here || here >= rows) column = Math.max(0, Math.min(columns - 1, lower));
      else break;
    }
    // The slope may end against a full edge: then the lowest column takes it.
    if (heights[column] >= rows) column = heights.indexOf(Math.min(...heights));
    placed.push({ column, row: heights[column]++ });
    return true;
  };
  return {
    columns,
    rows,
    place(rank) {
      while (placed.length <= rank) if (!add()) return null;
      return placed[rank];
    },
  };
}
