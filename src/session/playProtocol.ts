import type { CommandBody, Refusal } from '../exercise/commands.ts';
import type { LogLine } from '../exercise/log/logFormat.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import type { DebriefModel, DebriefPart } from '../debrief/debriefModel.ts';
import type { ScenarioInfo } from '../scenario/info.ts';
import type { PlayInfo } from '../scenario/play/info.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { BeatView, Recap, SeatView } from '../view/seatView.ts';

/**
 * Frames between the client and the session that holds the exercise (a worker here, a server's room later). Every frame
 * is answered. One session, one exercise; seats held on this device get their own view and nothing else.
 */
export type PlayRequest =
  /** What can be played, before anything is: scenarios, seats, measures. */
  | { readonly type: 'catalogue' }
  /** Begins a new exercise. */
  | { readonly type: 'open'; readonly setup: ExerciseSetup; readonly guided: boolean }
  /**
   * Goes on with a saved one: the lines of its log, checked and replayed first, to its last line or to the clock time
   * `at` where it was left, if that is later.
   */
  | {
      readonly type: 'resume';
      readonly text: string;
      readonly at?: number;
      /** The try that it was taken up from: the debrief sets one beside the other. */
      readonly earlier?: EarlierTry;
    }
  | { readonly type: 'command'; readonly seat: SeatId; readonly id: string; readonly body: CommandBody }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** Times real time; null for the tempo plan's own. */
  | { readonly type: 'speed'; readonly value: number | null }
  /** While somebody composes, the clock slows instead of stopping. */
  | { readonly type: 'composing'; readonly on: boolean }
  /** To a minute, or to the next beat; the machines play, and each seat gets a recap. */
  | { readonly type: 'jump'; readonly to: number | 'beat' }
  | { readonly type: 'automaticPause'; readonly on: boolean }
  /** *Événement réel*: freezes everything; only `resumeReal` goes on. */
  | { readonly type: 'realEvent' }
  | { readonly type: 'resumeReal' }
  /** FINEX. */
  | { readonly type: 'finish' }
  /** The debrief of the exercise up to now; parts come as they are computed. */
  | { readonly type: 'debrief' }
  /**
   * A new exercise from this one's log up to that minute; `to` moves its end, to play on after a first evening; `seat` is
   * then held by the person: instead of the one seat held so far, or beside the others.
   */
  | { readonly type: 'branch'; readonly at: number; readonly to?: number; readonly seat?: SeatId }
  | { readonly type: 'hash' };

/** A try that another was taken up from. */
export interface EarlierTry {
  readonly text: string;
  /** Clock time to which it was played. */
  readonly at: number;
  /** Clock time from which the other goes its own way. */
  readonly from: number;
}

/** What can be played on this device. */
export interface Catalogue {
  readonly play: PlayInfo;
  readonly scenarios: readonly ScenarioInfo[];
}

/** What the clock stands at. */
export interface StopView extends BeatView {
  readonly seat: SeatId;
  /** Of a choice that was there already: one of its options has become possible, or its time is nearly over. */
  readonly why?: 'unlocked' | 'closing';
  /** Letters that it is about, by the numbers of the seat's view. */
  readonly letters?: readonly number[];
  /** What else has come at the same minute; absent when nothing has. */
  readonly also?: readonly StopView[];
}

export interface ClockView {
  readonly at: number;
  readonly playing: boolean;
  /** Exercise time over real time, now. */
  readonly speed: number;
  /** Nothing lies before anybody: the tempo plan goes faster meanwhile. */
  readonly lull: boolean;
  /** Somebody writes: time goes no faster than the plan allows meanwhile. */
  readonly composing: boolean;
  /** Chosen by a person; null when the tempo plan decides. */
  readonly chosen: number | null;
  readonly automaticPause: boolean;
  /** The beat it stands at, if it stopped for one. */
  readonly beat: StopView | null;
  readonly realEvent: boolean;
  readonly finished: boolean;
}

export type PlayReport =
  | { readonly type: 'catalogue'; readonly catalogue: Catalogue }
  | {
      readonly type: 'opened';
      readonly setup: ExerciseSetup;
      readonly scenario: ScenarioInfo;
      readonly play: PlayInfo;
      /** Seats held on this device, by people. */
      readonly seats: readonly SeatId[];
      readonly guided: boolean;
      /** Resumed from a log, at this clock time. */
      readonly resumedAt: number | null;
    }
  | { readonly type: 'clock'; readonly clock: ClockView }
  /** What a seat sees: all of it the first time, then only what says something else than before; `seq` grows by one. */
  | { readonly type: 'seat'; readonly seq: number; readonly view: SeatView }
  | {
      readonly type: 'seatChange';
      readonly seq: number;
      readonly seat: SeatId;
      readonly changes: Partial<SeatView>;
    }
  | { readonly type: 'accepted'; readonly id: string }
  | { readonly type: 'refused'; readonly id: string; readonly refusal: Refusal }
  | { readonly type: 'recap'; readonly seat: SeatId; readonly recap: Recap }
  /** Lines to keep: the client stores them as they come, and exports them as a file. */
  | { readonly type: 'lines'; readonly lines: readonly LogLine[]; readonly whole: boolean }
  /** The whole model, one part more than before. */
  | { readonly type: 'debrief'; readonly part: DebriefPart; readonly model: DebriefModel }
  /** How far a part that needs other evenings has come: evenings computed, of about how many. */
  | {
      readonly type: 'debriefProgress';
      readonly part: DebriefPart;
      readonly done: number;
      readonly total: number;
    }
  /** The parts that need other evenings are no longer being computed, or nothing is heard of them any more. */
  | { readonly type: 'debriefStopped' }
  /** Whatever held the exercise failed and holds nothing any more; `why` is its own word, in no language of ours. */
  | { readonly type: 'stopped'; readonly why: string }
  | { readonly type: 'hash'; readonly at: number; readonly hash: string }
  /** `code` is a key under `errors` in the locales, `params` its values. Nothing was changed. */
  | {
      readonly type: 'error';
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** What screens may name of the rooms behind the session. */
export type { CommandBody, Refusal } from '../exercise/commands.ts';
export type { Source } from '../exercise/knowledge/knowledge.ts';
export type { LogLine } from '../exercise/log/logFormat.ts';
export type { ExerciseSetup, Holder } from '../exercise/setup.ts';
export type * from '../debrief/debriefModel.ts';
export type { ScenarioInfo } from '../scenario/info.ts';
export type { PlayInfo } from '../scenario/play/info.ts';
export type { ActSpec, DoctrineId, SeatSpec } from '../scenario/play/types.ts';
export type { Channel, FactType, SeatId } from '../scenario/play/vocabulary.ts';
export { isClear, marginOf } from '../debrief/clear.ts';
export { carries } from '../exercise/messages/channels.ts';
export { DRAWN_HOME } from '../exercise/homeWord.ts';
export { DOCTRINES } from '../scenario/play/types.ts';
export { CHANNELS, CORE_SEATS, FACTS } from '../scenario/play/vocabulary.ts';
