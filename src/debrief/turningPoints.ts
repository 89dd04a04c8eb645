import type { Exercise } from '../exercise/exercise.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { MINUTE } from '../kernel/time.ts';
import { candidatesOf, seatsOfPersons } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { lastOfChains } from './chains.ts';
import type { LossAccount, TurningPoint } from './debriefModel.ts';
import { effectOf, goalOf, isSure, measured, whyOf, withoutBareParadoxes } from './momentEffects.ts';
import type { Effect, Measured } from './momentEffects.ts';
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
/** So many calls weigh as a percent of the people of a goal, or a minute of its hour: one is not lost sight of for the other. */
const GOAL_WEIGHT = 10;
/** A smaller change of a goal, percent or minutes, is no moment. */
const LEAST_OF_GOAL = 3;
/** Calls or people that weigh less than this share of the evening's lost calls come after the seat's own goal. */
const LITTLE = 0.03;
/** An act tried at a time may have to wait so long for the same people. */
const CLOSE = 2 * MINUTE;

const sizeOf = ({ unrouted, neverServed }: Settled): number => unrouted + PEOPLE_WEIGHT * neverServed;
const weightOf = (effect: Settled & { readonly goal: number | null }): number =>
  Math.abs(sizeOf(effect)) + GOAL_WEIGHT * Math.abs(effect.goal ?? 0);

interface Tried {
  readonly candidate: Candidate;
  readonly effects: Effect[];
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

  const of = (played: Score): Measured =>
    measured(rerun(played, original, callers.of(played.setup.seed)), played.until, seats);
  const tonight = of(score);
  yield step();
  const bookScore = seats.reduce((sum, seat) => heldBy(sum, seat, 'by-the-book'), score);
  const book = rerun(bookScore, original, callers.of(score.setup.seed));
  yield step();

  const candidates = candidatesOf(score, original, book, most);
  total += candidates.length - most;
  const tried: Tried[] = [];
  for (const candidate of candidates) {
    const other = outcomeIf(candidate, candidate.change(score), original, callers, seats);
    if (other !== null)
      tried.push({
        candidate,
        effects: [effectOf(tonight, other.counts, candidate.seat)],
        differs: other.differs,
      });
    yield step();
  }
  const best = largestByKind(tried, finalists);
  total += otherSeeds * (best.length - finalists);
  for (const seed of seedsAlike(score, otherSeeds)) {
    const base = of(ofSeed(score, seed));
    yield step();
    for (const { candidate, effects } of best) {
      const other = outcomeIf(candidate, ofSeed(candidate.change(score), seed), original, callers, seats);
      if (other !== null) effects.push(effectOf(base, other.counts, candidate.seat));
      yield step();
    }
    callers.forget(seed);
  }
  const found = best
    .filter(({ effects }) => otherSeeds === 0 || effects.length > 1)
    .flatMap((each) =>
      pointOf(each, LITTLE * tonight.unrouted).map((point) => ({
        at: point.at,
        effects: each.effects,
        point,
      })),
    );
  const told = lastOfChains(found)
    .map(({ point }) => point)
    .sort((a, b) => weightOfPoint(b) - weightOfPoint(a) || b.at - a.at)
    .flatMap(withEarlier);
  const points = withoutBareParadoxes(told, seats).slice(0, keep);
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
  readonly counts: Measured;
  readonly differs: TurningPoint['differs'];
}

/** The other evening counted, or null when what it was to begin with was refused there, or nothing was done otherwise. */
function outcomeIf(
  { begins, takes, seat }: Candidate,
  otherwise: Score,
  original: Exercise,
  callers: CallersOfSeeds,
  seats: readonly SeatId[],
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
  return { counts: measured(exercise, otherwise.until, seats), differs };
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
    (a, b) => weightOf(b.effects[0]!) - weightOf(a.effects[0]!) || a.candidate.at - b.candidate.at,
  );
  for (const each of ranked) {
    if (kinds.has(each.candidate.kind) || best.length === most) continue;
    if (weightOf(each.effects[0]!) === 0) continue;
    kinds.add(each.candidate.kind);
    best.push(each);
  }
  return best;
}

const weightOfPoint = (point: TurningPoint): number =>
  weightOf({ ...point, goal: point.goal?.value ?? null });

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
    const told = points.some(
      (each) => each.key.startsWith(`${done}.`) && !each.key.endsWith('.goal') && sameAct(each),
    );
    return told && what !== 'goal' ? [] : [point];
  }
  const sooner = points.find((each) => EARLIER_KEYS[each.key.split('.')[0]!] === kind && sameAct(each));
  // One told by the goal of its seat has another measure: each keeps its own sentence.
  if (sooner === undefined || what === '' || what === 'goal' || sooner.key.endsWith('.goal')) return [point];
  const [, soonerWay = '', soonerWhat = ''] = sooner.key.split('.');
  // That what helped would have helped less sooner is not told without its cause.
  if (way === 'saved' && soonerWay === 'saved' && sooner.why === null) return [point];
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

/**
 * A moment, or none where no figure is sure. The sentence names the sure figure that weighs most; where calls and people
 * weigh less than `little` calls, its seat's own goal comes first. The row holds all three.
 */
function pointOf({ candidate, effects, differs }: Tried, little: number): TurningPoint[] {
  const unrouted = effects.map((effect) => effect.unrouted);
  const neverServed = effects.map((effect) => effect.neverServed);
  const goal = goalOf(effects);
  const point = {
    at: candidate.at,
    seat: candidate.seat,
    unrouted: mean(unrouted),
    unroutedError: standardError(unrouted),
    neverServed: mean(neverServed),
    neverServedError: standardError(neverServed),
    goal,
    branchAt: candidate.branchAt,
    differs,
    earlier: null,
  };
  const callsSure = isSure(point.unrouted, point.unroutedError);
  const peopleSure = isSure(point.neverServed, point.neverServedError);
  const goalSure = goal !== null && isSure(goal.value, goal.error, LEAST_OF_GOAL);
  if (!callsSure && !peopleSure && !goalSure) return [];
  const size = Math.max(
    callsSure ? Math.abs(point.unrouted) : 0,
    peopleSure ? PEOPLE_WEIGHT * Math.abs(point.neverServed) : 0,
  );
  const heavier = Math.abs(point.neverServed) * PEOPLE_WEIGHT > Math.abs(point.unrouted);
  const figure =
    goalSure && size < little ? 'goal' : peopleSure && (heavier || !callsSure) ? 'people' : 'calls';
  const told = { goal: goal?.value ?? 0, people: point.neverServed, calls: point.unrouted }[figure];
  return [
    {
      ...point,
      key: `${candidate.key}.${told < 0 ? 'saved' : 'cost'}.${figure}`,
      params: { ...candidate.params, count: Math.round(Math.abs(told)) },
      why: figure === 'goal' ? null : whyOf(effects, told),
    },
  ];
}
