const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

const LITTLE_ENDIAN = new Uint8Array(new Int32Array([1]).buffer)[0] === 1;

/** Marks what was hashed, so that the same words given as text and as numbers differ. */
const WORDS = 0x57;
const BYTES = 0x42;
const TEXT = 0x54;

/**
 * 128-bit non-cryptographic hash (the mixing of MurmurHash3 x86_128, Austin Appleby, over 32-bit words), the same in
 * every engine. It finds differences between two evenings; it protects nothing against a forger.
 * Every piece is preceded by its kind and length: moving a boundary between two pieces changes the result.
 */
export class Hasher {
  #h1 = 0;
  #h2 = 0;
  #h3 = 0;
  #h4 = 0;
  #length = 0;
  /** Words waiting for a whole block of four. */
  readonly #waiting = new Int32Array(4);

  words(view: Uint32Array | Int32Array): this {
    const n = view.length;
    this.#open(WORDS, n);
    const whole = n - (n % 4);
    this.#blocks(view, whole);
    this.#rest(view, whole);
    return this;
  }

  /** Mixes `whole` words in, a multiple of four. In variables rather than fields, which halves the time of an evening. */
  #blocks(view: Uint32Array | Int32Array, whole: number): void {
    let h1 = this.#h1;
    let h2 = this.#h2;
    let h3 = this.#h3;
    let h4 = this.#h4;
    for (let i = 0; i < whole; i += 4) {
      let k = Math.imul(view[i]!, C1);
      h1 ^= Math.imul((k << 15) | (k >>> 17), C2);
      h1 = (Math.imul((((h1 << 19) | (h1 >>> 13)) + h2) | 0, 5) + 0x561ccd1b) | 0;
      k = Math.imul(view[i + 1]!, C2);
      h2 ^= Math.imul((k << 16) | (k >>> 16), C3);
      h2 = (Math.imul((((h2 << 17) | (h2 >>> 15)) + h3) | 0, 5) + 0x0bcaa747) | 0;
      k = Math.imul(view[i + 2]!, C3);
      h3 ^= Math.imul((k << 17) | (k >>> 15), C4);
      h3 = (Math.imul((((h3 << 15) | (h3 >>> 17)) + h4) | 0, 5) + 0x96cd1c35) | 0;
      k = Math.imul(view[i + 3]!, C4);
      h4 ^= Math.imul((k << 18) | (k >>> 14), C1);
      h4 = (Math.imul((((h4 << 13) | (h4 >>> 19)) + h1) | 0, 5) + 0x32ac3b17) | 0;
    }
    this.#h1 = h1;
    this.#h2 = h2;
    this.#h3 = h3;
    this.#h4 = h4;
    this.#length = (this.#length + whole) | 0;
  }

  bytes(view: Uint8Array): this {
    const n = view.length;
    this.#open(BYTES, n);
    // Read as they lie where words are little-endian, one by one elsewhere.
    const whole = LITTLE_ENDIAN && view.byteOffset % 4 === 0 ? n - (n % 16) : 0;
    this.#blocks(new Int32Array(view.buffer, whole > 0 ? view.byteOffset : 0, whole / 4), whole / 4);
    for (let i = whole; i < n; i += 4) this.#word(wordAt(view, i));
    this.#flush();
    return this;
  }

  text(text: string): this {
    const n = text.length;
    this.#open(TEXT, n);
    // UTF-16 units, two to a word; past the end charCodeAt gives NaN, which shifts to 0. Whole blocks, zeros at the end.
    const words = new Int32Array(Math.ceil(n / 8) * 4);
    for (let i = 0; i < n; i += 2) words[i >> 1] = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
    this.#blocks(words, words.length);
    return this;
  }

  /** 32 hexadecimal digits. More may be added afterwards. */
  digest(): string {
    let h1 = this.#h1 ^ this.#length;
    let h2 = this.#h2 ^ this.#length;
    let h3 = this.#h3 ^ this.#length;
    let h4 = this.#h4 ^ this.#length;
    h1 = (h1 + h2 + h3 + h4) | 0;
    h2 = (h2 + h1) | 0;
    h3 = (h3 + h1) | 0;
    h4 = (h4 + h1) | 0;
    h1 = finish(h1);
    h2 = finish(h2);
    h3 = finish(h3);
    h4 = finish(h4);
    h1 = (h1 + h2 + h3 + h4) | 0;
    return hex(h1) + hex(h2 + h1) + hex(h3 + h1) + hex(h4 + h1);
  }

  #open(kind: number, length: number): void {
    this.#word(kind);
    this.#word(length);
    this.#flush();
  }

  #rest(view: Uint32Array | Int32Array, from: number): void {
    for (let i = from; i < view.length; i++) this.#word(view[i]);
    this.#flush();
  }

  #word(w: number): void {
    const place = this.#length & 3;
    this.#waiting[place] = w;
    this.#length++;
    if (place < 3) return;
    this.#length -= 4;
    this.#blocks(this.#waiting, 4);
  }

  /** Completes the block of a piece with zeros; its length is already in. */
  #flush(): void {
    while ((this.#length & 3) !== 0) this.#word(0);
  }
}

export function hashText(text: string): string {
  return new Hasher().text(text).digest();
}

export function hashWords(words: Uint32Array | Int32Array): string {
  return new Hasher().words(words).digest();
}

/** Little-endian whatever the machine; reads past the end as zero. */
function wordAt(view: Uint8Array, i: number): number {
  return (view[i] ?? 0) | ((view[i + 1] ?? 0) << 8) | ((view[i + 2] ?? 0) << 16) | ((view[i + 3] ?? 0) << 24);
}

function finish(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
