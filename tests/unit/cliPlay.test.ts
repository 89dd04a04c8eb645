import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli } from './cliRun.ts';
import { ROOT } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'appels-perdus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
function written(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const jsonLines = (...rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const script = written(
  'orange.jsonl',
  jsonLines(
    { at: '17:40', by: 'director', type: 'finish' },
    { at: '16:46', type: 'act', act: 'orange.readAlarms' },
    { at: '16:50', type: 'hear', from: 'services', fact: 'emergency.affected', about: { areas: ['59'] } },
    {
      at: '16:51:30',
      type: 'act',
      act: 'orange.callVendor',
      facts: ['emergency.affected'],
      why: 'Le Nord appelle.',
    },
    { at: '16:52', type: 'stop', act: 'orange.callVendor' },
    { at: '16:53', type: 'stop', act: 'orange.callVendor' },
    {
      at: '16:55',
      type: 'send',
      to: ['ministry'],
      channel: 'email',
      facts: ['emergency.affected'],
      text: 'Appels perdus.',
    },
    { at: '16:56', type: 'write', text: 'Vu.' },
    { at: '17:00', body: { type: 'act', act: 'orange.openCell', args: {}, rests: [] } },
  ),
);
const out = at('orange-log.jsonl');
const options = ['--seat', 'orange', '--seed', '4', '--doctrine', 'ministry=novice'];

const said = await cli('play', '--script', script, ...options, '--out', out, '--json');
const played = JSON.parse(said.out) as Record<string, any>;
const log = readFileSync(out, 'utf8');

describe('play', () => {
  test('plays a script to its end and says what became of each line', () => {
    expect(said).toMatchObject({ status: 0, err: '' });
    expect(played['setup'].seats).toMatchObject({
      orange: { by: 'person' },
      ministry: { by: 'machine', doctrine: 'novice' },
      services: { by: 'machine', doctrine: 'willing-2021' },
    });
    const outcomes = played['outcomes'] as { line: number; what: string; refusal: { code: string } | null }[];
    expect(outcomes.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 1]);
    expect(outcomes.flatMap(({ line, refusal }) => (refusal === null ? [] : [[line, refusal.code]]))).toEqual(
      [
        [6, 'notUnderWay'],
        [9, expect.any(String)],
      ],
    );
    expect(played).toMatchObject({ accepted: 7, refused: 2, endedAt: (17 * 60 + 40) * 60_000, cause: 'bug' });
    for (const counts of [played['counts'], played['ghost']]) expect(counts.unrouted).toBeGreaterThan(100);
    expect(played['milestones'].cic).toEqual({ at: null, content: null, documented: 122 });
  });

  test('facts named become the statements that the seat holds then', async () => {
    const bodies = lines(log).flatMap((row) => {
      const line = JSON.parse(row) as Record<string, any>;
      return line['line'] === 'command' ? [line['body']] : [];
    });
    expect(bodies.find(({ act }) => act === 'orange.callVendor').rests).toHaveLength(1);
    expect(bodies.find(({ type }) => type === 'send').statements).toHaveLength(1);
  });

  test('without --json prints tables, in both languages', async () => {
    for (const language of ['fr', 'en']) {
      const { status, out: text } = await cli('play', '--script', script, ...options, '--lang', language);
      expect(status).toBe(0);
      expect(text).toContain(language === 'fr' ? 'EXERCICE' : 'EXERCISE');
      expect(text).toContain(played['hash']);
      expect(text).not.toMatch(/cli:|\{\{|NaN|undefined/);
    }
  });

  test('its log replays, to the same hash', async () => {
    const json = JSON.parse((await cli('replay', out, '--json')).out) as object;
    expect(json).toMatchObject({
      ok: true,
      error: null,
      commands: 7,
      truncatedAt: null,
      hash: played['hash'],
    });
    for (const [language, words] of [
      ['fr', 'identique'],
      ['en', 'equals the log'],
    ] as const) {
      const { status, out: text } = await cli('replay', out, '--lang', language);
      expect(status).toBe(0);
      expect(text).toContain(words);
      expect(text).not.toMatch(/cli:|\{\{|undefined/);
    }
  });

  test('its log is valid, and so are the play’s data, whole or by one of its files', async () => {
    for (const path of [out, 'assets/play', 'assets/play/acts.json'])
      expect(JSON.parse((await cli('validate', path, '--json')).out)).toEqual({ valid: true, errors: [] });
  });

  test('its log, given as commands, replaces the machines of simulate', async () => {
    const commands = written(
      'commands.jsonl',
      lines(log)
        .slice(0, -1)
        .join('\n')
        .replaceAll(/^.*"finish".*$/gm, ''),
    );
    const { commands: given } = JSON.parse(
      (await cli('simulate', '--seeds', '4', '--command', commands, '--json')).out,
    ) as { commands: { given: number } };
    expect(given.given).toBe(6);
  });
});

describe('a log that is not sound, or replays otherwise', () => {
  const cut = written('cut.jsonl', log.slice(0, -40));
  const altered = written('altered.jsonl', log.replace('"orange.callVendor"', '"orange.rollBack"'));
  const foreign = written('foreign.jsonl', readFileSync(join(ROOT, 'package.json'), 'utf8'));

  test.each([
    ['cut', cut, 'logTruncated', lines(log).length],
    ['altered', altered, 'logAltered', 1 + lines(log).findIndex((row) => row.includes('orange.callVendor'))],
    ['foreign', foreign, 'logForeign', undefined],
  ])('%s: exit code 2, with the code and the line', async (_, path, code, line) => {
    const { status, out: json } = await cli('replay', path, '--json');
    expect(status).toBe(2);
    const report = JSON.parse(json) as { ok: boolean; error: { code: string; params: { line?: number } } };
    expect(report).toMatchObject({ ok: false, error: { code } });
    if (line !== undefined) expect(report.error.params.line).toBe(line);
    for (const language of ['fr', 'en']) {
      const said = await cli('replay', path, '--lang', language);
      expect(said).toMatchObject({ status: 2, out: '' });
      expect(lines(said.err)).toHaveLength(1);
      expect(said.err).not.toMatch(/\{\{|cli:|errors:|undefined/);
    }
    expect((await cli('validate', path)).status).toBe(2);
  });
});

describe('bad input to play and replay: exit code 2, one line on the error output', () => {
  const bad = (name: string, row: object): string => written(`${name}.jsonl`, jsonLines(row));
  const seat = ['play', '--seat', 'orange', '--script'];
  test.each([
    ['no seat', ['play', '--script', script], '--seat'],
    ['an unknown seat', ['play', '--seat', 'oragne', '--script', script], 'orange'],
    ['no script', ['play', '--seat', 'orange'], '--script'],
    ['two seeds', [...seat, script, '--seed', '1..2'], '1..2'],
    ['no such script', [...seat, at('none.jsonl')], 'none.jsonl'],
    ['a script that is no JSON', [...seat, written('x.jsonl', 'bonjour\n')], 'bonjour'],
    ['no time', [...seat, bad('noTime', { type: 'read' })], 'at'],
    ['a time that is none', [...seat, bad('time', { at: '25h', type: 'read' })], '25h'],
    ['a time before the exercise', [...seat, bad('early', { at: '12:00', type: 'read' })], '16:30'],
    ['an unknown kind of command', [...seat, bad('kind', { at: '17:00', type: 'akt' })], 'act'],
    [
      'an unknown act',
      [...seat, bad('act', { at: '17:00', type: 'act', act: 'orange.rolBack' })],
      'orange.rollBack',
    ],
    [
      'an unknown fact',
      [...seat, bad('fact', { at: '17:00', type: 'write', facts: ['restord'] })],
      'restored',
    ],
    [
      'an unknown dilemma',
      [...seat, bad('dilemma', { at: '17:00', type: 'choose', dilemma: 'x', option: 'y' })],
      'x',
    ],
    ['a field too many', [...seat, bad('field', { at: '17:00', type: 'read', cheat: true })], 'cheat'],
    ['a log that cannot be written', [...seat, script, '--out', at('no/such/folder.jsonl')], 'folder.jsonl'],
    ['no log to replay', ['replay'], 'replay'],
    ['no such log', ['replay', at('none.jsonl')], 'none.jsonl'],
  ])('%s', async (_, args, words) => {
    const said = await cli(...args, '--lang', 'en');
    expect(said).toMatchObject({ status: 2, out: '' });
    expect(lines(said.err)).toHaveLength(1);
    expect(said.err).toContain(words);
    expect(said.err).not.toMatch(/\{\{|cli:|errors:|undefined/);
  });
});
