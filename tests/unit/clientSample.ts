import type { Report, Request, ScenarioInfo } from '../../src/session/protocol.ts';
import { openWorld } from '../../src/session/world.ts';
import { WatchSession } from '../../src/session/watchSession.ts';
import type { EveningView } from '../../src/view/eveningView.ts';
import type { Session } from '../../src/client/session.ts';

/** The shipped scenario, as the client receives it. */
export function sampleScenario(): ScenarioInfo {
  const world = openWorld({}, null);
  if (!world.ok) throw new Error('the shipped scenario does not open');
  return world.value.info;
}

/** A session that remembers what it was asked and says what the test wants. */
export function deafSession(): Session & { readonly sent: Request[]; say(report: Report): void } {
  const listeners = new Set<(report: Report) => void>();
  const sent: Request[] = [];
  return {
    sent,
    send: (request) => void sent.push(request),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    say(report) {
      for (const listener of listeners) listener(report);
    },
  };
}

/** The view of the shipped evening at a minute, computed. */
export function sampleView(at: number): EveningView {
  const reports = new WatchSession().handle({ type: 'start', seed: 2021, at, set: {}, orders: null });
  const report = reports.find((each) => each.type === 'view');
  if (report?.type !== 'view') throw new Error('the session gave no view');
  return report.view;
}
