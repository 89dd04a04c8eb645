import { createStore } from '@xstate/store';
import type { Comparison, ScenarioInfo } from '../session/protocol.ts';
import type { EveningView, Selection, Story } from '../view/eveningView.ts';
import type { Announcement } from './announcement.ts';
import { EMPTY_DRAFT, type Draft } from './draft.ts';
import type { Preferences } from './preferences.ts';
import { isOfPlace, type Problem } from './problem.ts';

export const TABS = ['text', 'selection', 'story', 'orders'] as const;
export type Tab = (typeof TABS)[number];

export interface ClientState {
  readonly page: 'home' | 'exercise' | 'evening' | 'method';
  readonly scenario: ScenarioInfo | null;
  readonly seed: number;
  /** Latest view, for clocks and counters. */
  readonly view: EveningView | null;
  /** A view at most twice a second, for tables. */
  readonly calmView: EveningView | null;
  /** A view every other second, for charts. */
  readonly slowView: EveningView | null;
  /** Minute asked for and not reached yet, so that the slider follows the hand. */
  readonly wanted: number | null;
  readonly begun: boolean;
  readonly selection: Selection | null;
  /** What the pointer is over on the table. */
  readonly hover: Selection | null;
  readonly story: { readonly attempt: number; readonly story: Story | null; readonly asked: boolean } | null;
  readonly draft: Draft;
  /** The draft last applied, null for the evening "as in 2021". */
  readonly applied: Draft | null;
  readonly comparison: {
    readonly comparison: Comparison | null;
    readonly draft: Draft;
    readonly running: boolean;
  } | null;
  readonly problems: readonly Problem[];
  readonly announcement: Announcement | null;
  readonly preferences: Preferences;
  readonly tab: Tab;
  readonly panelOpen: boolean;
  readonly panelWide: boolean;
}

/** A view this close to the minute asked for answers it. */
const REACHED = 120_000;

export function createClientStore(initial: {
  readonly page: ClientState['page'];
  readonly seed: number;
  readonly preferences: Preferences;
  readonly problems: readonly Problem[];
}) {
  const context: ClientState = {
    ...initial,
    scenario: null,
    view: null,
    calmView: null,
    slowView: null,
    wanted: null,
    begun: false,
    selection: null,
    hover: null,
    story: null,
    draft: EMPTY_DRAFT,
    applied: null,
    comparison: null,
    announcement: null,
    tab: 'text',
    panelOpen: true,
    panelWide: false,
  };
  return createStore({
    context,
    on: {
      ready: (state, event: { scenario: ScenarioInfo; draft: Draft }): ClientState => ({
        ...state,
        // The first one is the scenario as it is; later ones carry the values set over it.
        scenario: state.scenario ?? event.scenario,
        draft: state.scenario === null ? event.draft : state.draft,
      }),
      viewed: (state, event: { view: EveningView; calm: boolean; slow: boolean }): ClientState => ({
        ...state,
        view: event.view,
        calmView: event.calm ? event.view : state.calmView,
        slowView: event.slow ? event.view : state.slowView,
        begun: state.begun || event.view.playing || event.view.at > (state.scenario?.clock.from ?? 0),
        wanted:
          state.wanted !== null && Math.abs(event.view.at - state.wanted) < REACHED ? null : state.wanted,
      }),
      wants: (state, event: { at: number }): ClientState => ({ ...state, wanted: event.at, begun: true }),
      seeded: (state, event: { seed: number }): ClientState => ({ ...state, seed: event.seed, story: null }),
      selected: (state, event: { selection: Selection | null; show: boolean }): ClientState => ({
        ...state,
        selection: event.selection,
        tab: event.show ? 'selection' : state.tab,
        panelOpen: state.panelOpen || event.show,
      }),
      hovered: (state, event: { place: Selection | null }): ClientState => ({ ...state, hover: event.place }),
      storyAsked: (state, event: { attempt: number }): ClientState => ({
        ...state,
        story: { attempt: event.attempt, story: null, asked: true },
        tab: 'story',
        panelOpen: true,
      }),
      storyTold: (state, event: { attempt: number; story: Story | null }): ClientState =>
        state.story?.attempt === event.attempt
          ? { ...state, story: { attempt: event.attempt, story: event.story, asked: false } }
          : state,
      drafted: (state, event: { draft: Draft }): ClientState => ({ ...state, draft: event.draft }),
      applied: (state, event: { draft: Draft | null }): ClientState => ({
        ...state,
        applied: event.draft,
        story: null,
        begun: state.begun || state.view !== null,
      }),
      comparing: (state, event: { draft: Draft }): ClientState => ({
        ...state,
        comparison: { comparison: null, draft: event.draft, running: true },
      }),
      compared: (state, event: { comparison: Comparison; done: boolean }): ClientState =>
        state.comparison === null
          ? state
          : {
              ...state,
              comparison: { ...state.comparison, comparison: event.comparison, running: !event.done },
            },
      comparisonStopped: (state): ClientState =>
        state.comparison === null ? state : { ...state, comparison: { ...state.comparison, running: false } },
      troubled: (state, event: { problems: readonly Problem[] }): ClientState => {
        // Of one file after another, only the last is told of.
        const files = event.problems.some(({ file }) => file !== '');
        const kept = files ? state.problems.filter(({ file }) => file === '') : state.problems;
        const fresh = event.problems.filter(({ id }) => kept.every((known) => known.id !== id));
        return { ...state, wanted: null, problems: [...kept, ...fresh] };
      },
      // Somebody goes elsewhere: what was said of the place they leave goes with it.
      left: (state): ClientState => ({
        ...state,
        problems: state.problems.filter((each) => !isOfPlace(each)),
      }),
      dismissed: (state, event: { id: string }): ClientState => ({
        ...state,
        problems: state.problems.filter(({ id }) => id !== event.id),
      }),
      announced: (state, event: { announcement: Announcement }): ClientState => ({
        ...state,
        announcement: event.announcement,
      }),
      preferred: (state, event: { preferences: Partial<Preferences> }): ClientState => ({
        ...state,
        preferences: { ...state.preferences, ...event.preferences },
      }),
      // What was said of a file was said where it was chosen.
      turned: (state, event: { page: ClientState['page'] }): ClientState => ({
        ...state,
        page: event.page,
        problems:
          event.page === state.page ? state.problems : state.problems.filter(({ file }) => file === ''),
      }),
      panelled: (state, event: { tab?: Tab; open?: boolean; wide?: boolean }): ClientState => ({
        ...state,
        tab: event.tab ?? state.tab,
        panelOpen: event.open ?? state.panelOpen,
        panelWide: event.wide ?? state.panelWide,
      }),
    },
  });
}

export type ClientStore = ReturnType<typeof createClientStore>;
