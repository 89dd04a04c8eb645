import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mix } from '../../src/kernel/mix.ts';
import { Draws } from '../../src/kernel/threefry.ts';
import { unit } from '../../src/kernel/uniform.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });

describe('Threefry2x32-20', () => {
  // Random123 distribution, kat_vectors: key, counter, result.
  test.each([
    [0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
  ])('gives the published answer for key %i %i, counter %i %i', (k0, k1, c0, c1, w0, w1) => {
    const draws = new Draws(k0);
    draws.draw(c0, k1, c1);
    expect([draws.w0, draws.w1]).toEqual([w0, w1]);
  });

  test('a draw depends on its address only, not on the draws before it', () => {
    fc.assert(
      fc.property(word, word, word, word, word, (seed, entity, purpose, index, other) => {
        const fresh = new Draws(seed);
        fresh.draw(entity, purpose, index);
        const used = new Draws(seed);
        used.draw(other, index, purpose);
        used.draw(entity, purpose, index);
        expect([used.u0, used.u1]).toEqual([fresh.u0, fresh.u1]);
      }),
    );
  });

  test('words and units of a draw are the same draw', () => {
    fc.assert(
      fc.property(word, word, (seed, entity) => {
        const draws = new Draws(seed);
        draws.draw(entity, 1, 2);
        expect([unit(draws.w0), unit(draws.w1)]).toEqual([draws.u0, draws.u1]);
      }),
    );
  });
});

test('unit stays strictly between 0 and 1 and reads a word the same signed or not', () => {
  expect(unit(0)).toBe(0.5 / 4294967296);
  expect(unit(0xffffffff)).toBe(1 - 0.5 / 4294967296);
  fc.assert(fc.property(word, (w) => unit(w | 0) === unit(w)));
});

test.each([
  ['Threefry, first word', (seed: number, i: number) => drawn(seed, i).u0],
  ['Threefry, second word', (seed: number, i: number) => drawn(seed, i).u1],
  ['the small mixer', (seed: number, i: number) => unit(mix(seed, i, 5))],
])('%s: neighbouring entities look uniform and unrelated', (_, draw) => {
  const n = 40_000;
  const cells = new Float64Array(100);
  let previous = draw(1, -1);
  for (let i = 0; i < n; i++) {
    const u = draw(1, i);
    cells[Math.floor(u * 10) * 10 + Math.floor(previous * 10)]++;
    previous = u;
  }
  let chi2 = 0;
  for (const count of cells) chi2 += (count - n / 100) ** 2 / (n / 100);
  // 99 degrees of freedom: 99.99 % of samples lie within these.
  expect(chi2).toBeGreaterThan(52);
  expect(chi2).toBeLessThan(162);
});

function drawn(seed: number, entity: number): Draws {
  const draws = new Draws(seed);
  draws.draw(entity, 3, 4);
  return draws;
}
