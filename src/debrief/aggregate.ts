import { deviation, mean } from './statistics.ts';
import type { Breakdown, EveningSummary } from './summary.ts';

export interface Spread {
  readonly mean: number;
  /** Standard deviation over evenings (n - 1); 0 for a single one. */
  readonly sd: number;
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
}

export const MEASURES = [
  'attempts',
  'unrouted',
  'unroutedShare',
  'neverServed',
  'servedLate',
  'seriousDelayed',
  'attemptsPerPerson',
  'ordinaryRefused',
] as const;
export type Measure = (typeof MEASURES)[number];

export const BREAKDOWNS = ['byHour', 'byArea', 'byNumber', 'byOrigin', 'byCause', 'byServer'] as const;

export type Times = Readonly<Record<string, { readonly mean: number; readonly sd: number } | null>>;

/** Many evenings of one world: what `simulate --json` prints. */
export type SimulationReport = { readonly runs: number } & Readonly<Record<Measure, Spread>> &
  Readonly<Record<(typeof BREAKDOWNS)[number], Breakdown>> & {
    /** Minutes after the trigger. `restored` is computed; the others are the documented chronology, for now. */
    readonly times: Times;
    readonly hashes: Readonly<Record<string, string>>;
  };

/** `documented`: minutes after the trigger by milestone, null when it never came. */
export function aggregate(
  summaries: readonly EveningSummary[],
  documented: Readonly<Record<string, number | null>>,
): SimulationReport {
  const restored = summaries.map((summary) => summary.restored).filter((minute) => minute !== null);
  const times: Record<string, { mean: number; sd: number } | null> = {};
  for (const [milestone, minutes] of Object.entries(documented))
    times[milestone] = minutes === null ? null : { mean: minutes, sd: 0 };
  times.restored = restored.length === 0 ? null : { mean: mean(restored), sd: deviation(restored) };
  return {
    runs: summaries.length,
    ...(Object.fromEntries(
      MEASURES.map((measure) => [measure, spread(summaries.map((summary) => summary[measure]))]),
    ) as Record<Measure, Spread>),
    ...(Object.fromEntries(
      BREAKDOWNS.map((name) => [name, meanBreakdown(summaries.map((summary) => summary[name]))]),
    ) as Record<(typeof BREAKDOWNS)[number], Breakdown>),
    times,
    hashes: Object.fromEntries(summaries.map((summary) => [String(summary.seed), summary.hash])),
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  // Linear between ranks, as most statistical packages do by default.
  const quantile = (p: number): number => {
    const rank = p * (sorted.length - 1);
    const low = Math.floor(rank);
    const high = Math.min(low + 1, sorted.length - 1);
    return sorted[low]! + (sorted[high]! - sorted[low]!) * (rank - low);
  };
  return {
    mean: mean(values),
    sd: deviation(values),
    p05: quantile(0.05),
    p50: quantile(0.5),
    p95: quantile(0.95),
  };
}

function meanBreakdown(rows: readonly Breakdown[]): Breakdown {
  const result: Breakdown = {};
  for (const row of rows)
    for (const [name, count] of Object.entries(row)) {
      const sum = (result[name] ??= { attempts: 0, unrouted: 0 });
      sum.attempts += count.attempts / rows.length;
      sum.unrouted += count.unrouted / rows.length;
    }
  return result;
}
