import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareCode, sourcesUnder, withoutComments } from './sources.ts';
import type { Source } from './sources.ts';

const sources = sourcesUnder('src', /\.(ts|tsx)$/);

/** Rooms each room may import, itself included. Arrows go one way: nothing here may import what is not listed. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  callflow: ['kernel', 'callflow'],
  scenario: ['kernel', 'callflow', 'scenario'],
  actors: ['kernel', 'callflow', 'scenario', 'actors'],
  exercise: ['kernel', 'callflow', 'scenario', 'actors', 'exercise'],
  view: ['kernel', 'callflow', 'scenario', 'actors', 'exercise', 'view'],
  debrief: ['kernel', 'callflow', 'scenario', 'actors', 'exercise', 'view', 'debrief'],
  session: ['kernel', 'callflow', 'scenario', 'actors', 'exercise', 'view', 'debrief', 'session'],
  client: ['session', 'view', 'client'],
  board: ['view', 'client', 'board'],
  panels: ['session', 'view', 'client', 'panels'],
  app: ['session', 'view', 'client', 'board', 'panels', 'app'],
  server: ['kernel', 'callflow', 'scenario', 'actors', 'exercise', 'view', 'debrief', 'session', 'server'],
};
const DOMAIN = ['kernel', 'callflow', 'scenario', 'actors', 'exercise', 'view', 'debrief'];
/** Vocabulary, not the world: files the screens may name although their room stays behind the session. */
const CONTRACTS = [
  'src/callflow/cause.ts',
  'src/callflow/orders.ts',
  'src/callflow/spec.ts',
  'src/kernel/result.ts',
  'src/kernel/time.ts',
  'src/kernel/uniform.ts',
  'src/scenario/orderCatalogue.ts',
  'src/session/playProtocol.ts',
  'src/session/protocol.ts',
];
const SCREENS = ['client', 'board', 'panels', 'app'];
/** Packages that a room may not import although others do. */
const NO_PACKAGE: Readonly<Record<string, RegExp>> = {
  kernel: /./,
  callflow: /./,
  scenario: /^(?!valibot$)/,
  actors: /^(?!xstate$)/,
  exercise: /./,
  view: /./,
  debrief: /./,
  session: /^(node:|phaser|react|i18next)/,
  client: /^(node:|phaser)/,
  board: /^(node:|react)/,
  panels: /^(node:|phaser)/,
  app: /^node:/,
  server: /^(phaser|react)/,
};

const MOST_LINES = 400;
/** Files still too long. The list may only shrink: an entry whose file is gone or short enough fails. */
const TOO_LONG: readonly string[] = [];

interface Import {
  readonly from: string;
  readonly to: string;
}

function roomOf(path: string): string {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
}

function importsOf({ path, text }: Source): Import[] {
  const found = withoutComments(text).matchAll(
    /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bnew URL\(\s*)(['"])([^'"\n]+)\1/g,
  );
  return [...found].map(([, , to]) => ({
    from: path,
    to: to.startsWith('.') ? posix.join(posix.dirname(path), to) : to,
  }));
}

const imports = sources.flatMap(importsOf);

/** Places in `text` that match, as "path:line". */
function placesOf(pattern: RegExp, { path, text }: Source, read: (text: string) => string): string[] {
  return read(text)
    .split('\n')
    .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : []));
}

test('every source belongs to a room', () => {
  const strangers = sources.filter(({ path }) => MAY_IMPORT[roomOf(path)] === undefined);
  expect(strangers.map(({ path }) => path)).toEqual([]);
});

describe('imports go one way', () => {
  test('between rooms', () => {
    const against = imports.filter(({ from, to }) => {
      if (!to.startsWith('src/')) return false;
      if (SCREENS.includes(roomOf(from)) && CONTRACTS.includes(to)) return false;
      return !MAY_IMPORT[roomOf(from)]?.includes(roomOf(to));
    });
    expect(against).toEqual([]);
  });

  test('towards packages', () => {
    const against = imports.filter(
      ({ from, to }) =>
        !/^(src|assets|locales|tests)\//.test(to) && (NO_PACKAGE[roomOf(from)] ?? /./).test(to),
    );
    expect(against).toEqual([]);
  });

  test('never towards the tests, and only the server reads package.json', () => {
    const against = imports.filter(
      ({ from, to }) => to.startsWith('tests/') || (to === 'package.json' && roomOf(from) !== 'server'),
    );
    expect(against).toEqual([]);
  });
});

describe('the domain', () => {
  const domain = sources.filter(({ path }) => DOMAIN.includes(roomOf(path)));

  test('uses no operation whose last bit depends on the engine', () => {
    const banned =
      /\*\*|\bMath\s*\.\s*(?!(?:imul|clz32|floor|ceil|round|trunc|abs|min|max|sign|sqrt|fround)\b)\w+|\bMath\s*\[/;
    expect(domain.flatMap((source) => placesOf(banned, source, bareCode))).toEqual([]);
  });

  test('reads no clock, no chance, no locale, no machine', () => {
    const banned =
      /\b(Date|performance|Intl|process|document|(?<!\.)window(?=\.)|navigator|globalThis|crypto|setTimeout|setInterval|queueMicrotask|console)\b|\.(toLocale\w+|localeCompare)\b|\bWeakRef\b/;
    expect(domain.flatMap((source) => placesOf(banned, source, bareCode))).toEqual([]);
  });
});

test('nothing sends anything to another host', () => {
  const outside = /(['"`])(?:https?:|wss?:)?\/\/(?!127\.0\.0\.1|localhost|\$\{|www\.w3\.org\/)[a-z0-9]/i;
  const files = [
    ...sources,
    ...sourcesUnder('src', /\.(css|html|json)$/),
    ...sourcesUnder('locales', /\.json$/),
  ];
  expect(files.flatMap((source) => placesOf(outside, source, withoutComments))).toEqual([]);
  const inStyle = /url\(\s*['"]?(?:https?:)?\/\//i;
  expect(files.flatMap((source) => placesOf(inStyle, source, (text) => text))).toEqual([]);
});

test(`no source is longer than ${MOST_LINES} lines, but for a list that only shrinks`, () => {
  const long = sources
    .filter(({ text }) => text.replace(/\n$/, '').split('\n').length > MOST_LINES)
    .map(({ path }) => path);
  expect(long).toEqual([...TOO_LONG].sort());
});

test('enums, namespaces and parameter properties stay out: Node runs the sources as they are', () => {
  const banned = /^\s*(export\s+)?(declare\s+)?(const\s+)?(enum|namespace)\s+\w/;
  expect(sources.flatMap((source) => placesOf(banned, source, bareCode))).toEqual([]);
});
