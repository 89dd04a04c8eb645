import { createEvening } from '../callflow/evening.ts';
import { hashEvening } from '../callflow/snapshot.ts';
import { WorkloadRun } from '../callflow/workload.ts';
import type { Workload } from '../callflow/workload.ts';
import type { WorldSpec } from '../callflow/spec.ts';
import { ReusedArrays } from '../kernel/arrays.ts';
import { Draws } from '../kernel/threefry.ts';
import { mean } from '../debrief/statistics.ts';
import { median, standardError } from './statistics.ts';
import { workloadStatistics } from './workloadStatistics.ts';
import { eventsOf } from './events.ts';
import { readGround } from './ground.ts';
import { playMachines } from './machines.ts';
import { DEFAULT_SCENARIO } from './world.ts';
import type { World } from './world.ts';

export interface Bench {
  readonly name: string;
  readonly msMedian: number;
  readonly msMin: number;
  readonly runs: number;
  /** Events of one run (mean over runs): attempts, answers and calls given up, unless the name says otherwise. */
  readonly events: number;
  /** Time over the time of `evening`. */
  readonly ratio?: number;
  readonly statistics?: Readonly<Record<string, { readonly mean: number; readonly se: number }>>;
  readonly peakMemoryMB?: number;
}

interface Measured {
  readonly ms: number[];
  readonly events: number[];
}

/** Runs `body` with seeds 1..runs after seeds that are not counted; the body returns its number of events. */
function measure(runs: number, warmUps: number, body: (seed: number) => number): Measured {
  for (let i = 0; i < warmUps; i++) body(900_000 + i);
  const ms: number[] = [];
  const events: number[] = [];
  for (let seed = 1; seed <= runs; seed++) {
    const from = performance.now();
    events.push(body(seed));
    ms.push(performance.now() - from);
  }
  return { ms, events };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function report(name: string, { ms, events }: Measured): Bench {
  return {
    name,
    msMedian: round(median(ms)),
    msMin: round(Math.min(...ms)),
    runs: ms.length,
    events: Math.round(mean(events)),
  };
}

function runEvening({ spec, orders }: World, seed: number): ReturnType<typeof createEvening> {
  const evening = createEvening(spec, seed, orders);
  evening.runToEnd();
  return evening;
}

/** A whole evening, callers made anew each time. */
export function benchEvening(world: World): Bench {
  return report(
    'evening',
    measure(15, 10, (seed) => eventsOf(runEvening(world, seed))),
  );
}

/** The same evening in a country where ten times as many people call. */
export function benchTenfold(world: World, base: Bench): Bench {
  const { demand } = world.spec;
  const spec: WorldSpec = {
    ...world.spec,
    demand: { ...demand, perDay: demand.perDay.map((calls) => calls * 10) },
  };
  const tenfold = report(
    'evening-tenfold',
    measure(5, 1, (seed) => eventsOf(runEvening({ ...world, spec }, seed))),
  );
  return { ...tenfold, ratio: Math.round((tenfold.msMedian / base.msMedian) * 100) / 100 };
}

/** As many as the calibration is held over (docs/MODEL.md §11). */
const SEEDS = 200;

/** The same evening with machines in all seats, who see, learn, talk and act: as `simulate` plays them, one after another. */
export function benchMachines(): Bench {
  const ground = readGround(DEFAULT_SCENARIO);
  const arrays = new ReusedArrays();
  return report(
    'evening with machines',
    measure(SEEDS, 10, (seed) => {
      arrays.takeBack();
      return eventsOf(playMachines(ground, seed, arrays).evening);
    }),
  );
}

/** The hash of a finished evening; events are hashes. */
export function benchHash(world: World): Bench {
  const evening = runEvening(world, 1);
  return report(
    'hash',
    measure(15, 3, () => (hashEvening(evening), 1)),
  );
}

const DRAWS = 1_000_000;

/** A million draws; events are draws (of two numbers each). */
export function benchDraws(): Bench {
  let total = 0;
  const result = report(
    'threefry',
    measure(15, 3, (seed) => {
      const draws = new Draws(seed);
      let sum = 0;
      for (let i = 0; i < DRAWS; i++) {
        draws.draw(i, 3, i & 7);
        sum += draws.u0 + draws.u1;
      }
      total += sum;
      return DRAWS;
    }),
  );
  // Used, so that the loop cannot be optimised away.
  if (!(total > 0)) throw new Error('draws that sum to nothing');
  return result;
}

/** A queueing workload on the engine of the evening, with the statistics that tell whether it is right. */
export function benchWorkload(name: string, workload: Workload, runs = 60): Bench {
  const results: ReturnType<WorkloadRun['finish']>[] = [];
  const measured = measure(runs, 5, (seed) => {
    const statistics = new WorkloadRun(workload, seed).finish();
    if (seed < 900_000) results.push(statistics);
    return statistics.attempts + statistics.served + statistics.abandoned;
  });
  const samples = results.map(workloadStatistics);
  const statistics = Object.fromEntries(
    Object.keys(samples[0]).map((key) => {
      const values = samples.map((sample) => sample[key as keyof typeof sample]);
      return [key, { mean: mean(values), se: standardError(values) }];
    }),
  );
  return { ...report(name, measured), statistics };
}
