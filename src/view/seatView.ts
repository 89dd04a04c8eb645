import type { LossRange } from '../exercise/knowledge/lossRange.ts';
import type { Lasting } from '../exercise/acts/lasting.ts';
import type { ResultKey } from '../exercise/acts/actResults.ts';
import type { Refusal } from '../exercise/commands.ts';
import type { Again } from '../exercise/acts/needless.ts';
import type { Coming } from '../exercise/state.ts';
import type { Failure } from '../exercise/messages/messages.ts';
import type { JournalEntry } from '../exercise/journal.ts';
import type { Source } from '../exercise/knowledge/knowledge.ts';
import type { Gauge } from './gaugeView.ts';
import type { NumbersSaid } from './numbersSaid.ts';
import type { StepView } from './stepView.ts';
import type { Channel, Cost, FactType, Relation, SeatId, TrustStep } from '../scenario/play/vocabulary.ts';

export type { JournalEntry } from '../exercise/journal.ts';
export type { Gauge } from './gaugeView.ts';

/**
 * All that one seat sees of an exercise at one instant, built from nothing by `project`: its instruments, what it was
 * told, its own people, acts and messages. Plain data; times are clock ms; texts are keys. Belief is not truth: nothing
 * here is read from the world but through the seat's own instruments.
 * Statements, acts and messages have the seat's own numbers (`statement`, `id`): the exercise's would tell that others
 * say or do something. A command written with them is read back by `engineCommand` (seat/handles.ts) before it is checked.
 */
export interface SeatView {
  readonly seat: SeatId;
  readonly at: number;
  readonly finished: boolean;
  /** Tags of the seat's own statechart, sorted. */
  readonly tags: readonly string[];
  readonly ladders: readonly LadderView[];
  readonly pools: readonly PoolView[];
  /** Acts under way, then those ended, latest first. */
  readonly acts: readonly ActView[];
  /** Acts ordered that wait for people, those ordered first before. */
  readonly queue: readonly QueuedView[];
  /** Every act of the seat's catalogue, in its order, those that a measure alone opens last: being listed reveals nothing. */
  readonly offers: readonly OfferView[];
  /** Dilemmas that have been offered, open ones first. */
  readonly choices: readonly ChoiceView[];
  /** Messages that have arrived, latest first. */
  readonly inTray: readonly MessageView[];
  /** Messages sent, latest first. */
  readonly sent: readonly SentView[];
  /** What the seat holds, latest first. */
  readonly facts: readonly FactView[];
  /** What it believes of each département, in the scenario's order. */
  readonly areas: readonly AreaBelief[];
  /** Ten-digit numbers it has heard of. */
  readonly numbers: readonly NumberBelief[];
  readonly gauges: readonly Gauge[];
  /** Relations the seat is a side of. */
  readonly trust: readonly { readonly relation: Relation; readonly step: TrustStep }[];
  readonly waiting: WaitingView;
  /** The seat's main courante, latest first: written by the tool and by people. */
  readonly journal: readonly JournalEntry[];
  /** Public words in force that anyone can hear, latest first. */
  readonly publicWords: readonly PublicWord[];
  /** Beats of this seat so far, in order: what an automatic pause stops at. */
  readonly beats: readonly BeatView[];
}

/** One region of the seat's statechart as steps, lowest first: level, cell, posture… */
export interface LadderView {
  readonly id: string;
  /** Tags, each with a text under `play:tags`. */
  readonly steps: readonly string[];
  readonly step: string;
}

export interface PoolView {
  readonly id: string;
  readonly people: number;
  readonly free: number;
  /** On routine, recallable. */
  readonly routine: number;
  /** Taken by what is no act under way, the soonest back first: a call, a stay elsewhere, someone who asked for them. */
  readonly away: readonly {
    readonly people: number;
    readonly until: number;
    readonly why: 'call' | 'stay' | 'asked' | 'undone' | 'secondCase' | 'event';
    /** The seat's own act that sent them, or the side they are with; empty otherwise. */
    readonly ref: string;
  }[];
}

export interface ActView {
  readonly id: number;
  readonly act: string;
  readonly pool: string;
  readonly people: number;
  readonly begunAt: number;
  readonly endsAt: number;
  readonly state: 'underWay' | 'ended' | 'stopped';
  /** What goes on by itself, its people free again (`people` is 0): servers done, of how many. Null without any. */
  readonly work: { readonly done: number; readonly of: number } | null;
  readonly args: Readonly<Record<string, unknown>>;
  /** Statements it was said to rest on. */
  readonly rests: readonly number[];
  /** Statements learnt by it. */
  readonly found: readonly number[];
  /** What came of it, in order of time, at least one line once it has ended; some come after its end. */
  readonly results: readonly ResultView[];
}

/**
 * One line of what came of an act: a text under `play:results`. Params are figures, codes (`servers`, `rooms`, `to`) and
 * names (`tag`, `pool`, `seat`, `authority`, `relation`, `wording`, `channel`) that the reader puts in words.
 */
export interface ResultView {
  readonly at: number;
  readonly key: ResultKey;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** An act that begins once its people are free. */
export interface QueuedView {
  readonly act: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly pool: string;
  readonly people: number;
  /** When it was ordered. */
  readonly at: number;
  /** When so many would be free if nothing else took them before; null when nobody can say. */
  readonly until: number | null;
}

export interface OfferView {
  readonly act: string;
  /** Null when it can be begun now. */
  readonly refusal: Refusal | null;
  /** Minutes it takes with the measures in force. */
  readonly minutes: number;
  /** Minutes more that a word to the country would wait for a minister, at least and at most; null when it would not. */
  readonly validation: { readonly least: number; readonly most: number } | null;
  /** Latest statement held of each fact an informed person would rest it on; null when none is held. */
  readonly rests: readonly { readonly fact: FactType; readonly statement: number | null }[];
  readonly timesDone: number;
  /** What doing it again now would repeat; null when it would not. */
  readonly again: Again | null;
  /** What the act takes for an argument left out, where the catalogue's data do not say it: an hour, or null when none can be given. */
  readonly usual: Readonly<Record<string, unknown>>;
  /** Null when it says nothing to anybody. */
  readonly says: SaysView | null;
  /** What goes on by itself once its people are free; null when it ends with them. */
  readonly lasts: Lasting | null;
}

/** One thing that would be said: its words, how surely the seat holds it (0..1), and when it was so. */
export interface SaidView {
  readonly type: FactType;
  readonly about: Readonly<Record<string, unknown>>;
  readonly confidence: number;
  readonly of: number;
}

/** What acts would say in the seat's name if they were begun now. */
export interface SaysView {
  readonly to: readonly string[];
  readonly said: readonly SaidView[];
  /** Types that are told when they are held, of which nothing is; and those held only of what is past. */
  readonly nothingOn: readonly FactType[];
  readonly past: readonly FactType[];
  /** Likewise, but the acts look first: what they see is told. */
  readonly toBeSeen: readonly FactType[];
  /** What the seat's own instruments show against the end that is announced; null when nothing does. */
  readonly against: SaidView | null;
  /** Advice to the public; empty while it is still to be chosen; null when none is given. */
  readonly wording: string | null;
  /** Calls lost so far, where a number is told: 'unknown' when nothing held allows one; null: none is told. */
  readonly losses: LossRange | 'unknown' | null;
  /** Types of which something was told in confidence: it is left out. */
  readonly kept: readonly FactType[];
  readonly numbers: NumbersSaid | null;
}

export interface ChoiceView {
  readonly dilemma: string;
  readonly openedAt: number;
  readonly closesAt: number;
  readonly state: 'open' | 'chosen' | 'ignored';
  readonly option: string | null;
  /** Own act that answered it in place of a word, or null. */
  readonly act: string | null;
  readonly options: readonly {
    readonly id: string;
    readonly acts: readonly string[];
    /** What it costs, and what each of its acts does. */
    readonly costs: readonly Cost[];
    /** Its acts, all at once or each after the one before. */
    readonly steps: readonly StepView[];
    readonly together: boolean;
    /** Of what is not under way yet: all together, and the most people that any step takes at once. */
    readonly minutes: number;
    readonly people: number;
    /** The call server that its acts would be about if it were taken now, or null. */
    readonly server: string | null;
    readonly refusal: Refusal | null;
    /** Null when it says nothing, or is no longer open. */
    readonly says: SaysView | null;
  }[];
  /** Acts of what was chosen that have not begun: after which act, or for want of whom, and until when at the soonest. */
  readonly coming: readonly Omit<Coming, 'option'>[];
  /** Acts of what was chosen that could not begin, and why. */
  readonly refused: readonly { readonly act: string; readonly refusal: Refusal }[];
}

export interface MessageView {
  readonly id: number;
  readonly from: string;
  readonly channel: Channel;
  /** Text key under `play:messages`, `play:acts…` or `play:events`; null when a person wrote `text`. */
  readonly key: string | null;
  /** Written by a person; empty until read. */
  readonly text: string;
  /** Figures of the text of its key, as they were when it was written; absent until read, or without any. */
  readonly figures?: Readonly<Record<string, number>>;
  readonly arrivedAt: number;
  /** Null while it waits unopened: facts and text are then empty. */
  readonly readAt: number | null;
  readonly statements: readonly number[];
  /** It asks for these; answering it frees whoever waits. */
  readonly asks: readonly FactType[];
  readonly answered: boolean;
  /** By what the seat did or said to all, not by a reply; `beside`: a reply told nothing of what it asks. */
  readonly answeredByAct: boolean;
  readonly beside: boolean;
  /** Own message that it answers, or null. */
  readonly answers: number | null;
}

export interface SentView {
  readonly id: number;
  readonly to: readonly string[];
  readonly channel: Channel;
  readonly key: string | null;
  readonly text: string;
  /** Figures that its text gives; absent when it gives none. */
  readonly figures?: Readonly<Record<string, number>>;
  readonly statements: readonly number[];
  readonly sentAt: number;
  /** When it reached its first recipient; null while it travels. */
  readonly arrivedAt: number | null;
  /** The call did not get through. */
  readonly failed: boolean;
  /** Whom it did not reach, and why: the line is out, nobody picked up, the address is wrong. */
  readonly failures: readonly { readonly to: string; readonly why: Failure }[];
  /** Whether the sender knows it was read: a call or a bridge at once, others only when answered. */
  readonly answered: boolean;
}

export interface FactView {
  readonly statement: number;
  readonly type: FactType;
  readonly about: Readonly<Record<string, unknown>>;
  /** Clock ms the statement speaks of, and when this seat came to hold it. */
  readonly of: number;
  readonly since: number;
  /** Of the surest holding; what else says the same is in `sources`, latest first. */
  readonly source: Source;
  readonly sources: readonly { readonly source: Source; readonly at: number }[];
  /** 0..1, the seat's own. */
  readonly confidence: number;
  readonly writtenDown: boolean;
  /** Statements held that say otherwise of the same thing. */
  readonly contradictedBy: readonly number[];
  /** A later statement of the same kind about the same places is held. */
  readonly superseded: boolean;
  /** Statements held that took its place, and stand. */
  readonly replacedBy: readonly number[];
}

export interface AreaBelief {
  readonly code: string;
  readonly state: 'unknown' | 'known' | 'old' | 'contradicted';
  /** Share of calls lost as believed, 0..1; null when only that calls fail, or do not, is known. */
  readonly share: number | null;
  /** Believed hit, believed fine, or nothing known. */
  readonly hit: boolean | null;
  /** The other value when contradicted. */
  readonly other: number | null;
  readonly statement: number | null;
}

export interface NumberBelief {
  readonly area: string;
  readonly state: 'heard' | 'tested' | 'crosses' | 'withdrawn';
  readonly statement: number;
}

/** The three lines always on screen. */
export interface WaitingView {
  readonly on: readonly {
    readonly from: string;
    /** A fact or several asked for; a call not heard there yet; an own act under way that looks for something. */
    readonly what: FactType | 'answer' | 'call' | 'act';
    readonly since: number;
    readonly message: number | null;
    readonly act?: string;
  }[];
  readonly by: readonly { readonly who: string; readonly since: number; readonly message: number }[];
  readonly next: { readonly key: string; readonly at: number } | null;
}

export interface PublicWord {
  readonly by: string;
  readonly at: number;
  readonly key: string | null;
  readonly text: string;
  readonly wording: string | null;
}

export interface BeatView {
  readonly id: string;
  readonly at: number;
  readonly kind: 'dilemma' | 'event' | 'appointment' | 'finding' | 'news';
}

/** What a seat would have learnt during a jump. */
export interface Recap {
  readonly from: number;
  readonly to: number;
  /** The journal's entries worth telling, in order of time, at most a dozen. */
  readonly entries: readonly JournalEntry[];
  readonly more: number;
}
