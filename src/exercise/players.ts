import { PURPOSE } from '../callflow/purpose.ts';
import { Draws } from '../kernel/threefry.ts';
import { clock, MINUTE } from '../kernel/time.ts';
import type { DoctrineId, RuleSpec } from '../scenario/play/types.ts';
import type { FactType } from '../scenario/play/vocabulary.ts';
import type { Exercise } from './exercise.ts';
import { holding } from './knowledge.ts';
import type { HolderId } from './seat.ts';
import { HOLDERS, tradeOf } from './seat.ts';

/** What shortened a machine's delay. */
export type OpenDoor =
  | { readonly kind: 'fact'; readonly fact: FactType }
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'authority'; readonly authority: string };

/** Why a machine acted, in data: the rule, what it rested on, and what shortened its delay. */
export interface Reason {
  readonly seat: HolderId;
  readonly at: number;
  readonly rule: string;
  readonly act: string;
  /** Number of the act in the exercise. */
  readonly began: number;
  /** Key under `play:why`: what made the rule's condition hold. */
  readonly why: 'holds' | 'tags' | 'after' | 'time' | 'measure';
  readonly facts: readonly FactType[];
  readonly tags: readonly string[];
  readonly after: readonly string[];
  readonly measure: string | null;
  readonly rests: readonly number[];
  readonly doors: readonly OpenDoor[];
}

/** Where a machine stands with its rules: plain JSON. */
export interface PlayerState {
  readonly doctrine: DoctrineId;
  /** By rule: since when its condition holds, -1 when it does not; whether it was followed. */
  readonly since: number[];
  readonly done: number[];
  /** By rule: the hour it last asked to be woken at, -1 before. */
  readonly wake: number[];
}

/** People were missing: look again this much later. */
const RETRY = 2 * MINUTE;

interface Rule {
  readonly spec: RuleSpec<string>;
  readonly measure: string | null;
  readonly from: number;
}

/** Rules a machine of that doctrine follows in a holder's place: its own, then those that measures add. */
function rulesOf({ ground, preparedness }: Exercise, holder: HolderId, doctrine: DoctrineId): Rule[] {
  const trade = tradeOf(holder);
  const { doctrines, operators } = ground.play;
  const lists: readonly { id: DoctrineId; seat: string; rules: readonly RuleSpec<string>[] }[] =
    trade === 'operators' ? operators.doctrines : doctrines;
  const own = lists.find(({ id, seat }) => id === doctrine && seat === trade)?.rules ?? [];
  const added = preparedness.rules.filter(({ rule }) => rule.seat === trade);
  return [
    ...own.map((spec) => ({ spec, measure: null })),
    ...added.map(({ rule, measure }) => ({ spec: rule, measure })),
  ].map((rule) => ({
    ...rule,
    from: rule.spec.when.from === undefined ? 0 : clock(rule.spec.when.from),
  }));
}

/**
 * A machine in a seat: follows the rules of its doctrine on what its seat holds, is and has, and on nothing else. It
 * acts through the same commands as a person, and keeps the reason of each.
 */
export class MachinePlayer {
  readonly holder: HolderId;
  readonly state: PlayerState;
  private readonly rules: readonly Rule[];
  private readonly draws: Draws;

  constructor(exercise: Exercise, holder: HolderId, doctrine: DoctrineId, state?: PlayerState) {
    this.holder = holder;
    this.rules = rulesOf(exercise, holder, doctrine);
    this.draws = new Draws(exercise.setup.seed);
    this.state = state ?? {
      doctrine,
      since: this.rules.map(() => -1),
      done: this.rules.map(() => 0),
      wake: this.rules.map(() => -1),
    };
  }

  /** Takes the seat: rules that wait for an hour are looked at when it comes. */
  enrol(exercise: Exercise): void {
    for (const { from } of this.rules)
      if (from > exercise.now) exercise.schedule.add(from, { kind: 'think', seat: this.holder });
    exercise.touch(this.holder);
  }

  /** Considers every rule at the exercise's present minute: acts on those whose time has come, notes when to think again. */
  think(exercise: Exercise): void {
    const { now } = exercise;
    const { since, done } = this.state;
    this.rules.forEach((rule, index) => {
      if (done[index] !== 0) return;
      if (now < rule.from || !this.holds(exercise, rule.spec)) {
        since[index] = -1;
        return;
      }
      if (since[index]! < 0) since[index] = now;
      const { at, doors } = this.dueAt(exercise, rule.spec, index);
      if (at > now) this.thinkAt(exercise, index, at);
      else this.follow(exercise, rule, index, doors);
    });
  }

  private follow(exercise: Exercise, rule: Rule, index: number, doors: readonly OpenDoor[]): void {
    const { spec } = rule;
    const rests = (exercise.actSpec(spec.act)?.restsOn ?? []).flatMap((fact) => {
      const held = holding(exercise.knowledge, this.holder, fact);
      return held ? [held.statement] : [];
    });
    const refusal = exercise.apply(this.holder, { type: 'act', act: spec.act, args: spec.args ?? {}, rests });
    if (refusal === null) {
      this.state.done[index] = 1;
      const { holds = [], tags = [], after = [] } = spec.when;
      exercise.reasons.push({
        seat: this.holder,
        at: exercise.now,
        rule: spec.id,
        act: spec.act,
        began: exercise.acts.length - 1,
        why: whyOf(rule),
        facts: holds,
        tags,
        after,
        measure: rule.measure,
        rests,
        doors,
      });
    } else if (refusal.code === 'people' || refusal.code === 'underWay' || refusal.code === 'means') {
      this.thinkAt(exercise, index, exercise.now + RETRY);
    } else this.state.done[index] = 1;
  }

  /** Asks to be woken, once: an hour already asked for is not asked for again. */
  private thinkAt(exercise: Exercise, index: number, at: number): void {
    if (this.state.wake[index] === at) return;
    this.state.wake[index] = at;
    exercise.schedule.add(at, { kind: 'think', seat: this.holder });
  }

  private holds(exercise: Exercise, { when }: RuleSpec<string>): boolean {
    const tags = exercise.tagsOf(this.holder);
    return (
      (when.tags ?? []).every((tag) => tags.has(tag)) &&
      !(when.lacksTags ?? []).some((tag) => tags.has(tag)) &&
      (when.holds ?? []).every((fact) => holding(exercise.knowledge, this.holder, fact) !== undefined) &&
      (when.after ?? []).every((id) =>
        exercise.actsOf(this.holder, id).some((act) => act.ended && !act.stopped),
      )
    );
  }

  /** The delay runs from the moment the condition held; an open door shortens what it is a share of. */
  private dueAt(
    exercise: Exercise,
    rule: RuleSpec<string>,
    index: number,
  ): { at: number; doors: readonly OpenDoor[] } {
    this.draws.draw(index, PURPOSE.machine, HOLDERS.indexOf(this.holder));
    const drawn = Math.max(0, rule.delay + (this.draws.u0 * 2 - 1) * rule.spread);
    let factor = 1;
    const doors: OpenDoor[] = [];
    for (const door of rule.doors) {
      const open = this.opened(exercise, door, this.state.since[index]!);
      if (open === null) continue;
      doors.push(open);
      factor = Math.min(factor, door.factor);
    }
    return { at: this.state.since[index]! + Math.floor(drawn * factor * MINUTE), doors };
  }

  /**
   * A door is open once the fact is held, somebody of another side has asked or rung since the condition holds, a
   * liaison has come, the duty director has been reached, or the one whose request counts has asked since.
   */
  private opened(
    exercise: Exercise,
    door: RuleSpec<string>['doors'][number],
    since: number,
  ): OpenDoor | null {
    const { fact, person, authority } = door;
    if (fact !== undefined && holding(exercise.knowledge, this.holder, fact) !== undefined)
      return { kind: 'fact', fact };
    const contacts = exercise.contacts[this.holder];
    const by = (names: readonly string[]): boolean => names.some((name) => (contacts[name] ?? -1) >= since);
    const signed = exercise.authorities[this.holder];
    const reached =
      (person === 'counterpart' && by(COUNTERPARTS)) ||
      (person === 'liaison' && contacts['liaison'] !== undefined) ||
      (person === 'dutyDirector' && signed.some((each) => each === 'head' || each === 'direction'));
    if (person !== undefined && reached) return { kind: 'person', person };
    return authority !== undefined && by(ASKED_BY[authority] ?? [authority])
      ? { kind: 'authority', authority }
      : null;
  }
}

/** Sides whose call counts as somebody's: not the press nor the vendor, who ask for nothing of the kind. */
const COUNTERPARTS: readonly string[] = HOLDERS;
/** Who speaks for an authority. */
const ASKED_BY: Readonly<Record<string, readonly string[]>> = {
  prefect: ['prefects'],
  minister: ['ministry'],
  head: ['direction'],
};

function whyOf({ measure, spec: { when } }: Rule): Reason['why'] {
  if (measure !== null) return 'measure';
  if ((when.holds ?? []).length > 0) return 'holds';
  if ((when.after ?? []).length > 0) return 'after';
  return (when.tags ?? []).length > 0 ? 'tags' : 'time';
}
