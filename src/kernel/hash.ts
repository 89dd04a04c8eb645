const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

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
  // Words waiting for a whole block of four.
  #p0 = 0;
  #p1 = 0;
  #p2 = 0;

  words(view: Uint32Array | Int32Array): this {
    const n = view.length;
    this.#open(WORDS, n);
    const whole = n - (n % 4);
    for (let i = 0; i < whole; i += 4) this.#block(view[i], view[i + 1], view[i + 2], view[i + 3]);
    this.#rest(view, whole);
    return this;
  }

  bytes(view: Uint8Array): this {
    const n = view.length;
    this.#open(BYTES, n);
    let i = 0;
    for (; i + 16 <= n; i += 16) {
      this.#block(wordAt(view, i), wordAt(view, i + 4), wordAt(view, i + 8), wordAt(view, i + 12));
    }
    for (; i < n; i += 4) this.#word(wordAt(view, i));
    this.#flush();
    return this;
  }

  text(text: string): this {
    const n = text.length;
    this.#open(TEXT, n);
    // UTF-16 units, two to a word; past the end charCodeAt gives NaN, which shifts to 0.
    for (let i = 0; i < n; i += 2) this.#word(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
    this.#flush();
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
    this.#block(kind, length, 0, 0);
  }

  #rest(view: Uint32Array | Int32Array, from: number): void {
    for (let i = from; i < view.length; i++) this.#word(view[i]);
    this.#flush();
  }

  #word(w: number): void {
    const place = this.#length & 3;
    this.#length++;
    if (place === 0) this.#p0 = w;
    else if (place === 1) this.#p1 = w;
    else if (place === 2) this.#p2 = w;
    else {
      this.#length -= 4;
      this.#block(this.#p0, this.#p1, this.#p2, w);
    }
  }

  /** Completes the block of a piece with zeros; its length is already in. */
  #flush(): void {
    while ((this.#length & 3) !== 0) this.#word(0);
  }

  #block(w1: number, w2: number, w3: number, w4: number): void {
    let h1 = this.#h1;
    let h2 = this.#h2;
    let h3 = this.#h3;
    let h4 = this.#h4;
    let k = Math.imul(w1, C1);
    h1 ^= Math.imul((k << 15) | (k >>> 17), C2);
    h1 = (Math.imul(((h1 << 19) | (h1 >>> 13)) + h2, 5) + 0x561ccd1b) | 0;
    k = Math.imul(w2, C2);
    h2 ^= Math.imul((k << 16) | (k >>> 16), C3);
    h2 = (Math.imul(((h2 << 17) | (h2 >>> 15)) + h3, 5) + 0x0bcaa747) | 0;
    k = Math.imul(w3, C3);
    h3 ^= Math.imul((k << 17) | (k >>> 15), C4);
    h3 = (Math.imul(((h3 << 15) | (h3 >>> 17)) + h4, 5) + 0x96cd1c35) | 0;
    k = Math.imul(w4, C4);
    h4 ^= Math.imul((k << 18) | (k >>> 14), C1);
    h4 = (Math.imul(((h4 << 13) | (h4 >>> 19)) + h1, 5) + 0x32ac3b17) | 0;
    this.#h1 = h1;
    this.#h2 = h2;
    this.#h3 = h3;
    this.#h4 = h4;
    this.#length = (this.#length + 4) | 0;
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
