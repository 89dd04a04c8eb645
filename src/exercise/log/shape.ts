import { joinPath, nearestName } from '../../scenario/errors.ts';
import type { Kind } from '../../scenario/errors.ts';

/** The first thing that is wrong with a value: where, what was expected, what was found. */
export interface Flaw {
  readonly code: 'missing' | 'unknownField' | 'wrongType' | 'notOneOf' | 'outOfRange';
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly nearest?: string;
}

/** Says what is wrong with a value read from outside, or null. Never throws, whatever the value. */
export type Shape = (value: unknown, path: string) => Flaw | null;

type Members = Readonly<Record<string, unknown>>;

/** What was found, in a few letters. Lists and objects by their bounds: they may be too deep to be written out. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

const wrongType = (path: string, expected: Kind, value: unknown): Flaw => ({
  code: 'wrongType',
  path,
  expected,
  found: show(value),
});

const outOfRange = (path: string, expected: string, found: string | number): Flaw => ({
  code: 'outOfRange',
  path,
  expected,
  found: String(found),
});

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const integer =
  (lowest: number, highest: number): Shape =>
  (value, path) => {
    if (typeof value !== 'number') return wrongType(path, 'number', value);
    const sound = Number.isInteger(value) && value >= lowest && value <= highest;
    return sound ? null : outOfRange(path, `${lowest}..${highest}`, value);
  };

export const text =
  (longest: number): Shape =>
  (value, path) => {
    if (typeof value !== 'string') return wrongType(path, 'text', value);
    return value.length <= longest ? null : outOfRange(path, `0..${longest}`, value.length);
  };

export const word =
  (words: readonly string[]): Shape =>
  (value, path) => {
    if (typeof value !== 'string') return wrongType(path, 'text', value);
    if (words.includes(value)) return null;
    const nearest = nearestName(value.slice(0, 60), words);
    return {
      code: 'notOneOf',
      path,
      expected: words.join(', '),
      found: value.length > 60 ? `${value.slice(0, 57)}…` : value,
      ...(nearest === undefined ? {} : { nearest }),
    };
  };

export const list =
  (item: Shape, most: number): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return wrongType(path, 'list', value);
    if (value.length > most) return outOfRange(path, `0..${most}`, value.length);
    for (let i = 0; i < value.length; i++) {
      const flaw = item(value[i], joinPath(path, i));
      if (flaw !== null) return flaw;
    }
    return null;
  };

export const record =
  (item: Shape, most: number): Shape =>
  (value, path) => {
    if (!isMembers(value)) return wrongType(path, 'object', value);
    const names = Object.keys(value);
    if (names.length > most) return outOfRange(path, `0..${most}`, names.length);
    for (const name of names) {
      const flaw = item(value[name], joinPath(path, name));
      if (flaw !== null) return flaw;
    }
    return null;
  };

/** Exactly these fields, those of `optional` perhaps. */
export const object =
  (fields: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, path) => {
    if (!isMembers(value)) return wrongType(path, 'object', value);
    for (const [name, shape] of Object.entries(fields)) {
      const place = joinPath(path, name);
      if (!Object.hasOwn(value, name)) return { code: 'missing', path: place, expected: '—', found: '—' };
      const flaw = shape(value[name], place);
      if (flaw !== null) return flaw;
    }
    for (const name of Object.keys(value)) {
      if (Object.hasOwn(fields, name)) continue;
      const place = joinPath(path, name);
      const shape = Object.hasOwn(optional, name) ? optional[name] : undefined;
      if (shape === undefined)
        return { code: 'unknownField', path: place, expected: '—', found: show(value[name]) };
      const flaw = shape(value[name], place);
      if (flaw !== null) return flaw;
    }
    return null;
  };

/** One of several shapes, by the word under `key`. */
export const shapeBy =
  (key: string, shapes: Readonly<Record<string, Shape>>): Shape =>
  (value, path) => {
    if (!isMembers(value)) return wrongType(path, 'object', value);
    const place = joinPath(path, key);
    if (!Object.hasOwn(value, key)) return { code: 'missing', path: place, expected: '—', found: '—' };
    const flaw = word(Object.keys(shapes))(value[key], place);
    return flaw ?? shapes[value[key] as string]!(value, path);
  };

/** Either a finite number or a short text. */
export const numberOrText: Shape = (value, path) => {
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : wrongType(path, 'number', String(value));
  return text(2000)(value, path);
};

const DEEPEST = 6;

/** Plain JSON of reasonable size: what arguments may hold. */
export function json(value: unknown, path: string, depth = 0): Flaw | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'number' || typeof value === 'string') return numberOrText(value, path);
  if (typeof value !== 'object') return wrongType(path, 'object', typeof value);
  if (depth >= DEEPEST) return outOfRange(path, `0..${DEEPEST}`, depth + 1);
  const inside: Shape = (item, place) => json(item, place, depth + 1);
  return Array.isArray(value) ? list(inside, 500)(value, path) : record(inside, 100)(value, path);
}

export const args: Shape = record((value, path) => json(value, path), 50);
