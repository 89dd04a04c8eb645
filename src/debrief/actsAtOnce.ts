import type { Exercise, ExerciseGround } from '../exercise/exercise.ts';
import { holding } from '../exercise/knowledge.ts';
import { isSeat } from '../exercise/seat.ts';
import { MINUTE, clock } from '../kernel/time.ts';
import type { ActSpec } from '../scenario/play/types.ts';
import { TRUST_STEPS } from '../scenario/play/vocabulary.ts';
import { buildDebrief } from './buildDebrief.ts';
import type { ChoiceGround, ChoiceVerdict } from './choiceTests.ts';
import type { VerdictRow } from './debriefModel.ts';
import { ghostSetup, machineSetup, opened } from './ghost.ts';
import { actCommand, once, playPolicy } from './policies.ts';
import type { Policy } from './policies.ts';
import type { CallersOfSeeds, Score } from './rerun.ts';
import { heldBy, ofSeed, withoutRule } from './variants.ts';

/**
 * The dominance test (exercise rules §5): no act is best done at once in more than 85 % of the evenings.
 *
 * An evening is played by machines as in 2021, the seat of the act by one of 2021 with willing people that never does it by
 * itself. The act is begun at once (from 16:46, as soon as its means, people and signature are there, whatever is known),
 * twenty, forty-five and ninety minutes after that, when the seat first holds all that an informed person would rest it on,
 * and never. Each of these evenings is looked at through its debrief.
 *
 * At once is best on an evening when it spares calls against every one of the others, never included, by more than
 * `LEAST_GAIN`; and when, against none of the later ones, the debrief shows anything else of the seat's worse for it: more
 * serious calls delayed, more ordinary calls refused, trust lost, a goal of the seat or its pull judged a grade lower. A tie
 * is no win, and an act that cannot begin, or that changes nothing, never wins. What an act costs whenever it is done is not
 * held against its hour, only against doing it without need: that is what "never" compares, by calls alone.
 */
export interface Looked {
  /** Attempts that nobody answered, whatever the reason, and people never served, weighed: lower is better. */
  readonly calls: number;
  readonly seriousDelayed: number;
  readonly ordinaryRefused: number;
  readonly trustLost: number;
  /** Of the seat's goals and pull, in the catalogue's order. */
  readonly grades: readonly VerdictRow['grade'][];
}

/** An act tried alone on one evening. */
export interface ActAtOnce {
  readonly act: string;
  readonly now: Looked;
  readonly later: readonly Looked[];
  readonly never: Looked;
}

/** As headline figures weigh: a person never served counts as six attempts. */
const PEOPLE_WEIGHT = 6;
const AT_ONCE = clock('16:46');
const LATER = [20, 45, 90].map((minutes) => minutes * MINUTE);

/** The act at every hour it is compared at, on one evening. Null when it was never allowed. */
export function actAtOnce(
  { setup, ground }: ChoiceGround,
  spec: ActSpec,
  seed: number,
  { callers, ghost }: { readonly callers: CallersOfSeeds; readonly ghost: Exercise },
): ActAtOnce | null {
  const { seat } = spec;
  const rules = ground.play.doctrines
    .flatMap((doctrine) => doctrine.rules)
    .filter(({ act }) => act === spec.id);
  const blank: Score = { setup: machineSetup(setup, 'as-in-2021'), ground, commands: [], until: setup.to };
  const held = heldBy(ofSeed(blank, seed), seat, 'willing-2021');
  const score = rules.reduce((sum, { id }) => withoutRule(sum, id), held);
  const command = actCommand(ground, spec);
  if (command.type !== 'act') return null;
  const tried = (policy: Policy): { readonly looked: Looked; readonly at: number | null } => {
    const exercise = opened(score.setup, score.ground, callers.of(seed));
    playPolicy(exercise, seat, policy, setup.to);
    return {
      looked: lookedAt(exercise, spec, ghost),
      at: exercise.actsOf(seat, spec.id)[0]?.begunAt ?? null,
    };
  };
  const now = tried(once(command, AT_ONCE));
  const { at } = now;
  if (at === null) return null;
  const later = LATER.map((minutes) => tried(once(command, at + minutes)).looked);
  const informed = onceInformed(spec, once(command, AT_ONCE));
  if (informed !== null) {
    const then = tried(informed);
    // Whoever knew enough at once was informed at once.
    if (then.at !== null && then.at > at) later.push(then.looked);
  }
  return { act: spec.id, now: now.looked, later, never: tried(once(command, Infinity)).looked };
}

/** The policy once the seat holds a fact of every type that the act rests on; null when it rests on none. */
function onceInformed({ restsOn }: ActSpec, policy: Policy): Policy | null {
  if (restsOn.length === 0) return null;
  return {
    id: `${policy.id}.informed`,
    next: (exercise, seat) =>
      restsOn.every((fact) => holding(exercise.knowledge, seat, fact) !== undefined)
        ? policy.next(exercise, seat)
        : [],
  };
}

function lookedAt(exercise: Exercise, { seat }: ActSpec, ghost: Exercise): Looked {
  const { counts, losses, verdicts } = buildDebrief(exercise, { ghost });
  const lost = losses.byCause.reduce((sum, { tonight }) => sum + tonight, 0);
  return {
    calls: lost + PEOPLE_WEIGHT * counts.neverServed,
    seriousDelayed: counts.seriousHigh,
    ordinaryRefused: counts.ordinaryRefused,
    trustLost: Object.values(exercise.trust).reduce((sum, step) => sum + TRUST_STEPS.indexOf(step), 0),
    grades: verdicts.filter((row) => row.seat === seat).map(({ grade }) => grade),
  };
}

/** Acts that touch the calls or the organisations: the others can win nothing by themselves. */
export function actsThatMatter({ play }: ExerciseGround): ActSpec[] {
  return play.acts.filter(
    ({ seat, effects }) =>
      isSeat(seat) && effects.some(({ op }) => op === 'order' || op === 'capacity' || op === 'machine'),
  );
}

/** What every act of one evening is compared with: who calls, and the evening of 2021 beside it. */
export function eveningOf(
  { setup, ground }: ChoiceGround,
  seed: number,
  callers: CallersOfSeeds,
): { readonly callers: CallersOfSeeds; readonly ghost: Exercise } {
  const { setup: seeded } = ofSeed({ setup, ground, commands: [], until: setup.to }, seed);
  const ghost = opened(ghostSetup(seeded), ground, callers.of(seed));
  ghost.runTo(setup.to);
  return { callers, ghost };
}

/** Share of the evenings in which an act may be best at once. */
export const MOST_AT_ONCE = 0.85;
/**
 * Shares of an evening's figure that are no difference. Orders moved by minutes move a few callers from one luck to
 * another: acts that touch no call differ by so much between one hour and another.
 */
const LEAST_GAIN = 0.0025;
const LEAST_LOSS = 0.01;

const GRADES: readonly VerdictRow['grade'][] = ['missed', 'partly', 'met'];

/** Whether the debrief shows anything of the seat's worse than in the other, calls apart. */
function isWorse(one: Looked, other: Looked): boolean {
  const more = (figure: (looked: Looked) => number): boolean =>
    figure(one) > figure(other) * (1 + LEAST_LOSS);
  const lower = one.grades.some((grade, i) => {
    const than = other.grades[i]!;
    // What was not judged is not worse.
    return grade !== 'unknown' && than !== 'unknown' && GRADES.indexOf(grade) < GRADES.indexOf(than);
  });
  return (
    lower ||
    one.trustLost > other.trustLost ||
    more(({ seriousDelayed }) => seriousDelayed) ||
    more(({ ordinaryRefused }) => ordinaryRefused)
  );
}

function sparesMost({ now, later, never }: ActAtOnce): boolean {
  const least = LEAST_GAIN * never.calls;
  return [...later, never].every(({ calls }) => now.calls + least <= calls);
}

/** The dominance test of each act over the evenings on which it could be done; beside it, by calls alone. */
export function judgedActs(tried: readonly ActAtOnce[]): ChoiceVerdict[] {
  const acts = [...new Set(tried.map(({ act }) => act))];
  return acts.map((act) => {
    const rows = tried.filter((row) => row.act === act);
    const spares = rows.filter(sparesMost);
    const best = spares.filter(({ now, later }) => !later.some((each) => isWorse(now, each)));
    const figure = best.length / rows.length;
    const second = spares.length / rows.length;
    return { test: 'dominance', subject: act, figure, second, passes: figure <= MOST_AT_ONCE };
  });
}
