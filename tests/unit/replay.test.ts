import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandLine, HeaderLine } from '../../src/exercise/log/logFormat.ts';
import { readLog } from '../../src/exercise/log/readLog.ts';
import { replay } from '../../src/exercise/log/replay.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { readGround } from '../../src/server/ground.ts';
import { ROOT } from './sources.ts';

/** Whole exercises, played when the rules were what they are: adding a file adds a test. */
const folder = join(ROOT, 'tests/replay');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .sort();
const texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
/** What to do when the rules or the data were changed on purpose. */
const STALE = 'if the rules or the data changed on purpose: npm run corpus';

describe('every exercise of the corpus replays, check by check', () => {
  test.each(files)('%s', (name) => {
    const read = readLog(texts.get(name)!);
    if (!read.ok) throw new Error(`${read.error.code} ${JSON.stringify(read.error.params)}; ${STALE}`);
    expect(read.value.truncatedAt).toBeNull();
    const { setup } = read.value.header;
    const played = replay(read.value, readGround(setup.scenario));
    if (!played.ok) throw new Error(`${played.error.code} ${JSON.stringify(played.error.params)}; ${STALE}`);
    // One at the beginning, one every five minutes.
    expect(played.value.checks).toBeGreaterThanOrEqual((played.value.exercise.now - setup.from) / 300_000);
    expect(played.value.commands).toBeGreaterThanOrEqual(15);
    expect(played.value.exercise.finished).toBe(true);
  });
});

describe('the corpus holds', () => {
  const lines = files.flatMap((name) =>
    texts
      .get(name)!
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row) as { readonly line: string }),
  );
  const setups = lines.flatMap((line) => (line.line === 'header' ? [(line as HeaderLine).setup] : []));
  const commands = lines.filter((line): line is CommandLine => line.line === 'command');

  test('eight whole exercises or more, each core seat held by a person, one with several at a table', () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
    const held = setups.map(({ seats }) => CORE_SEATS.filter((seat) => seats[seat].by === 'person'));
    expect(new Set(held.flat())).toEqual(new Set(CORE_SEATS));
    expect(held.some((seats) => seats.length > 1)).toBe(true);
  });

  test('every doctrine, measures of several kinds, both scenarios', () => {
    const doctrines = setups.flatMap(({ seats }) =>
      CORE_SEATS.flatMap((seat) => {
        const holder = seats[seat];
        return holder.by === 'machine' ? [holder.doctrine] : [];
      }),
    );
    expect(new Set(doctrines)).toEqual(new Set(['as-in-2021', 'by-the-book', 'novice', 'willing-2021']));
    expect(new Set(setups.map(({ measures }) => measures.length)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(setups.map(({ scenario }) => scenario))).toEqual(new Set(['2021-06-02', 'june-evening']));
  });

  test('every kind of command, and a seat handed to a machine and back', () => {
    const kinds = new Set(commands.map(({ body }) => body.type));
    for (const kind of ['act', 'stop', 'send', 'read', 'hear', 'recall', 'write', 'choose', 'hold', 'finish'])
      expect(kinds, kind).toContain(kind);
    const holds = commands.flatMap(({ body }) => (body.type === 'hold' ? [body.doctrine] : []));
    expect(holds).toContain(null);
    expect(commands.some(({ body }) => body.type === 'send' && body.text !== '')).toBe(true);
  });
});
