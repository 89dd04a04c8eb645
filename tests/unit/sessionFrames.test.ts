import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrame } from '../../src/session/frames.ts';
import type { Request } from '../../src/session/protocol.ts';
import { operation } from './callflowWorlds.ts';

const good: readonly Request[] = [
  { type: 'start', seed: 1, at: 63_000_000, set: { leak: 0.01, bug: 'off' }, orders: null },
  { type: 'start', seed: 0xffffffff, at: 0, set: {}, orders: [operation()] },
  { type: 'play' },
  { type: 'pause' },
  { type: 'speed', value: 1.5 },
  { type: 'jump', at: 64_000_000.5 },
  { type: 'select', selection: null },
  { type: 'select', selection: { kind: 'area', code: '69' } },
  { type: 'select', selection: { kind: 'server', id: 'reims' } },
  { type: 'select', selection: { kind: 'centre', code: '69', room: '18-112' } },
  { type: 'hash' },
  { type: 'story', attempt: 0 },
  { type: 'compare', set: {}, orders: null, seeds: 40 },
  { type: 'stopCompare' },
];

test.each(good)('a good frame is read as it is: %j', (request) => {
  expect(readFrame(request)).toEqual({ ok: true, value: request });
  expect(readFrame(structuredClone(request))).toEqual({ ok: true, value: request });
});

test.each([
  ['nothing', undefined, 'type'],
  ['null', null, 'type'],
  ['a text', 'play', 'type'],
  ['a list', [{ type: 'play' }], 'type'],
  ['no type', {}, 'type'],
  ['an unknown type', { type: 'stop' }, 'type'],
  ['a type that is every object’s', { type: 'toString' }, 'type'],
  ['something besides', { type: 'play', now: true }, 'now'],
  ['no seed', { type: 'start', at: 0, set: {}, orders: null }, 'seed'],
  ['a seed below zero', { type: 'start', seed: -1, at: 0, set: {}, orders: null }, 'seed'],
  ['half a seed', { type: 'start', seed: 0.5, at: 0, set: {}, orders: null }, 'seed'],
  ['a seed as text', { type: 'start', seed: '1', at: 0, set: {}, orders: null }, 'seed'],
  [
    'a value that is no value',
    { type: 'start', seed: 1, at: 0, set: { leak: [] }, orders: null },
    'set.leak',
  ],
  [
    'a value beyond numbers',
    { type: 'start', seed: 1, at: 0, set: { leak: Infinity }, orders: null },
    'set.leak',
  ],
  ['orders left out', { type: 'start', seed: 1, at: 0, set: {} }, 'orders'],
  ['orders that are none', { type: 'start', seed: 1, at: 0, set: {}, orders: [operation(), 3] }, 'orders.1'],
  ['a time that is none', { type: 'jump', at: NaN }, 'at'],
  ['no time', { type: 'jump' }, 'at'],
  ['no speed at all', { type: 'speed', value: 0 }, 'value'],
  ['too fast', { type: 'speed', value: 61 }, 'value'],
  [
    'an unknown kind of place',
    { type: 'select', selection: { kind: 'region', code: '1' } },
    'selection.kind',
  ],
  [
    'an unknown room',
    { type: 'select', selection: { kind: 'centre', code: '69', room: '18' } },
    'selection.room',
  ],
  ['half an attempt', { type: 'story', attempt: 1.5 }, 'attempt'],
  ['one seed, which has no interval', { type: 'compare', set: {}, orders: null, seeds: 1 }, 'seeds'],
  ['too many seeds', { type: 'compare', set: {}, orders: null, seeds: 1e9 }, 'seeds'],
])('a bad frame says where: %s', (_, frame, path) => {
  const read = readFrame(frame);
  expect(read.ok).toBe(false);
  if (!read.ok) {
    expect(read.error.path).toBe(path);
    expect(read.error.found.length).toBeGreaterThan(0);
    expect(read.error.found.length).toBeLessThan(80);
  }
});

test('anything at all is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      (frame) => {
        expect(typeof readFrame(frame).ok).toBe('boolean');
      },
    ),
    { numRuns: 500, seed: 1 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...good), fc.string(), fc.anything(), (request, field, value) => {
      expect(typeof readFrame({ ...request, [field]: value }).ok).toBe('boolean');
      for (const name of Object.keys(request))
        expect(typeof readFrame({ ...request, [name]: value }).ok).toBe('boolean');
    }),
    { numRuns: 500, seed: 1 },
  );
});
