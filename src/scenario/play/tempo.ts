import type { SeatId } from './vocabulary.ts';

export const BEAT_KINDS = ['dilemma', 'event', 'appointment', 'finding', 'news'] as const;
export type BeatKind = (typeof BEAT_KINDS)[number];

/** A stretch of the evening, from a clock time to the next stretch. */
export interface TempoStretch {
  readonly from: string;
  /** Exercise time over real time. */
  readonly speed: number;
  /** Exercise minutes at least between two dilemmas of a seat. */
  readonly dilemmaMin: number;
  /** Passed over by an announced jump. */
  readonly jump?: true;
}

/** Beats of one act of the evening, for each seat. */
export interface TempoAct {
  readonly from: string;
  readonly fewest: number;
  readonly most: number;
  /** Of these, places kept for findings, of which nothing grave comes. */
  readonly harmless: number;
  /** Of `most`, places that only grave news of the seat may take. */
  readonly news: number;
  /** Exercise minutes at least between two beats of a seat. */
  readonly apart: number;
}

/** Faster time for whoever has nothing before them: so many real seconds after the last thing, so many times as fast. */
export interface LullSpec {
  readonly after: number;
  readonly times: number;
  /** No faster than this, exercise time over real time. */
  readonly most: number;
}

/** How fast time runs, where it stops, and how choices and mail are spread: one plan a format. */
export interface TempoSpec {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly stretches: readonly TempoStretch[];
  readonly acts: readonly TempoAct[];
  /** Beats at which time stops by itself; none in rooms, where the director stops it. */
  readonly pausesAt: readonly BeatKind[];
  /** None where several people share the clock, or are led by the hand. */
  readonly lull?: LullSpec;
  /** Speed while somebody composes: slower, never stopped. */
  readonly composing: number;
  /** Real seconds between two dilemmas of a seat, at least. */
  readonly dilemmaSeconds: number;
  /** Reading budget: one item for so many real seconds. */
  readonly readingSeconds: number;
  /** Real seconds after which nothing to read or decide is a fault of the evening. */
  readonly quietSeconds: number;
  /** The first evening: lines that say what to do, and what they point at, at their minutes. */
  readonly guided: boolean;
}

/** A known appointment of the evening, shown as what comes next. */
export interface AppointmentSpec {
  /** Text under `play:appointments`. */
  readonly id: string;
  readonly at: string;
  readonly seats: readonly SeatId[];
  /** The event it announces, if it is one. */
  readonly event?: string;
  /** What a seat may have done before it, which leaves nothing to keep it for. */
  readonly honoured?: readonly HonouredSpec[];
}

/** Acts of a seat one of which, once it is over, honours an appointment. */
export interface HonouredSpec {
  readonly seat: SeatId;
  readonly acts: readonly string[];
  /** The event that asked for it: what was done before answers nothing. */
  readonly since?: string;
}
