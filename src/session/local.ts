import { differences } from '../debrief/differences.ts';
import type { Pair } from '../debrief/differences.ts';
import type { CompareMessage, CompareTask } from './compareWorker.ts';
import { readFrame } from './frames.ts';
import type { Report, Request } from './protocol.ts';

/** Two evenings at a time leave the picture its own core on most machines. */
const COMPARE_WORKERS = 2;

export interface LocalSession {
  send(request: Request): void;
  subscribe(listener: (report: Report) => void): () => void;
}

/**
 * The session in this browser: one worker computes the watched evening, others the comparisons, so that the page
 * itself computes nothing and never waits.
 */
export function connectLocal(): LocalSession {
  const listeners = new Set<(report: Report) => void>();
  const tell = (report: Report): void => {
    for (const listener of listeners) listener(report);
  };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<Report>) => tell(event.data));
  worker.addEventListener('error', () => tell({ type: 'error', code: 'sessionStopped', params: {} }));
  let comparing: Worker[] = [];
  const stopComparing = (): void => {
    for (const each of comparing) each.terminate();
    comparing = [];
  };

  const compare = (request: Extract<Request, { type: 'compare' }>): void => {
    stopComparing();
    const pairs: Pair[] = [];
    comparing = Array.from({ length: COMPARE_WORKERS }, (_, share) => {
      const each = new Worker(new URL('./compareWorker.ts', import.meta.url), { type: 'module' });
      each.addEventListener('message', (event: MessageEvent<CompareMessage>) => {
        if (!comparing.includes(each)) return;
        if (event.data.type === 'errors') {
          for (const report of event.data.reports) tell(report);
          stopComparing();
          return;
        }
        pairs.push(event.data.pair);
        if (pairs.length < 2) return;
        const done = pairs.length === request.seeds;
        const comparison = { seeds: pairs.length, of: request.seeds, measures: differences(pairs) };
        tell({ type: 'comparison', comparison, done });
        if (done) stopComparing();
      });
      const seeds = Array.from({ length: request.seeds }, (_, i) => i + 1).filter(
        (seed) => seed % COMPARE_WORKERS === share,
      );
      each.postMessage({ set: request.set, orders: request.orders, seeds } satisfies CompareTask);
      return each;
    });
  };

  return {
    send(request) {
      const frame = readFrame(request);
      if (!frame.ok)
        tell({
          type: 'error',
          code: 'badFrame',
          params: { path: frame.error.path, found: frame.error.found },
        });
      else if (request.type === 'compare') compare(request);
      else if (request.type === 'stopCompare') stopComparing();
      else worker.postMessage(request);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
