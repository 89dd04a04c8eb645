import type { Cause } from '../callflow/cause.ts';
import type { Source } from '../exercise/knowledge/knowledge.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';
import type { AreaBelief } from '../view/seatView.ts';

/**
 * What is known of an exercise once it is over, from its log alone. Plain data, keys and numbers. Every figure of calls
 * is the model's estimate, never evidence of fault; shares go to decisions and missing means, never to persons.
 */
export interface DebriefModel {
  readonly at: number;
  readonly seats: readonly SeatId[];
  readonly counts: DebriefCounts;
  /** The same callers on the computed evening "as in 2021", at the same minute: the ghost. */
  readonly ghost: DebriefCounts;
  /** By five minutes from DEBEX: attempts not routed tonight and on the ghost's evening. */
  readonly curve: {
    readonly start: number;
    readonly step: number;
    readonly tonight: readonly number[];
    readonly ghost: readonly number[];
  };
  readonly milestones: readonly MilestoneRow[];
  readonly losses: {
    readonly byCause: readonly {
      readonly cause: Exclude<Cause, 'open' | 'answered'>;
      readonly tonight: number;
      readonly ghost: number;
    }[];
    readonly byArea: readonly {
      readonly code: string;
      readonly attempts: number;
      readonly lost: number;
      readonly neverServed: number;
      readonly ghostLost: number;
    }[];
    readonly byNumber: readonly LossRow[];
    readonly byOrigin: readonly LossRow[];
  };
  readonly decisions: readonly DecisionRow[];
  readonly knowledge: readonly KnowledgeRow[];
  readonly choices: readonly DilemmaRow[];
  readonly verdicts: readonly VerdictRow[];
  /** For the reveal: what each seat held at the end (or at `at`) beside what was true. */
  readonly belief: readonly {
    readonly seat: SeatId;
    readonly areas: readonly AreaBelief[];
    /** Codes of those that its instruments or messages named to it as hit, at any time of the evening. */
    readonly learnt: readonly string[];
  }[];
  readonly truth: readonly { readonly code: string; readonly share: number | null }[];
  /** True cause of the evening, and what the seats said of it. */
  readonly cause: string;
  readonly events: readonly {
    readonly id: string;
    readonly at: number;
    readonly harmless: boolean;
    /** Codes of the places that its letter named: its text speaks of them. */
    readonly areas: readonly string[];
  }[];
  /** Null until computed: they need other evenings. */
  readonly turningPoints: readonly TurningPoint[] | null;
  /** What each seat itself can move, tonight and on the ghost's evening. */
  readonly own: readonly {
    readonly seat: SeatId;
    readonly tonight: readonly OwnFigure[];
    readonly ghost: readonly OwnFigure[];
  }[];
  /** How far people's seats moved the evening, and what luck leaves of it; null until computed. */
  readonly reach: SeatReach | null;
  /** What people's seats lost beside the book, and how much of it the moments hold; with them. */
  readonly account: LossAccount | null;
  readonly byTheBook: DebriefCounts | null;
  /** Beside the try that this one was taken up from; null without one, or until computed. */
  readonly earlier: TwoTries | null;
  readonly measures: readonly MeasureWorth[] | null;
}

/** Parts arrive as they are computed: `core` first, then those that need other evenings. */
export type DebriefPart = 'core' | 'reach' | 'turningPoints' | 'byTheBook' | 'earlier' | 'measures';

/** A figure of what a seat does, or of what its goals are about; text under `debrief:own`. */
export interface OwnFigure {
  readonly key: string;
  /** `clock` is ms of the day; `trust` is a step, 0 given to 2 lost. */
  readonly unit: 'count' | 'percent' | 'clock' | 'minutes' | 'trust';
  /** Null for what never came, or had nothing to be counted from. */
  readonly value: number | null;
  /** Which way is better; null when neither is. */
  readonly better: 'less' | 'more' | null;
}

/**
 * Tonight minus another way of playing, mean over paired evenings, each with half its 95 % confidence interval: null where
 * one evening alone could be played, which says nothing of its luck.
 */
export interface Beside {
  readonly unrouted: number;
  readonly unroutedMargin: number | null;
  readonly neverServed: number;
  readonly neverServedMargin: number | null;
}

/** From the least to the most. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

/**
 * What people's seats weighed in the evening: played as they were, and by machines of each doctrine in these seats alone,
 * the others unchanged, on tonight's callers and on others.
 */
export interface SeatReach {
  readonly evenings: number;
  /** Beside machines as in 2021 in every seat, without any measure. */
  readonly asIn2021: Beside;
  /** Beside machines by the book in these seats alone. */
  readonly book: Beside;
  /** Of the country, between the ways of holding these seats that lose least and most, means over the evenings. */
  readonly unrouted: Span;
  readonly neverServed: Span;
  /** By the book in these seats alone, with tonight's callers. */
  readonly bookOwn: readonly { readonly seat: SeatId; readonly figures: readonly OwnFigure[] }[];
  readonly bookGrades: readonly Pick<VerdictRow, 'seat' | 'goal' | 'grade'>[];
}

export interface DebriefCounts {
  readonly attempts: number;
  readonly unrouted: number;
  readonly answered: number;
  /** People in real need, estimates. */
  readonly neverServed: number;
  readonly servedLate: number;
  /** Range of the model's estimate: calls whose delay could have mattered. */
  readonly seriousLow: number;
  readonly seriousHigh: number;
  readonly ordinaryRefused: number;
}

/** Of one département. */
export interface PlaceCounts {
  readonly attempts: number;
  readonly lost: number;
  readonly neverServed: number;
}

/** One evening tried twice, both counted at the same minute: the earlier of their ends. */
export interface TwoTries {
  /** Minute from which it was tried again. */
  readonly from: number;
  readonly at: number;
  readonly before: DebriefCounts;
  readonly now: DebriefCounts;
  /** The same of the département whose rooms play. */
  readonly home: { readonly before: PlaceCounts; readonly now: PlaceCounts };
  /** Milestones reached at another time, ms from the trigger, null for one not reached by then. */
  readonly times: readonly {
    readonly id: string;
    readonly before: number | null;
    readonly now: number | null;
  }[];
  /** Goals of the seats that people hold of which another word is said. */
  readonly goals: readonly { readonly before: VerdictRow; readonly now: VerdictRow }[];
  /** Dilemmas to which people answered otherwise: options, null for one that they did not answer, or were not put. */
  readonly choices: readonly {
    readonly dilemma: string;
    readonly before: string | null;
    readonly now: string | null;
  }[];
  /** Kinds of acts that people began, from that minute on, in one try alone. */
  readonly acts: { readonly before: readonly string[]; readonly now: readonly string[] };
}

export interface LossRow {
  readonly key: string;
  readonly attempts: number;
  readonly lost: number;
  readonly ghostLost: number;
}

/** A time from the trigger, ms, beside that of 2 June 2021: of the act itself, and of its content once received. */
export interface MilestoneRow {
  readonly id: string;
  readonly by: SeatId | null;
  /** By the act of those whose milestone it is: what the chronology of 2021 writes down. */
  readonly act: number | null;
  /** By that act, or by whoever did as much before. */
  readonly at: number | null;
  readonly content: number | null;
  readonly documented: number | null;
}

export interface DecisionRow {
  /** Index of the act in the exercise. */
  readonly act: number;
  readonly spec: string;
  readonly seat: SeatId;
  /** `nobody`: it followed a choice that was let pass. */
  readonly by: 'person' | 'machine' | 'nobody';
  /** The dilemma whose choice it followed from, or null when it was ordered for itself. */
  readonly choice: string | null;
  readonly at: number;
  /** It had not ended when the exercise stopped. */
  readonly underWay: boolean;
  readonly rests: readonly FactType[];
  /** Facts an informed person would have rested it on and that the seat did not hold. */
  readonly missing: readonly FactType[];
  readonly heldSince: readonly {
    readonly fact: FactType;
    /** What the statement said of it: places, a number, an hour. */
    readonly about: Readonly<Record<string, unknown>>;
    readonly since: number;
    readonly source: Source;
    /** When the message that said so was sent, if it was read later than in that minute; null otherwise. */
    readonly sent: number | null;
    /** When it was last said anew before the decision; null when it was not. */
    readonly latest: number | null;
  }[];
  /** A machine's reason: key under `play:why` with its params. */
  readonly why: { readonly key: string; readonly params: Readonly<Record<string, string>> } | null;
  readonly text: string;
  /** Where the time went before it, minutes: not there, unread, people busy, jumped over, deliberation (also in real minutes). */
  readonly delay: {
    readonly absent: number;
    readonly unread: number;
    readonly busy: number;
    readonly jumped: number;
    readonly deliberation: number;
    readonly real: number | null;
  };
}

/** Who knew what when: first time each seat held a true (or false) statement of the type. */
export interface KnowledgeRow {
  readonly fact: FactType;
  readonly true: number | null;
  readonly seats: Readonly<
    Record<
      SeatId,
      {
        readonly at: number;
        readonly source: Source;
        readonly confidence: number;
        readonly wasTrue: boolean;
        /** It says what was to come after the exercise stopped: neither true nor false yet. */
        readonly pending: boolean;
        /** When it first held one that was false, if that came before the true one; null otherwise. */
        readonly falseAt: number | null;
        /** Of "restored", the places that it was said of, which alone judge it; null of the country, and of any other fact. */
        readonly areas: readonly string[] | null;
      } | null
    >
  >;
  /** When each seat first told others so, whether or not it held it: the first time it was so, else the first time. */
  readonly said: Readonly<Record<SeatId, { readonly at: number; readonly wasTrue: boolean } | null>>;
}

export interface DilemmaRow {
  readonly dilemma: string;
  readonly seat: SeatId;
  readonly openedAt: number;
  readonly option: string | null;
  readonly by: 'person' | 'machine' | 'nobody';
  readonly at: number | null;
  /**
   * Where no option was taken: the acts that a machine began while the dilemma was open, or those of its options that a
   * person ordered for themselves once it was.
   */
  readonly did: readonly { readonly act: string; readonly at: number }[];
  /** Acts of the options that could not begin. */
  readonly unbegun: readonly string[];
  /** Nothing had been decided, and there was still time, when the exercise stopped. */
  readonly open: boolean;
  /** What the evening had drawn; null when the exercise stopped before it could show, or when nothing bears it out. */
  readonly outcome: string | null;
  /** What was so all the same, against the words of the draw or instead of them: key under `debrief:drawnBut`. */
  readonly but: {
    readonly key: string;
    readonly params: Readonly<Record<string, string | number>>;
  } | null;
}

/** A short honest word per goal: key under `debrief:verdicts.<goal>.<grade>` with its figures. */
export interface VerdictRow {
  readonly seat: SeatId;
  readonly goal: string;
  readonly grade: 'met' | 'partly' | 'missed' | 'unknown';
  readonly params: Readonly<Record<string, number | string>>;
  /** What the word rests on, each under `debrief:notes`; `act` is the decision it speaks of, null for a letter of one's own. */
  readonly notes: readonly {
    readonly key: string;
    readonly at: number;
    readonly act: number | null;
    /** Its figures: `from` and `hour` are clock times. */
    readonly params?: Readonly<Record<string, number>>;
  }[];
  /** Decisions that made it so, by index of the act, first to last. */
  readonly acts: readonly number[];
}

/** A moment that changed the evening: one sentence, key under `debrief:turning`. */
export interface TurningPoint {
  readonly at: number;
  readonly seat: SeatId | null;
  readonly key: string;
  readonly params: Readonly<Record<string, number | string>>;
  /** Attempts not routed and people never served that it saved (negative) or cost, mean over paired evenings. */
  readonly unrouted: number;
  readonly unroutedError: number;
  readonly neverServed: number;
  readonly neverServedError: number;
  /** Minute from which one may try again. */
  readonly branchAt: number;
  /** Acts of that seat that only tonight saw, and only the other evening, where the moment is a way taken. */
  readonly differs: { readonly here: readonly string[]; readonly there: readonly string[] } | null;
  /** What it changed of its seat's own goal (lower is better), where that was looked at: mean over the same evenings. */
  readonly goal: { readonly value: number; readonly error: number } | null;
  /** Why the evening that lost more did: text under `debrief:whyMoment`; null where nothing says so clearly. */
  readonly why: {
    readonly key: 'callers' | 'restored' | 'lines';
    readonly worse: 'tonight' | 'other';
    readonly count: number;
  } | null;
  /** The same decision taken earlier, told with it: text under `debrief:earlier`. */
  readonly earlier: {
    readonly key: string;
    readonly minutes: number;
    readonly what: 'calls' | 'people';
    readonly count: number;
  } | null;
}

/** Attempts not routed, all on tonight's callers: what the moments told account for. */
export interface LossAccount {
  readonly tonight: number;
  /** A machine by the book in the seats that people held, the others as they were. */
  readonly book: number;
  /** Moments told that clearly cost calls and were a person's, and the evening with all of them changed; null without any. */
  readonly moments: number;
  readonly together: number | null;
}

export interface MeasureWorth {
  readonly measure: string;
  /** Evenings that it was valued on; one says nothing of luck, and its errors are 0. */
  readonly evenings: number;
  readonly unrouted: number;
  readonly error: number;
  readonly neverServed: number;
  readonly neverServedError: number;
}
