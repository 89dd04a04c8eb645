import { deviation, mean } from './statistics.ts';

export const COMPARED = [
  'unrouted',
  'neverServed',
  'servedLate',
  'seriousDelayed',
  'ordinaryRefused',
] as const;
export type Compared = (typeof COMPARED)[number];
export type Counts = Readonly<Record<Compared, number>>;

/** One seed with and without: the same callers, the same luck, other decisions. */
export interface Pair {
  readonly seed: number;
  readonly without: Counts;
  readonly with: Counts;
}

export interface Difference {
  readonly without: number;
  readonly with: number;
  /** Mean over seeds of with minus without, and its 95 % confidence interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Student's t at 97.5 % by degrees of freedom 1..30 (any statistical table). */
const T975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Student's t at 97.5 %; beyond 30 degrees of freedom 1.96 + 2.4 / n is within 0.003 of the tables. */
export function t975(degrees: number): number {
  return T975[degrees - 1] ?? 1.96 + 2.4 / degrees;
}

/** Needs at least two pairs: one evening has no interval. */
export function differences(pairs: readonly Pair[]): Readonly<Record<Compared, Difference>> {
  const t = t975(pairs.length - 1);
  return Object.fromEntries(
    COMPARED.map((measure) => {
      const changes = pairs.map((pair) => pair.with[measure] - pair.without[measure]);
      const middle = mean(changes);
      const half = (t * deviation(changes)) / Math.sqrt(pairs.length);
      return [
        measure,
        {
          without: mean(pairs.map((pair) => pair.without[measure])),
          with: mean(pairs.map((pair) => pair.with[measure])),
          difference: middle,
          low: middle - half,
          high: middle + half,
        },
      ];
    }),
  ) as unknown as Readonly<Record<Compared, Difference>>;
}
