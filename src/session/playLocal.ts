import type { DebriefMessage, DebriefTask } from './debriefWorker.ts';
import type { DebriefModel, PlayReport, PlayRequest } from './playProtocol.ts';

export interface LocalPlay {
  send(request: PlayRequest): void;
  subscribe(listener: (report: PlayReport) => void): () => void;
}

/** What the worker that holds the exercise posts: reports, and after a debrief its log for those who compute the rest. */
export type PlayMessage = PlayReport | ({ readonly type: 'debriefTask' } & DebriefTask);

/**
 * The exercise in this browser: one worker holds it, another computes the parts of a debrief that need other evenings,
 * so that the page itself computes nothing and never waits.
 */
export function connectPlayLocal(): LocalPlay {
  const listeners = new Set<(report: PlayReport) => void>();
  const tell = (report: PlayReport): void => {
    for (const listener of listeners) listener(report);
  };
  let debriefing: Worker | null = null;
  let model: DebriefModel | null = null;
  const stopDebrief = (): void => {
    debriefing?.terminate();
    debriefing = null;
  };

  const debrief = (task: DebriefTask): void => {
    stopDebrief();
    const each = new Worker(new URL('./debriefWorker.ts', import.meta.url), { type: 'module' });
    debriefing = each;
    each.addEventListener('message', ({ data }: MessageEvent<DebriefMessage>) => {
      if (debriefing !== each || model === null) return;
      const { part } = data;
      if ('progress' in data) {
        tell({ type: 'debriefProgress', part, ...data.progress });
        return;
      }
      model = { ...model, ...data.found };
      tell({ type: 'debrief', part, model });
      if (part === 'measures') stopDebrief();
    });
    each.postMessage(task);
  };

  const worker = new Worker(new URL('./playWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<PlayMessage>) => {
    if (data.type === 'debriefTask') {
      debrief({ text: data.text, at: data.at });
      return;
    }
    if (data.type === 'debrief') ({ model } = data);
    // Another exercise: what was being computed of the one before is no longer wanted.
    if (data.type === 'opened') stopDebrief();
    tell(data);
  });
  worker.addEventListener('error', () => tell({ type: 'error', code: 'playStopped', params: {} }));
  return {
    send: (request) => worker.postMessage(request),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
