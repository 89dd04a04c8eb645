import type { Report, ScenarioInfo } from '../session/protocol.ts';
import { MINUTE } from '../kernel/time.ts';
import type { EveningView, Selection } from '../view/eveningView.ts';
import { EVENING_RANGE } from './address.ts';
import { announce, type AnnouncerMemory } from './announcement.ts';
import { clockRange } from './clockRange.ts';
import { draftOf, isAsIn2021, ordersToSend, type Draft } from './draft.ts';
import { problem } from './problem.ts';
import { decodeChanges } from './sharedChanges.ts';
import type { Session } from './session.ts';
import type { ClientStore, Tab } from './store.ts';

/** Everything a person can ask of the watched evening, and the only place that talks to the session. */
export interface EveningClient {
  readonly store: ClientStore;
  /** Every view, as it comes: for the table, which draws the difference between two. */
  onView(listener: (view: EveningView) => void): () => void;
  /** `changes`: as in an address, null for the evening as in 2021, left out to keep what is applied. */
  start(seed: number, at: number, changes?: string | null): void;
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
/**
 * The quiet first quarter of an hour in half a minute, then the rest of the evening in half an hour: the speed turns
 * by itself a minute before the trigger, unless a person has chosen one.
 */
const QUIET_SPEED = 30;
const USUAL_SPEED = 15;
const TRIGGER = EVENING_RANGE.from + 15 * MINUTE;
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
  let speedChosen = false;
  let speedAsked = 0;
  /** Changes of the address, to be read once the scenario is known. */
  let linked: { readonly seed: number; readonly at: number; readonly changes: string } | null = null;
  /** Views of the evening as in 2021 that come before the one a link asked for are not shown. */
  let passing = false;
  /** What was applied before the evening now asked for, until the session has taken it. */
  let asking: { readonly before: Draft | null } | null = null;

  const paceFor = (at: number): void => {
    const trigger = state().scenario?.clock.trigger ?? TRIGGER;
    const value = at < trigger - MINUTE ? QUIET_SPEED : USUAL_SPEED;
    if (speedChosen || value === speedAsked) return;
    speedAsked = value;
    session.send({ type: 'speed', value });
  };

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
    paceFor(view.at);
    // The computation goes on for a few hours after the watched evening: the clock stops at its end.
    const { to } = clockRange(before.scenario);
    if (view.playing && view.at >= to) {
      session.send({ type: 'pause' });
      session.send({ type: 'jump', at: to });
    }
  };

  const onReport = (report: Report): void => {
    if (report.type === 'ready') {
      store.trigger.ready({ scenario: report.scenario, draft: draftOf(report.scenario) });
      passing = false;
      asking = null;
      if (linked !== null) follow(report.scenario, linked);
    } else if (report.type === 'view') {
      if (!passing) onView(report.view);
    } else if (report.type === 'story')
      store.trigger.storyTold({ attempt: report.attempt, story: report.story });
    else if (report.type === 'comparison')
      store.trigger.compared({ comparison: report.comparison, done: report.done });
    else if (report.type === 'error') {
      store.trigger.troubled({ problems: [problem(report.code, report.params)] });
      store.trigger.comparisonStopped();
      refused();
    }
  };

  /** The session kept the evening it had: so does what is said of it. */
  const refused = (): void => {
    if (asking !== null) store.trigger.applied({ draft: asking.before });
    asking = null;
    if (!passing) return;
    passing = false;
    session.send({ type: 'pause' });
  };

  /** The evening of a link, or the one as in 2021 and why. */
  const follow = (scenario: ScenarioInfo, wanted: NonNullable<typeof linked>): void => {
    linked = null;
    const decoded = decodeChanges(wanted.changes, scenario);
    if (!decoded.ok) {
      const { code, found } = decoded.error;
      store.trigger.troubled({ problems: [problem(`address.${code}`, { found })] });
      return;
    }
    passing = true;
    store.trigger.drafted({ draft: decoded.value });
    ask(wanted.seed, wanted.at, isAsIn2021(decoded.value, scenario) ? null : decoded.value);
  };

  /** Asks for an evening and marks it as the one shown, until the session refuses it. */
  const ask = (seed: number, at: number, draft: Draft | null): void => {
    asking = { before: state().applied };
    store.trigger.applied({ draft });
    restart(seed, at, draft);
  };

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

  session.subscribe(onReport);
  return {
    store,
    onView(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(seed, at, changes) {
      const { scenario, applied } = state();
      memory = null;
      store.trigger.seeded({ seed });
      if (scenario === null) {
        // The scenario as it is comes first: changes are differences from it.
        linked = typeof changes === 'string' ? { seed, at, changes } : null;
        restart(seed, at, null);
      } else if (typeof changes === 'string') follow(scenario, { seed, at, changes });
      else if (changes === null && applied !== null) {
        store.trigger.drafted({ draft: draftOf(scenario) });
        ask(seed, at, null);
      } else restart(seed, at, applied);
      paceFor(at);
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
      speedChosen = true;
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
      ask(seed, view?.at ?? scenario.clock.from, isAsIn2021(draft, scenario) ? null : draft);
    },
    reset() {
      const { scenario, applied, seed, view } = state();
      if (scenario === null) return;
      store.trigger.drafted({ draft: draftOf(scenario) });
      if (applied !== null) ask(seed, view?.at ?? scenario.clock.from, null);
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
