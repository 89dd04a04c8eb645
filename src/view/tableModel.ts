import type { Room } from '../callflow/spec.ts';
import type { Channel, Relation, SeatId, TrustStep } from '../scenario/play/vocabulary.ts';

/**
 * What the seats' table draws, as plain data: keys and numbers, no prose, nothing but what the views of the seats held
 * here contain. Times are clock ms. The board applies keyed differences between two models.
 */
export interface TableModel {
  readonly at: number;
  /** Exercise time over real time; 0 when the clock stands. */
  readonly speed: number;
  /** The seat whose belief lies on the map, and whose mat is the large one. */
  readonly focus: SeatId;
  readonly track: {
    readonly from: number;
    readonly to: number;
    /** Whether 2021 runs beside tonight. */
    readonly ghosts: boolean;
    readonly tokens: readonly TableToken[];
  };
  readonly areas: readonly TableArea[];
  readonly pins: readonly TablePin[];
  readonly servers: readonly TableServer[];
  /** Anonymous voice through the lanterns, for who measures it: share of all calls refused, 0..1. */
  readonly voice: { readonly refused: number } | null;
  /** A département's own calls of the last 15 minutes against the usual, for who holds its rooms. */
  readonly arrivals: {
    readonly area: string;
    readonly arrived: number;
    readonly usual: number;
    /** Of them, callers who said that they had tried before. */
    readonly repeated: number;
  } | null;
  readonly instruments: readonly TableInstrument[];
  /** One a seat, held here or not, in the order of the seats. */
  readonly mats: readonly TableMat[];
  readonly envelopes: readonly TableEnvelope[];
  /** Key of the selected area or server, if any. */
  readonly selected: string | null;
}

/** A mark on the rim. */
export interface TableToken {
  readonly key: string;
  readonly at: number;
  /** `ghost`: documented in 2021. The others are tonight's: an own act, an own change of state, a public word. */
  readonly kind: 'ghost' | 'act' | 'tag' | 'word';
  /** Whose it is; null for 2021 and for who has no mat. */
  readonly seat: SeatId | null;
  readonly label: TableText;
  readonly passed: boolean;
}

/** A text by its key, or written by a person. */
export interface TableText {
  readonly key: string | null;
  readonly text: string;
}

export interface TableArea {
  readonly key: string;
  readonly state: 'unknown' | 'known' | 'old' | 'contradicted';
  /** Share lost as believed, 0..1; null when only that calls fail, or do not, is held. */
  readonly share: number | null;
  readonly hit: boolean | null;
  /** The other value when contradicted. */
  readonly other: number | null;
  /** The département whose rooms the focus seat holds. */
  readonly own: boolean;
  /** Its ten-digit number as believed. */
  readonly badge: 'none' | 'heard' | 'tested' | 'crosses' | 'withdrawn';
}

/** A report stuck in the map, with the hour it speaks of. */
export interface TablePin {
  /** The statement's number. */
  readonly key: string;
  /** Codes of the départements whose belief rests on it. */
  readonly areas: readonly string[];
  readonly at: number;
  readonly kind: 'report' | 'sample';
}

export interface TableServer {
  readonly key: string;
  /** `unseen`: the focus seat has no instrument on it. */
  readonly state: 'unseen' | 'up' | 'partly' | 'down' | 'isolated';
  /** Memory taken, 0..1. */
  readonly fill: number;
  /** Share of the calls that it takes and then loses, 0..1. */
  readonly losing: number;
  readonly modulesUp: number;
  readonly modules: number;
}

/** What the focus seat measures by itself, in the order of its view. */
export type TableInstrument =
  | {
      readonly kind: 'series';
      readonly key: 'voice' | 'rooms';
      readonly start: number;
      readonly step: number;
      readonly values: readonly number[];
      /** The same on a usual evening, where there is one. */
      readonly usual: readonly number[] | null;
      readonly unit: 'share' | 'count';
    }
  | {
      readonly kind: 'figure';
      readonly key: 'complaints';
      readonly value: number;
      readonly usual: number;
    }
  | {
      readonly kind: 'room';
      readonly key: Room;
      readonly arrived: number;
      readonly usual: number;
      readonly repeated: number;
      readonly waiting: number;
      readonly cut: number;
      readonly toCallBack: number;
    }
  | {
      readonly kind: 'chain';
      readonly key: 'civilSecurity' | 'health' | 'police' | 'prefects';
      readonly reports: number;
      readonly areas: number;
      readonly latest: number | null;
    }
  | {
      readonly kind: 'case';
      readonly key: 'second' | 'telecoms';
      readonly people: number;
      readonly before: number | null;
      readonly state: 'open' | 'served' | 'starved' | 'lost' | 'closed';
    }
  | {
      readonly kind: 'sample';
      readonly key: string;
      readonly tries: number;
      readonly passed: number;
      readonly numbers: { readonly tried: number; readonly good: number } | null;
      readonly low: number;
      readonly high: number;
      readonly at: number;
    };

/** A seat's place at the table. */
export interface TableMat {
  readonly seat: SeatId;
  /** Held here: everything is open. Otherwise only what the views held here know of it. */
  readonly held: boolean;
  /** Keys of the seat's goals, and of the pull against them. */
  readonly goals: readonly string[];
  readonly pull: string;
  readonly ladders: readonly {
    readonly id: string;
    readonly steps: readonly string[];
    /** Rank of the present step, -1 when it is none of them. */
    readonly at: number;
  }[];
  /** Under way. */
  readonly acts: readonly TableAct[];
  /** Ended, latest first, a few. */
  readonly done: readonly { readonly key: number; readonly act: string; readonly at: number }[];
  readonly pools: readonly TablePool[];
  readonly trust: readonly { readonly relation: Relation; readonly step: TrustStep }[];
  /** Null when not held. */
  readonly tray: { readonly count: number; readonly unopened: number; readonly asking: number } | null;
  /** Messages between this seat and those held here. */
  readonly exchanged: { readonly from: number; readonly to: number };
  /** Latest message read from it. */
  readonly heard: (TableText & { readonly at: number }) | null;
  /** Latest public word of it. */
  readonly word: (TableText & { readonly at: number }) | null;
}

export interface TableAct {
  readonly key: number;
  /** Id of the catalogue: "orange.testCalls". */
  readonly act: string;
  readonly pool: string;
  readonly people: number;
  readonly begunAt: number;
  readonly endsAt: number;
}

/** A pool's people: those on acts are on the acts; the others are here. */
export interface TablePool {
  readonly key: string;
  readonly people: number;
  readonly free: number;
  readonly routine: number;
  /** Neither on an act under way, nor on routine, nor on the telephone: elsewhere, the soonest back first. */
  readonly away: readonly TableAway[];
}

/** People elsewhere: until when, why, and by which act of the seat or with which side, if any. */
export interface TableAway {
  readonly people: number;
  readonly until: number;
  readonly why: 'stay' | 'asked' | 'undone' | 'secondCase' | 'event';
  readonly ref: string;
}

/** A message of a seat held here, as that seat sees it. */
export interface TableEnvelope {
  /** "out:" or "in:", seat, message. */
  readonly key: string;
  readonly seat: SeatId;
  /** `travelling`: sent, not known to have arrived. `arrived`: in the tray, unopened. */
  readonly state: 'travelling' | 'failed' | 'arrived' | 'opened';
  /** A seat, or an actor without a mat ("vendor"). */
  readonly from: string;
  readonly to: string;
  readonly channel: Channel;
  readonly at: number;
}
