import type { Room } from '../../callflow/spec.ts';
import type { Fault } from '../schema.ts';
import type { ActorId, Channel, Cost, FactType, Relation, SeatId, Standing, Tag } from './vocabulary.ts';

/** What an evening puts before people: dilemmas, events, ordinary mail, and the hidden draws behind them. */

/** A fact as the world says it. It may be false: what is said is not looked up in the world unless a word asks for it. */
export interface SaidFact {
  readonly fact: FactType;
  /**
   * Plain JSON of the fact's own shape. Words of `area` and `areas`: "home" the seat's own, "drawn" the place that the
   * event drew, "listed" one whose number is given out, a wrong one if there is any, "hit" the three that lose most now, "calm" the three that lose least; one
   * place alone, never the seat's own: "worst", "second" and "third" of those that lose most.
   */
  readonly about: Readonly<Record<string, unknown>>;
  readonly confidence: number;
}

/** Readings of the world at the minute a letter is written: its figures are those of the gauges beside it. */
export const FIGURES = ['complaints', 'servers', 'reports', 'rooms', 'heard'] as const;
export type FiguresId = (typeof FIGURES)[number];

/**
 * What the calls bear out, of the services' own rooms and of those around them (`exercise/signs.ts`): several conversations cut
 * tonight; somebody cut and not spoken to again; callers who insisted,
 * or tried five times in vain; calls lost lately, or tonight, or none to speak of; and around, callers who insisted,
 * conversations cut, nothing of it, calls lost, a ten-digit number open.
 */
export const SIGNS = [
  'cutOften',
  'cutWaiting',
  'insisted',
  'persistent',
  'lost',
  'hit',
  'spared',
  'aroundTold',
  'aroundCut',
  'aroundCalm',
  'aroundLoses',
  'aroundNumber',
] as const;
export type Sign = (typeof SIGNS)[number];

/** What the world itself does, by an event or by what the evening drew: a closed set of typed operations. */
export type WorldEffect =
  /** A message from outside the four seats lies in the in-tray: what it says is known once it is opened. */
  | {
      readonly op: 'envelope';
      /** Text under `play:messages`. */
      readonly key: string;
      readonly from: string;
      readonly to: readonly SeatId[];
      readonly channel: Channel;
      readonly facts: readonly SaidFact[];
      /** Its text takes figures from this reading. */
      readonly figures?: FiguresId;
      /** Written only if the calls bear out all of these. */
      readonly signs?: readonly Sign[];
      /** Somebody's life hangs on it: it stops the clock whatever the budget of stops. */
      readonly vital?: true;
    }
  /** The seat of the instrument looks at it, without anybody's act. */
  | { readonly op: 'sense'; readonly sensor: string }
  /** A seat hears something around it: media, corridor, a caller. */
  | ({ readonly op: 'hold'; readonly seat: SeatId; readonly by: 'media' | 'hearsay' } & SaidFact)
  /**
   * More first calls than usual for a time, of people in need or not: a share of the usual, so many calls about one
   * event, or events so often (per hour and million inhabitants) with so many calls each. In the place that the event
   * drew, in its zone (the départements behind the same call server), at home, or everywhere.
   */
  | {
      readonly op: 'load';
      /** What the calls are about: two loads of one series at one time are one, the greater. */
      readonly series: number;
      readonly where: 'all' | 'home' | 'drawn' | 'zone';
      readonly minutes: number;
      readonly need: boolean;
      readonly amount:
        | { readonly kind: 'share'; readonly share: number }
        | { readonly kind: 'calls'; readonly calls: number }
        | { readonly kind: 'bursts'; readonly events: number; readonly size: number };
    }
  /** Answering capacity of the seat's own rooms, as a factor, for a time. */
  | {
      readonly op: 'capacity';
      readonly rooms: readonly Room[];
      readonly factor: number;
      readonly minutes: number;
    }
  | { readonly op: 'order'; readonly type: string; readonly args: Readonly<Record<string, unknown>> }
  | { readonly op: 'machine'; readonly to: ActorId; readonly event: string }
  | { readonly op: 'trust'; readonly relation: Relation; readonly step: -1 | 1 }
  | {
      readonly op: 'occupy';
      readonly seat: SeatId;
      readonly pool: string;
      readonly people: number;
      readonly minutes: number;
    }
  /** Someone has the ear of a seat: a door of the machine that holds it. */
  | { readonly op: 'contact'; readonly seat: SeatId; readonly by: SeatId }
  /** A share of the calls of boxes goes on failing in some départements: so many drawn ones, or the seat's own. */
  | { readonly op: 'residual'; readonly areas: number | 'home'; readonly share: number };

/** What is settled before the evening begins, whatever anybody decides. */
export type Trait =
  | { readonly op: 'parameter'; readonly name: string; readonly factor: number }
  | { readonly op: 'setting'; readonly actor: ActorId; readonly name: string; readonly factor: number }
  /** The vendor's patch changes nothing to the fault. */
  | { readonly op: 'patch'; readonly cures: false }
  /** Quality of an instrument, by name (`exercise/instruments`). */
  | { readonly op: 'instrument'; readonly name: string; readonly value: number };

/** What an outcome does, and when: at a clock time whatever is decided, or minutes after an option was taken. */
export interface OutcomeEffect {
  readonly at?: string;
  readonly after?: number;
  /** One of these was taken; or, with `at`, only if one of these was by then. */
  readonly options?: readonly string[];
  /** None of these was taken by then. */
  readonly unless?: readonly string[];
  /** A person has done in the meantime what it is about. */
  readonly done?: SeatDid;
  readonly effect: WorldEffect;
}

export interface OutcomeSpec {
  readonly outcome: string;
  /** Probability when it is drawn by seed (sum 1); absent when it is read from elsewhere. */
  readonly p?: number;
  /** Causes of the evening under which it can be so; absent: any. Its chance goes to the others when it cannot. */
  readonly causes?: readonly Fault[];
  readonly traits?: readonly Trait[];
  readonly effects?: readonly OutcomeEffect[];
}

/** Readings of the world that tell how a dilemma turned out: the physics decided, nothing was drawn. */
export const READERS = [
  'serversHeard',
  'restartHeld',
  'pairWoke',
  'repairHour',
  'listCopper',
  'curiousShare',
  'neighbourLoss',
  'worseNumber',
  'homeSilence',
] as const;
export type Reader = (typeof READERS)[number];

/** Where an outcome comes from when it is not drawn for this dilemma alone. */
export type OutcomeSource =
  | { readonly by: 'world'; readonly reader: Reader }
  | { readonly by: 'cause'; readonly attack: string; readonly otherwise: string }
  | { readonly by: 'event'; readonly event: string; readonly drawn: string; readonly otherwise: string }
  /** The same luck as another dilemma's: outcome of that one to outcome of this one. */
  | { readonly by: 'dilemma'; readonly dilemma: string; readonly same: Readonly<Record<string, string>> };

export interface OptionSpec {
  readonly id: string;
  /** None: the option is to let things be. In turn, each when the one before has ended. */
  readonly acts: readonly string[];
  /** All begun at once. */
  readonly together?: true;
  /** Its acts serve other ends as well: a person who begins one has not taken it, and takes it by saying so. */
  readonly bySaying?: true;
  /** The step that decides, where those before it only look: begun by itself, a person's answers so, and no other does. */
  readonly answeredBy?: string;
  readonly costs: readonly Cost[];
  /** Given to those of its acts that ask for them. */
  readonly args?: Readonly<Record<string, unknown>>;
}

/** When a dilemma's reasons have come, within its window. */
export interface TriggerSpec {
  readonly holds?: readonly FactType[];
  readonly lacks?: readonly FactType[];
  readonly tags?: readonly Tag[];
  /** What stands for the seat: its own orders, what it knows. */
  readonly stands?: Standing;
  /** An event that has happened. */
  readonly event?: string;
  /** What another seat is or did. */
  readonly given?: SeatDid;
  /** Only put to persons: machines decide the same by their rules. */
  readonly persons?: true;
}

/** One thing that a dilemma's text takes for granted: a fact held, or one of these letters. */
export type RestSpec = { readonly fact: FactType } | { readonly letters: readonly string[] };

export interface DilemmaSpec {
  readonly id: string;
  readonly seat: SeatId;
  /** Clock window "HH:MM". */
  readonly window: readonly [string, string];
  /** Minutes it stays open, within its window. */
  readonly open: number;
  readonly trigger: TriggerSpec;
  /** Its seat has done already what it asks about: it does not come to a person. */
  readonly settled?: SeatDid;
  /**
   * What its text takes for granted: for each, the seat holds the fact, or one of the letters (by the keys of their
   * texts) has come to it. A person's dilemma waits for them; its own letter comes with it.
   */
  readonly rests?: readonly RestSpec[];
  /** What its text says of calls: a person's dilemma waits until the calls bear all of it out. */
  readonly signs?: readonly Sign[];
  /**
   * A letter (`play:messages.with<id>`) that comes to a person with the dilemma, and that can bring it by itself: on its
   * own trigger, when the dilemma's does not hold. In a core seat's name only while a machine plays that seat.
   */
  readonly letter?: {
    readonly from: string;
    readonly channel: Channel;
    readonly facts: readonly SaidFact[];
    readonly figures?: FiguresId;
    readonly trigger?: TriggerSpec;
  };
  readonly options: readonly OptionSpec[];
  /** What follows when it is ignored: an option's id, or nothing. */
  readonly ignored: string | null;
  /** Hidden outcomes. */
  readonly drawn: readonly OutcomeSpec[];
  readonly source?: OutcomeSource;
}

/** Condition on what a seat is or did: one of these is enough. */
export interface SeatDid {
  readonly seat: SeatId;
  /** By its statechart. */
  readonly tags?: readonly Tag[];
  /** Acts that it has begun. */
  readonly acts?: readonly string[];
  /** Some of these facts, that it has told one of these, or everybody. */
  readonly told?: { readonly to: readonly string[]; readonly facts: readonly FactType[] };
  /** Options that it has taken, "dilemma.option". */
  readonly chosen?: readonly string[];
}

export interface EventSpec {
  readonly id: string;
  readonly number: number;
  readonly at?: string;
  readonly window?: readonly [string, string];
  /** Condition on what a seat did not do: the event is called off if the seat has one of these tags. */
  readonly unless?: SeatDid;
  /** Condition on what a seat did: nothing happens unless it has one of these tags. */
  readonly given?: SeatDid;
  readonly probability: number;
  readonly harmless: boolean;
  readonly to: readonly SeatId[];
  /** How it comes to those it is for; absent: no message says so, it must be noticed. */
  readonly message?: {
    readonly from: string;
    readonly channel: Channel;
    readonly facts: readonly SaidFact[];
  };
  /** Seats for which it is a beat. */
  readonly beat: readonly SeatId[];
  /** What its letter says of calls: nothing happens unless the calls bear all of it out. */
  readonly signs?: readonly Sign[];
  /** Its stop has a place kept in the budget: an appointment, a relief, a life at stake. */
  readonly kept?: true;
  readonly effects: readonly WorldEffect[];
  /** What follows, minutes later, with conditions of its own. */
  readonly follows: readonly {
    readonly after: number;
    readonly unless?: SeatDid;
    readonly given?: SeatDid;
    readonly effects: readonly WorldEffect[];
  }[];
  /** Its own hidden draw. */
  readonly drawn: readonly OutcomeSpec[];
}

/** Ordinary mail of a seat: complaints, routine alerts, reports, other cases. Posted when its reader has time for it. */
export interface EnvelopeSpec {
  /** Text under `play:messages`. */
  readonly id: string;
  readonly seat: SeatId;
  readonly from: string;
  readonly channel: Channel;
  readonly window: readonly [string, string];
  /** A finding that may stop the clock: something to weigh. A letter that settles itself is none. */
  readonly beat?: true;
  /** Of a first evening only: its line calls for it. */
  readonly guided?: true;
  /** Lies in the in-tray from the first minute. */
  readonly early?: true;
  readonly facts: readonly SaidFact[];
  /** Its text takes figures from this reading. */
  readonly figures?: FiguresId;
  /** Written only if a seat has one of these tags, or has none of them. */
  readonly given?: SeatDid;
  readonly unless?: SeatDid;
  /** What it says of calls: it is not written unless the calls bear all of it out. */
  readonly signs?: readonly Sign[];
  /** Of a first evening: the letter written in its place when the calls do not bear it out. */
  readonly otherwise?: string;
  /** It asks for facts of these types, and somebody waits. */
  readonly asks?: readonly FactType[];
  /** What follows when nobody has answered it so many minutes later. */
  readonly unanswered?: { readonly after: number; readonly effects: readonly WorldEffect[] };
}
