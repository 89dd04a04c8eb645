import { canonicalJson } from '../kernel/canonicalJson.ts';
import { Hasher } from '../kernel/hash.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import type { Appointment } from './agenda.ts';
import { putInForce } from './circumstances.ts';
import type { Circumstance } from './circumstances.ts';
import { Evening } from './evening.ts';
import type { StateArray } from './floor.ts';
import type { AppliedLoad } from './load.ts';
import type { WorldSpec } from './spec.ts';

const FORMAT = 1;

interface Head {
  readonly format: number;
  readonly world: string;
  readonly seed: number;
  readonly now: number;
  readonly attempts: number;
  readonly agenda: readonly Appointment[];
  /** Callers there is room for beside those of the demand; absent when there is none. */
  readonly spare?: number;
  /** Absent when no load has brought callers. */
  readonly loads?: readonly AppliedLoad[];
  /** Absent when there are none. */
  readonly circumstances?: readonly Circumstance[];
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
    ...(evening.spare > 0 ? { spare: evening.spare } : {}),
    ...(evening.loads.length > 0 ? { loads: evening.loads } : {}),
    ...(evening.circumstances === null ? {} : { circumstances: evening.circumstances.applied }),
    sizes: arrays.map((array) => array.byteLength),
  };
}

/** Characters of the digest that ends a save. */
const DIGEST = 32;

const digestOf = (bytes: Uint8Array): string => new Hasher().bytes(bytes).digest();

/** One byte a character: names in other writings are escaped. */
const ascii = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function writeText(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}

const readText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** The whole state of an evening as bytes: length of the head (4 bytes), head (JSON), arrays, digest of all that. */
export function saveEvening(evening: Evening): Uint8Array {
  const arrays = [evening.calendar.pending(), ...evening.arrays()];
  const text = ascii(canonicalJson(head(evening, arrays)));
  const size = 4 + text.length + arrays.reduce((sum, array) => sum + array.byteLength, 0);
  const bytes = new Uint8Array(size + DIGEST);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  writeText(bytes, 4, text);
  let offset = 4 + text.length;
  for (const array of arrays) {
    bytes.set(bytesOf(array), offset);
    offset += array.byteLength;
  }
  writeText(bytes, size, digestOf(bytes.subarray(0, size)));
  return bytes;
}

export type SaveError = { readonly code: 'truncated' | 'notASave' | 'otherFormat' | 'otherWorld' };

/** Rebuilds an evening from its bytes and the world it was computed in. Nothing is changed when the bytes do not fit. */
export function loadEvening(spec: WorldSpec, bytes: Uint8Array): Result<Evening, SaveError> {
  if (bytes.length < 4 + DIGEST) return err({ code: 'truncated' });
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (length > bytes.length - 4 - DIGEST) return err({ code: 'truncated' });
  const saved = readHead(readText(bytes.subarray(4, 4 + length)));
  if (saved === null) return err({ code: 'notASave' });
  if (saved.format !== FORMAT) return err({ code: 'otherFormat' });
  if (saved.world !== spec.id) return err({ code: 'otherWorld' });
  let offset = 4 + length;
  const size = saved.sizes.reduce((sum, each) => sum + each, offset);
  if (bytes.length < size + DIGEST) return err({ code: 'truncated' });
  // From here on the head is the one that was written: the digest vouches for it.
  if (readText(bytes.subarray(size)) !== digestOf(bytes.subarray(0, size))) return err({ code: 'notASave' });
  const evening = new Evening(spec, saved.seed, undefined, saved.spare);
  for (const { load, at } of saved.loads ?? []) evening.bring(load, at);
  for (const circumstance of saved.circumstances ?? []) putInForce(evening, circumstance);
  evening.log.resize(saved.attempts);
  const pending = evening.calendar.pending();
  const arrays = [pending, ...evening.arrays()];
  if (arrays.length !== saved.sizes.length || arrays.some((array, i) => array.byteLength !== saved.sizes[i]))
    return err({ code: 'otherWorld' });
  for (const array of arrays) {
    bytesOf(array).set(bytes.subarray(offset, offset + array.byteLength));
    offset += array.byteLength;
  }
  evening.now = saved.now;
  evening.agenda.restore(saved.agenda);
  evening.calendar.restore(pending, saved.now);
  return ok(evening);
}

const isSize = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

/** Null when the text is not JSON or has no list of sizes; the rest is checked by whoever reads it. */
function readHead(text: string): Head | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof json !== 'object' || json === null) return null;
  const { sizes } = json as { readonly sizes?: unknown };
  return Array.isArray(sizes) && sizes.every(isSize) ? (json as Head) : null;
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
