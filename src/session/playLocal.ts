import { KnownParts, logKey } from './knownParts.ts';
import type { TextStore } from './knownParts.ts';
import type { DebriefMessage, DebriefTask } from './debriefWorker.ts';
import type { DebriefModel, PlayReport, PlayRequest } from './playProtocol.ts';

export interface LocalPlay {
  send(request: PlayRequest): void;
  subscribe(listener: (report: PlayReport) => void): () => void;
}

/** What the worker that holds the exercise posts lists of: reports, and after a debrief its log for those who compute the rest. */
export type PlayMessage = PlayReport | ({ readonly type: 'debriefTask' } & DebriefTask);

/** The part that is computed last. */
const LAST = 'measures';

/** Nothing heard of a debrief's other evenings for so long, ms: said, and still waited for. */
const SILENCE_MS = 120_000;

/**
 * The exercise in this browser: one worker holds it, another computes the parts of a debrief that need other evenings,
 * so that the page itself computes nothing and never waits. A worker that throws is put away and it is said; the next
 * request has a new one, to which the exercise must be given again. `store`: where what was computed is kept for the tab.
 */
export function connectPlayLocal(store: TextStore | null = null): LocalPlay {
  const listeners = new Set<(report: PlayReport) => void>();
  const tell = (report: PlayReport): void => {
    for (const listener of listeners) listener(report);
  };
  let playing: Worker | null = null;
  let debriefing: Worker | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let model: DebriefModel | null = null;
  const stopDebrief = (): void => {
    clearTimeout(silence);
    debriefing?.terminate();
    debriefing = null;
  };
  const listenFor = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => tell({ type: 'debriefStopped' }), SILENCE_MS);
  };

  const known = new KnownParts(store);
  const debrief = (task: DebriefTask): void => {
    stopDebrief();
    const key = logKey(task);
    const parts = known.of(key).map(({ part, found }) => {
      if (model !== null) {
        model = { ...model, ...found };
        tell({ type: 'debrief', part, model });
      }
      return part;
    });
    if (parts.includes(LAST)) return;
    const each = new Worker(new URL('./debriefWorker.ts', import.meta.url), { type: 'module' });
    debriefing = each;
    listenFor();
    each.addEventListener('message', ({ data }: MessageEvent<DebriefMessage>) => {
      if (debriefing !== each || model === null) return;
      listenFor();
      const { part } = data;
      if ('progress' in data) {
        tell({ type: 'debriefProgress', part, ...data.progress });
        return;
      }
      model = { ...model, ...data.found };
      tell({ type: 'debrief', part, model });
      if (data.first === true) return;
      known.keep(key, { part, found: data.found });
      if (part === LAST) stopDebrief();
    });
    each.addEventListener('error', () => {
      if (debriefing !== each) return;
      stopDebrief();
      tell({ type: 'debriefStopped' });
    });
    each.postMessage(parts.length === 0 ? task : { ...task, known: parts });
  };

  const open = (): Worker => {
    const worker = new Worker(new URL('./playWorker.ts', import.meta.url), { type: 'module' });
    const hear = (message: PlayMessage): void => {
      if (playing !== worker) return;
      if (message.type === 'debriefTask') {
        const { type: _, ...task } = message;
        debrief(task);
        return;
      }
      if (message.type === 'debrief') ({ model } = message);
      // Another exercise: what was being computed of the one before is no longer wanted.
      if (message.type === 'opened') stopDebrief();
      tell(message);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<readonly PlayMessage[]>) =>
      data.forEach(hear),
    );
    worker.addEventListener('error', ({ message }) => {
      if (playing !== worker) return;
      // It would throw again at each step.
      worker.terminate();
      playing = null;
      stopDebrief();
      tell({ type: 'stopped', why: message ?? '' });
    });
    return worker;
  };
  return {
    send(request) {
      playing ??= open();
      playing.postMessage(request);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
