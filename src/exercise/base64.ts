const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Pieces of so many characters are joined at once: one string an evening, not a million. */
const PIECE = 8192;

/** Bytes as text (RFC 4648, base64), the same in every engine. */
export function textOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let piece = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    piece += LETTERS[word >>> 18]! + LETTERS[(word >>> 12) & 63]!;
    piece += i + 1 < bytes.length ? LETTERS[(word >>> 6) & 63]! : '=';
    piece += i + 2 < bytes.length ? LETTERS[word & 63]! : '=';
    if (piece.length >= PIECE) {
      pieces.push(piece);
      piece = '';
    }
  }
  pieces.push(piece);
  return pieces.join('');
}

/** The bytes of a base64 text, or null when it is not one. */
export function bytesOf(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const values = new Uint8Array(128);
  for (let i = 0; i < LETTERS.length; i++) values[LETTERS.charCodeAt(i)] = i;
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = (word << 6) | values[text.charCodeAt(i + k) & 127]!;
    for (let k = 16; k >= 0 && at < bytes.length; k -= 8) bytes[at++] = (word >>> k) & 255;
  }
  return bytes;
}
