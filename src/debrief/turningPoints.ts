import type { Exercise } from '../exercise/exercise.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { MINUTE } from '../kernel/time.ts';
import { candidatesOf, seatsOfPersons } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { lastOfChains } from './chains.ts';
import type { LossAccount, TurningPoint } from './debriefModel.ts';
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
/** A figure is told when it is so many times its own standard error. */
const CLEARLY = 2;
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
  readonly differs: TurningPoint['differs'];
}

/** The moments, largest first, and what they account for. */
export interface Turning {
  readonly turningPoints: readonly TurningPoint[];
  readonly account: LossAccount;
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
): Generator<Progress, Turning, void> {
  const { candidates: most = 36, finalists = 8, otherSeeds = 3, keep = 5 } = options;
  const callers = new CallersOfSeeds(score.setup, score.ground);
  const seats = seatsOfPersons(score);
  let done = 0;
  let total = 3 + most + otherSeeds * (finalists + 1);
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
    const other = outcomeIf(candidate, candidate.change(score), original, callers);
    if (other !== null)
      tried.push({ candidate, effects: [difference(tonight, other.counts)], differs: other.differs });
    yield step();
  }
  const best = largestByKind(tried, finalists);
  total += otherSeeds * (best.length - finalists);
  for (const seed of seedsAlike(score, otherSeeds)) {
    const base = outcomeOf(ofSeed(score, seed), original, callers);
    yield step();
    for (const { candidate, effects } of best) {
      const other = outcomeIf(candidate, ofSeed(candidate.change(score), seed), original, callers);
      if (other !== null) effects.push(difference(base, other.counts));
      yield step();
    }
    callers.forget(seed);
  }
  const measured = best
    .filter(({ effects }) => otherSeeds === 0 || effects.length > 1)
    .flatMap((each) => pointOf(each).map((point) => ({ at: point.at, effects: each.effects, point })));
  const points = lastOfChains(measured)
    .map(({ point }) => point)
    .sort((a, b) => Math.abs(sizeOf(b)) - Math.abs(sizeOf(a)) || b.at - a.at)
    .flatMap(withEarlier)
    .slice(0, keep);
  const changes = best.flatMap(({ candidate }) =>
    points.some((point) => costsCalls(point) && isOf(point, candidate)) && isOfPersons(candidate, seats)
      ? [candidate.change]
      : [],
  );
  const together =
    changes.length === 0
      ? null
      : outcomeOf(
          changes.reduce((sum, change) => change(sum), score),
          original,
          callers,
        ).unrouted;
  yield step();
  book.evening.runToEnd();
  const { unrouted } = settled(book.evening, score.until);
  return {
    turningPoints: points,
    account: { tonight: tonight.unrouted, book: unrouted, moments: changes.length, together },
  };
}

const isOf = (point: TurningPoint, { at, seat, key, params }: Candidate): boolean =>
  point.at === at &&
  point.seat === seat &&
  point.key.startsWith(`${key}.`) &&
  Object.entries(params).every(([name, value]) => point.params[name] === value);

const PERSONS_KEYS: readonly string[] = ['act', 'later', 'known', 'choice', 'ignored', 'omitted'];

const isOfPersons = ({ key, seat }: Candidate, seats: readonly SeatId[]): boolean =>
  PERSONS_KEYS.includes(key) && seat !== null && seats.includes(seat);

interface Otherwise {
  readonly counts: Settled;
  readonly differs: TurningPoint['differs'];
}

/** The other evening counted, or null when what it was to begin with was refused there, or nothing was done otherwise. */
function outcomeIf(
  { begins, takes, seat }: Candidate,
  otherwise: Score,
  original: Exercise,
  callers: CallersOfSeeds,
): Otherwise | null {
  const exercise = rerun(otherwise, original, callers.of(otherwise.setup.seed));
  if (
    begins !== null &&
    !exercise.acts.some(
      (act) =>
        act.seat === begins.seat && act.spec === begins.act && Math.abs(act.begunAt - begins.at) <= CLOSE,
    )
  )
    return null;
  if (takes !== null && !isTaken(exercise, takes)) return null;
  const differs = takes === null || seat === null ? null : differing(original, exercise, seat);
  if (differs !== null && isSame(original, exercise, seat)) return null;
  exercise.evening.runToEnd();
  return { counts: settled(exercise.evening, otherwise.until), differs };
}

/** The option was taken in that evening, and its first act began or it asks for none. */
function isTaken(
  { choices, ground, acts }: Exercise,
  { dilemma, option }: NonNullable<Candidate['takes']>,
): boolean {
  const choice = choices.find((each) => each.dilemma === dilemma);
  if (choice?.state !== 'chosen' || choice.option !== option) return false;
  const first = ground.play.dilemmas.find(({ id }) => id === dilemma)?.options.find(({ id }) => id === option)
    ?.acts[0];
  return (
    first === undefined ||
    acts.some(
      ({ seat, spec, begunAt }) =>
        seat === choice.seat && spec === first && begunAt >= (choice.decidedAt ?? choice.openedAt),
    )
  );
}

/** Whether a seat began the same acts, of the same arguments, as many times. */
function isSame(here: Exercise, there: Exercise, seat: SeatId | null): boolean {
  const begun = ({ acts }: Exercise): string =>
    acts
      .flatMap((act) => (act.seat === seat ? [`${act.spec} ${canonicalJson(act.args)}`] : []))
      .toSorted()
      .join('\n');
  return begun(here) === begun(there);
}

/** Kinds of acts that a seat began in one evening and not in the other. */
function differing(here: Exercise, there: Exercise, seat: SeatId): NonNullable<TurningPoint['differs']> {
  const begun = ({ acts }: Exercise): Set<string> =>
    new Set(acts.flatMap((act) => (act.seat === seat ? [act.spec] : [])));
  const [ours, theirs] = [begun(here), begun(there)];
  return {
    here: [...ours].filter((spec) => !theirs.has(spec)),
    there: [...theirs].filter((spec) => !ours.has(spec)),
  };
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

/** Large enough to be told, and not a matter of luck: clearly beyond its own standard error. */
export const isSure = (value: number, error: number): boolean =>
  Math.abs(value) >= LEAST && Math.abs(value) > CLEARLY * error;

const costsCalls = ({ unrouted, unroutedError }: TurningPoint): boolean =>
  unrouted > 0 && isSure(unrouted, unroutedError);

const EARLIER_KEYS: Readonly<Record<string, string>> = { later: 'act', known: 'act', slow: 'machine' };

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
function pointOf({ candidate, effects, differs }: Tried): TurningPoint[] {
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
    differs,
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
