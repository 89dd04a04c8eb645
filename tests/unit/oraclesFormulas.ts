import { stationary } from './oraclesChain.ts';

/** Probability that a call is refused by `c` servers without waiting room offered `a` erlangs. */
export function erlangB(c: number, a: number): number {
  let blocked = 1;
  for (let k = 1; k <= c; k++) blocked = (a * blocked) / (k + a * blocked);
  return blocked;
}

/** Probability that a patient call waits, and mean wait over mean service. */
export function erlangC(c: number, a: number): { readonly waits: number; readonly meanWait: number } {
  const blocked = erlangB(c, a);
  const waits = blocked / (1 - (a / c) * (1 - blocked));
  return { waits, meanWait: waits / (c - a) };
}

/** Erlang A (M/M/c+M): calls that wait, that give up, and mean number waiting. Rates per unit of time. */
export function erlangA(c: number, lambda: number, mu: number, theta: number) {
  const most = c + 600;
  const law = stationary(most + 1, 1, (n) => [
    ...(n < most ? ([[n + 1, lambda]] as const) : []),
    ...(n > 0 ? ([[n - 1, Math.min(n, c) * mu + Math.max(0, n - c) * theta]] as const) : []),
  ]);
  let waits = 0;
  let queue = 0;
  law.forEach((p, n) => {
    if (n >= c) waits += p;
    queue += p * Math.max(0, n - c);
  });
  return { waits, abandons: (theta * queue) / lambda, queue };
}

/**
 * M/M/c/c whose refused calls try again with probability `persistence`, each after a time of rate `nu` of its own.
 * `refusedPrimary`: share of first attempts refused. `lost`: share of callers never served.
 */
export function retrial(
  c: number,
  lambda: number,
  mu: number,
  nu: number,
  persistence: number,
  mostOrbit: number,
) {
  const width = c + 1;
  const law = stationary(width * (mostOrbit + 1), width + 1, (state) => {
    const busy = state % width;
    const orbit = (state - busy) / width;
    const to: [number, number][] = [];
    if (busy > 0) to.push([state - 1, busy * mu]);
    if (busy < c) {
      to.push([state + 1, lambda]);
      if (orbit > 0) to.push([state + 1 - width, orbit * nu]);
    } else {
      if (orbit < mostOrbit) to.push([state + width, lambda * persistence]);
      if (orbit > 0) to.push([state - width, orbit * nu * (1 - persistence)]);
    }
    return to;
  });
  let busy = 0;
  let orbit = 0;
  let refusedPrimary = 0;
  let refusedOrbit = 0;
  law.forEach((p, state) => {
    const taken = state % width;
    const waiting = (state - taken) / width;
    busy += p * taken;
    orbit += p * waiting;
    if (taken === c) {
      refusedPrimary += p;
      refusedOrbit += p * waiting;
    }
  });
  const lost = ((1 - persistence) * (lambda * refusedPrimary + nu * refusedOrbit)) / lambda;
  return { busy, orbit, refusedPrimary, lost };
}

/** M/M/c+M whose calls that gave up try again with probability `persistence`, after a time of rate `nu`. */
export function impatientRetrial(
  c: number,
  lambda: number,
  mu: number,
  theta: number,
  nu: number,
  persistence: number,
  most: { readonly present: number; readonly orbit: number },
) {
  const width = most.orbit + 1;
  const law = stationary((most.present + 1) * width, width + 1, (state) => {
    const orbit = state % width;
    const present = (state - orbit) / width;
    const giving = Math.max(0, present - c) * theta;
    const to: [number, number][] = [];
    if (present < most.present) {
      to.push([state + width, lambda]);
      if (orbit > 0) to.push([state + width - 1, orbit * nu]);
    }
    if (present > 0) to.push([state - width, Math.min(present, c) * mu + giving * (1 - persistence)]);
    if (giving > 0) to.push([orbit < most.orbit ? state - width + 1 : state - width, giving * persistence]);
    return to;
  });
  let queue = 0;
  let orbit = 0;
  law.forEach((p, state) => {
    orbit += p * (state % width);
    queue += p * Math.max(0, Math.floor(state / width) - c);
  });
  const attempts = lambda + nu * orbit;
  return {
    attemptsPerCaller: attempts / lambda,
    lost: ((1 - persistence) * theta * queue) / lambda,
    waitPerAttempt: queue / attempts,
  };
}
