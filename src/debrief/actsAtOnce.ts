import { CAUSES } from '../callflow/cause.ts';
import type { Exercise, ExerciseGround } from '../exercise/exercise.ts';
import { holding } from '../exercise/knowledge/knowledge.ts';
import { isSeat } from '../exercise/seat.ts';
import { MINUTE, clock } from '../kernel/time.ts';
import type { ActSpec, DoctrineId, EffectSpec } from '../scenario/play/types.ts';
import { TRUST_STEPS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { isFailure } from './buildDebrief.ts';
import { counted } from './counted.ts';
import type { ChoiceGround, ChoiceVerdict } from './choiceTests.ts';
import type { VerdictRow } from './debriefModel.ts';
import { ghostSetup, machineSetup, opened } from './ghost.ts';
import { milestoneRows } from './milestoneRows.ts';
import { actCommand, once, playPolicy } from './policies.ts';
import type { Policy } from './policies.ts';
import type { CallersOfSeeds, Score } from './rerun.ts';
import type { Tally } from './tally.ts';
import type { Truth } from './truth.ts';
import { truthOf } from './truthOf.ts';
import { heldBy, ofSeed, withoutRule } from './variants.ts';
import { verdictRows } from './verdicts.ts';
import { ownAreas } from './verdictsOfPublic.ts';

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
  /** As far as they were needed: after one that spares as many calls there are no more. */
  readonly later: readonly Looked[];
  readonly never: Looked;
}

/** As headline figures weigh: a person never served counts as six attempts. */
const PEOPLE_WEIGHT = 6;
const WILLING: DoctrineId = 'willing-2021';
const AT_ONCE = clock('16:46');
const LATER = [20, 45, 90].map((minutes) => minutes * MINUTE);

/**
 * The act at the hours it is compared at, on one evening, until one of them spares as many calls: the others could tell
 * nothing more. Null when it was never allowed.
 */
export function actAtOnce(
  { setup, ground }: ChoiceGround,
  spec: ActSpec,
  seed: number,
  evening: EveningOfActs,
): ActAtOnce | null {
  const { seat, id } = spec;
  const command = actCommand(ground, spec);
  if (!isSeat(seat) || command.type !== 'act') return null;
  const blank: Score = { setup: machineSetup(setup, 'as-in-2021'), ground, commands: [], until: setup.to };
  const held = heldBy(ofSeed(blank, seed), seat, WILLING);
  const rules = ground.play.doctrines
    .filter((doctrine) => doctrine.id === WILLING && doctrine.seat === seat)
    .flatMap((doctrine) => doctrine.rules)
    .filter(({ act }) => act === id);
  const score = rules.reduce((sum, rule) => withoutRule(sum, rule.id), held);
  const played = (policy: Policy): Exercise => {
    const exercise = opened(score.setup, score.ground, evening.callers.of(seed));
    playPolicy(exercise, seat, policy, setup.to);
    return exercise;
  };
  const idle = (acts: readonly ActSpec[]): IdleEvening => {
    const { policy, allowedAt } = watching(ground, acts);
    const looked = lookedAt(played(policy), seat, evening);
    return { looked, allowedAt };
  };
  const { looked: never, allowedAt } =
    rules.length > 0
      ? idle([spec])
      : (evening.idle[seat] ??= idle(ground.play.acts.filter((act) => act.seat === seat)));
  const at = allowedAt.get(id);
  if (at === undefined) return null;
  const now = lookedAt(played(once(command, AT_ONCE)), seat, evening);
  const later: Looked[] = [];
  const row = { act: id, now, later, never };
  for (const minutes of LATER) {
    if (!sparesMost(row)) return row;
    later.push(lookedAt(played(once(command, at + minutes)), seat, evening));
  }
  const informed = sparesMost(row) ? onceInformed(spec, once(command, AT_ONCE)) : null;
  if (informed === null) return row;
  const then = played(informed);
  const begun = then.actsOf(seat, id)[0]?.begunAt;
  // Whoever knew enough at once was informed at once.
  if (begun !== undefined && begun > at) later.push(lookedAt(then, seat, evening));
  return row;
}

/** Asks for nothing, and notes when each act is first allowed, from the hour at which it would be done at once. */
function watching(
  ground: ExerciseGround,
  acts: readonly ActSpec[],
): { readonly policy: Policy; readonly allowedAt: ReadonlyMap<string, number> } {
  const allowedAt = new Map<string, number>();
  let left = acts.map((spec) => ({ id: spec.id, command: actCommand(ground, spec) }));
  const next: Policy['next'] = (exercise, seat) => {
    if (exercise.now < AT_ONCE) return [];
    left = left.filter(({ id, command }) => {
      if (exercise.check(seat, command) !== null) return true;
      allowedAt.set(id, exercise.now);
      return false;
    });
    return [];
  };
  return { policy: { id: 'watching', next }, allowedAt };
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

/** The exercise as its debrief shows it, to those who compare it with others of the same evening. */
function lookedAt(exercise: Exercise, seat: SeatId, { ghost }: EveningOfActs): Looked {
  const tonight = counted(exercise, true);
  const { counts, byCause } = tonight.tally;
  const truth = truthOf(exercise, tonight.evening);
  const verdicts = verdictRows({
    exercise,
    ghost: ghost.exercise,
    tonight: tonight.tally,
    ghostTally: ghost.tally,
    truth,
    ghostTruth: ghost.truth,
    milestones: milestoneRows(exercise, truth),
    own: ownAreas(exercise),
  });
  const failed = CAUSES.filter(isFailure).reduce((sum, cause) => sum + byCause[cause], 0);
  return {
    calls: failed + PEOPLE_WEIGHT * counts.neverServed,
    seriousDelayed: counts.seriousHigh,
    ordinaryRefused: counts.ordinaryRefused,
    trustLost: Object.values(exercise.trust).reduce((sum, step) => sum + TRUST_STEPS.indexOf(step), 0),
    grades: verdicts.filter((row) => row.seat === seat).map(({ grade }) => grade),
  };
}

const TOUCHING: readonly EffectSpec['op'][] = ['order', 'callOff', 'capacity', 'presence', 'machine'];

/** Acts that touch the calls or the organisations: the others can win nothing by themselves. */
export function actsThatMatter({ play }: ExerciseGround): ActSpec[] {
  return play.acts.filter(
    ({ seat, effects }) => isSeat(seat) && effects.some(({ op }) => TOUCHING.includes(op)),
  );
}

/** An evening on which nobody does an act of a seat, and when each could first have been done. */
interface IdleEvening {
  readonly looked: Looked;
  readonly allowedAt: ReadonlyMap<string, number>;
}

/** What all acts of one evening are compared with: who calls, and the evening of 2021 beside it. */
export interface EveningOfActs {
  readonly callers: CallersOfSeeds;
  readonly ghost: { readonly exercise: Exercise; readonly tally: Tally; readonly truth: Truth };
  /** By seat, of acts that its people do not do by themselves: made once, when first asked for. */
  readonly idle: Partial<Record<SeatId, IdleEvening>>;
}

export function eveningOf(
  { setup, ground }: ChoiceGround,
  seed: number,
  callers: CallersOfSeeds,
): EveningOfActs {
  const { setup: seeded } = ofSeed({ setup, ground, commands: [], until: setup.to }, seed);
  const exercise = opened(ghostSetup(seeded), ground, callers.of(seed));
  exercise.runTo(setup.to);
  const { tally, evening } = counted(exercise, true);
  return { callers, ghost: { exercise, tally, truth: truthOf(exercise, evening) }, idle: {} };
}

/** Share of the evenings in which an act may be best at once. */
export const MOST_AT_ONCE = 0.85;
/**
 * Shares of an evening's figure that are no difference. They set ties aside and do not bound chance: of acts that give no
 * order to network nor rooms, 57 % of 164 comparisons between two hours (seeds 1 and 2) differ by nothing, one in four by
 * more than 0.6 %, one in ten by more than 1.7 %, since machines told at another minute repair at another. Chance is kept
 * out by the number of evenings.
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
