import { mean, standardError } from './statistics.ts';
import type { Settled } from './tally.ts';

/** A moment as it was measured: what it changed on each evening tried, tonight's first. */
export interface Measured {
  readonly at: number;
  readonly effects: readonly (Settled & {
    /** Of its seat's own goal, where that was looked at. */
    readonly goal?: number | null;
  })[];
}

const COUNTS = ['unrouted', 'neverServed'] as const;

/** Goals changed by less than this apart, percent or minutes, are changed alike. */
const SAME_GOAL = 1;

/**
 * Whether two moments are one and the same effect told twice: on the same evenings they change the same counts, evening
 * by evening, by no more than what luck leaves unsure of either. Moments that merely weigh as much differ by evening.
 */
function sameEffect(a: Measured, b: Measured): boolean {
  if (a.effects.length !== b.effects.length) return false;
  const goals = a.effects.map(({ goal }, i) => Math.abs((goal ?? 0) - (b.effects[i]!.goal ?? 0)));
  if (mean(goals) >= SAME_GOAL) return false;
  return COUNTS.every((count) => {
    const [ofA, ofB] = [a.effects.map((each) => each[count]), b.effects.map((each) => each[count])];
    const apart = ofA.map((value, i) => value - ofB[i]!);
    const unsure = Math.min(standardError(ofA), standardError(ofB));
    return mean(apart.map((value) => value * value)) <= unsure * unsure;
  });
}

/** Moments without those of a chain (a look, then the act it led to) whose last one is among them. */
export function lastOfChains<M extends Measured>(moments: readonly M[]): M[] {
  return moments.filter((moment, i) =>
    moments.every(
      (other, j) =>
        other === moment ||
        !sameEffect(moment, other) ||
        other.at < moment.at ||
        (other.at === moment.at && j > i),
    ),
  );
}
