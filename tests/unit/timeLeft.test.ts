import { expect, test } from 'vitest';
import { timeLeft } from '../../src/client/timeLeft.ts';

test('the time left is that which the rest takes at the pace so far, by steps of five seconds, once it can be told', () => {
  let now = 1000;
  const left = timeLeft(() => now);
  expect(left('a', 0.1)).toBeNull();
  now += 2000;
  expect(left('a', 0.15)).toBeNull();
  now += 8000;
  // A fifth in ten seconds: thirty-five seconds for seven tenths.
  expect(left('a', 0.3)).toBe(35);
  expect(left('b', 0.9)).toBeNull();
  now += 30_000;
  expect(left('a', 1)).toBe(5);
  // Begun anew, nothing can be told again.
  expect(left('a', 0.02)).toBeNull();
});
