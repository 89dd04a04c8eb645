import type { ActorsState } from '../actors/host.ts';
import type { Relation, SeatId, TrustStep } from '../scenario/play/vocabulary.ts';
import type { Queued } from './acts/actQueue.ts';
import type { Act } from './acts/acts.ts';
import type { Lent } from './people/capacity.ts';
import type { Estimate } from './knowledge/estimates.ts';
import type { Journals } from './journal.ts';
import type { Holding, KnowledgeState } from './knowledge/knowledge.ts';
import type { Message } from './messages/messages.ts';
import type { PeopleState } from './people/people.ts';
import type { PlayerState, Reason } from './machines/players.ts';
import type { Contradiction, PublicWord } from './messages/publicWord.ts';
import type { Refusal } from './commands.ts';
import type { HolderId } from './seat.ts';

/** A dilemma that was offered to a seat. */
export interface Choice {
  readonly dilemma: string;
  readonly seat: SeatId;
  readonly openedAt: number;
  readonly closesAt: number;
  state: 'open' | 'chosen' | 'ignored';
  /** Option taken; of an ignored one, the default that followed. */
  option: string | null;
  by: 'person' | 'machine' | null;
  decidedAt: number | null;
  /** A person's act that answered it, in place of a word. */
  act?: number;
  /** Options taken beside the first, at their own cost. */
  readonly also: string[];
  /** Acts of the options taken that have not begun yet, and what each waits for. */
  coming: Coming[];
  /** A person's: the servers that its acts are about, named when the first of them was taken. */
  servers?: readonly string[];
  /** Acts of the options taken that could not begin, and why. */
  readonly refused: { readonly act: string; readonly refusal: Refusal }[];
  /** Hidden: which of its outcomes this evening has; empty until the world itself has told. */
  outcome: string;
}

/** An act of an option taken that comes in its turn: after another act, or once people are free. */
export interface Coming {
  readonly option: string;
  readonly act: string;
  readonly waits: 'act' | 'people';
  /** The act that goes before it, or the pool of those who are missing. */
  readonly on: string;
  /** When it should begin, clock ms; null when nobody can say. */
  readonly until: number | null;
}

/** What an automatic pause may stop at. */
export interface Beat {
  readonly seat: SeatId;
  readonly id: string;
  readonly at: number;
  readonly kind: 'dilemma' | 'event' | 'appointment' | 'finding' | 'news';
  /** A choice left unanswered that is about to close. */
  readonly last?: true;
}

/** An event of the world that has happened. */
export interface HappenedEvent {
  readonly id: string;
  readonly at: number;
  readonly harmless: boolean;
}

/** All that an exercise is beside the evening itself and its appointments. Plain JSON: saved and hashed by part. */
export interface ExerciseState {
  readonly knowledge: KnowledgeState;
  /** What reliefs without a brief have lost, and when: nobody holds it any more, the debrief remembers it was held. */
  readonly forgotten: { readonly seat: HolderId; readonly at: number; readonly holding: Holding }[];
  readonly people: PeopleState;
  readonly messages: Message[];
  readonly acts: Act[];
  readonly actors: ActorsState;
  /** Machines by the holder they play. */
  readonly players: Partial<Record<HolderId, PlayerState>>;
  readonly reasons: Reason[];
  readonly trust: Record<Relation, TrustStep>;
  /** Signatures a holder has obtained. */
  readonly authorities: Record<HolderId, string[]>;
  /** By holder: when each other one last asked or rang it. Doors of the machines. */
  readonly contacts: Record<HolderId, Record<string, number>>;
  /** First clock time of each milestone: by what was done, and by what it contained. */
  readonly milestones: Record<string, number>;
  readonly contentMilestones: Record<string, number>;
  readonly choices: Choice[];
  readonly beats: Beat[];
  readonly events: HappenedEvent[];
  readonly journal: Journals;
  /** Share of all voice calls refused, every `METER_STEP` from the start. */
  readonly voice: number[];
  /** How often each sensor has been looked at: the index of its draws. */
  readonly looks: Record<string, number>;
  /** Hours of restoration the operator has given, which bind it. */
  readonly estimates: Estimate[];
  /** By relation: mistakes corrected by their author since its last step. */
  readonly corrections: Record<Relation, number>;
  readonly publicWords: PublicWord[];
  readonly contradictions: Contradiction[];
  /** People of rooms lent or held up now. */
  lent: Lent[];
  /** Curious test calls now, in percent of the usual. */
  curiousPercent: number;
  /** A throttle turns people away, or is being built. */
  turningAway: boolean;
  /** Traces of the operation: kept by an image, or erased by a restart. */
  traces: 'there' | 'kept' | 'erased';
  /** By département: telephones from which tests have all passed since it was said restored. */
  readonly testedFrom: Record<string, string[]>;
  /** Who has told neighbours of a means that holds. */
  readonly spread: string[];
  /** Whose rooms have spent people whom they had brought in beyond their hours, each time. */
  readonly spent: string[];
  /** When substitute numbers were first published. */
  publishedAt: number | null;
  /** When published numbers were last found wrong by others. */
  doubtedAt: number | null;
  /** An operation that goes from server to server goes no further. */
  operationHalted: boolean;
  /** Acts that wait for people, in the order in which they were asked for; absent when none does. */
  queued?: Queued[];
  /** Holders that something happened to since they last thought. */
  changed: HolderId[];
  finishedAt: number | null;
}
