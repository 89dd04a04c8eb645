import { expect, test } from 'vitest';
import { lastOfChains } from '../../src/debrief/chains.ts';

const moment = (at: number, unrouted: readonly number[]) => ({
  at,
  effects: unrouted.map((count) => ({ unrouted: count, neverServed: 0 })),
});

test('of a look and the act it led to, the act is told, even where they do not weigh the same to the call', () => {
  const look = moment(1, [500, 900, 300, 700]);
  const act = moment(2, [503, 896, 301, 702]);
  expect(lastOfChains([look, act])).toEqual([act]);
  expect(lastOfChains([act, look])).toEqual([act]);
  expect(lastOfChains([moment(1, [7]), moment(2, [7])])).toEqual([moment(2, [7])]);
});

test('moments that weigh as much on the whole, but not on the same evenings, are both told', () => {
  const one = moment(1, [500, 900, 300, 700]);
  const other = moment(2, [900, 500, 700, 300]);
  expect(lastOfChains([one, other])).toEqual([one, other]);
});

test('moments not tried on the same number of evenings are both told, and so are two of one evening a call apart', () => {
  expect(lastOfChains([moment(1, [7, 9]), moment(2, [7])])).toHaveLength(2);
  expect(lastOfChains([moment(1, [7]), moment(2, [8])])).toHaveLength(2);
});
