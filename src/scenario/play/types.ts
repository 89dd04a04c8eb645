import type { Room } from '../../callflow/spec.ts';
import type { PlayRules } from './playRules.ts';
import type { DilemmaSpec, EnvelopeSpec, EventSpec } from './choices.ts';
import type { AppointmentSpec, TempoSpec } from './tempo.ts';
import type {
  ActorId,
  Channel,
  Cost,
  FactType,
  OptionalTag,
  Relation,
  SeatId,
  Standing,
  Tag,
} from './vocabulary.ts';

export type { DilemmaSpec, EnvelopeSpec, EventSpec } from './choices.ts';
export type { AppointmentSpec, TempoSpec } from './tempo.ts';

/** People of a seat, by pool: "supervision", "experts", "watch"… Counts are people, times minutes. */
export interface PoolSpec<Seat extends string = SeatId> {
  readonly id: string;
  readonly seat: Seat;
  readonly people: number;
  /** Busy with routine at 16:30, recallable at a price. */
  readonly routine: number;
  /** Pool that exists only once the seat has this tag (crisis management once the cell is open). */
  readonly from?: Tag;
  /** What the routine left undone brings, so many minutes after its people were recalled: the price of a recall. */
  readonly undone?: { readonly after: number; readonly effects: readonly EffectSpec[] };
}

/** What an act may have to hold for one of its effects to happen. */
export const GIVENS = ['found', 'tested', 'faulty', 'untold', 'crewsIn'] as const;
/**
 * `found`: the act's own looks have shown something. `tested`, `faulty`: the seat knows of entries of the substitute
 * numbers, among the areas of the act, that answered a test, or that do not hold. `untold`: the State has not been told.
 */
export type Given = (typeof GIVENS)[number];

/** Closed set of typed effects of an act when it ends, or begins, with `when`; only if `given` holds then. */
export type EffectSpec = EffectBody & { readonly when?: 'begin'; readonly given?: Given };

export type EffectBody =
  /**
   * Gives an order to the world; arguments the act was given replace those written here. Areas "own": the départements
   * whose rooms the actor holds (one for a person, all the others for the machine that holds them). Servers "one": the
   * one that refuses most as the seat sees it; "half": that half of them. `entries`: only the areas whose substitute
   * numbers the seat knows to have answered a test, or not to hold; no order when it knows of none; `asKnown`: all of them,
   * as tested where the seat knows that they answered, and only there.
   */
  | {
      readonly op: 'order';
      readonly type: string;
      readonly args: Readonly<Record<string, unknown>>;
      readonly entries?: 'tested' | 'faulty' | 'asKnown';
    }
  /** The seat learns what an instrument shows at that moment; the sensor decides whether it is true, and how sure. */
  | {
      readonly op: 'sense';
      readonly sensor: string;
      /** Tries the substitute numbers that the seat knows, and those that are published; no others. */
      readonly numbers?: true;
      /** Rings from a mobile, a box and a copper line, each as often. */
      readonly everyOrigin?: true;
      /** Where all its calls passed, whoever ordered the act calls the service restored. */
      readonly ends?: true;
    }
  /** The seat holds a fact without evidence (hearsay, haste): of what the act names, and what is always so of it. */
  | {
      readonly op: 'hold';
      readonly fact: FactType;
      readonly confidence: number;
      readonly about?: Readonly<Record<string, unknown>>;
    }
  /** Tells facts the seat holds to others: those named, or all it holds of these types. */
  | {
      readonly op: 'tell';
      readonly to: readonly string[];
      readonly channel: Channel;
      readonly facts: readonly FactType[];
      /**
       * Says these facts of what the act names, held or not: how surely who hears it comes to hold them, 0..1. A word
       * is no news to its author: who says it learns nothing by saying it.
       */
      readonly claimed?: number;
      /** The hour of the teams is told as what it is: between the hour they hope for and the latest that hopes run to. */
      readonly range?: true;
      /** Whoever hears it is asked not to pass it on: it goes into no letter of theirs by itself. */
      readonly inConfidence?: true;
      /** Says how many calls were lost, as a range, where what is held allows one. */
      readonly losses?: true;
    }
  /** Asks others for facts of these types: they answer with what they hold, a machine through its doors. */
  | {
      readonly op: 'ask';
      readonly to: readonly string[];
      readonly channel: Channel;
      readonly facts: readonly FactType[];
    }
  /** From now on the seat may act under this authority. */
  | { readonly op: 'authority'; readonly authority: Authority }
  /**
   * Answering capacity of rooms, as a factor of what it is, for a time (people lent, quicker sorting): the seat's own, or
   * all for the State.
   */
  | {
      readonly op: 'capacity';
      readonly rooms: readonly Room[];
      readonly factor: number;
      readonly minutes: number;
    }
  /**
   * People of the seat's own rooms brought in beyond their hours: after so many minutes they are spent, go back to the usual
   * number, and what is left of the rooms is worth so much of it until the end. With `spread`, how long they hold is of the
   * evening: up to so many minutes less or more. Half of it when they were sent home before.
   */
  | {
      readonly op: 'spend';
      readonly rooms: readonly Room[];
      readonly after: number;
      readonly spread?: number;
      readonly factor: number;
    }
  /** Somebody stands outside in every area for a time: such a share of those who give up calling is served there. */
  | {
      readonly op: 'presence';
      readonly share: number;
      readonly minutes: number;
      /** They are the crews of the rooms themselves, who come back when it is over. */
      readonly crews?: true;
    }
  /** Servers that the seat restarts one after the other, and whose turn has not come, are left as they are. */
  | { readonly op: 'callOff' }
  /** An event for the seat's statechart, or for another's when `to` says so ("vendor", "media"…). */
  | { readonly op: 'machine'; readonly event: string; readonly to?: ActorId }
  | { readonly op: 'trust'; readonly relation: Relation; readonly step: -1 | 1 }
  /** People of another seat's pool taken for a time. */
  | {
      readonly op: 'occupy';
      readonly seat: SeatId;
      readonly pool: string;
      readonly people: number;
      readonly minutes: number;
    };

/** Who must sign an act: the seat's head, or someone outside the seat. */
export const AUTHORITIES = ['head', 'direction', 'minister', 'prefect', 'operators'] as const;
export type Authority = (typeof AUTHORITIES)[number];

export interface ActSpec<Seat extends string = SeatId> {
  readonly id: string;
  readonly seat: Seat;
  readonly function: string;
  readonly group: 'look' | 'repair' | 'tell' | 'decide' | 'help';
  /** Means (tags the seat's statechart must have), people, authority: never knowledge. */
  readonly needs: {
    readonly tags?: readonly Tag[];
    /** At least one of these (a level red or black, a list ordered, ready or published). */
    readonly anyTags?: readonly Tag[];
    /** Means that lie with another: the vendor's patch is ready, the other operators have agreed. */
    readonly optionalTags?: readonly OptionalTag[];
    /** Something that must stand for the act to change anything, and the act that would bring it about. */
    readonly stands?: { readonly what: Standing; readonly door?: string };
    readonly pool: string;
    readonly people: number;
    /** Signed by the head, or by someone outside the seat. */
    readonly authority?: Authority;
  };
  readonly minutes: number;
  readonly costs: readonly [Cost, ...Cost[]];
  readonly effects: readonly EffectSpec[];
  /** Act that opens the door when this one is refused ("call direction"). */
  readonly door?: string;
  /** Facts an informed person would rest it on: shown as "what it rests on", never required. */
  readonly restsOn: readonly FactType[];
  readonly seenBy: readonly ('own' | 'state' | 'operators' | 'press' | 'public')[];
  /** May be done again. */
  readonly repeat: boolean;
  /** Arguments asked of the player, by name, typed as the orders' own. */
  readonly asks: readonly {
    readonly name: string;
    readonly kind:
      | 'servers'
      | 'areas'
      | 'rooms'
      | 'number'
      | 'origin'
      | 'technology'
      | 'share'
      | 'time'
      | 'wording'
      | 'recipients';
    /** A person must give it: left alone, what it stands for would be too much to do by mistake. */
    readonly required?: true;
  }[];
  /** Exact source of the act's inclusion ("exercise rules §5"), or measure that it needs. */
  readonly measure?: string;
}

/** A measure of the reports: a switch of the scenario with its effect on the mechanism. */
export interface MeasureSpec {
  readonly id: string;
  readonly number: number;
  readonly from: string;
  readonly cost: 1 | 2 | 3;
  readonly in2021: false;
  readonly inLaw: boolean;
  readonly effects: readonly (
    | { readonly op: 'parameter'; readonly name: string; readonly value: number }
    | { readonly op: 'serversOneByOne' }
    | { readonly op: 'nightWindow' }
    | { readonly op: 'technology'; readonly shareIp: number }
    | { readonly op: 'otherVendor'; readonly servers: readonly string[] }
    | { readonly op: 'testedList' }
    | { readonly op: 'sensor'; readonly seat: SeatId; readonly sensor: string; readonly delayMin: number }
    | { readonly op: 'delay'; readonly act: string; readonly factor: number }
    | { readonly op: 'act'; readonly act: string }
    | { readonly op: 'startTag'; readonly seat: SeatId; readonly tag: Tag }
    /** Machines follow this rule as well, whatever their doctrine. */
    | { readonly op: 'rule'; readonly rule: RuleSpec }
    /** A named delay or switch of a statechart (src/actors/settings.ts): "cellMinutes" 30. */
    | {
        readonly op: 'setting';
        readonly actor: ActorId;
        readonly name: string;
        readonly value: number | boolean;
      }
  )[];
}

/** One rule of a machine that plays: when this holds for so long, do that, and say why. */
export interface RuleSpec<Seat extends string = SeatId> {
  readonly id: string;
  readonly seat: Seat;
  readonly act: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly when: {
    readonly holds?: readonly FactType[];
    readonly tags?: readonly Tag[];
    readonly lacksTags?: readonly Tag[];
    /** Another act of the seat that must have ended. */
    readonly after?: readonly string[];
    /** Not before this clock time. */
    readonly from?: string;
  };
  /** Minutes between the moment the condition holds and the act, and the spread of its draw (uniform, ±). */
  readonly delay: number;
  readonly spread: number;
  /** What shortens the delay, and to what share of it: a fact, a person, an authority. */
  readonly doors: readonly {
    readonly fact?: FactType;
    readonly person?: string;
    readonly authority?: string;
    readonly factor: number;
  }[];
}

/** A seat as it is shown at joining: functions, goals and the pull against them, by the keys of their texts. */
export interface SeatSpec {
  readonly seat: SeatId;
  readonly functions: readonly string[];
  readonly goals: readonly string[];
  readonly pull: string;
  /** Instruments that work without anybody's act. */
  readonly sees: readonly string[];
  /**
   * The first ninety seconds, five lines: what the screen says, and the act, event, dilemma or message that it points
   * at. In a guided evening what they point at comes at their minute.
   */
  readonly lines: readonly {
    readonly id: string;
    readonly at: string;
    readonly act?: string;
    readonly event?: string;
    readonly dilemma?: string;
    readonly envelope?: string;
    /** Messages of which one comes in its place where the calls say otherwise. */
    readonly otherwise?: readonly string[];
  }[];
}

export const DOCTRINES = ['as-in-2021', 'by-the-book', 'novice', 'willing-2021'] as const;
export type DoctrineId = (typeof DOCTRINES)[number];

export interface DoctrineSpec<Seat extends string = SeatId> {
  readonly id: DoctrineId;
  readonly seat: Seat;
  readonly rules: readonly RuleSpec<Seat>[];
}

/** Everything the play is made of, checked. */
export interface Play {
  readonly seats: readonly SeatSpec[];
  readonly pools: readonly PoolSpec[];
  readonly acts: readonly ActSpec[];
  readonly measures: readonly MeasureSpec[];
  readonly dilemmas: readonly DilemmaSpec[];
  readonly events: readonly EventSpec[];
  readonly envelopes: readonly EnvelopeSpec[];
  readonly plans: readonly TempoSpec[];
  readonly appointments: readonly AppointmentSpec[];
  readonly doctrines: readonly DoctrineSpec[];
  readonly rules: PlayRules;
  /** The other operators, an optional seat, when nobody holds it. */
  readonly operators: {
    readonly pools: readonly PoolSpec<'operators'>[];
    readonly acts: readonly ActSpec<'operators'>[];
    readonly doctrines: readonly DoctrineSpec<'operators'>[];
  };
}

/** What the data may name of the scenario it is played on. */
export interface PlayGround {
  readonly servers: readonly string[];
  readonly areas: readonly string[];
}
