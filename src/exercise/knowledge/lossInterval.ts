/** A result less likely than this on either side is held against a loss: 95 % between the two. */
const TAIL = 0.025;
const HALVINGS = 40;

export interface LossInterval {
  readonly low: number;
  readonly high: number;
}

const known = new Map<string, LossInterval>();

/**
 * Shares of calls lost, 0..1, that remain compatible with `passed` calls out of `tries`, at 95 %: exact interval of the
 * binomial law (Clopper and Pearson, Biometrika 26, 1934), found by halving with + − × ÷ only.
 */
export function lossInterval(tries: number, passed: number): LossInterval {
  const key = `${tries}/${passed}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const lost = tries - passed;
  const interval = {
    low: lost === 0 ? 0 : border((loss) => 1 - atMost(lost - 1, tries, loss) < TAIL),
    high: passed === 0 ? 1 : border((loss) => atMost(lost, tries, loss) > TAIL),
  };
  known.set(key, interval);
  return interval;
}

/** Largest loss in 0..1 of which `below` still holds; it holds up to a border and not beyond. */
function border(below: (loss: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability of at most `lost` losses in `tries` calls of which each is lost with probability `loss`. */
function atMost(lost: number, tries: number, loss: number): number {
  let sum = 0;
  for (let k = 0; k <= lost; k++) {
    let term = 1;
    for (let i = 0; i < k; i++) term *= ((tries - i) / (i + 1)) * loss;
    for (let i = k; i < tries; i++) term *= 1 - loss;
    sum += term;
  }
  return sum;
}
