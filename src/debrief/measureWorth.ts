import type { Exercise, ExerciseGround } from '../exercise/exercise.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import type { DoctrineId } from '../scenario/play/types.ts';
import type { MeasureWorth } from './debriefModel.ts';
import { machineSetup } from './ghost.ts';
import { CallersOfSeeds, outcomeOf } from './rerun.ts';
import type { Score } from './rerun.ts';
import { mean, standardError } from './statistics.ts';
import type { Settled } from './tally.ts';
import type { Progress } from './turningPoints.ts';
import { ofSeed, seedsAlike, withMeasures } from './variants.ts';

export interface WorthOptions {
  /** Other evenings than tonight's to value them on. */
  readonly otherSeeds?: number;
  /** Ids of the catalogue; all of it unless told. */
  readonly measures?: readonly string[];
}
/** Where it stands; `found` once tonight's callers have told: first figures, before other evenings refine them. */
export interface WorthProgress extends Progress {
  readonly found?: readonly MeasureWorth[];
}

/**
 * What each measure of the catalogue was worth tonight: the same people's commands with it against without, on the
 * same callers and on those of a few other evenings. Negative figures are calls and people that it spares. Yields after
 * each evening.
 */
export function* measuresTonight(
  score: Score,
  original: Exercise | null,
  options: WorthOptions = {},
): Generator<WorthProgress, MeasureWorth[], void> {
  const { play } = score.ground;
  const { otherSeeds = 2, measures: asked = play.measures.map(({ id }) => id) } = options;
  const callers = new CallersOfSeeds(score.setup, score.ground);
  const on = new Map<string, Settled[]>(asked.map((id) => [id, []]));
  const total = (otherSeeds + 1) * (asked.length + 1);
  let done = 0;
  for (const seed of [score.setup.seed, ...seedsAlike(score, otherSeeds)]) {
    const base = outcomeOf(ofSeed(score, seed), original, callers);
    yield { done: ++done, total };
    for (const id of asked) {
      const has = score.setup.measures.includes(id);
      const measures = has
        ? score.setup.measures.filter((each) => each !== id)
        : inOrder(play, [...score.setup.measures, id]);
      const other = outcomeOf(withMeasures(ofSeed(score, seed), measures), original, callers);
      on.get(id)!.push(has ? minus(base, other) : minus(other, base));
      yield { done: ++done, total };
    }
    callers.forget(seed);
    if (seed === score.setup.seed && otherSeeds > 0)
      yield { done, total, found: asked.map((id) => worthOf(id, on.get(id)!)) };
  }
  return asked.map((id) => worthOf(id, on.get(id)!));
}

/** A measure's worth over many evenings played by machines of one doctrine: with it against without, on the same callers. */
export function measureWorth(
  setup: ExerciseSetup,
  ground: ExerciseGround,
  measure: string,
  seeds: readonly number[],
  doctrine: DoctrineId,
): MeasureWorth {
  const score: Score = { setup: machineSetup(setup, doctrine), ground, commands: [], until: setup.to };
  const callers = new CallersOfSeeds(setup, ground);
  const others = setup.measures.filter((id) => id !== measure);
  const differences = seeds.map((seed) => {
    const [off, on] = [others, inOrder(ground.play, [...others, measure])].map((measures) =>
      outcomeOf(withMeasures(ofSeed(score, seed), measures), null, callers),
    );
    callers.forget(seed);
    return minus(on!, off!);
  });
  return worthOf(measure, differences);
}

const minus = (a: Settled, b: Settled): Settled => ({
  unrouted: a.unrouted - b.unrouted,
  neverServed: a.neverServed - b.neverServed,
});

function inOrder({ measures }: ExerciseGround['play'], ids: readonly string[]): string[] {
  return measures.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
}

function worthOf(measure: string, differences: readonly Settled[]): MeasureWorth {
  const unrouted = differences.map((each) => each.unrouted);
  const neverServed = differences.map((each) => each.neverServed);
  return {
    measure,
    evenings: differences.length,
    unrouted: mean(unrouted),
    error: standardError(unrouted),
    neverServed: mean(neverServed),
    neverServedError: standardError(neverServed),
  };
}
