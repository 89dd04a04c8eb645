import type { Exercise, ExerciseGround } from '../exercise/exercise.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import type { DoctrineId } from '../scenario/play/types.ts';
import { CORE_SEATS, TRUST_STEPS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { machineSetup, opened } from './ghost.ts';
import { goalFigure } from './goalFigures.ts';
import { GREEDY, POLICIES, playPolicy } from './policies.ts';
import type { Policy } from './policies.ts';
import { CallersOfSeeds } from './rerun.ts';
import { mean } from './statistics.ts';
import { settled } from './tally.ts';
import type { Settled } from './tally.ts';

/**
 * Three of the four tests of choices (exercise rules §5): that doing everything at once does not win, that there is more
 * than one good way, that a seat matters. The fourth, dominance, is in `actsAtOnce.ts`. Every function takes one seed, so
 * that seeds can be shared among workers; `judged` puts them together. Other seats are machines as in 2021.
 */
export interface ChoiceGround {
  readonly setup: ExerciseSetup;
  readonly ground: ExerciseGround;
}

export interface SeatFigures {
  readonly seat: SeatId;
  /** Attempts not routed and people never served, weighed: lower is better. */
  readonly book: number;
  readonly greedy: number;
  /** Steps of trust lost by the greedy bot, beyond those the book loses. */
  readonly trustLost: number;
  readonly ways: readonly {
    readonly policy: string;
    readonly size: number;
    readonly first: readonly string[];
  }[];
  readonly bookServed: number;
  readonly noviceServed: number;
  readonly bookGoal: number;
  readonly noviceGoal: number;
}

/** As headline figures weigh: a person never served counts as six attempts not routed. */
const PEOPLE_WEIGHT = 6;
const FIRST_ACTS = 3;

const sizeOf = ({ unrouted, neverServed }: Settled): number => unrouted + PEOPLE_WEIGHT * neverServed;

/** Greedy, two ways and leverage of every seat on one evening. */
export function seatFigures(where: ChoiceGround, seed: number): SeatFigures[] {
  const callers = new CallersOfSeeds(where.setup, where.ground).of(seed);
  return CORE_SEATS.map((seat) => {
    const open = (doctrine: DoctrineId | null): Exercise =>
      opened(setupOf(where, seat, seed, doctrine), where.ground, callers);
    const machine = (doctrine: DoctrineId): Ended => {
      const exercise = open(doctrine);
      exercise.runTo(where.setup.to);
      return endOf(exercise, seat, where.setup.to);
    };
    const person = (policy: Policy): Ended => {
      const exercise = open(null);
      playPolicy(exercise, seat, policy, where.setup.to);
      return endOf(exercise, seat, where.setup.to);
    };
    const [book, novice] = [machine('by-the-book'), machine('novice')];
    const greedy = person(GREEDY);
    return {
      seat,
      book: book.size,
      greedy: greedy.size,
      trustLost: greedy.trustLost - book.trustLost,
      ways: POLICIES.map((policy) => {
        const { size, first } = person(policy);
        return { policy: policy.id, size, first };
      }),
      bookServed: book.neverServed,
      noviceServed: novice.neverServed,
      bookGoal: book.goal,
      noviceGoal: novice.goal,
    };
  });
}

interface Ended {
  readonly size: number;
  readonly neverServed: number;
  readonly goal: number;
  readonly trustLost: number;
  readonly first: readonly string[];
}

function endOf(exercise: Exercise, seat: SeatId, until: number): Ended {
  const goal = goalFigure(exercise, seat);
  const trustLost = Object.values(exercise.trust).reduce((sum, step) => sum + TRUST_STEPS.indexOf(step), 0);
  const first = exercise.acts.filter((act) => act.seat === seat).slice(0, FIRST_ACTS);
  exercise.evening.runToEnd();
  const counts = settled(exercise.evening, until);
  return {
    size: sizeOf(counts),
    neverServed: counts.neverServed,
    goal,
    trustLost,
    first: first.map(({ spec }) => spec),
  };
}

/** Machines as in 2021 everywhere but in one seat: a machine of this doctrine, or a person. */
function setupOf(
  { setup }: ChoiceGround,
  seat: SeatId,
  seed: number,
  doctrine: DoctrineId | null,
): ExerciseSetup {
  const { seats, ...rest } = machineSetup(setup, 'as-in-2021');
  const holder = doctrine === null ? ({ by: 'person' } as const) : ({ by: 'machine', doctrine } as const);
  return { ...rest, seed, seats: { ...seats, [seat]: holder } };
}

export interface ChoiceVerdict {
  readonly test: 'dominance' | 'greedy' | 'ways' | 'leverage';
  /** Seat, or act for the dominance. */
  readonly subject: string;
  /** Share of evenings, relative gain, relative distance, relative move: by test. */
  readonly figure: number;
  /** For the greedy bot, steps of trust lost on average; the seat's own goal for the leverage; by calls alone for an act. */
  readonly second: number | null;
  readonly passes: boolean;
}

/** Limits of the tests of seats, as shares. */
export const LIMITS = { greedy: 0.02, ways: 0.05, leverage: 0.15 } as const;
/** Greedy, two ways and leverage of each seat over the seeds. */
export function judgedSeats(figures: readonly SeatFigures[]): ChoiceVerdict[] {
  return CORE_SEATS.flatMap((seat): ChoiceVerdict[] => {
    const rows = figures.filter((row) => row.seat === seat);
    if (rows.length === 0) return [];
    return [judgedGreedy(seat, rows), judgedWays(seat, rows), judgedLeverage(seat, rows)];
  });
}

/** How much fewer the greedy bot loses than the book: it may not win by more, and it must lose trust. */
function judgedGreedy(seat: SeatId, rows: readonly SeatFigures[]): ChoiceVerdict {
  const figure = 1 - mean(rows.map(({ greedy }) => greedy)) / mean(rows.map(({ book }) => book));
  const second = mean(rows.map(({ trustLost }) => trustLost));
  return { test: 'greedy', subject: seat, figure, second, passes: figure <= LIMITS.greedy && second > 0 };
}

/** Distance between the best way and the nearest one that begins by three other acts. */
function judgedWays(seat: SeatId, rows: readonly SeatFigures[]): ChoiceVerdict {
  const ways = POLICIES.map(({ id }) => {
    const mine = rows.map(({ ways: all }) => all.find(({ policy }) => policy === id)!);
    return { size: mean(mine.map(({ size }) => size)), first: mine[0]!.first };
  }).sort((a, b) => a.size - b.size);
  const [best, ...others] = ways;
  const differs = (first: readonly string[]): boolean => first.some((act, i) => act !== best!.first[i]);
  const other = others.find(({ first }) => differs(first));
  const figure = other === undefined ? 1 : other.size / best!.size - 1;
  return { test: 'ways', subject: seat, figure, second: null, passes: figure <= LIMITS.ways };
}

/** Distance of two figures as a share of the larger. */
function apart(a: number, b: number): number {
  const larger = Math.max(Math.abs(a), Math.abs(b));
  return larger === 0 ? 0 : Math.abs(a - b) / larger;
}

/** How far a novice and the book are apart: people never served, and the seat's own goal. */
function judgedLeverage(seat: SeatId, rows: readonly SeatFigures[]): ChoiceVerdict {
  const figure = apart(
    mean(rows.map(({ noviceServed }) => noviceServed)),
    mean(rows.map(({ bookServed }) => bookServed)),
  );
  const second = apart(
    mean(rows.map(({ noviceGoal }) => noviceGoal)),
    mean(rows.map(({ bookGoal }) => bookGoal)),
  );
  const passes = figure >= LIMITS.leverage || second >= LIMITS.leverage;
  return { test: 'leverage', subject: seat, figure, second, passes };
}
