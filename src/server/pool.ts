import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EveningSummary } from '../debrief/summary.ts';
import { Complaint } from './complaint.ts';
import type { FiguresPlan, SeedFigures } from './figures.ts';
import { inlineMore } from './inlining.ts';
import type { PlayedEvening } from './playPlan.ts';
import type { Progress } from './progress.ts';
import type { SimulationPlan } from './simulationPlan.ts';
import type { World } from './world.ts';

/** What a worker computes seed by seed: these worlds as they are ordered, exercises with machines in all seats, or figures. */
export type Job =
  | { readonly type: 'worlds'; readonly worlds: readonly World[] }
  | { readonly type: 'exercises'; readonly plan: SimulationPlan }
  | { readonly type: 'figures'; readonly plan: FiguresPlan };

/** Sent to a worker: compute these seeds. */
export interface Chunk {
  readonly seeds: readonly number[];
}

type Value = EveningSummary | PlayedEvening | SeedFigures;

/** Sent back: one evening, of the row (world) it belongs to. */
interface Done {
  readonly type: 'done';
  readonly row: number;
  readonly seed: number;
  readonly value: Value;
}

export type Answer = Done | { readonly type: 'idle' };

/** Small enough to keep all cores busy to the end, large enough that messages cost nothing. */
const SEEDS_PER_CHUNK = 4;

/**
 * Hard limits, megabytes. A worker holds one evening at a time, 60 at most with its callers; one that grows beyond its
 * limit is stopped. Together the workers take at most half of the machine's memory.
 */
const WORKER_HEAP = 512;
/** Three semi-spaces. */
export const WORKER_YOUNG = 96;
const ALL_WORKERS = Math.floor(totalmem() / 2 ** 21);

/** Every world with every seed, on all cores. The result is in the order of worlds, then of seeds, whoever computed it. */
export function computeEvenings(
  worlds: readonly World[],
  seeds: readonly number[],
  progress: Progress,
): Promise<EveningSummary[][]> {
  // Many worlds make a chunk long by themselves.
  const size = worlds.length > 1 ? 1 : SEEDS_PER_CHUNK;
  return compute({ type: 'worlds', worlds }, worlds.length, seeds, size, progress);
}

/** An exercise with machines in all seats for every seed, in the order of seeds. */
export async function computeExercises(
  plan: SimulationPlan,
  seeds: readonly number[],
  progress: Progress,
): Promise<PlayedEvening[]> {
  const [row] = await compute<PlayedEvening>(
    { type: 'exercises', plan },
    1,
    seeds,
    SEEDS_PER_CHUNK,
    progress,
  );
  return row!;
}

/** Figures of every seed, in the order of seeds. One seed takes dozens of evenings: a chunk by itself. */
export async function computeFigures(
  plan: FiguresPlan,
  seeds: readonly number[],
  progress: Progress,
): Promise<SeedFigures[]> {
  const [row] = await compute<SeedFigures>({ type: 'figures', plan }, 1, seeds, 1, progress);
  return row!;
}

async function compute<T extends Value>(
  job: Job,
  rows: number,
  seeds: readonly number[],
  size: number,
  progress: Progress,
): Promise<T[][]> {
  const place = new Map(seeds.map((seed, i) => [seed, i]));
  const results = Array.from({ length: rows }, () => Array.from<T>({ length: seeds.length }));
  const chunks = Array.from({ length: Math.ceil(seeds.length / size) }, (_, i) =>
    seeds.slice(i * size, (i + 1) * size),
  );
  inlineMore();
  const most = Math.max(1, Math.floor(ALL_WORKERS / (WORKER_HEAP + WORKER_YOUNG)));
  const hands = Math.min(availableParallelism(), chunks.length, most);
  const keep = ({ row, seed, value }: Done): void => {
    results[row]![place.get(seed)!] = value as T;
    progress.advance();
  };
  await Promise.all(Array.from({ length: hands }, () => work(job, chunks, keep)));
  return results;
}

/** One worker, which takes chunks until none is left. */
function work(job: Job, chunks: Chunk['seeds'][], keep: (done: Done) => void): Promise<void> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./simulateWorker.ts', import.meta.url), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP, maxYoungGenerationSizeMb: WORKER_YOUNG },
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      failed(full ? new Complaint('cli:error.memory', { most: WORKER_HEAP }) : error);
    });
    worker.on('message', (answer: Answer) => {
      if (answer.type === 'done') {
        keep(answer);
        return;
      }
      const seeds = chunks.shift();
      if (seeds !== undefined) worker.postMessage({ seeds } satisfies Chunk, []);
      else void worker.terminate().then(() => done(), failed);
    });
  });
}
