import type { PlayReport, PlayRequest } from './playProtocol.ts';

export interface LocalPlay {
  send(request: PlayRequest): void;
  subscribe(listener: (report: PlayReport) => void): () => void;
}

/** The exercise in this browser: one worker holds it, so that the page computes nothing and never waits. */
export function connectPlayLocal(): LocalPlay {
  const listeners = new Set<(report: PlayReport) => void>();
  const tell = (report: PlayReport): void => {
    for (const listener of listeners) listener(report);
  };
  const worker = new Worker(new URL('./playWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<PlayReport>) => tell(event.data));
  worker.addEventListener('error', () => tell({ type: 'error', code: 'playStopped', params: {} }));
  return {
    send: (request) => worker.postMessage(request),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
