import type { WorkloadStatistics } from '../callflow/workload.ts';

/** The statistics of one run, under the names the reference workload is compared by; waits in seconds. */
export function workloadStatistics(run: WorkloadStatistics) {
  const { attempts, blocked, abandoned, served, lost } = run;
  const percentile = (share: number): number => {
    let count = 0;
    for (let second = 0; second < run.histogram.length; second++) {
      count += run.histogram[second];
      if (count >= share * served) return second;
    }
    return run.histogram.length - 1;
  };
  return {
    attempts,
    blocked,
    abandoned,
    served,
    lost,
    meanWait: run.waitSum / served,
    pWait: run.waited / served,
    p50: percentile(0.5),
    p90: percentile(0.9),
    p95: percentile(0.95),
    p99: percentile(0.99),
  };
}
