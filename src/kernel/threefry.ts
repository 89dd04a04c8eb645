const UNIT = 1 / 4294967296;

/**
 * Threefry2x32-20 (Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011): a keyed
 * bijection of a 64-bit counter. A draw is a function of (seed, entity, purpose, index) and of nothing else, so that
 * changing one decision never shifts another caller's luck.
 *
 * The two words of a draw are left in an array of the generator's, and become numbers in (0, 1) when asked for: a field
 * would hold each in a new object on the heap. The rounds are unrolled for speed, and each sum of two words is cut to a
 * word at once: an engine adds three as floating-point numbers.
 */
export class Draws {
  declare readonly seed: number;
  private readonly last = new Int32Array(2);

  constructor(seed: number) {
    this.seed = seed | 0;
  }

  /** First result of the last draw, as `unit(w0)`: strictly between 0 and 1, and exact, since 33 bits are enough. */
  get u0(): number {
    return ((this.last[0]! >>> 0) + 0.5) * UNIT;
  }

  /** Second result of the last draw, as `unit(w1)`, independent of the first. */
  get u1(): number {
    return ((this.last[1]! >>> 0) + 0.5) * UNIT;
  }

  /** First word of the last draw, 0..2^32-1. */
  get w0(): number {
    return this.last[0]! >>> 0;
  }

  /** Second word of the last draw, 0..2^32-1. */
  get w1(): number {
    return this.last[1]! >>> 0;
  }

  /** Key (seed, purpose), counter (entity, index); all are read modulo 2^32. */
  draw(entity: number, purpose: number, index: number): void {
    const k0 = this.seed;
    const k1 = purpose | 0;
    const k2 = k0 ^ k1 ^ 0x1bd11bda;
    let a = (entity + k0) | 0;
    let b = (index + k1) | 0;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + k1) | 0;
    b = (b + ((k2 + 1) | 0)) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + k2) | 0;
    b = (b + ((k0 + 2) | 0)) | 0;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + k0) | 0;
    b = (b + ((k1 + 3) | 0)) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + k1) | 0;
    b = (b + ((k2 + 4) | 0)) | 0;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + k2) | 0;
    b = (b + ((k0 + 5) | 0)) | 0;
    this.last[0] = a;
    this.last[1] = b;
  }
}
