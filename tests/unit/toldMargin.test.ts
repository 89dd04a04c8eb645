import { expect, test } from 'vitest';
import { isClear, marginOf } from '../../src/debrief/clear.ts';

test('a figure is told as clear exactly when it is larger than the ± told with it', () => {
  for (const error of [0.5, 1, 2, 51.5])
    for (const value of [-104, -4, -1, 0, 1, 3.9, 4, 4.1, 103, 117])
      expect(isClear(value, error), `${value} ± ${marginOf(error)}`).toBe(Math.abs(value) > marginOf(error));
  // Two standard errors, about 95 %.
  expect(marginOf(51.5)).toBe(103);
  expect(isClear(117, 51.5)).toBe(true);
  expect(isClear(117, 103)).toBe(false);
});
