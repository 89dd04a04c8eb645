import { createStore } from '@xstate/store';
import type {
  Catalogue,
  Channel,
  ClockView,
  CommandBody,
  DebriefModel,
  DebriefPart,
  ExerciseSetup,
  PlayInfo,
  PlayRequest,
  Refusal,
  ScenarioInfo,
  SeatId,
} from '../session/playProtocol.ts';
import type { Recap, SeatView } from '../view/seatView.ts';
import { routeTo } from './messageRoutes.ts';
import type { PlayAnnouncement } from './playAnnouncement.ts';
import type { SavedExercise } from './saves.ts';
import { shareUnchanged, withChanges } from './share.ts';
import { drawSeed } from './seed.ts';
import { FIRST_WISH, type Wish } from './wish.ts';

export const CONSOLE_TABS = ['inTray', 'decide', 'say', 'know', 'people', 'log'] as const;
/** On a narrow screen the table is one of them. */
export type ConsoleTab = (typeof CONSOLE_TABS)[number] | 'table';

/** A message being written by a seat. */
export interface MessageDraft {
  readonly to: readonly string[];
  readonly channel: Extract<CommandBody, { type: 'send' }>['channel'];
  readonly statements: readonly number[];
  readonly text: string;
  /** The message it answers. */
  readonly answers: number | null;
}

export const EMPTY_MESSAGE: MessageDraft = {
  to: [],
  channel: 'phone',
  statements: [],
  text: '',
  answers: null,
};

/** A message begun as an answer to another: to who asked, the way it came where that leads back. */
export const answerTo = (
  seat: SeatId,
  { from, id, channel }: { readonly from: string; readonly id: number; readonly channel: Channel },
): MessageDraft => ({
  ...EMPTY_MESSAGE,
  to: [from],
  channel: routeTo(seat, [from], channel === 'public' ? EMPTY_MESSAGE.channel : channel),
  answers: id,
});

/** An act looked at by a seat, its arguments as typed, before anybody is put on it. */
export interface ActDraft {
  readonly act: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly rests: readonly number[];
  readonly why: string;
}

/** What one seat has on its side of the screen, kept while others are looked at. */
export interface Desk {
  readonly tab: ConsoleTab;
  readonly act: ActDraft | null;
  readonly message: MessageDraft;
  /** Lines of the first evening passed over; null once nobody wants to be led. */
  readonly guide: readonly string[] | null;
  /** What a first evening brought into sight last: once is enough. */
  readonly ledTo: string | null;
  /** Clock ms of the last choice made here, or null: the clock stands still after it until somebody starts it. */
  readonly chosenAt: number | null;
  /** The last thing refused, until something else is done. */
  readonly refused: { readonly body: CommandBody; readonly refusal: Refusal } | null;
  readonly recap: Recap | null;
  /** Whether it is unfolded: until a choice or another tab is turned to, and as whoever reads it leaves it. */
  readonly recapOpen: boolean;
  /** Dilemmas put aside for now. */
  readonly aside: readonly string[];
  /** Dilemmas whose coming has been seen: by a stop of the clock, or by a press. */
  readonly noticed: readonly string[];
}

export const EMPTY_DESK: Desk = {
  tab: 'inTray',
  act: null,
  message: EMPTY_MESSAGE,
  guide: [],
  ledTo: null,
  chosenAt: null,
  refused: null,
  recap: null,
  recapOpen: false,
  aside: [],
  noticed: [],
};

/** The exercise on screen. */
export interface OpenExercise {
  /** Its record on this device. */
  readonly id: string;
  readonly setup: ExerciseSetup;
  readonly scenario: ScenarioInfo;
  readonly play: PlayInfo;
  readonly seats: readonly SeatId[];
  readonly guided: boolean;
  readonly resumedAt: number | null;
  /** The try that it was taken up from. */
  readonly earlier: SavedExercise['earlier'] | null;
}

type ClockAsked = Partial<Pick<ClockView, 'automaticPause' | 'chosen'>>;

export interface PlayState {
  readonly catalogue: Catalogue | null;
  readonly wish: Wish;
  /** Null until the list has been read. */
  readonly saved: readonly SavedExercise[] | null;
  readonly exercise: OpenExercise | null;
  /** `before`: the screen of sixty words; `playing`: the console; `debrief`: afterwards. */
  readonly stage: 'before' | 'playing' | 'debrief';
  /** Asked for, and not answered yet. */
  readonly opening: boolean;
  readonly clock: ClockView | null;
  readonly views: Readonly<Partial<Record<SeatId, SeatView>>>;
  readonly seat: SeatId;
  readonly desks: Readonly<Record<SeatId, Desk>>;
  /** What somebody has set of the clock and is not answered yet: shown at once, and taken back if it is refused. */
  readonly clockAsked: ClockAsked;
  /** A jump is being computed. */
  readonly jumping: boolean;
  /** Between two seats at one table, the screen shows nothing until the next one takes it. */
  readonly curtain: boolean;
  readonly curtainWanted: boolean;
  /** Whether the exercise is kept as it goes. */
  readonly keeping: 'kept' | 'memory' | 'failed';
  readonly debrief: DebriefModel | null;
  readonly debriefParts: readonly DebriefPart[];
  /** Parts being computed: 0..1, and the seconds left as far as they can be told. */
  readonly debriefProgress: Readonly<
    Partial<Record<DebriefPart, { readonly share: number; readonly left: number | null }>>
  >;
  /** The parts are no longer being computed. */
  readonly debriefStopped: boolean;
  /** What held the exercise failed, with its own word for why; null while all is well. */
  readonly stopped: string | null;
  readonly announcement: PlayAnnouncement | null;
}

const NO_DESKS: PlayState['desks'] = {
  orange: EMPTY_DESK,
  ministry: EMPTY_DESK,
  anssi: EMPTY_DESK,
  services: EMPTY_DESK,
};

/** The seat for which a choice has stopped the clock. */
const choosing = (clock: ClockView | null): SeatId | null =>
  clock !== null && !clock.playing && clock.beat?.kind === 'dilemma' ? clock.beat.seat : null;

/** What a request sets of the clock for good, if it does. */
function askedOfClock(request: PlayRequest): ClockAsked | null {
  if (request.type === 'automaticPause') return { automaticPause: request.on };
  return request.type === 'speed' ? { chosen: request.value } : null;
}

/** What was asked and the clock does not say yet; the same object while nothing was answered. */
function unanswered(asked: ClockAsked, clock: ClockView): ClockAsked {
  const { automaticPause, chosen } = asked;
  const left: ClockAsked = {
    ...(automaticPause === undefined || automaticPause === clock.automaticPause ? {} : { automaticPause }),
    ...(chosen === undefined || chosen === clock.chosen ? {} : { chosen }),
  };
  return Object.keys(left).length === Object.keys(asked).length ? asked : left;
}

export function createPlayStore(wish: Wish = { ...FIRST_WISH, seed: drawSeed() }) {
  const context: PlayState = {
    catalogue: null,
    wish,
    saved: null,
    exercise: null,
    stage: 'before',
    opening: false,
    clock: null,
    views: {},
    seat: 'services',
    desks: NO_DESKS,
    clockAsked: {},
    jumping: false,
    curtain: false,
    curtainWanted: false,
    keeping: 'kept',
    debrief: null,
    debriefParts: [],
    debriefProgress: {},
    debriefStopped: false,
    stopped: null,
    announcement: null,
  };
  // What changes nothing leaves the state as it is: nobody who reads it is asked again.
  const onDesk = (state: PlayState, seat: SeatId, change: Partial<Desk>): PlayState => {
    const desk = state.desks[seat];
    if (Object.entries(change).every(([name, value]) => desk[name as keyof Desk] === value)) return state;
    return { ...state, desks: { ...state.desks, [seat]: { ...desk, ...change } } };
  };
  return createStore({
    context,
    on: {
      catalogued: (state, event: { catalogue: Catalogue }): PlayState => ({
        ...state,
        catalogue: event.catalogue,
      }),
      wished: (state, event: { wish: Partial<Wish> }): PlayState => ({
        ...state,
        wish: { ...state.wish, ...event.wish },
      }),
      listed: (state, event: { saved: readonly SavedExercise[] }): PlayState => ({
        ...state,
        saved: event.saved,
      }),
      asked: (state): PlayState => ({ ...state, opening: true }),
      opened: (
        state,
        event: {
          exercise: OpenExercise;
          stage: PlayState['stage'];
          /** Put back as it was: the same exercise, after a failure. */
          back?: Pick<PlayState, 'seat' | 'desks'>;
        },
      ): PlayState => ({
        ...state,
        exercise: event.exercise,
        stage: event.stage,
        opening: false,
        clock: null,
        views: {},
        seat: event.back?.seat ?? event.exercise.seats[0] ?? 'services',
        desks: event.back?.desks ?? NO_DESKS,
        clockAsked: {},
        jumping: false,
        stopped: null,
        curtain: false,
        debrief: null,
        debriefParts: [],
        debriefProgress: {},
        debriefStopped: false,
        announcement: null,
      }),
      failed: (state): PlayState => ({ ...state, opening: false, clockAsked: {}, jumping: false }),
      left: (state): PlayState => ({ ...state, exercise: null, clock: null, views: {}, debrief: null }),
      staged: (state, event: { stage: PlayState['stage'] }): PlayState => ({ ...state, stage: event.stage }),
      ticked: (state, event: { clock: ClockView }): PlayState => {
        const clock = shareUnchanged(state.clock, event.clock);
        const clockAsked = unanswered(state.clockAsked, clock);
        if (clock === state.clock && clockAsked === state.clockAsked && !state.jumping) return state;
        const next = { ...state, clock, clockAsked, jumping: false };
        // Where a choice waits, what led to it is one press away.
        const seat = choosing(clock);
        return seat === null || clock.beat === state.clock?.beat
          ? next
          : onDesk(next, seat, { recapOpen: false });
      },
      viewed: (state, event: { view: SeatView }): PlayState => ({
        ...state,
        views: { ...state.views, [event.view.seat]: event.view },
      }),
      viewChanged: (state, { seat, changes }: { seat: SeatId; changes: Partial<SeatView> }): PlayState => {
        const before = state.views[seat];
        return before === undefined
          ? state
          : { ...state, views: { ...state.views, [seat]: withChanges(before, changes) } };
      },
      sent: (state, { request }: { request: PlayRequest }): PlayState => {
        const asked = askedOfClock(request);
        return asked === null ? state : { ...state, clockAsked: { ...state.clockAsked, ...asked } };
      },
      jumped: (state): PlayState => ({ ...state, jumping: true }),
      recapped: (state, event: { seat: SeatId; recap: Recap }): PlayState =>
        onDesk(state, event.seat, { recap: event.recap, recapOpen: choosing(state.clock) !== event.seat }),
      refused: (state, event: { seat: SeatId; body: CommandBody; refusal: Refusal }): PlayState =>
        onDesk(state, event.seat, { refused: { body: event.body, refusal: event.refusal } }),
      turned: (state, event: { seat: SeatId }): PlayState => ({
        ...state,
        seat: event.seat,
        curtain: state.curtainWanted && event.seat !== state.seat,
      }),
      curtained: (state, event: { wanted?: boolean; drawn?: boolean }): PlayState => ({
        ...state,
        curtainWanted: event.wanted ?? state.curtainWanted,
        curtain: event.drawn ?? state.curtain,
      }),
      arranged: (state, event: { seat: SeatId; desk: Partial<Desk> }): PlayState => {
        const { tab, recapOpen } = state.desks[event.seat];
        const turned = event.desk.tab !== undefined && event.desk.tab !== tab;
        return onDesk(state, event.seat, { recapOpen: recapOpen && !turned, ...event.desk });
      },
      kept: (state, event: { keeping: PlayState['keeping'] }): PlayState => ({
        ...state,
        keeping: event.keeping,
      }),
      debriefed: (state, event: { part: DebriefPart; model: DebriefModel }): PlayState => ({
        ...state,
        debrief: event.model,
        debriefStopped: false,
        debriefParts: state.debriefParts.includes(event.part)
          ? state.debriefParts
          : [...state.debriefParts, event.part],
      }),
      debriefing: (state, event: { part: DebriefPart; share: number; left: number | null }): PlayState => ({
        ...state,
        debriefStopped: false,
        debriefProgress: { ...state.debriefProgress, [event.part]: { share: event.share, left: event.left } },
      }),
      debriefStopped: (state): PlayState => ({ ...state, debriefProgress: {}, debriefStopped: true }),
      stopped: (state, event: { why: string }): PlayState => ({
        ...state,
        stopped: event.why,
        clock: state.clock === null ? null : { ...state.clock, playing: false },
      }),
      announced: (state, event: { announcement: PlayAnnouncement }): PlayState => ({
        ...state,
        announcement: event.announcement,
      }),
    },
  });
}

export type PlayStore = ReturnType<typeof createPlayStore>;
