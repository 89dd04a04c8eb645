/**
 * Stationary law of a finite Markov chain in continuous time, by the elimination of Grassmann, Taksar and Heyman
 * (Operations Research 33, 1985): no subtraction, so every digit holds. `rates(state)` lists [to, rate] pairs;
 * no pair may lie further apart than `band`.
 */
export function stationary(
  states: number,
  band: number,
  rates: (state: number) => readonly (readonly [number, number])[],
): Float64Array {
  const width = 2 * band + 1;
  const q = new Float64Array(states * width);
  const at = (from: number, to: number): number => from * width + (to - from + band);
  for (let from = 0; from < states; from++)
    for (const [to, rate] of rates(from)) if (to !== from) q[at(from, to)] += rate;
  for (let n = states - 1; n > 0; n--) {
    const low = Math.max(0, n - band);
    let out = 0;
    for (let to = low; to < n; to++) out += q[at(n, to)];
    for (let from = low; from < n; from++) {
      const share = q[at(from, n)] / out;
      q[at(from, n)] = share;
      if (share === 0) continue;
      for (let to = low; to < n; to++) if (to !== from) q[at(from, to)] += share * q[at(n, to)];
    }
  }
  const law = new Float64Array(states);
  law[0] = 1;
  let total = 1;
  for (let n = 1; n < states; n++) {
    for (let from = Math.max(0, n - band); from < n; from++) law[n] += law[from] * q[at(from, n)];
    total += law[n];
  }
  return law.map((weight) => weight / total);
}
