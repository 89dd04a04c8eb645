import type { Bench } from './benchmarks.ts';
import {
  benchDraws,
  benchEvening,
  benchHash,
  benchMachines,
  benchTenfold,
  benchWorkload,
} from './benchmarks.ts';
import { inlineMore } from './inlining.ts';
import { readWorkload } from './workloadFile.ts';
import { chooseWorld, DEFAULT_SCENARIO } from './world.ts';

/**
 * One bench in a process of its own, for `bench.ts`: an engine whose code has met another workload is slower, and users
 * never run two. Prints its results as JSON. Arguments: `evening`, `machines`, `hash`, `draws`, or `workload NAME FILE`.
 */
const [part, name = '', file = ''] = process.argv.slice(2);

function run(): Bench[] {
  if (part === 'workload') return [benchWorkload(name, readWorkload(file))];
  if (part === 'draws') return [benchDraws()];
  if (part === 'machines') return [benchMachines()];
  const { world } = chooseWorld({
    scenario: DEFAULT_SCENARIO,
    set: {},
  });
  if (part === 'hash') return [benchHash(world)];
  const evening = benchEvening(world);
  return [evening, benchTenfold(world, evening)];
}

// As `simulate` does (`pool.ts`).
inlineMore();
process.stdout.write(JSON.stringify(run()));
