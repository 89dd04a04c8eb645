import { describe, expect, test } from 'vitest';
import w1 from '../data/w1.json' with { type: 'json' };
import { WorkloadRun } from '../../src/callflow/workload.ts';
import type { WorkloadStatistics } from '../../src/callflow/workload.ts';
import { workloadStatistics } from '../../src/server/workloadStatistics.ts';

/** The reference workload: an evening at 100 answering points, whose expected values are known exactly. */
const RUNS = 60;
const runs: readonly WorkloadStatistics[] = Array.from({ length: RUNS }, (_, i) =>
  new WorkloadRun(w1, i + 1).finish(),
);

function estimate(value: (run: WorkloadStatistics) => number): { mean: number; se: number; sd: number } {
  const values = runs.map(value);
  const mean = values.reduce((sum, each) => sum + each, 0) / RUNS;
  const sd = Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (RUNS - 1));
  return { mean, se: sd / Math.sqrt(RUNS), sd };
}

describe('W1 agrees with its transient Markov chain', () => {
  test.each([
    ['attempts', 132_513.181, 0.001],
    ['lost', 12_122.482, 0.002],
    ['abandoned', 4_178.184, 0.005],
    ['served', 97_877.518, 0.0005],
  ] as const)('%s: %d, within 3.5 standard errors', (name, exact, tight) => {
    const { mean, se } = estimate((run) => run[name]);
    expect(se / exact).toBeLessThan(tight);
    expect(Math.abs(mean - exact) / se).toBeLessThan(3.5);
  });

  test('lost varies over seeds as it should (standard deviation about 124)', () => {
    const { sd } = estimate((run) => run.lost);
    // Of 60 runs, the standard deviation is itself known to about 9 %.
    expect(sd / 124).toBeGreaterThan(0.7);
    expect(sd / 124).toBeLessThan(1.35);
  });

  test('mean wait about 2.89 s, one call in eight waits', () => {
    const wait = estimate((run) => workloadStatistics(run).meanWait);
    expect(Math.abs(wait.mean - 2.89)).toBeLessThan(0.005 + 3.5 * wait.se);
    const waited = estimate((run) => workloadStatistics(run).pWait);
    expect(Math.abs(waited.mean - 0.1252)).toBeLessThan(0.00005 + 3.5 * waited.se);
  });

  test('waits in whole seconds: p50, p90, p95, p99 are 0, 5, 21, 57', () => {
    const histogram = new Uint32Array(601);
    let served = 0;
    for (const run of runs) {
      served += run.served;
      run.histogram.forEach((count, second) => (histogram[second] += count));
    }
    const { p50, p90, p95, p99 } = workloadStatistics({ ...runs[0], served, histogram });
    expect([p50, p90, p95, p99]).toEqual([0, 5, 21, 57]);
  });

  test('every caller ends served or lost, every attempt served, blocked or given up', () => {
    for (const run of runs) {
      expect(run.served + run.blocked + run.abandoned).toBe(run.attempts);
      expect(run.histogram.reduce((sum, count) => sum + count, 0)).toBe(run.served);
    }
  });
});
