import { readPlayFrame } from './playFrames.ts';
import type { PlayMessage } from './playLocal.ts';
import { PlaySession } from './playSession.ts';
import { BUILD } from './build.ts';

/** A command is answered in the turn it comes in; time goes on in steps of this. */
const TICK_MS = 50;

const session = new PlaySession(BUILD);
/** In one piece: what a command changes reaches the screen in one frame. */
const post = (reports: readonly PlayMessage[]): void => {
  if (reports.length > 0) self.postMessage(reports);
};

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const frame = readPlayFrame(event.data);
  if (frame.ok) {
    const reports = session.handle(frame.value, Date.now());
    post(reports);
    const debrief = reports.find((report) => report.type === 'debrief');
    if (debrief !== undefined) post([{ type: 'debriefTask', ...session.task(debrief.model.at) }]);
  } else
    post([
      { type: 'error', code: 'badPlayFrame', params: { path: frame.error.path, found: frame.error.found } },
    ]);
});

setInterval(() => post(session.tick(Date.now())), TICK_MS);
