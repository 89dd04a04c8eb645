import { readFrame } from './frames.ts';
import type { Report } from './protocol.ts';
import { WatchSession } from './watchSession.ts';

/** About fifteen views a second while playing: the table moves between them by itself. */
const TICK_MS = 66;

const session = new WatchSession();
const post = (reports: readonly Report[]): void => {
  for (const report of reports) self.postMessage(report);
};

/** While someone drags the time slider only the last jump is computed. */
let wanted: number | null = null;

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const frame = readFrame(event.data);
  if (!frame.ok) {
    post([{ type: 'error', code: 'badFrame', params: { path: frame.error.path, found: frame.error.found } }]);
    return;
  }
  const request = frame.value;
  if (request.type === 'compare' || request.type === 'stopCompare') return;
  if (request.type === 'jump') {
    if (wanted === null)
      setTimeout(() => {
        const at = wanted;
        wanted = null;
        if (at !== null) post(session.handle({ type: 'jump', at }));
      }, 0);
    wanted = request.at;
    return;
  }
  post(session.handle(request));
});

setInterval(() => post(session.tick(performance.now())), TICK_MS);
