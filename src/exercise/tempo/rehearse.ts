import { MINUTE, SECOND } from '../../kernel/time.ts';
import { clockTime } from '../../scenario/clockTime.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import type { RehearsedEvening } from './rehearsalPeople.ts';
import { planOf } from './tempo.ts';

/** A piece of the evening as one seat lives it: clock ms, real ms that it took, items to read or decide. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly real: number;
  readonly items: number;
}

export interface Rehearsal {
  /** Real ms that the evening took, stops apart. */
  readonly real: number;
  /** Automatic pauses, in all and by act of the evening. */
  readonly stops: number;
  readonly stopsByAct: readonly number[];
  /** Mail and dilemmas. */
  readonly items: number;
  readonly dilemmas: number;
  /** The longest stretch with nothing to read, decide or look at, and all that last longer than the plan allows. */
  readonly longestQuiet: Stretch;
  readonly quiet: readonly Stretch[];
  /** The longest stretch with no dilemma, question, call or act of its own to decide upon, and all that last longer. */
  readonly longestIdle: Stretch;
  readonly idle: readonly Stretch[];
  /** Most items that came within the reading budget's time for `WINDOW` of them, and all that are more than twice as quick. */
  readonly busiest: number;
  readonly busy: readonly Stretch[];
}

const WINDOW = 5;

const inOrder = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);

/** What must be read or decided, clock ms in order: mail and dilemmas. */
function toRead({ messages, choices }: Exercise, seat: SeatId): number[] {
  return inOrder([
    ...messages.flatMap(({ arrivedAt }) => arrivedAt[seat] ?? []),
    ...choices.flatMap((choice) => (choice.seat === seat ? choice.openedAt : [])),
  ]);
}

/** What there is to look at beside: ends of the seat's acts, what its instruments told, reliefs. */
function toSee({ acts, journal }: Exercise, seat: SeatId): number[] {
  return [
    ...acts.flatMap((act) => (act.seat === seat && act.ended ? act.endsAt : [])),
    ...journal[seat].flatMap(({ kind, at }) => (kind === 'learnt' || kind === 'relief' ? at : [])),
  ];
}

/** What calls for a decision: dilemmas, letters that ask, calls on which a life hangs, people who come free, reliefs. */
function toDecide(exercise: Exercise, seat: SeatId): number[] {
  const { acts, choices, journal, messages } = exercise;
  return [
    ...choices.flatMap((choice) =>
      choice.seat === seat ? [choice.openedAt, choice.decidedAt ?? choice.closesAt] : [],
    ),
    ...messages.flatMap(({ asks, vital, arrivedAt }) =>
      asks.length > 0 || vital ? (arrivedAt[seat] ?? []) : [],
    ),
    ...acts.flatMap((act) => (act.seat === seat && act.ended ? act.endsAt : [])),
    ...journal[seat].flatMap(({ kind, at }) => (kind === 'relief' ? at : [])),
  ];
}

/** An evening that has been played, measured as its seats lived it between two clock times. */
export function rehearse(
  { exercise, lived, deciding }: RehearsedEvening,
  seat: SeatId,
  from: number,
  to: number,
): Rehearsal {
  const plan = planOf(exercise);
  const livedAt = (at: number): number => {
    const minutes = Math.min(lived.length - 1, Math.max(0, (at - exercise.setup.from) / MINUTE));
    const whole = Math.floor(minutes);
    const next = lived[whole + 1] ?? lived[whole]!;
    return lived[whole]! + (next - lived[whole]!) * (minutes - whole);
  };
  /** Whether a dilemma or a question stood before the seat all along: there was something to decide. */
  const isDeciding = (begin: number, end: number): boolean => {
    const [first, last] = [begin, end].map((at) => Math.floor((at - exercise.setup.from) / MINUTE));
    return deciding.slice(first, Math.max(first! + 1, last!)).every(Boolean);
  };
  const realTime = (begin: number, end: number): number => livedAt(end) - livedAt(begin);
  const within = (at: number): boolean => at >= from && at <= to;
  const items = toRead(exercise, seat).filter(within);

  const between = (moments: readonly number[]): Stretch[] => {
    const all = inOrder([from, ...moments.filter(within), to]);
    return all.slice(1).flatMap((end, i): Stretch[] => {
      const begin = all[i]!;
      if (isDeciding(begin, end)) return [];
      return [{ from: begin, to: end, real: realTime(begin, end), items: 0 }];
    });
  };
  const quiet = between([...items, ...toSee(exercise, seat)]);
  const idle = between(toDecide(exercise, seat));
  const tooLong = ({ real }: Stretch): boolean => real > plan.quietSeconds * SECOND;

  const budget = WINDOW * plan.readingSeconds * SECOND;
  const busy = items.flatMap((begin, i): Stretch[] => {
    const end = items[i + WINDOW];
    if (end === undefined) return [];
    const real = realTime(begin, end);
    return real * 2 < budget ? [{ from: begin, to: end, real, items: WINDOW }] : [];
  });
  const busiest = items.map(
    (begin, i) => items.slice(i).filter((at) => realTime(begin, at) <= budget).length,
  );

  const stops = exercise.beats.filter((beat) => beat.seat === seat && beat.last !== true && within(beat.at));
  return {
    real: realTime(from, to),
    stops: stops.length,
    stopsByAct: plan.acts.map((act, i) => {
      const next = plan.acts[i + 1];
      const end = next === undefined ? Infinity : clockTime(next.from);
      return stops.filter(({ at }) => at >= clockTime(act.from) && at < end).length;
    }),
    items: items.length,
    dilemmas: exercise.choices.filter((choice) => choice.seat === seat).length,
    longestQuiet: longestOf(quiet, from),
    quiet: quiet.filter(tooLong),
    longestIdle: longestOf(idle, from),
    idle: idle.filter(tooLong),
    busiest: Math.max(0, ...busiest),
    busy,
  };
}

function longestOf(stretches: readonly Stretch[], from: number): Stretch {
  const none: Stretch = { from, to: from, real: 0, items: 0 };
  return stretches.reduce((longest, each) => (each.real > longest.real ? each : longest), none);
}
