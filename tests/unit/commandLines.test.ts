import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOG_ERROR_CODES } from '../../src/exercise/log/logErrors.ts';
import { clock } from '../../src/kernel/time.ts';
import { readScript } from '../../src/server/commandLines.ts';
import { play } from './exerciseSample.ts';

const bounds = { from: clock('16:30'), to: clock('24:00'), seat: 'orange' as const };
const read = (...rows: unknown[]) =>
  readScript(rows.map((row) => JSON.stringify(row)).join('\n'), play, bounds);

/** Code and place of what is wrong with a script. */
function wrong(...rows: unknown[]): unknown[] {
  const found = read(...rows);
  return found.ok ? [] : [found.error.code, found.error.params['line'], found.error.params['path']];
}

describe('a script', () => {
  test('fills in what nobody writes, and sorts by time', () => {
    const found = read(
      { at: '17:00', type: 'read' },
      { at: '16:46:30', type: 'act', act: 'orange.readAlarms' },
      { at: clock('16:50'), by: 'director', type: 'finish' },
      { at: '17:05', type: 'act', act: 'orange.giveEstimate', args: { time: '21:00' } },
    );
    expect(found).toMatchObject({
      ok: true,
      value: [
        { at: clock('16:46') + 30_000, by: 'orange', id: 'line-2', body: { args: {}, rests: [] }, facts: [] },
        { by: 'director', body: { type: 'finish' } },
        { late: 'message' },
        { body: { args: { time: clock('21:00') } } },
      ],
    });
  });

  test('takes lines of a log, but for those that say no command', () => {
    const body = { type: 'act', act: 'orange.rollBack', args: {}, rests: [] };
    const line = {
      line: 'command',
      n: 1,
      at: clock('17:00'),
      by: 'orange',
      body,
      id: 'x',
      wall: 3,
      chain: 'y',
    };
    expect(read({ line: 'header' }, line, { line: 'check' })).toMatchObject({
      ok: true,
      value: [{ body, id: 'x' }],
    });
  });

  test('is told what is wrong with it, and where', () => {
    const act = { at: '17:00', type: 'act', act: 'orange.rollBack' };
    expect(wrong(act, 3)).toEqual(['logWrongType', 2, '$']);
    expect(wrong({ ...act, at: undefined })).toEqual(['logMissing', 1, 'at']);
    expect(wrong({ ...act, at: true })).toEqual(['logWrongType', 1, 'at']);
    expect(wrong({ ...act, at: '16:00' })).toEqual(['logTime', 1, undefined]);
    expect(wrong({ ...act, by: 'oragne' })).toEqual(['logNotOneOf', 1, 'by']);
    expect(wrong({ ...act, id: 3 })).toEqual(['logWrongType', 1, 'id']);
    expect(wrong({ ...act, id: 'a' }, { ...act, id: 'a' })).toEqual(['logDuplicate', 2, undefined]);
    expect(wrong({ ...act, facts: 'restored' })).toEqual(['logWrongType', 1, 'facts']);
    expect(wrong({ ...act, facts: ['restord'] })).toEqual(['logNotOneOf', 1, 'facts[0]']);
    expect(wrong({ ...act, act: 'orange.rolBack' })).toEqual(['logNotOneOf', 1, 'act']);
    expect(wrong({ ...act, args: [] })).toEqual(['logWrongType', 1, 'args']);
    expect(wrong({ ...act, extra: 1 })).toEqual(['logUnknownField', 1, 'extra']);
    expect(wrong({ ...act, type: 'constructor' })).toEqual(['logNotOneOf', 1, 'type']);
    expect(wrong({ at: '17:00', type: 'choose', dilemma: 'O1', option: 'never' })).toEqual([
      'logNotOneOf',
      1,
      'option',
    ]);
  });

  test('whatever it holds, it is read or told what is wrong', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<unknown>('17:00', 'orange', 'act', 'stop', 'read', 'send', 'orange.rollBack', deep),
    );
    const row = fc.dictionary(
      fc.constantFrom(
        'at',
        'by',
        'type',
        'act',
        'args',
        'facts',
        'id',
        'line',
        'body',
        'message',
        '__proto__',
      ),
      value,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(row, value), { maxLength: 3 }), (rows) => {
        // Written by hand: what is too deep for JSON.stringify is not too deep for a file.
        const text = rows.map((each) =>
          JSON.stringify(each, (_, inner: unknown) => (inner === deep ? 'deep' : inner)),
        );
        const file = text.join('\n').replaceAll('"deep"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
        const found = readScript(file, play, bounds);
        if (!found.ok) expect(LOG_ERROR_CODES as readonly string[]).toContain(found.error.code);
      }),
      { numRuns: 300 },
    );
  });
});
