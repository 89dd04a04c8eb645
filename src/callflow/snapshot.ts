import { canonicalJson } from '../kernel/canonicalJson.ts';
import { Hasher } from '../kernel/hash.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Appointment } from './agenda.ts';
import { makeCallers } from './callers.ts';
import { Evening } from './evening.ts';
import type { StateArray } from './floor.ts';
import type { WorldSpec } from './spec.ts';

const FORMAT = 1;

interface Head {
  readonly format: number;
  readonly world: string;
  readonly seed: number;
  readonly now: number;
  readonly attempts: number;
  readonly agenda: readonly Appointment[];
  /** Bytes of each array, in order. */
  readonly sizes: readonly number[];
}

const bytesOf = (array: StateArray): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

function head(evening: Evening, arrays: readonly StateArray[]): Head {
  return {
    format: FORMAT,
    world: evening.spec.id,
    seed: evening.seed,
    now: evening.now,
    attempts: evening.log.count,
    agenda: evening.agenda.toJSON(),
    sizes: arrays.map((array) => array.byteLength),
  };
}

/** The whole state of an evening as bytes: length of the head (4 bytes), head (JSON), arrays. */
export function saveEvening(evening: Evening): Uint8Array {
  const arrays = [evening.calendar.pending(), ...evening.arrays()];
  const text = canonicalJson(head(evening, arrays));
  const size = 4 + text.length + arrays.reduce((sum, array) => sum + array.byteLength, 0);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  // The head holds identifiers and numbers only: one byte a character.
  for (let i = 0; i < text.length; i++) bytes[4 + i] = text.charCodeAt(i);
  let offset = 4 + text.length;
  for (const array of arrays) {
    bytes.set(bytesOf(array), offset);
    offset += array.byteLength;
  }
  return bytes;
}

export type SaveError = { readonly code: 'truncated' | 'notASave' | 'otherFormat' | 'otherWorld' };

/** Rebuilds an evening from its bytes and the world it was computed in. Nothing is changed when the bytes do not fit. */
export function loadEvening(spec: WorldSpec, bytes: Uint8Array): Result<Evening, SaveError> {
  if (bytes.length < 4) return err({ code: 'truncated' });
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > bytes.length - 4) return err({ code: 'truncated' });
  let saved: Head;
  try {
    saved = JSON.parse(
      Array.from(bytes.subarray(4, 4 + length), (byte) => String.fromCharCode(byte)).join(''),
    ) as Head;
  } catch {
    return err({ code: 'notASave' });
  }
  if (saved.format !== FORMAT) return err({ code: 'otherFormat' });
  if (saved.world !== spec.id) return err({ code: 'otherWorld' });
  const evening = new Evening(spec, saved.seed, makeCallers(spec, saved.seed));
  evening.log.resize(saved.attempts);
  const pending = evening.calendar.pending();
  const arrays = [pending, ...evening.arrays()];
  if (arrays.length !== saved.sizes.length || arrays.some((array, i) => array.byteLength !== saved.sizes[i]))
    return err({ code: 'otherWorld' });
  let offset = 4 + length;
  if (bytes.length !== offset + saved.sizes.reduce((sum, size) => sum + size, 0))
    return err({ code: 'truncated' });
  for (const array of arrays) {
    bytesOf(array).set(bytes.subarray(offset, offset + array.byteLength));
    offset += array.byteLength;
  }
  evening.now = saved.now;
  evening.agenda.restore(saved.agenda);
  evening.calendar.restore(pending, saved.now);
  return ok(evening);
}

/** Hash of everything the future and the record depend on. Equal evenings have equal hashes in every engine. */
export function hashEvening(evening: Evening): string {
  const hasher = new Hasher();
  const arrays = [evening.calendar.pending(), ...evening.arrays()];
  hasher.text(canonicalJson(head(evening, arrays)));
  for (const array of arrays) hasher.words(wordsOf(array));
  return hasher.digest();
}

/** The bytes as 32-bit words, the last one padded with zeros. */
function wordsOf(array: StateArray): Uint32Array {
  const bytes = bytesOf(array);
  if (bytes.byteOffset % 4 === 0 && bytes.length % 4 === 0)
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  return new Uint32Array(padded.buffer);
}
