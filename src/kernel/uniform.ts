const TWO_POW_MINUS_32 = 1 / 4294967296;

/** A 32-bit word (signed or unsigned reading, same result) as a number strictly between 0 and 1. Exact: 33 bits are enough. */
export function unit(w: number): number {
  return ((w >>> 0) + 0.5) * TWO_POW_MINUS_32;
}
