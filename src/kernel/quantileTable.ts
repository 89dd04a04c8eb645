const CELLS = 4096;

/**
 * A quantile function read from a table: linear between 4,096 equal steps of probability, and computed exactly in the
 * two outermost steps, where it bends most. Monotone when the function is. For laws that many draws share.
 */
export class QuantileTable {
  declare private readonly values: Float64Array;
  private readonly exact: (u: number) => number;

  /** `exact` maps (0, 1) to values. */
  constructor(exact: (u: number) => number) {
    this.exact = exact;
    this.values = new Float64Array(CELLS + 1);
    for (let i = 1; i < CELLS; i++) this.values[i] = exact(i / CELLS);
  }

  at(u: number): number {
    const position = u * CELLS;
    const cell = position | 0;
    // As a number, not as whatever a function may return: an engine would put each result in an object.
    if (cell === 0 || cell >= CELLS - 1) return +this.exact(u);
    const low = this.values[cell]!;
    return low + (this.values[cell + 1]! - low) * (position - cell);
  }
}
