import { SECOND } from '../kernel/time.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Exercise } from './exercise.ts';
import { planOf, realTime } from './tempo.ts';

/** A piece of the evening as one seat lives it: clock ms, real ms by its tempo plan, items to read or decide. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly real: number;
  readonly items: number;
}

export interface Rehearsal {
  /** Nothing to read, decide or look at for longer than the plan allows. */
  readonly quiet: readonly Stretch[];
  /** More than twice the reading budget, over five items. */
  readonly busy: readonly Stretch[];
  readonly items: number;
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

/** Whether a dilemma stood before the seat all along: there was something to decide. */
function deciding({ choices }: Exercise, seat: SeatId, from: number, to: number): boolean {
  return choices.some(
    (choice) =>
      choice.seat === seat && choice.openedAt <= from && (choice.decidedAt ?? choice.closesAt) >= to,
  );
}

/** An evening that has been played, measured as its seats lived it between two clock times. */
export function rehearse(exercise: Exercise, seat: SeatId, from: number, to: number): Rehearsal {
  const plan = planOf(exercise);
  const within = (at: number): boolean => at >= from && at <= to;
  const items = toRead(exercise, seat).filter(within);
  const moments = inOrder([from, ...items, ...toSee(exercise, seat).filter(within), to]);
  const quiet = moments.flatMap((begin, i): Stretch[] => {
    const end = moments[i + 1];
    if (end === undefined) return [];
    const real = realTime(plan, begin, end);
    const long = real > plan.quietSeconds * SECOND && !deciding(exercise, seat, begin, end);
    return long ? [{ from: begin, to: end, real, items: 0 }] : [];
  });
  const busy = items.flatMap((begin, i): Stretch[] => {
    const end = items[i + WINDOW];
    if (end === undefined) return [];
    const real = realTime(plan, begin, end);
    const many = real * 2 < WINDOW * plan.readingSeconds * SECOND;
    return many ? [{ from: begin, to: end, real, items: WINDOW }] : [];
  });
  return { quiet, busy, items: items.length };
}
