import type { Cause } from '../callflow/cause.ts';
import type { EmergencyNumber, Operator, Origin, Room } from '../callflow/spec.ts';

/**
 * What the viewer of a watched evening sees at one instant: the whole truth, as plain data that can be
 * posted between threads. Times are clock ms; counts are attempts or people, said in each name.
 */

/** Counts since the trigger (16:45). */
export interface Totals {
  readonly attempts: number;
  /** Attempts not routed: server full, module rebooting or interrupted. */
  readonly unrouted: number;
  /** Calls answered by a call-taker. */
  readonly answered: number;
  /** People in real need who have stopped trying and were never served (estimate of the model). */
  readonly neverServed: number;
  /** People in real need who were served after at least one failure. */
  readonly servedLate: number;
  readonly waitingNow: number;
  readonly talkingNow: number;
  /** Ordinary calls refused by full or absent servers or by throttling (all voice, not emergencies). */
  readonly ordinaryRefused: number;
  readonly byCause: Readonly<Record<Exclude<Cause, 'open'>, number>>;
}

export interface ModuleView {
  readonly state: 'up' | 'full' | 'rebooting' | 'interrupted';
  /** Memory taken, 0..1. */
  readonly fill: number;
}

export interface ServerView {
  readonly id: string;
  /** Mean memory taken of the modules that serve, 0..1. */
  readonly fill: number;
  readonly modulesUp: number;
  readonly modules: readonly ModuleView[];
  readonly bug: 'none' | 'asleep' | 'awake';
  readonly isolated: boolean;
  /** Emergency attempts through it and refused by it, since the trigger and over the last 15 minutes. */
  readonly attempts: number;
  readonly unrouted: number;
  readonly attempts15: number;
  readonly unrouted15: number;
}

export interface AreaView {
  readonly code: string;
  readonly attempts: number;
  readonly unrouted: number;
  readonly answered: number;
  readonly attempts15: number;
  readonly unrouted15: number;
  /** By room, in the order of ROOMS. */
  readonly waiting: readonly [number, number, number];
  readonly talking: readonly [number, number, number];
  readonly takers: readonly [number, number, number];
  /** Published substitute number, if any. */
  readonly tenDigit: 'none' | 'open' | 'published';
  readonly goneAround: boolean;
}

/** One attempt that began since the previous view. */
export interface FlowView {
  /** Index of the attempt in the evening's log: unique, ask a story with it. */
  readonly attempt: number;
  readonly at: number;
  readonly area: number;
  readonly number: EmergencyNumber;
  readonly origin: Origin;
  /** Index of the server it met last, or -1 when its way has none. */
  readonly server: number;
  /** `through`: reached the room. `broken`: refused at the server. `refused`: stopped after it (busy, wrong number). */
  readonly fate: 'through' | 'broken' | 'refused';
}

/** Counts by 5-minute step since 16:30, up to now for the evening, whole for the reference. */
export interface Series {
  readonly start: number;
  readonly step: number;
  readonly answered: readonly number[];
  readonly lost: readonly number[];
  /** People waiting in a queue at the end of the step. */
  readonly waiting: readonly number[];
}

export type Selection =
  | { readonly kind: 'area'; readonly code: string }
  | { readonly kind: 'server'; readonly id: string }
  | { readonly kind: 'centre'; readonly code: string; readonly room: Room };

export interface LossView {
  readonly attempt: number;
  readonly at: number;
  readonly area: string;
  readonly number: EmergencyNumber;
  readonly origin: Origin;
  readonly cause: Exclude<Cause, 'open' | 'answered'>;
}

export interface SelectionView {
  readonly selection: Selection;
  readonly series: Series;
  /** Latest failed attempts that concern it, newest first, at most 50. */
  readonly losses: readonly LossView[];
}

export interface EveningView {
  readonly seq: number;
  readonly at: number;
  readonly playing: boolean;
  readonly speed: number;
  readonly totals: Totals;
  /** The model's "as in 2021" evening of the same seed at the same minute: computed, never documented. */
  readonly reference: Omit<Totals, 'ordinaryRefused'>;
  /** The same callers on an evening without the operation, at the same minute: what is usual. Computed. */
  readonly ordinary: Omit<Totals, 'ordinaryRefused'>;
  readonly servers: readonly ServerView[];
  readonly areas: readonly AreaView[];
  readonly flows: readonly FlowView[];
  /** Attempts begun since the previous view, of which `flows` is a sample when they are too many. */
  readonly flowsTotal: number;
  readonly series: Series;
  readonly referenceSeries: Series;
  /** Latest failed attempts, newest first, at most 100. */
  readonly losses: readonly LossView[];
  readonly selected: SelectionView | null;
  /** Orders given up to now, and those to come, in order of time. */
  readonly orders: readonly {
    readonly at: number;
    readonly by: string;
    readonly type: string;
    readonly key: string;
  }[];
}

/** One call followed from end to end. No age, illness or words: area, number, origin, attempts, outcome. */
export interface Story {
  readonly caller: number;
  readonly area: string;
  readonly number: EmergencyNumber;
  readonly origin: Origin;
  readonly operator: Operator;
  readonly firstAt: number;
  readonly attempts: readonly {
    readonly attempt: number;
    readonly at: number;
    /** When a call-taker answered, and when the attempt ended. */
    readonly answered: number | null;
    readonly end: number | null;
    /** What was dialled. */
    readonly dialled: EmergencyNumber | 'tenDigit' | 'callback';
    readonly from: Origin;
    readonly server: string | null;
    readonly module: number | null;
    readonly cause: Cause;
  }[];
  readonly outcome: 'served' | 'servedLate' | 'wentThere' | 'neverServed' | 'open';
}
