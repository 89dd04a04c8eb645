import { canonicalJson } from '../../kernel/canonicalJson.ts';
import { hashText } from '../../kernel/hash.ts';
import { HOUR } from '../../kernel/time.ts';
import { DOCTRINES } from '../../scenario/play/types.ts';
import { CORE_SEATS } from '../../scenario/play/vocabulary.ts';
import type { SessionLine } from './logFormat.ts';
import { AUTHORS, bodyOf } from './parseCommand.ts';
import type { Author } from './parseCommand.ts';
import { integer, list, numberOrText, object, record, shapeBy, show, text, word } from './shape.ts';
import type { Flaw, Shape } from './shape.ts';

/** Hash of a line: of the chain before it ("" before the header) and of its content, without wall time. */
export function chainOf(before: string, line: Readonly<Record<string, unknown>>): string {
  const { wall: _wall, chain: _chain, ...content } = line;
  return hashText(before + canonicalJson(content));
}

const SESSION_KINDS: readonly SessionLine['kind'][] = [
  'pause',
  'play',
  'speed',
  'jump',
  'join',
  'leave',
  'note',
  'realEvent',
  'resume',
];

/** Any clock time of the evening and of the night after it. */
const time = integer(0, 48 * HOUR);
const n = integer(1, 1_000_000);
const wall = integer(0, Number.MAX_SAFE_INTEGER);
const hash: Shape = (value, path) =>
  typeof value === 'string' && /^[0-9a-f]{32}$/.test(value)
    ? null
    : { code: 'wrongType', path, expected: 'hash', found: show(value) };
const line: Shape = () => null;

const holder = shapeBy('by', {
  person: object({ by: line }),
  machine: object({ by: line, doctrine: word(DOCTRINES) }),
});

const setupFields = object({
  scenario: text(100),
  seed: integer(0, 0xffffffff),
  measures: list(text(100), 100),
  seats: object(Object.fromEntries(CORE_SEATS.map((seat) => [seat, holder]))),
  home: text(10),
  tempo: text(100),
  from: time,
  to: time,
  set: record(numberOrText, 200),
});

const setup: Shape = (value, path) => {
  const flaw = setupFields(value, path);
  if (flaw !== null) return flaw;
  const { from, to } = value as { readonly from: number; readonly to: number };
  return from < to
    ? null
    : { code: 'outOfRange', path: `${path}.to`, expected: `> ${from}`, found: String(to) };
};

export const headerShape = object(
  {
    line,
    format: integer(1, 1000),
    rules: integer(1, 1000),
    build: text(100),
    data: hash,
    setup,
    chain: hash,
  },
  { wall },
);

/** What the author may say depends on who it is. */
const command: Shape = (value, path) => {
  const own = (body: Shape): Shape =>
    object({ line, n, at: time, by: word(AUTHORS), body, id: text(200), chain: hash }, { wall });
  const flaw = own(line)(value, path);
  return flaw ?? own(bodyOf((value as { readonly by: Author }).by))(value, path);
};

/** A line after the header. */
const lineShape = shapeBy('line', {
  command,
  session: object(
    { line, n, at: time, kind: word(SESSION_KINDS), params: record(numberOrText, 50), chain: hash },
    { wall },
  ),
  check: object({ line, n, at: time, hash, parts: record(hash, 100), chain: hash }),
});

export function flawOfLine(value: unknown): Flaw | null {
  return lineShape(value, '');
}
