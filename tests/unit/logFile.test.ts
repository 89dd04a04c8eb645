import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExerciseLog } from '../../src/exercise/log/log.ts';
import { LOG_ERROR_CODES } from '../../src/exercise/log/logErrors.ts';
import type { LogError } from '../../src/exercise/log/logErrors.ts';
import { LOG_FORMAT, RULES } from '../../src/exercise/log/logFormat.ts';
import { readLog } from '../../src/exercise/log/readLog.ts';
import { MINUTE } from '../../src/kernel/time.ts';
import { forged, sampleLog, setup } from './logSample.ts';

const text = sampleLog().toText();
const rows = text.trimEnd().split('\n');

function errorOf(file: string): LogError {
  const read = readLog(file);
  if (read.ok) throw new Error('the file was accepted');
  return read.error;
}

const withRow = (row: number, change: (row: string) => string): string =>
  `${rows.map((each, i) => (i === row ? change(each) : each)).join('\n')}\n`;

describe('a log written is the log read', () => {
  test('line by line, and it goes on with the same chain', () => {
    const read = readLog(text);
    expect(read).toEqual({
      ok: true,
      value: { header: sampleLog().header, lines: sampleLog().lines(), truncatedAt: null },
    });
    const resumed = ExerciseLog.of(sampleLog().lines());
    const [one, other] = [resumed, sampleLog()].map((log) => {
      log.session(setup.from + 7 * MINUTE, 'note', { text: 'x' });
      return log.toText();
    });
    expect(one).toBe(other);
    expect(readLog(one!).ok).toBe(true);
  });

  test('wall times are outside the chain: they may be taken out or changed', () => {
    const without = text.replaceAll(/,"wall":\d+/g, '');
    expect(without).not.toBe(text);
    expect(readLog(without)).toMatchObject({ ok: true });
    expect(readLog(text.replace('"wall":3000', '"wall":9999'))).toMatchObject({ ok: true });
  });

  test('with the line ends and the mark that another system adds', () => {
    expect(readLog(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toMatchObject({ ok: true });
  });

  test('numbers count each kind of line', () => {
    const numbers = sampleLog()
      .lines()
      .map((line) => (line.line === 'header' ? 'header' : `${line.line} ${line.n}`));
    expect(numbers).toEqual([
      'header',
      'check 1',
      'session 1',
      'command 1',
      'command 2',
      'check 2',
      'command 3',
    ]);
  });
});

describe('a file that is not sound is refused, and the error says what and where', () => {
  test.each<[string, string, LogError['code'], object]>([
    ['empty', '', 'logEmpty', {}],
    ['blank', ' \n\n', 'logEmpty', {}],
    ['no JSON', 'Bonjour\n', 'logNotJson', { line: 1, found: 'Bonjour' }],
    ['a scenario', '{\n  "format": 1\n}\n', 'logForeign', { found: '{' }],
    ['JSON of another program', '{"a":1}\n', 'logForeign', { found: '{"a":1}' }],
    ['a line of no kind', `{"line":${'['.repeat(90_000)}${']'.repeat(90_000)}}\n`, 'logForeign', {}],
    ['a number', '12\n', 'logForeign', { found: '12' }],
    ['no header', `${rows.slice(1).join('\n')}\n`, 'logHeaderMissing', { line: 1 }],
    ['a header cut', rows[0]!.slice(0, 90), 'logHeaderMissing', { line: 1 }],
    [
      'another format',
      forged(0, (line) => (line['format'] = 9)),
      'logFormat',
      { expected: LOG_FORMAT, found: 9 },
    ],
    ['other rules', forged(0, (line) => (line['rules'] = 999)), 'logRules', { expected: RULES, found: 999 }],
    [
      'a line in the middle that is no JSON',
      withRow(3, (row) => row.slice(0, 40)),
      'logNotJson',
      { line: 4 },
    ],
    ['a last line cut, then ended', `${text.trimEnd().slice(0, -9)}\n`, 'logNotJson', { line: 7 }],
    [
      'an altered header',
      withRow(0, (row) => row.replace('"seed":7', '"seed":8')),
      'logAltered',
      { line: 1 },
    ],
    [
      'an altered command',
      withRow(3, (row) => row.replace('callVendor', 'rollBack')),
      'logAltered',
      { line: 4 },
    ],
    ['an altered check', withRow(5, (row) => row.replace('dddd', 'dddc')), 'logAltered', { line: 6 }],
    ['a line left out', `${[...rows.slice(0, 2), ...rows.slice(3)].join('\n')}\n`, 'logAltered', { line: 3 }],
    [
      'a line twice',
      `${[...rows.slice(0, 2), rows[1], ...rows.slice(2)].join('\n')}\n`,
      'logAltered',
      { line: 3 },
    ],
    ['two logs in one', text + text, 'logNotOneOf', { line: 8, path: 'line', found: 'header' }],
    [
      'time that goes back',
      forged(6, (line) => (line['at'] = setup.from)),
      'logTime',
      { line: 7, expected: '16:35:00..24:00:00', found: '16:30:00' },
    ],
    [
      'time after the end',
      forged(6, (line) => (line['at'] = setup.to + 1000)),
      'logTime',
      { line: 7, found: '24:00:01' },
    ],
    [
      'a number that jumps',
      forged(6, (line) => (line['n'] = 5)),
      'logNumbering',
      { line: 7, expected: 3, found: 5 },
    ],
    ['an id twice', forged(4, (line) => (line['id'] = 'one')), 'logDuplicate', { line: 5, found: 'one' }],
    [
      'an unknown seat',
      forged(3, (line) => (line['by'] = 'oragne')),
      'logNotOneOf',
      { line: 4, path: 'by', nearest: 'orange' },
    ],
    [
      'an unknown command',
      forged(3, (line) => (line['body'].type = 'akt')),
      'logNotOneOf',
      { path: 'body.type', found: 'akt', nearest: 'act' },
    ],
    [
      'a seat that directs',
      forged(6, (line) => (line['by'] = 'orange')),
      'logNotOneOf',
      { line: 7, path: 'body.type', found: 'finish' },
    ],
    [
      'an unknown channel',
      forged(4, (line) => (line['body'].channel = 'fax')),
      'logNotOneOf',
      { path: 'body.channel' },
    ],
    [
      'an unknown doctrine',
      forged(0, (line) => (line['setup'].seats.anssi.doctrine = 'x')),
      'logNotOneOf',
      { line: 1, path: 'setup.seats.anssi.doctrine' },
    ],
    [
      'a seat nobody holds',
      forged(0, (line) => delete line['setup'].seats.anssi),
      'logMissing',
      { path: 'setup.seats.anssi' },
    ],
    [
      'an end before the beginning',
      forged(0, (line) => (line['setup'].to = 1)),
      'logOutOfRange',
      { path: 'setup.to' },
    ],
    ['a field missing', forged(3, (line) => delete line['body'].args), 'logMissing', { path: 'body.args' }],
    [
      'a field too many',
      forged(3, (line) => (line['body'].cheat = 1)),
      'logUnknownField',
      { path: 'body.cheat' },
    ],
    [
      'a text for a number',
      forged(3, (line) => (line['at'] = '17:00')),
      'logWrongType',
      { path: 'at', found: '"17:00"' },
    ],
    [
      'a number that is none',
      withRow(3, (row) => row.replace('"rests":[0]', '"rests":[1e999]')),
      'logOutOfRange',
      { path: 'body.rests[0]' },
    ],
    [
      'a chain that is none',
      withRow(3, (row) => row.replace(/"chain":"\w+"/, '"chain":"x"')),
      'logWrongType',
      { path: 'chain' },
    ],
    [
      'arguments too deep',
      withRow(3, (row) => row.replace('["59"]', `${'['.repeat(9000)}${']'.repeat(9000)}`)),
      'logOutOfRange',
      { line: 4 },
    ],
    [
      'a number too deep',
      withRow(3, (row) => row.replace('"n":1', `"n":${'['.repeat(90_000)}${']'.repeat(90_000)}`)),
      'logWrongType',
      { path: 'n' },
    ],
  ])('%s', (_, file, code, params) => {
    expect(errorOf(file)).toMatchObject({ code, params });
  });

  test('a last line cut short is left out and said', () => {
    for (let length = text.length - 2; length > text.length - rows[6]!.length; length -= 7) {
      const read = readLog(text.slice(0, length));
      expect(read).toMatchObject({ ok: true, value: { truncatedAt: 7 } });
      if (read.ok) expect(read.value.lines).toEqual(sampleLog().lines().slice(0, 6));
    }
    expect(readLog(text.trimEnd())).toMatchObject({ ok: true, value: { truncatedAt: null } });
  });
});

describe('whatever the file, reading it ends in a log or in a code', () => {
  test('random text and bytes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (file) => code(file) !== 'ok'));
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        (bytes) => code(new TextDecoder().decode(bytes)) !== 'ok',
      ),
    );
  });

  test('other JSON, in the place of any line', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 8 }),
        fc.nat(6),
        (json, row) => code(withRow(row, () => json)) !== 'ok',
      ),
    );
  });

  test('any character changed: refused, or the same exercise but for its wall times', () => {
    const sound = content(text);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), (at, put) => {
        const found = content(text.slice(0, at) + put + text.slice(at + 1));
        // A cut last line is left out; everything else that is accepted is what was written.
        if (found !== null) expect(sound).toEqual(expect.arrayContaining(found as unknown[]));
      }),
      { numRuns: 500 },
    );
  });

  test('any value in any field, even with a chain that fits', () => {
    const paths = sampleLog()
      .lines()
      .flatMap((line, row) => pathsOf(line).map((path) => [row, path] as const));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 4 }), ([row, path], value) => {
        code(forged(row, (line) => setAt(line, path, value)));
      }),
      { numRuns: 400 },
    );
  });
});

test('every error has its sentence in both languages', () => {
  for (const language of ['fr', 'en']) {
    const texts = JSON.parse(
      readFileSync(new URL(`../../locales/${language}/errors.json`, import.meta.url), 'utf8'),
    ) as Record<string, string>;
    expect(LOG_ERROR_CODES.filter((each) => texts[each] === undefined)).toEqual([]);
  }
});

/** "ok", or the code of what is wrong, which must be one of those that have a sentence. */
function code(file: string): string {
  const read = readLog(file);
  if (read.ok) return 'ok';
  expect(LOG_ERROR_CODES as readonly string[]).toContain(read.error.code);
  return read.error.code;
}

/** The lines but for their wall times, or null. */
function content(file: string): unknown {
  const read = readLog(file);
  return read.ok ? read.value.lines.map((line) => ({ ...line, wall: 0 })) : null;
}

function pathsOf(value: unknown, above: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...above]];
  return [
    ...(above.length > 0 ? [[...above]] : []),
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...above, key])),
  ];
}

function setAt(target: Record<string, any>, path: readonly string[], value: unknown): void {
  let place = target;
  for (const key of path.slice(0, -1)) place = place[key];
  place[path.at(-1)!] = value;
}
