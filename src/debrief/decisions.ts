import type { Act } from '../exercise/acts/acts.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { LogLine } from '../exercise/log/logFormat.ts';
import { isSeat } from '../exercise/seat.ts';
import { MINUTE } from '../kernel/time.ts';
import type { ActSpec, RuleSpec } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { DecisionRow } from './debriefModel.ts';
import { jumpedWithin, jumpsOf } from './jumps.ts';
import type { Jump } from './jumps.ts';
import type { HeldFact } from './heldFacts.ts';
import { whyOf } from './machineWhy.ts';
import { Occupation } from './occupation.ts';
import { heldFor, rested } from './restedOn.ts';
import { WallClock } from './wallClock.ts';

/** What decisions are read from: the exercise, and what its log tells of its people's time. */
interface Sources {
  readonly exercise: Exercise;
  readonly lines: readonly LogLine[];
  readonly occupation: Occupation;
  readonly wall: WallClock;
  readonly jumps: readonly Jump[];
}

/** Every act of the four seats, with what its author held or lacked then, and where the time went before it. */
export function decisionRows(exercise: Exercise, lines: readonly LogLine[]): DecisionRow[] {
  const sources: Sources = {
    exercise,
    lines,
    occupation: new Occupation(exercise),
    wall: new WallClock(lines),
    jumps: jumpsOf(lines),
  };
  return exercise.acts.flatMap((act) => {
    const spec = exercise.actSpec(act.spec);
    if (!isSeat(act.seat) || spec === undefined) return [];
    return [rowOf(sources, act, act.seat, spec)];
  });
}

function rowOf(sources: Sources, act: Act, seat: SeatId, spec: ActSpec<string>): DecisionRow {
  const { exercise, lines } = sources;
  const at = act.begunAt;
  const reason = exercise.reasons.find(({ began }) => began === act.id);
  const rests = [...new Set(act.rests.map((statement) => exercise.knowledge.statements[statement]!.type))];
  const held = spec.restsOn.flatMap((fact) => heldFor(exercise, seat, act, fact).slice(0, 1));
  const missing = spec.restsOn.filter((fact) => !held.some((each) => each.fact === fact));
  const since = [...new Set([...spec.restsOn, ...rests])].flatMap((fact) =>
    rested(exercise, heldFor(exercise, seat, act, fact), at),
  );
  const command = commandOf(exercise, act, lines);
  return {
    act: act.id,
    spec: act.spec,
    seat,
    by:
      reason !== undefined
        ? 'machine'
        : command === undefined && letPass(exercise, act)
          ? 'nobody'
          : 'person',
    choice: act.choice ?? null,
    at,
    underWay: !act.ended && !act.stopped,
    rests,
    missing,
    heldSince: since,
    why: reason === undefined ? null : whyOf(reason, whenOf(exercise, reason.rule)),
    text: command?.body.type === 'act' ? (command.body.why ?? '') : '',
    delay: delayOf(sources, act, spec, held, command?.wall ?? null),
  };
}

/** What a rule asks for; nothing when a measure brought it, whose name says why. */
function whenOf({ ground: { play } }: Exercise, rule: string): RuleSpec<string>['when'] {
  for (const { rules } of play.doctrines) {
    const found = rules.find(({ id }) => id === rule);
    if (found !== undefined) return found.when;
  }
  return {};
}

/** Whether an act followed from a choice that its seat let pass: nobody decided it. */
function letPass(exercise: Exercise, act: Act): boolean {
  return exercise.choices.some(({ dilemma, seat, state, option, decidedAt }) => {
    if (seat !== act.seat || state !== 'ignored' || decidedAt === null || act.begunAt < decidedAt)
      return false;
    const spec = exercise.ground.play.dilemmas.find(({ id }) => id === dilemma);
    return spec?.options.some(({ id, acts }) => id === option && acts.includes(act.spec)) === true;
  });
}

/** The log's line that began an act: the act itself, or the option it is part of. */
function commandOf(
  exercise: Exercise,
  act: Act,
  lines: readonly LogLine[],
): Extract<LogLine, { line: 'command' }> | undefined {
  for (const line of lines) {
    if (line.line !== 'command' || line.by !== act.seat || line.at !== act.begunAt) continue;
    const { body } = line;
    if (body.type === 'act' && body.act === act.spec) return line;
    if (body.type !== 'choose') continue;
    const dilemma = exercise.ground.play.dilemmas.find(({ id }) => id === body.dilemma);
    if (dilemma?.options.some(({ id, acts }) => id === body.option && acts.includes(act.spec))) return line;
  }
  return undefined;
}

/**
 * The time from the trigger (or from the end of the same act before it, or from the choice that it answers) to a
 * decision, cut in parts that follow one another: until the facts it rests on lay on the desk; until they were read; then
 * minutes in which its people were taken; the rest is deliberation. What a person jumped over was neither reading nor
 * deliberation. Facts that never came count as not there for the whole time only when none came.
 */
function delayOf(
  { exercise, occupation, wall, ...log }: Sources,
  act: Act,
  spec: ActSpec<string>,
  held: readonly HeldFact[],
  decidedWall: number | null,
): DecisionRow['delay'] {
  const at = act.begunAt;
  const jumps = exercise.isPerson(act.seat) ? log.jumps : [];
  const earlier = exercise.acts.filter(
    (other) => other.seat === act.seat && other.spec === act.spec && other.id < act.id,
  );
  const asked = exercise.choices.filter(({ seat, dilemma }) => seat === act.seat && dilemma === act.choice);
  const start = Math.min(
    at,
    Math.max(
      exercise.evening.spec.clock.trigger,
      ...earlier.map(({ endsAt }) => endsAt),
      ...asked.map(({ openedAt }) => openedAt),
    ),
  );
  const uninformed = held.length === 0 && spec.restsOn.length > 0;
  const within = (time: number): number => Math.min(at, Math.max(start, time));
  const arrived = uninformed ? at : within(Math.max(start, ...held.map((fact) => fact.arrived)));
  const read = uninformed
    ? at
    : Math.max(arrived, within(Math.max(start, ...held.map((fact) => fact.since))));
  const busy = occupation.lacking(act.seat, spec.needs.pool, spec.needs.people, read, at);
  const real = decidedWall === null ? null : wall.since(read, decidedWall);
  const passedUnread = lengthOf(jumpedWithin(jumps, arrived, read));
  const passedFree = jumpedWithin(jumps, read, at).reduce(
    (sum, { from, to }) =>
      sum + to - from - occupation.lacking(act.seat, spec.needs.pool, spec.needs.people, from, to),
    0,
  );
  return {
    absent: (arrived - start) / MINUTE,
    unread: (read - arrived - passedUnread) / MINUTE,
    busy: busy / MINUTE,
    jumped: (passedUnread + passedFree) / MINUTE,
    deliberation: (at - read - busy - passedFree) / MINUTE,
    real: real === null ? null : real / MINUTE,
  };
}

const lengthOf = (jumps: readonly Jump[]): number => jumps.reduce((sum, { from, to }) => sum + to - from, 0);
