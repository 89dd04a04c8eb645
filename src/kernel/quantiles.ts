import { exp, ln, probit } from './numeric.ts';

/**
 * Quantiles of the laws the world draws from: u in (0, 1) to a value, by monotone inversion, so that a small change
 * of a parameter moves a caller's luck a little and never reshuffles it.
 */
export function expQuantile(u: number, mean: number): number {
  return -mean * ln(1 - u);
}

/** `mean` is the mean of the law itself; `sigma` the standard deviation of its logarithm. */
export function lognormalQuantile(u: number, mean: number, sigma: number): number {
  return mean * exp(sigma * probit(u) - 0.5 * sigma * sigma);
}

/** A positive factor of mean 1 and coefficient of variation `cv` (lognormal: same use as a gamma, closed quantile). */
export function gammaLikeQuantile(u: number, cv: number): number {
  if (cv === 0) return 1;
  const variance = ln(1 + cv * cv);
  return exp(Math.sqrt(variance) * probit(u) - 0.5 * variance);
}

const TWO_PI = 6.283185307179586;
/** Below this mean the probabilities are summed from zero; above, from the mode outwards. */
const SMALL_MEAN = 12;

/**
 * Smallest k with P(Poisson(mean) <= k) >= u. Monotone in u (exactly) and in the mean; the distribution function is
 * summed with an error under 1e-12, against 2.3e-10 between two values of u. Means up to some 100,000.
 */
export function poissonQuantile(u: number, mean: number): number {
  if (!(mean > 0)) return 0;
  // exp(-mean) >= 1 - mean: most draws of a rare thing need no exponential.
  if (u <= 1 - mean) return 0;
  return mean < SMALL_MEAN ? fromZero(u, mean) : fromMode(u, mean);
}

function fromZero(u: number, mean: number): number {
  let k = 0;
  // The sign says that it is a number: an engine would else put each term and each sum in an object.
  let p = +exp(-mean);
  let cumulated = p;
  while (cumulated < u && p > 0) {
    k++;
    p *= mean / k;
    // At the far end of the tail the sum stops growing: the remaining probability is below rounding.
    if (cumulated + p === cumulated && k > mean) break;
    cumulated += p;
  }
  return k;
}

function fromMode(u: number, mean: number): number {
  const mode = Math.floor(mean);
  const peak = +poissonAtMode(mode, mean);
  // P(<= mode), summed from the mode down until terms no longer count.
  let cumulated = 0;
  let p = peak;
  for (let k = mode; k >= 0 && p > 1e-18; k--) {
    cumulated += p;
    p *= k / mean;
  }
  let k = mode;
  p = peak;
  if (cumulated >= u) {
    // Down: as long as P(<= k - 1) still reaches u.
    while (k > 0 && cumulated - p >= u) {
      cumulated -= p;
      p *= k / mean;
      k--;
    }
    return k;
  }
  while (cumulated < u) {
    k++;
    p *= mean / k;
    if (cumulated + p === cumulated) break;
    cumulated += p;
  }
  return k;
}

/** P(Poisson(mean) = mode), by the saddle-point form of Loader (2000): no cancellation between large logarithms. */
function poissonAtMode(mode: number, mean: number): number {
  const m2 = mode * mode;
  const stirling = (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / m2) / m2) / m2) / m2) / mode;
  // Deviance mode ln(mode / mean) + mean - mode, as a series in v because mode and mean are within one of each other.
  const v = (mode - mean) / (mode + mean);
  const v2 = v * v;
  const deviance =
    (mode - mean) * v + 2 * mode * v * v2 * (1 / 3 + v2 * (1 / 5 + v2 * (1 / 7 + v2 * (1 / 9 + v2 / 11))));
  return exp(-stirling - deviance) / Math.sqrt(TWO_PI * mode);
}
