/** Where long arrays come from; whoever asks gets zeros. */
export interface Arrays {
  int32(length: number): Int32Array;
  int16(length: number): Int16Array;
  uint8(length: number): Uint8Array;
  float32(length: number): Float32Array;
}

/** New ones each time. */
export const NEW_ARRAYS: Arrays = {
  int32: (length) => new Int32Array(length),
  int16: (length) => new Int16Array(length),
  uint8: (length) => new Uint8Array(length),
  float32: (length) => new Float32Array(length),
};

/** Sizes differ a little from one evening to the next: so much more is taken than the first asked for. */
const SLACK = 1.1;
/** Buffers are multiples of so many bytes. */
const PAGE = 4096;

/**
 * For who computes many of a kind, one after another: the arrays of the one before are used again, in the order they are
 * asked for. An engine counts what arrays hold outside its heap, and clears the whole heap each time that makes 64 MB:
 * every fifth or sixth evening, some 2 % of their time.
 */
export class ReusedArrays implements Arrays {
  private readonly buffers: ArrayBuffer[] = [];
  private taken = 0;

  /** Nobody reads any longer what was given out: it is given out again. */
  takeBack(): void {
    this.taken = 0;
  }

  int32(length: number): Int32Array {
    return new Int32Array(this.take(length * 4), 0, length).fill(0);
  }

  int16(length: number): Int16Array {
    return new Int16Array(this.take(length * 2), 0, length).fill(0);
  }

  uint8(length: number): Uint8Array {
    return new Uint8Array(this.take(length), 0, length).fill(0);
  }

  float32(length: number): Float32Array {
    return new Float32Array(this.take(length * 4), 0, length).fill(0);
  }

  private take(bytes: number): ArrayBuffer {
    const index = this.taken++;
    const known = this.buffers[index];
    if (known !== undefined && known.byteLength >= bytes) return known;
    const buffer = new ArrayBuffer(Math.ceil((bytes * SLACK) / PAGE) * PAGE);
    this.buffers[index] = buffer;
    return buffer;
  }
}
