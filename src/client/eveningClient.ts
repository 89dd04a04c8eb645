import type { Report } from '../session/protocol.ts';
import type { EveningView, Selection } from '../view/eveningView.ts';
import { announce, type AnnouncerMemory } from './announcement.ts';
import { clockRange } from './clockRange.ts';
import { draftOf, isAsIn2021, ordersToSend, type Draft } from './draft.ts';
import { problem } from './problem.ts';
import type { Session } from './session.ts';
import type { ClientStore, Tab } from './store.ts';

/** Everything a person can ask of the watched evening, and the only place that talks to the session. */
export interface EveningClient {
  readonly store: ClientStore;
  /** Every view, as it comes: for the table, which draws the difference between two. */
  onView(listener: (view: EveningView) => void): () => void;
  start(seed: number, at: number): void;
  begin(): void;
  togglePlay(): void;
  setSpeed(value: number): void;
  jump(at: number): void;
  nextMoment(): void;
  select(selection: Selection | null, show?: boolean): void;
  tell(attempt: number): void;
  edit(draft: Draft): void;
  apply(): void;
  reset(): void;
  compare(seeds: number): void;
  stopCompare(): void;
  show(tab: Tab): void;
}

export const SPEEDS = [1, 2, 4, 8, 12, 15, 30, 60] as const;
/** The whole evening in half an hour, its first quarter in a minute. */
const FIRST_SPEED = 15;
const CALM_MS = 500;
const SLOW_MS = 2000;

export function createEveningClient(
  store: ClientStore,
  session: Session,
  /** Milliseconds that only go forward; passed in so that tests hold the clock. */
  now: () => number,
): EveningClient {
  const listeners = new Set<(view: EveningView) => void>();
  const state = () => store.getSnapshot().context;
  let calmAt = -CALM_MS;
  let slowAt = -SLOW_MS;
  let memory: AnnouncerMemory | null = null;
  let wasPlaying = false;
  let selectedKey = '';

  const onView = (view: EveningView): void => {
    const before = state();
    const jumped = before.wanted !== null || before.view === null || view.at < before.view.at;
    const chosen = JSON.stringify(view.selected?.selection ?? null);
    const turned = jumped || !view.playing || wasPlaying !== view.playing || chosen !== selectedKey;
    const calm = turned || now() - calmAt >= CALM_MS;
    const slow = turned || now() - slowAt >= SLOW_MS;
    if (calm) calmAt = now();
    if (slow) slowAt = now();
    wasPlaying = view.playing;
    selectedKey = chosen;
    store.trigger.viewed({ view, calm, slow });
    if (before.scenario !== null) {
      const said = announce(memory, view, before.scenario);
      memory = said.memory;
      if (said.announcement !== null) store.trigger.announced({ announcement: said.announcement });
    }
    for (const listener of listeners) listener(view);
    // The computation goes on for a few hours after the watched evening: the clock stops at its end.
    const { to } = clockRange(before.scenario);
    if (view.playing && view.at >= to) {
      session.send({ type: 'pause' });
      session.send({ type: 'jump', at: to });
    }
  };

  const onReport = (report: Report): void => {
    if (report.type === 'ready')
      store.trigger.ready({ scenario: report.scenario, draft: draftOf(report.scenario) });
    else if (report.type === 'view') onView(report.view);
    else if (report.type === 'story')
      store.trigger.storyTold({ attempt: report.attempt, story: report.story });
    else if (report.type === 'comparison')
      store.trigger.compared({ comparison: report.comparison, done: report.done });
    else if (report.type === 'error') {
      store.trigger.troubled({ problems: [problem(report.code, report.params)] });
      store.trigger.comparisonStopped();
    }
  };
  session.subscribe(onReport);

  const restart = (seed: number, at: number, draft: Draft | null): void => {
    const { scenario, selection } = state();
    const orders = draft === null || scenario === null ? null : ordersToSend(draft, scenario);
    session.send({ type: 'start', seed, at, set: draft?.set ?? {}, orders });
    if (selection !== null) session.send({ type: 'select', selection });
  };

  const jump = (at: number): void => {
    const { from, to } = clockRange(state().scenario);
    const clamped = Math.min(Math.max(at, from), to);
    store.trigger.wants({ at: clamped });
    session.send({ type: 'jump', at: clamped });
  };

  return {
    store,
    onView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(seed, at) {
      const first = state().view === null;
      memory = null;
      store.trigger.seeded({ seed });
      restart(seed, at, state().applied);
      if (first) session.send({ type: 'speed', value: FIRST_SPEED });
    },
    begin() {
      session.send({ type: 'play' });
    },
    togglePlay() {
      const { view, scenario } = state();
      const { from, to } = clockRange(scenario);
      if (view?.playing === true) session.send({ type: 'pause' });
      else if (view !== null && view.at >= to) {
        jump(from);
        session.send({ type: 'play' });
      } else session.send({ type: 'play' });
    },
    setSpeed(value) {
      session.send({ type: 'speed', value });
    },
    jump,
    nextMoment() {
      const { view, scenario, wanted } = state();
      const at = wanted ?? view?.at;
      if (at === undefined || scenario === null) return;
      const next = scenario.chronology.find((entry) => entry.at > at);
      jump(next?.at ?? clockRange(scenario).to);
    },
    select(selection, show = true) {
      store.trigger.selected({ selection, show });
      session.send({ type: 'select', selection });
    },
    tell(attempt) {
      store.trigger.storyAsked({ attempt });
      session.send({ type: 'story', attempt });
    },
    edit(draft) {
      store.trigger.drafted({ draft });
    },
    apply() {
      const { draft, scenario, seed, view } = state();
      if (scenario === null) return;
      const applied = isAsIn2021(draft, scenario) ? null : draft;
      store.trigger.applied({ draft: applied });
      restart(seed, view?.at ?? scenario.clock.from, applied);
    },
    reset() {
      const { scenario } = state();
      if (scenario !== null) store.trigger.drafted({ draft: draftOf(scenario) });
    },
    compare(seeds) {
      const { draft, scenario } = state();
      if (scenario === null) return;
      store.trigger.comparing({ draft });
      session.send({ type: 'compare', set: draft.set, orders: ordersToSend(draft, scenario), seeds });
    },
    stopCompare() {
      store.trigger.comparisonStopped();
      session.send({ type: 'stopCompare' });
    },
    show(tab) {
      store.trigger.panelled({ tab, open: true });
    },
  };
}
