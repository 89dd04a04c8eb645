import type { Exercise } from '../exercise/exercise.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { CAUSES } from '../callflow/cause.ts';
import { isClear } from './clear.ts';
import type { TurningPoint } from './debriefModel.ts';
import { goalFigure } from './goalFigures.ts';
import { mean, standardError } from './statistics.ts';
import { restoredAt } from './summary.ts';
import { settled } from './tally.ts';
import type { Settled } from './tally.ts';

/** An evening as moments are compared by. */
export interface Measured extends Settled {
  /** People who called at least once, those worried by an announcement included. */
  readonly callers: number;
  /** Attempts that reached no help though routed: lines busy, a wrong number, a wait given up. */
  readonly lines: number;
  /** Minutes after the trigger to the network back for good; the whole evening when it never was. */
  readonly restored: number;
  /** The own goal of the seats looked at, lower is better. */
  readonly goals: Readonly<Partial<Record<SeatId, number>>>;
}

const LINES: ReadonlySet<number> = new Set(
  (['trunkBusy', 'lineBusy', 'wrongNumber', 'abandoned'] as const).map((cause) => CAUSES.indexOf(cause)),
);
/** Minutes of an evening that never came back, to be compared with one that did. */
const NEVER = 8 * 60;

/** Measures an exercise that stands at its last minute; its evening is run to its end. */
export function measured(exercise: Exercise, until: number, seats: readonly SeatId[]): Measured {
  const goals = Object.fromEntries(seats.map((seat) => [seat, goalFigure(exercise, seat)]));
  const { evening } = exercise;
  evening.runToEnd();
  const { log, spec } = evening;
  const to = log.firstFrom(Math.min(until, spec.clock.windowEnd));
  const called = new Set<number>();
  let lines = 0;
  for (let i = log.firstFrom(spec.clock.trigger); i < to; i++) {
    called.add(log.caller[i]!);
    if (LINES.has(log.cause(i))) lines++;
  }
  return {
    ...settled(evening, until),
    callers: called.size,
    lines,
    restored: restoredAt(evening, until) ?? NEVER,
    goals,
  };
}

/** What one evening was more than another, and what it was of one seat's goal. */
export interface Effect extends Settled {
  readonly callers: number;
  readonly lines: number;
  readonly restored: number;
  /** Null for a seat whose goal is not looked at. */
  readonly goal: number | null;
}

export function effectOf(tonight: Measured, other: Measured, seat: SeatId | null): Effect {
  const [here, there] = seat === null ? [undefined, undefined] : [tonight.goals[seat], other.goals[seat]];
  return {
    unrouted: tonight.unrouted - other.unrouted,
    neverServed: tonight.neverServed - other.neverServed,
    callers: tonight.callers - other.callers,
    lines: tonight.lines - other.lines,
    restored: tonight.restored - other.restored,
    goal: here === undefined || there === undefined ? null : here - there,
  };
}

/** Fewer calls or people than this are not a moment that mattered. */
const LEAST = 10;

/** Large enough to be told, and not a matter of luck. */
export const isSure = (value: number, error: number, least: number = LEAST): boolean =>
  Math.abs(value) >= least && isClear(value, error);

/** Of each cause, so much at least before it explains anything. */
const LEAST_OF = { callers: 10, restored: 3, lines: 10 } as const;

/**
 * Why the evening that lost more lost more: more people called, the network came back later, more attempts found no free
 * line. The first of them that is clear, of some size and goes the same way; null when none does.
 */
export function whyOf(effects: readonly Effect[], told: number): TurningPoint['why'] {
  for (const key of ['callers', 'restored', 'lines'] as const) {
    const values = effects.map((effect) => effect[key]);
    const value = mean(values);
    if (Math.sign(value) !== Math.sign(told) || !isSure(value, standardError(values), LEAST_OF[key]))
      continue;
    return { key, worse: told > 0 ? 'tonight' : 'other', count: Math.round(Math.abs(value)) };
  }
  return null;
}

/** The change of the seat's own goal; null where it was not looked at. */
export function goalOf(effects: readonly Effect[]): TurningPoint['goal'] {
  const values = effects.flatMap(({ goal }) => (goal === null ? [] : [goal]));
  return values.length === 0 ? null : { value: mean(values), error: standardError(values) };
}

/** Moments that say that the same act sooner would have been worse. */
const SOONER: readonly string[] = ['later', 'known', 'slow'];

const isSoonerWorse = ({ key }: TurningPoint): boolean => {
  const [kind = '', way, figure] = key.split('.');
  return SOONER.includes(kind) && way === 'saved' && figure !== 'goal';
};

/**
 * That acting sooner would have been worse is told with its cause or not at all, after the other moments, and never as
 * all that a seat is told.
 */
export function withoutBareParadoxes(
  points: readonly TurningPoint[],
  seats: readonly SeatId[],
): TurningPoint[] {
  const explained = points.filter((point) => !isSoonerWorse(point) || point.why !== null);
  const plain = explained.filter((point) => !isSoonerWorse(point));
  const isOwn = ({ seat }: TurningPoint): boolean => seat !== null && seats.includes(seat);
  const hasPlain = plain.some(isOwn);
  return [...plain, ...explained.filter((point) => isSoonerWorse(point) && (hasPlain || !isOwn(point)))];
}
