import { parentPort, workerData } from 'node:worker_threads';
import { makeCallers } from '../callflow/callers.ts';
import type { Callers } from '../callflow/callers.ts';
import { createEvening } from '../callflow/evening.ts';
import { summarise } from '../debrief/summary.ts';
import { ReusedArrays } from '../kernel/arrays.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { drawWorld } from '../scenario/drawWorld.ts';
import { figuresOf } from './figures.ts';
import type { SeedFigures } from './figures.ts';
import { playPlan } from './playPlan.ts';
import type { Answer, Chunk, Job } from './pool.ts';
import type { World } from './world.ts';

/** Computes evenings for `pool.ts`, seed after seed. */
if (parentPort === null) throw new Error('simulateWorker.ts runs as a worker');
const port = parentPort;
const job = workerData as Job;

function answer(message: Answer): void {
  port.postMessage(message);
}

/** All worlds with one seed, then the next seed, so that callers are made once. */
function worldsComputer(worlds: readonly World[]): (seed: number) => void {
  // Worlds whose callers are the same people share them: callers depend on demand, territory and clock alone.
  const peopleOf = worlds.map(({ spec }) =>
    canonicalJson({ demand: spec.demand, areas: spec.areas, clock: spec.clock }),
  );
  return (seed) => {
    let usual: { people: string; callers: Callers } | null = null;
    worlds.forEach((compiled, world) => {
      const { spec, orders } = drawWorld(compiled, seed);
      // Only the people of the first world are kept: the other worlds that change them are few and all different.
      const callers = usual?.people === peopleOf[world] ? usual.callers : makeCallers(spec, seed);
      usual ??= { people: peopleOf[world], callers };
      const summary = summarise(createEvening(spec, seed, orders, callers));
      answer({ type: 'done', row: world, seed, value: summary });
    });
  };
}

/** What the job computes of one seed, as one row; worlds are several. */
function rowComputer(job: Exclude<Job, { type: 'worlds' }>): (seed: number) => void {
  const arrays = new ReusedArrays();
  const valueOf = (seed: number): ReturnType<typeof playPlan> | SeedFigures => {
    arrays.takeBack();
    return job.type === 'exercises' ? playPlan(job.plan, seed, arrays) : figuresOf(job.plan, seed);
  };
  return (seed) => answer({ type: 'done', row: 0, seed, value: valueOf(seed) });
}

const compute = job.type === 'worlds' ? worldsComputer(job.worlds) : rowComputer(job);

port.on('message', ({ seeds }: Chunk) => {
  for (const seed of seeds) compute(seed);
  answer({ type: 'idle' });
});
answer({ type: 'idle' });
