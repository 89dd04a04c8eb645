import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli } from './cliRun.ts';
import type { Said } from './cliRun.ts';
import { ROOT } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'appels-perdus-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** In a process of its own, as people run it. */
function alone(...args: string[]): Said {
  return script('cli.ts', args);
}

function script(name: string, args: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/server', name), ...args], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  return { status, out: stdout, err: stderr };
}

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const order = { at: '17:00', by: 'player', type: 'coldRestart', args: { servers: 'all' } };
const wrongOrders = written(
  'wrong.jsonl',
  `${JSON.stringify(order)}\n${JSON.stringify({ ...order, type: 'coldRestrat' })}\n`,
);
const wrongActs = written('acts.jsonl', '{"at":"17:00","by":"orange","type":"act","act":"orange.rolBack"}\n');
const nobody = written('nobody.jsonl', '{"at":"17:00","type":"act","act":"orange.rollBack"}\n');
const notJson = written('not.json', '{"format": 1,');
const notScenario = written('scenario.json', '{"format": 2}');
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');

describe('bad input gives exit code 2, one line on the error output and nothing on the standard output', () => {
  test.each([
    ['an unknown command', ['simulat'], 'simulate'],
    ['an unknown option', ['simulate', '--seed', '1'], '--seeds'],
    ['an unknown option far from any', ['simulate', '--xyzzyx'], '--xyzzyx'],
    ['an option of another command', ['validate', '--seeds', '1', 'x.json'], '--seeds'],
    ['an option without its value', ['simulate', '--seeds'], '--seeds'],
    ['an option that swallows the next', ['simulate', '--seeds', '--json'], '--seeds'],
    ['a flag with a value', ['simulate', '--json=yes'], '--json'],
    ['an option given twice', ['simulate', '--seeds', '1', '--seeds', '2'], '--seeds'],
    ['a stray argument', ['simulate', '1..2'], '1..2'],
    ['seeds that are no range', ['simulate', '--seeds', '1-20'], '1-20'],
    ['seeds the wrong way round', ['simulate', '--seeds', '20..1'], '20..1'],
    ['negative seeds', ['simulate', '--seeds=-1..3'], '-1..3'],
    ['too many seeds', ['simulate', '--seeds', '1..4000000'], '4000000'],
    ['an unknown parameter', ['simulate', '--set', 'leek=0.1'], 'leak'],
    ['a parameter without a value', ['simulate', '--set', 'leak'], 'leak'],
    ['a parameter set twice', ['simulate', '--set', 'leak=0.1', '--set', 'leak=0.2'], 'leak'],
    ['a value that is no number', ['simulate', '--set', 'leak=many'], 'leak'],
    ['a value out of range', ['simulate', '--set', 'leak=1.5'], 'leak'],
    ['shares above 1', ['simulate', '--set', 'share_mobile=0.99'], 'share_mobile'],
    ['an unknown scenario', ['simulate', '--scenario', '2021-06-03'], '2021-06-02'],
    ['a scenario out of its folder', ['simulate', '--scenario', '../territory'], '../territory'],
    ['a doctrine that does not exist', ['simulate', '--doctrine', 'by-the-bok'], 'by-the-book'],
    ['a doctrine for a seat that does not exist', ['simulate', '--doctrine', 'oragne=novice'], 'orange'],
    ['a seat with two doctrines', ['simulate', '--doctrine', 'orange=novice,orange=novice'], 'orange'],
    ['a seat without its doctrine', ['simulate', '--doctrine', 'orange=novice,anssi'], 'anssi'],
    ['measures that do not exist', ['simulate', '--measures', 'nightWindov'], 'nightWindow'],
    ['a measure twice', ['simulate', '--measures', 'nightWindow,nightWindow'], 'nightWindow'],
    ['a département that does not exist', ['simulate', '--home', '2C'], '2A'],
    [
      'a file of orders that is not there',
      ['simulate', '--command', join(folder, 'none.jsonl')],
      'none.jsonl',
    ],
    ['an unknown order', ['simulate', '--command', wrongOrders], 'wrong.jsonl:2'],
    ['an unknown act', ['simulate', '--command', wrongActs], 'orange.rollBack'],
    ['a command of nobody', ['simulate', '--command', nobody], 'nobody.jsonl'],
    ['an unknown language', ['simulate', '--lang', 'de'], 'de'],
    ['no file to validate', ['validate'], 'validate'],
    ['a scenario that is not JSON', ['validate', notJson], 'not.json'],
    ['sensitivity with bad seeds', ['sensitivity', '--seeds', 'x'], 'x'],
  ])('%s', async (_, args, named) => {
    for (const language of ['fr', 'en']) {
      const said = await cli(...args, ...(args.includes('--lang') ? [] : ['--lang', language]));
      expect(said.status).toBe(2);
      expect(said.out).toBe('');
      expect(lines(said.err)).toHaveLength(1);
      expect(said.err).toContain(named);
      expect(said.err).not.toMatch(/\{\{|cli:|errors:|undefined/);
    }
  });
});

test('the process ends with that code, and keeps its two outputs apart', () => {
  const said = alone('simulate', '--seeds', 'x');
  expect(said).toMatchObject({ status: 2, out: '' });
  expect(lines(said.err)).toHaveLength(1);
});

describe('validate', () => {
  test('accepts the scenario of the house', async () => {
    const said = await cli('validate', 'assets/scenarios/2021-06-02/scenario.json');
    expect(said).toMatchObject({ status: 0, err: '' });
    expect(said.out).toContain('2021-06-02');
  });

  test('names every error of a bad one, one a line, and gives exit code 2', async () => {
    const said = await cli('validate', notScenario, '--lang', 'en');
    expect(said.status).toBe(2);
    expect(lines(said.out).length).toBeGreaterThan(3);
    const json = JSON.parse((await cli('validate', notScenario, '--json')).out) as {
      valid: boolean;
      errors: object[];
    };
    expect(json.valid).toBe(false);
    expect(json.errors).toHaveLength(lines(said.out).length - 1);
    expect(json.errors[0]).toMatchObject({ code: expect.any(String), path: expect.any(String) });
  });
});

interface Spread {
  mean: number;
  sd: number;
  p05: number;
  p50: number;
  p95: number;
}
type Report = Record<string, any> &
  Record<'unrouted' | 'attempts', Spread> & {
    runs: number;
    times: Record<string, { mean: number; sd: number } | null>;
    hashes: Record<string, string>;
  };

const simulate = (...args: string[]): Report =>
  JSON.parse(alone('simulate', '--json', ...args).out) as Report;

describe('simulate', () => {
  const said = alone('simulate', '--scenario', '2021-06-02', '--seeds', '1..2', '--json');
  const report = JSON.parse(said.out) as Report;

  test('--json prints one object with every documented field, and nothing else', () => {
    expect(said).toMatchObject({ status: 0, err: '' });
    expect(lines(said.out)).toHaveLength(1);
    const spreads = ['attempts', 'unrouted', 'unroutedShare', 'neverServed', 'servedLate', 'seriousDelayed'];
    for (const name of [...spreads, 'attemptsPerPerson', 'ordinaryRefused']) {
      expect(Object.keys(report[name]).sort(), name).toEqual(['mean', 'p05', 'p50', 'p95', 'sd']);
      expect(Object.values(report[name]).every(Number.isFinite), name).toBe(true);
    }
    expect(report.runs).toBe(2);
    for (const name of ['byHour', 'byArea', 'byNumber', 'byOrigin', 'byCause', 'byServer']) {
      for (const row of Object.values(report[name])) {
        expect(row).toMatchObject({ attempts: expect.any(Number), unrouted: expect.any(Number) });
      }
    }
    expect(Object.keys(report['byHour'])[0]).toBe('16:45');
    expect(Object.keys(report['byArea'])).toHaveLength(101);
    expect(Object.keys(report['byServer']).length).toBeGreaterThanOrEqual(6);
    expect(Object.keys(report.times).sort()).toEqual([
      'adviceOnNumbers',
      'authoritiesTold',
      'cic',
      'emergencyImpactKnown',
      'firstNumberPublished',
      'firstPublicWord',
      'firstValidNumber',
      'noticed',
      'operatorCell',
      'otherOperatorsTold',
      'restored',
    ]);
    expect(Object.keys(report.hashes)).toEqual(['1', '2']);
    expect(report).toMatchObject({
      scenario: '2021-06-02',
      doctrine: { orange: 'as-in-2021', services: 'as-in-2021' },
      measures: [],
      causes: { bug: 2 },
      documentedTimes: { emergencyImpactKnown: 55, cic: 122, adviceOnNumbers: null },
      commands: { given: 0, refused: [] },
    });
  });

  test('times come from the play: those of 2021, roughly, when machines do as in 2021', () => {
    for (const [milestone, minutes] of Object.entries({
      emergencyImpactKnown: 55,
      cic: 122,
      operatorCell: 170,
    })) {
      expect(Math.abs(report.times[milestone]!.mean - minutes), milestone).toBeLessThan(20);
      expect(report.times[milestone]!.sd, milestone).toBeGreaterThan(0);
    }
    expect(report.times['adviceOnNumbers']).toBeNull();
  });

  test('a seed gives the same evening alone or among others, on any core', () => {
    const many = simulate('--seeds', `1..${4 * availableParallelism() + 1}`);
    expect(simulate('--seeds', '2').hashes).toEqual({ 2: report.hashes['2'] });
    expect(many.hashes).toMatchObject(report.hashes);
  });

  test('--doctrine and --measures change what is lost', () => {
    const book = simulate('--seeds', '1..2', '--doctrine', 'by-the-book');
    expect(book['unrouted'].mean).toBeLessThan(0.8 * report['unrouted'].mean);
    const one = simulate('--seeds', '1..2', '--doctrine', 'orange=by-the-book', '--measures', 'law');
    expect(one).toMatchObject({ doctrine: { orange: 'by-the-book', ministry: 'as-in-2021' } });
    expect(one['measures']).toHaveLength(4);
    expect(one['unrouted'].mean).not.toBe(book['unrouted'].mean);
  });

  test('a command replaces the act of the machine: done then, and not again', () => {
    const late = written(
      'late.jsonl',
      '{"at":"22:00","by":"ministry","type":"act","act":"ministry.callMinister"}\n',
    );
    const without = simulate('--seeds', '1..2', '--command', late);
    expect(without['commands']).toEqual({ given: 1, refused: [] });
    // Ten past six in 2021; no cell before the minister is called.
    expect(without.times['cic']!.mean).toBeGreaterThan(22 * 60 - 1005);
    const unable = written(
      'unable.jsonl',
      '{"at":"16:50","by":"ministry","body":{"type":"act","act":"ministry.closeCic","args":{},"rests":[]}}\n',
    );
    expect(simulate('--seeds', '1..2', '--command', unable)['commands']).toMatchObject({
      given: 1,
      refused: [{ line: 1, evenings: 2 }],
    });
  });

  test('--set and --command with orders change the evening, and neither changes who calls first', () => {
    const withoutBug = simulate('--seeds', '1..2', '--set', 'bug=off');
    expect(withoutBug['unrouted'].mean).toBeLessThan(report['unrouted'].mean / 2);
    const early = written(
      'early.jsonl',
      '{"at":"16:44","by":"player","type":"operation","args":{"servers":["reims"]}}\n',
    );
    const oneServer = simulate('--seeds', '1..2', '--command', early);
    expect(oneServer['unrouted'].mean).toBeLessThan(report['unrouted'].mean);
    expect(oneServer.hashes).not.toEqual(report.hashes);
  });

  test.each([
    ['fr', 'Tentatives non acheminées'],
    ['en', 'Attempts not routed'],
  ])('without --json prints tables in %s', (language, words) => {
    const { status, out } = alone('simulate', '--seeds', '1', '--lang', language);
    expect(status).toBe(0);
    expect(out).toContain(words);
    expect(out).toContain(language === 'fr' ? 'EXERCICE' : 'EXERCISE');
    expect(out).not.toMatch(/cli:|NaN|undefined/);
  });
});

test('bench refuses a bad workload with exit code 2 and one line', () => {
  for (const args of [
    ['--workload', notJson],
    ['--workload', notScenario],
    ['--workload', join(folder, 'none')],
    ['--fast'],
  ]) {
    const said = script('bench.ts', args);
    expect(said.status).toBe(2);
    expect(said.out).toBe('');
    expect(lines(said.err)).toHaveLength(1);
  }
});
