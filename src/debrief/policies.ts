import type { CommandBody } from '../exercise/commands.ts';
import type { Exercise, ExerciseGround } from '../exercise/exercise.ts';
import { holding } from '../exercise/knowledge/knowledge.ts';
import { MINUTE, clock } from '../kernel/time.ts';
import type { ActSpec, RuleSpec } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

/**
 * A way of playing a seat: what it asks for when it looks up from its desk, every `POLICY_STEP`. It goes through the
 * same commands as a person, reads what arrives, and may be refused.
 */
export interface Policy {
  readonly id: string;
  readonly next: (exercise: Exercise, seat: SeatId) => readonly CommandBody[];
}

export const POLICY_STEP = 2 * MINUTE;

/** Plays an exercise to `until` with a policy in a seat that a person holds. */
export function playPolicy(exercise: Exercise, seat: SeatId, policy: Policy, until: number): void {
  for (let at = exercise.now; at < until; at += POLICY_STEP) {
    exercise.runTo(at);
    for (const message of exercise.messages)
      if (message.arrivedAt[seat] !== undefined && message.readAt[seat] === undefined)
        exercise.apply(seat, { type: 'read', message: message.id });
    for (const body of policy.next(exercise, seat)) exercise.apply(seat, body);
  }
  exercise.runTo(until);
}

/** The act as the first rule that does it would do it, or with the commonest arguments. */
export function actCommand(ground: ExerciseGround, spec: ActSpec): CommandBody {
  const rule = ground.play.doctrines
    .flatMap(({ rules }) => rules)
    .find((each) => each.act === spec.id && each.args !== undefined);
  // What the act's own order says by default is left to it.
  const own = spec.effects.flatMap((effect) => (effect.op === 'order' ? Object.keys(effect.args) : []));
  const asked = spec.asks.filter(
    ({ name, kind, required }) => kind in USUAL && (required === true || !own.includes(name)),
  );
  const args =
    rule?.args ??
    Object.fromEntries(asked.map(({ name, kind }) => [name, USUAL[kind as keyof typeof USUAL]]));
  return { type: 'act', act: spec.id, args, rests: [] };
}

const USUAL = { servers: 'all', areas: 'all', number: '15', origin: 'mobile', wording: 'any', share: 0.3 };

/** Every act that is allowed, at once, all the time; and the first way of every choice. */
export const GREEDY: Policy = {
  id: 'greedy',
  next: (exercise, seat) => {
    const { play } = exercise.ground;
    const choices = exercise.choices.flatMap((choice): CommandBody[] => {
      const spec = play.dilemmas.find(({ id }) => id === choice.dilemma);
      if (choice.seat !== seat || choice.state !== 'open' || spec === undefined) return [];
      return [{ type: 'choose', dilemma: choice.dilemma, option: spec.options[0]!.id }];
    });
    const acts = play.acts.filter((act) => act.seat === seat).map((act) => actCommand(exercise.ground, act));
    return [...choices, ...acts];
  },
};

/** One act, once, from `from` on, as soon as it is allowed. */
export function once(command: CommandBody & { readonly type: 'act' }, from: number): Policy {
  return {
    id: `once.${command.act}`,
    next: (exercise, seat) =>
      exercise.now < from || exercise.actsOf(seat, command.act).length > 0 ? [] : [command],
  };
}

type Group = ActSpec['group'];

/** A careful person begins one act at a look from this hour on; before this one they do not wait for the book's hours. */
const FROM = clock('16:46');
const FREE_UNTIL = clock('18:30');

/**
 * A careful person who does what the book does, on what the book waits for, one thing at each look, but in an order of
 * their own: the first groups first.
 */
export function ordered(id: string, order: readonly Group[]): Policy {
  return {
    id,
    next: (exercise, seat) => {
      if (exercise.now < FROM) return [];
      const { play } = exercise.ground;
      const rules =
        play.doctrines.find((each) => each.id === 'by-the-book' && each.seat === seat)?.rules ?? [];
      const ready = rules.flatMap((rule) => {
        const spec = play.acts.find(({ id: act }) => act === rule.act);
        const times = rules.filter((each) => each.act === rule.act).length;
        return spec !== undefined && wanted(exercise, seat, rule, spec, times) ? [{ rule, spec }] : [];
      });
      const first = ready
        .toSorted((a, b) => order.indexOf(a.spec.group) - order.indexOf(b.spec.group))
        .find(({ rule }) => exercise.check(seat, commandOf(rule)) === null);
      return first === undefined ? [] : [commandOf(first.rule)];
    },
  };
}

function commandOf({ act, args = {} }: RuleSpec): CommandBody {
  return { type: 'act', act, args, rests: [] };
}

/** The book waits for it no more, and it was done fewer times than the book does it. */
function wanted(exercise: Exercise, seat: SeatId, { when }: RuleSpec, spec: ActSpec, times: number): boolean {
  if (exercise.actsOf(seat, spec.id).length >= times) return false;
  const from = when.from === undefined ? 0 : clock(when.from);
  if (from >= FREE_UNTIL && exercise.now < from) return false;
  const tags = exercise.tagsOf(seat);
  return (
    (when.tags ?? []).every((tag) => tags.has(tag)) &&
    !(when.lacksTags ?? []).some((tag) => tags.has(tag)) &&
    (when.holds ?? []).every((fact) => holding(exercise.knowledge, seat, fact) !== undefined) &&
    (when.after ?? []).every((id) =>
      exercise.actsOf(seat, id).some(({ ended, stopped }) => ended && !stopped),
    )
  );
}

/** Persons who would not begin by the same three acts. */
export const POLICIES: readonly Policy[] = [
  ordered('lookThenAct', ['look', 'repair', 'help', 'decide', 'tell']),
  ordered('lookThenTell', ['look', 'tell', 'decide', 'repair', 'help']),
  ordered('act', ['repair', 'help', 'decide', 'tell', 'look']),
  ordered('tell', ['tell', 'decide', 'look', 'help', 'repair']),
  ordered('helpThenLook', ['help', 'look', 'tell', 'repair', 'decide']),
];
