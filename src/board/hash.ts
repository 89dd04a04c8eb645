/** A number in 0..1 that depends on the key alone: the same call always leaves from the same place. */
export function share(key: number, salt: number): number {
  let h = Math.imul(key ^ (salt * 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}
