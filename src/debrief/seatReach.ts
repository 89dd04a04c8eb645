import type { Exercise } from '../exercise/exercise.ts';
import type { DoctrineId } from '../scenario/play/types.ts';
import { seatsOfPersons } from './candidates.ts';
import { counted } from './counted.ts';
import type { Beside, SeatReach, Span } from './debriefModel.ts';
import { t975 } from './differences.ts';
import { ghostSetup, playGhost } from './ghost.ts';
import { milestoneRows } from './milestoneRows.ts';
import { ownFigures } from './ownFigures.ts';
import { CallersOfSeeds, outcomeOf, rerun } from './rerun.ts';
import type { Score } from './rerun.ts';
import { mean, standardError } from './statistics.ts';
import type { Settled } from './tally.ts';
import { truthOf } from './truthOf.ts';
import type { Progress } from './turningPoints.ts';
import { heldBy, ofSeed, seedsAlike } from './variants.ts';
import { verdictRows } from './verdicts.ts';
import { ownAreas } from './verdictsOfPublic.ts';

/** Ways of holding people's seats tried beside theirs: as those of that evening did, by the book, and badly. */
const DOCTRINES = ['as-in-2021', 'by-the-book', 'novice'] as const satisfies readonly DoctrineId[];
/** As played, and as in 2021 in every seat. */
const WAYS = DOCTRINES.length + 2;

/**
 * What people's seats moved, measured: every way of holding them on tonight's callers and on `others` more evenings of the
 * same cause. Yields after each evening.
 */
export function* seatReach(
  score: Score,
  original: Exercise,
  others = 3,
): Generator<Progress, SeatReach, void> {
  const callers = new CallersOfSeeds(score.setup, score.ground);
  const seats = seatsOfPersons(score);
  const ghost: Score = { ...score, setup: ghostSetup(score.setup), commands: [] };
  const held = (doctrine: DoctrineId): Score =>
    seats.reduce((sum, seat) => heldBy(sum, seat, doctrine), score);
  const ways = DOCTRINES.map(held);
  const seeds = [score.setup.seed, ...seedsAlike(score, others)];
  const total = seeds.length * WAYS + 1;
  let done = 0;
  const played: Settled[] = [];
  const then: Settled[] = [];
  const byDoctrine: Settled[][] = DOCTRINES.map(() => []);
  for (const seed of seeds) {
    const of = (way: Score, from: Exercise | null): Settled => outcomeOf(ofSeed(way, seed), from, callers);
    played.push(of(score, original));
    yield { done: ++done, total };
    then.push(of(ghost, null));
    yield { done: ++done, total };
    for (const [i, way] of ways.entries()) {
      byDoctrine[i]!.push(of(way, original));
      yield { done: ++done, total };
    }
    if (seed !== score.setup.seed) callers.forget(seed);
  }
  const book = byDoctrine[DOCTRINES.indexOf('by-the-book')]!;
  const exercise = rerun(held('by-the-book'), original, callers.of(score.setup.seed));
  const tonight = counted(exercise, original.finished);
  const truth = truthOf(exercise, tonight.evening);
  const own = ownAreas(original);
  const same = playGhost(original);
  const sameCounted = counted(same, original.finished);
  const grades = verdictRows({
    exercise,
    ghost: same,
    tonight: tonight.tally,
    ghostTally: sameCounted.tally,
    truth,
    ghostTruth: truthOf(same, sameCounted.evening),
    milestones: milestoneRows(exercise, truth),
    own,
  });
  yield { done: ++done, total };
  const all = [played, ...byDoctrine];
  return {
    evenings: seeds.length,
    asIn2021: beside(played, then),
    book: beside(played, book),
    unrouted: span(all, 'unrouted'),
    neverServed: span(all, 'neverServed'),
    bookOwn: seats.map((seat) => ({ seat, figures: ownFigures(exercise, tonight.tally, truth, seat, own) })),
    bookGrades: grades
      .filter(({ seat }) => seats.includes(seat))
      .map(({ seat, goal, grade }) => ({ seat, goal, grade })),
  };
}

/** One list minus the other, pair by pair, with half the 95 % confidence interval of the mean. */
export function beside(here: readonly Settled[], there: readonly Settled[]): Beside {
  const of = (what: keyof Settled): { readonly middle: number; readonly margin: number | null } => {
    const gaps = here.map((each, i) => each[what] - there[i]![what]);
    // One evening says nothing of its luck.
    const margin = gaps.length < 2 ? null : t975(gaps.length - 1) * standardError(gaps);
    return { middle: mean(gaps), margin };
  };
  const [unrouted, neverServed] = [of('unrouted'), of('neverServed')];
  return {
    unrouted: unrouted.middle,
    unroutedMargin: unrouted.margin,
    neverServed: neverServed.middle,
    neverServedMargin: neverServed.margin,
  };
}

function span(ways: readonly (readonly Settled[])[], what: keyof Settled): Span {
  const means = ways.map((evenings) => mean(evenings.map((each) => each[what])));
  return { least: Math.min(...means), most: Math.max(...means) };
}
