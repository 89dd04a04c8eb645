import { expect, test } from 'vitest';
import { compileWorld } from '../../src/scenario/compile.ts';
import { scenarioInfo } from '../../src/scenario/info.ts';
import { ORDER_CATALOGUE } from '../../src/scenario/orderCatalogue.ts';
import { mergeOrders, parseOrder, parseOrderLines } from '../../src/scenario/parseOrders.ts';
import { scenarioFile, territory } from './scenarioSample.ts';

const file = scenarioFile();
const read = (json: unknown) => parseOrder(json, file, territory);
const refusal = (json: unknown) => {
  const result = read(json);
  return result.ok ? [] : result.error.map(({ code, path, nearest }) => [code, path, nearest]);
};

test('times are read as clock times or as milliseconds, and arguments left out take their default', () => {
  const order = { by: 'player', type: 'restartOneByOne', args: { servers: ['lyon1'] } };
  const expected = {
    at: 66_600_000,
    by: 'player',
    type: 'restartOneByOne',
    args: { servers: ['lyon1'], kind: 'cold', watchMin: 15 },
  };
  expect(read({ ...order, at: '18:30' })).toEqual({ ok: true, value: expected });
  expect(read({ ...order, at: 66_600_000 })).toEqual({ ok: true, value: expected });
  expect(read({ ...order, at: '24:30:05' })).toMatchObject({ ok: true, value: { at: 88_205_000 } });
});

test('every order of the catalogue is accepted with its own defaults, and with none', () => {
  const { catalogue } = scenarioInfo(scenarioFile('june-evening'), territory, '');
  // Where the cause is known to be no attack, remote access is nobody's matter.
  expect(scenarioInfo(file, territory, '').catalogue.map(({ type }) => type)).not.toContain('cutAccess');
  expect(catalogue.map((entry) => entry.type)).toEqual(ORDER_CATALOGUE.map((entry) => entry.type));
  for (const { type, args } of catalogue) {
    const bare = read({ at: '18:00', by: 'player', type, args: {} });
    const whole = Object.fromEntries(args.map((arg) => [arg.name, arg.default]));
    expect(bare).toMatchObject({ ok: true, value: { type, args: whole } });
    expect(read({ at: '18:00', by: 'player', type, args: whole })).toEqual(bare);
    for (const arg of args) {
      if ('options' in arg) for (const option of arg.options) expect(arg.options).toContain(option);
      if ('min' in arg) {
        expect(refusal({ at: '18:00', by: 'player', type, args: { [arg.name]: arg.max + 1 } })).toEqual([
          ['outOfRange', `args.${arg.name}`, undefined],
        ]);
      }
    }
  }
});

test('what is wrong with an order is named', () => {
  const order = { at: '18:00', by: 'player', type: 'coldRestart', args: { servers: 'all' } };
  expect(refusal({ ...order, at: '28:00' })).toEqual([['outsideClock', 'at', undefined]]);
  expect(refusal({ ...order, at: 12.5 })).toEqual([['notInteger', 'at', undefined]]);
  expect(refusal({ ...order, type: 'coldrestart' })).toEqual([['notOneOf', 'type', 'coldRestart']]);
  expect(refusal({ ...order, args: { servers: ['lyon1', 'lion2'] } })).toEqual([
    ['unknownServer', 'args.servers[1]', 'lyon2'],
  ]);
  expect(refusal({ ...order, args: { servers: [] } })).toEqual([['empty', 'args.servers', undefined]]);
  expect(refusal({ ...order, args: { areas: 'all' } })).toEqual([['unknownField', 'args.areas', undefined]]);
  expect(refusal({ ...order, type: 'goAround', args: { areas: ['5', '59', '59'] } })).toEqual([
    ['unknownArea', 'args.areas[0]', '05'],
    ['duplicate', 'args.areas[2]', undefined],
  ]);
  expect(refusal({})).toEqual([
    ['missing', 'at', undefined],
    ['missing', 'by', undefined],
    ['missing', 'type', undefined],
  ]);
  for (const json of [null, 3, 'x', [], [order]])
    expect(refusal(json)).toEqual([['wrongType', '', undefined]]);
});

test('a text of orders gives the line of each error, all of them', () => {
  const text = [
    '{"at":"18:00","by":"player","type":"rollback","args":{}}',
    '',
    'rollback at six',
    '{"at":"18:00","by":"","type":"patch","args":{"servers":"some"}}\r',
  ].join('\n');
  const result = parseOrderLines(text, file, territory);
  expect(result.ok ? [] : result.error.map(({ line, code, path }) => [line, code, path])).toEqual([
    [3, 'notJson', ''],
    [4, 'empty', 'by'],
    [4, 'notOneOf', 'args.servers'],
  ]);
});

test('given orders replace those of their type and come in order of time', () => {
  const compiled = compileWorld(file, territory, {});
  const lines = parseOrderLines(
    '{"at":"21:00","by":"player","type":"rollback","args":{}}\n{"at":"17:00","by":"player","type":"rollback","args":{"servers":["reims"]}}',
    file,
    territory,
  );
  if (!compiled.ok || !lines.ok) throw new Error('unexpected');
  const merged = mergeOrders(compiled.value.orders, lines.value);
  expect(merged.filter((order) => order.type === 'rollback')).toEqual(lines.value);
  expect(lines.value.map((order) => order.at)).toEqual([61_200_000, 75_600_000]);
  expect(merged).toHaveLength(compiled.value.orders.length + 1);
  expect(merged.map((order) => order.at)).toEqual(merged.map((order) => order.at).toSorted((a, b) => a - b));
  expect(mergeOrders(compiled.value.orders, [])).toEqual(compiled.value.orders);
});
