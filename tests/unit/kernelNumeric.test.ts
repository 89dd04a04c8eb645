import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashWords } from '../../src/kernel/hash.ts';
import { exp, ln, probit } from '../../src/kernel/numeric.ts';
import {
  expQuantile,
  gammaLikeQuantile,
  lognormalQuantile,
  poissonQuantile,
} from '../../src/kernel/quantiles.ts';

const inside = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

describe('ln', () => {
  test('gives published values', () => {
    expect(ln(1)).toBe(0);
    expect(ln(2)).toBe(0.6931471805599453);
    expect(ln(10)).toBe(2.302585092994046);
    expect(ln(0)).toBe(-Infinity);
    expect(ln(Infinity)).toBe(Infinity);
    expect(ln(-1)).toBeNaN();
    expect(ln(NaN)).toBeNaN();
  });

  test('stays within 1e-14 of the true value, relative, over all doubles', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.abs(Math.log(x)));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 0.9, max: 1.1, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.abs(Math.log(x)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('exp', () => {
  test('gives published values', () => {
    expect(exp(0)).toBe(1);
    expect(exp(1)).toBeCloseTo(2.718281828459045, 14);
    expect(exp(-1)).toBeCloseTo(0.36787944117144233, 15);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(710)).toBe(Infinity);
    expect(exp(NaN)).toBeNaN();
  });

  test('stays within 1e-13 of the true value, relative, from -700 to 700', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('probit', () => {
  // Wichura 1988 gives the first and the last; the others are in every table of the normal law.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167813],
    [1e-20, -9.262340089798409],
    [0.975, 1.959963984540054],
    [0.5, 0],
    [0.8413447460685429, 1],
  ])('of %d is %d', (u, z) => {
    expect(Math.abs(probit(u) - z)).toBeLessThan(1e-9);
  });

  test('is symmetric and never decreases', () => {
    fc.assert(
      fc.property(inside, inside, (a, b) => {
        expect(probit(Math.min(a, b))).toBeLessThanOrEqual(probit(Math.max(a, b)));
        // 0.5 - d and 0.5 + d are both exact for such d.
        const d = Math.fround((a - 0.5) * 0.999);
        expect(probit(0.5 - d) + probit(0.5 + d)).toBeCloseTo(0, 9);
      }),
    );
    expect(probit(0)).toBe(-Infinity);
    expect(probit(1)).toBe(Infinity);
  });
});

test('the arithmetic gives these bits in every engine', () => {
  const n = 20_000;
  const results = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) {
    const u = (((i * 40503) % 65536) + 0.5) / 65536;
    results[4 * i] = ln(u * (1 + (i % 97) * 1000));
    results[4 * i + 1] = exp((u - 0.5) * (i % 50) * 28);
    results[4 * i + 2] = probit(u);
    results[4 * i + 3] = poissonQuantile(u, i % 300);
  }
  expect(hashWords(new Int32Array(results.buffer))).toBe('670f7c2e466c9eebca4116b4063a72cc');
});

describe('quantiles', () => {
  const n = 20_000;
  const grid = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
  const meanOf = (quantile: (u: number) => number): number =>
    grid.reduce((sum, u) => sum + quantile(u), 0) / n;

  test('have the mean they are given', () => {
    expect(meanOf((u) => expQuantile(u, 25))).toBeCloseTo(25, 1);
    expect(meanOf((u) => lognormalQuantile(u, 150, 0.8)) / 150).toBeCloseTo(1, 2);
    expect(meanOf((u) => gammaLikeQuantile(u, 0.3))).toBeCloseTo(1, 3);
    expect(Math.sqrt(meanOf((u) => (gammaLikeQuantile(u, 0.3) - 1) ** 2))).toBeCloseTo(0.3, 2);
    expect(gammaLikeQuantile(0.01, 0)).toBe(1);
    for (const mean of [0.3, 5, 11.99, 12, 180, 2000]) {
      expect(meanOf((u) => poissonQuantile(u, mean)) / mean).toBeCloseTo(1, 2);
    }
  });

  test('the Poisson quantile is the smallest k whose distribution function reaches u', () => {
    const means = fc.oneof(
      fc.double({ min: 0.001, max: 40, noNaN: true }),
      fc.double({ min: 40, max: 2500, noNaN: true }),
    );
    fc.assert(
      fc.property(inside, means, (u, mean) => {
        const k = poissonQuantile(u, mean);
        // A distribution function summed another way: logarithms of every term.
        let below = 0;
        let logTerm = -mean;
        for (let j = 0; j < k; j++) {
          below += Math.exp(logTerm);
          logTerm += Math.log(mean / (j + 1));
        }
        expect(below).toBeLessThan(u + 1e-9);
        expect(below + Math.exp(logTerm)).toBeGreaterThan(u - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  test('the Poisson quantile never decreases in u nor in the mean', () => {
    const mean = fc.double({ min: 0, max: 2100, noNaN: true });
    fc.assert(
      fc.property(inside, inside, mean, mean, (u, v, a, b) => {
        expect(poissonQuantile(Math.min(u, v), a)).toBeLessThanOrEqual(poissonQuantile(Math.max(u, v), a));
        expect(poissonQuantile(u, Math.min(a, b))).toBeLessThanOrEqual(poissonQuantile(u, Math.max(a, b)));
      }),
      { numRuns: 1000 },
    );
    expect(poissonQuantile(0.7, 0)).toBe(0);
    for (let step = 0; step < 4000; step++) {
      const m = step * 0.01;
      expect(poissonQuantile(0.37, m)).toBeLessThanOrEqual(poissonQuantile(0.37, m + 0.01));
    }
  });

  test('the extreme draws give finite values', () => {
    for (const u of [0.5 / 4294967296, 1 - 0.5 / 4294967296]) {
      for (const mean of [0.01, 3, 12, 500, 2000])
        expect(poissonQuantile(u, mean)).toBeLessThan(mean + 7 * Math.sqrt(mean) + 13);
      expect(Number.isFinite(expQuantile(u, 1))).toBe(true);
      expect(Number.isFinite(lognormalQuantile(u, 1, 1.2))).toBe(true);
    }
  });
});
