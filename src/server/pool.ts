import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EveningSummary } from '../debrief/summary.ts';
import type { Progress } from './progress.ts';
import type { World } from './world.ts';

/** Sent to a worker: compute these worlds with each of these seeds. */
export interface Chunk {
  readonly seeds: readonly number[];
}

/** Sent back: one evening. */
export interface Computed {
  readonly world: number;
  readonly seed: number;
  readonly summary: EveningSummary;
}

export type Answer = { readonly type: 'evening'; readonly evening: Computed } | { readonly type: 'idle' };

/** Small enough to keep all cores busy to the end, large enough that messages cost nothing. */
const SEEDS_PER_CHUNK = 4;

/** Every world with every seed, on all cores. The result is in the order of worlds, then of seeds, whoever computed it. */
export async function computeEvenings(
  worlds: readonly World[],
  seeds: readonly number[],
  progress: Progress,
): Promise<EveningSummary[][]> {
  const place = new Map(seeds.map((seed, i) => [seed, i]));
  const results: EveningSummary[][] = worlds.map(() => Array.from<EveningSummary>({ length: seeds.length }));
  // Many worlds make a chunk long by themselves.
  const size = worlds.length > 1 ? 1 : SEEDS_PER_CHUNK;
  const chunks = Array.from({ length: Math.ceil(seeds.length / size) }, (_, i) =>
    seeds.slice(i * size, (i + 1) * size),
  );
  const hands = Math.min(availableParallelism(), chunks.length);
  const keep = ({ world, seed, summary }: Computed): void => {
    results[world][place.get(seed)!] = summary;
    progress.advance();
  };
  await Promise.all(Array.from({ length: hands }, () => work(worlds, chunks, keep)));
  return results;
}

/** One worker, which takes chunks until none is left. */
function work(
  worlds: readonly World[],
  chunks: Chunk['seeds'][],
  keep: (evening: Computed) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./simulateWorker.ts', import.meta.url), { workerData: worlds });
    worker.on('error', failed);
    worker.on('message', (answer: Answer) => {
      if (answer.type === 'evening') {
        keep(answer.evening);
        return;
      }
      const seeds = chunks.shift();
      if (seeds !== undefined) worker.postMessage({ seeds } satisfies Chunk, []);
      else void worker.terminate().then(() => done(), failed);
    });
  });
}
