/**
 * The small mixer: a word from (seed, entity, purpose and index in one word), two rounds of a 32-bit finalizer
 * (constants of Chris Wellons' low-bias search, `lowbias32`). Kept beside Threefry for comparison of cost;
 * Threefry is the better-founded choice.
 */
export function mix(seed: number, entity: number, purposeIndex: number): number {
  let h = (seed ^ Math.imul(entity, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  h ^= (h >>> 15) ^ Math.imul(purposeIndex, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}
