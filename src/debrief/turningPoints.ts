import type { Exercise } from '../exercise/exercise.ts';
import { MINUTE } from '../kernel/time.ts';
import { candidatesOf, seatsOfPersons } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import type { TurningPoint } from './debriefModel.ts';
import { CallersOfSeeds, outcomeOf, rerun } from './rerun.ts';
import type { Score } from './rerun.ts';
import { mean, standardError } from './statistics.ts';
import { settled } from './tally.ts';
import type { Settled } from './tally.ts';
import { heldBy, ofSeed, seedsAlike } from './variants.ts';

/** How far a computation that needs other evenings has come: evenings computed, of about how many. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface TurningOptions {
  /** Moments tried on the evening itself. */
  readonly candidates?: number;
  /** Those tried on other evenings too. */
  readonly finalists?: number;
  /** Other evenings of the same cause, same commands. */
  readonly otherSeeds?: number;
  readonly keep?: number;
}

/** Headline attempts are about six times headline people: so weighed, both count the same. */
const PEOPLE_WEIGHT = 6;
/** Fewer calls or people than this are not a moment that mattered. */
const LEAST = 10;
/** An act tried at a time may have to wait so long for the same people. */
const CLOSE = 2 * MINUTE;

const sizeOf = ({ unrouted, neverServed }: Settled): number => unrouted + PEOPLE_WEIGHT * neverServed;
const difference = (tonight: Settled, other: Settled): Settled => ({
  unrouted: tonight.unrouted - other.unrouted,
  neverServed: tonight.neverServed - other.neverServed,
});

interface Tried {
  readonly candidate: Candidate;
  readonly effects: Settled[];
}

/**
 * The moments that changed the evening most, at most one of a kind. Each is measured by playing the same evening
 * otherwise: on its own callers, then, for the largest, on other evenings with the same commands. Yields after each
 * evening, so that a worker can tell how far it is and be stopped; returns them, largest first.
 */
export function* turningPoints(
  score: Score,
  original: Exercise,
  options: TurningOptions = {},
): Generator<Progress, TurningPoint[], void> {
  const { candidates: most = 30, finalists = 7, otherSeeds = 3, keep = 5 } = options;
  const callers = new CallersOfSeeds(score.setup, score.ground);
  const seats = seatsOfPersons(score);
  let done = 0;
  let total = 2 + most + otherSeeds * (finalists + 1);
  const step = (): Progress => ({ done: ++done, total });

  const tonight = outcomeOf(score, original, callers);
  yield step();
  const bookScore = seats.reduce((sum, seat) => heldBy(sum, seat, 'by-the-book'), score);
  const book = rerun(bookScore, original, callers.of(score.setup.seed));
  yield step();

  const candidates = candidatesOf(score, original, book, most);
  total += candidates.length - most;
  const tried: Tried[] = [];
  for (const candidate of candidates) {
    const other = outcomeIf(candidate, candidate.otherwise, original, callers);
    if (other !== null) tried.push({ candidate, effects: [difference(tonight, other)] });
    yield step();
  }
  const best = largestByKind(tried, finalists);
  total += otherSeeds * (best.length - finalists);
  for (const seed of seedsAlike(score, otherSeeds)) {
    const base = outcomeOf(ofSeed(score, seed), original, callers);
    yield step();
    for (const { candidate, effects } of best) {
      const other = outcomeIf(candidate, ofSeed(candidate.otherwise, seed), original, callers);
      if (other !== null) effects.push(difference(base, other));
      yield step();
    }
    callers.forget(seed);
  }
  return best
    .filter(({ effects }) => otherSeeds === 0 || effects.length > 1)
    .flatMap(pointOf)
    .sort((a, b) => Math.abs(sizeOf(b)) - Math.abs(sizeOf(a)) || b.at - a.at)
    .filter(isFirstOfItsEffect)
    .flatMap(withEarlier)
    .slice(0, keep);
}

/** The other evening counted, or null when what it was to begin with was refused there. */
function outcomeIf(
  { begins }: Candidate,
  otherwise: Score,
  original: Exercise,
  callers: CallersOfSeeds,
): Settled | null {
  const exercise = rerun(otherwise, original, callers.of(otherwise.setup.seed));
  if (
    begins !== null &&
    !exercise.acts.some(
      ({ seat, spec, begunAt }) =>
        seat === begins.seat && spec === begins.act && Math.abs(begunAt - begins.at) <= CLOSE,
    )
  )
    return null;
  exercise.evening.runToEnd();
  return settled(exercise.evening, otherwise.until);
}

function largestByKind(tried: readonly Tried[], most: number): Tried[] {
  const kinds = new Set<string>();
  const best: Tried[] = [];
  const ranked = tried.toSorted(
    (a, b) =>
      Math.abs(sizeOf(b.effects[0]!)) - Math.abs(sizeOf(a.effects[0]!)) || a.candidate.at - b.candidate.at,
  );
  for (const each of ranked) {
    if (kinds.has(each.candidate.kind) || best.length === most) continue;
    if (sizeOf(each.effects[0]!) === 0) continue;
    kinds.add(each.candidate.kind);
    best.push(each);
  }
  return best;
}

/** Moments of one chain (a look, then the act it led to) have the same effect: the last of them is told. */
function isFirstOfItsEffect(point: TurningPoint, i: number, points: readonly TurningPoint[]): boolean {
  const { unrouted, neverServed } = point;
  return points.findIndex((each) => each.unrouted === unrouted && each.neverServed === neverServed) === i;
}

/** Large enough to be told, and not a matter of luck: beyond its own standard error. */
export const isSure = (value: number, error: number): boolean =>
  Math.abs(value) >= LEAST && Math.abs(value) > error;

const EARLIER_KEYS: Readonly<Record<string, string>> = { later: 'act', slow: 'machine' };

/**
 * A decision and the same one taken earlier are two other evenings, not two moments: told together, that it cost and that
 * it came late do not contradict each other.
 */
export function withEarlier(point: TurningPoint, _: number, points: readonly TurningPoint[]): TurningPoint[] {
  const [kind = '', way = '', what = ''] = point.key.split('.');
  const sameAct = (each: TurningPoint): boolean =>
    each.seat === point.seat && each.params['act'] === point.params['act'] && each.at === point.at;
  const done = EARLIER_KEYS[kind];
  if (done !== undefined) {
    const told = points.some((each) => each.key.startsWith(`${done}.`) && sameAct(each));
    return told ? [] : [point];
  }
  const sooner = points.find((each) => EARLIER_KEYS[each.key.split('.')[0]!] === kind && sameAct(each));
  if (sooner === undefined || what === '') return [point];
  const [, soonerWay = '', soonerWhat = ''] = sooner.key.split('.');
  return [
    {
      ...point,
      earlier: {
        key: `${way}.${soonerWay}`,
        minutes: Number(sooner.params['minutes']),
        what: soonerWhat === 'people' ? 'people' : 'calls',
        count: Number(sooner.params['count']),
      },
    },
  ];
}

/** A moment, or none where neither figure is sure. */
function pointOf({ candidate, effects }: Tried): TurningPoint[] {
  const unrouted = effects.map((effect) => effect.unrouted);
  const neverServed = effects.map((effect) => effect.neverServed);
  const point = {
    at: candidate.at,
    seat: candidate.seat,
    unrouted: mean(unrouted),
    unroutedError: standardError(unrouted),
    neverServed: mean(neverServed),
    neverServedError: standardError(neverServed),
    branchAt: candidate.branchAt,
  };
  const callsSure = isSure(point.unrouted, point.unroutedError);
  const peopleSure = isSure(point.neverServed, point.neverServedError);
  if (!callsSure && !peopleSure) return [];
  // The sentence names the sure figure that weighs more; the row holds both.
  const heavier = Math.abs(point.neverServed) * PEOPLE_WEIGHT > Math.abs(point.unrouted);
  const people = peopleSure && (heavier || !callsSure);
  const told = people ? point.neverServed : point.unrouted;
  return [
    {
      ...point,
      key: `${candidate.key}.${told < 0 ? 'saved' : 'cost'}.${people ? 'people' : 'calls'}`,
      params: { ...candidate.params, count: Math.round(Math.abs(told)) },
      earlier: null,
    },
  ];
}
