import { PURPOSE } from '../callflow/purpose.ts';
import { Draws } from '../kernel/threefry.ts';
import { clock, MINUTE } from '../kernel/time.ts';
import type { DoctrineId, RuleSpec } from '../scenario/play/types.ts';
import type { FactType } from '../scenario/play/vocabulary.ts';
import type { Exercise } from './exercise.ts';
import type { HolderId } from './seat.ts';
import { HOLDERS, tradeOf } from './seat.ts';
import { sightOf } from './sight.ts';
import type { Sight } from './sight.ts';

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
  /** Share of its delay that measures leave. */
  readonly prepared: number;
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
    prepared: preparedness.delays[rule.spec.act] ?? 1,
  }));
}

/**
 * A machine in a seat: follows the rules of its doctrine on what its seat holds, is and has, and on nothing else. It
 * acts through the same commands as a person, and keeps the reason of each.
 */
export class MachinePlayer {
  readonly holder: HolderId;
  readonly state: PlayerState;
  private readonly sight: Sight;
  private readonly rules: readonly Rule[];
  private readonly draws: Draws;

  constructor(exercise: Exercise, holder: HolderId, doctrine: DoctrineId, state?: PlayerState) {
    this.holder = holder;
    this.sight = sightOf(exercise, holder);
    this.rules = rulesOf(exercise, holder, doctrine);
    this.draws = new Draws(exercise.setup.seed);
    this.state = state ?? {
      doctrine,
      since: this.rules.map(() => -1),
      done: this.rules.map((rule, index) => (this.isDone(rule, index) ? 1 : 0)),
      wake: this.rules.map(() => -1),
    };
  }

  /** Who takes a seat over does not do again what was done before: as many times as it was, first rules first. */
  private isDone({ spec }: Rule, index: number): boolean {
    const earlier = this.rules.slice(0, index).filter((other) => other.spec.act === spec.act).length;
    return earlier < this.sight.timesBegun(spec.act);
  }

  /** Takes the seat: rules that wait for an hour are looked at when it comes. */
  enrol(): void {
    for (const { from } of this.rules) if (from > this.sight.now) this.sight.wakeAt(from);
  }

  /** Considers every rule now: acts on those whose time has come, notes when to think again. */
  think(reasons: Reason[]): void {
    const { now } = this.sight;
    const { since, done } = this.state;
    this.rules.forEach((rule, index) => {
      if (done[index] !== 0) return;
      if (now < rule.from || !this.holds(rule.spec)) {
        since[index] = -1;
        return;
      }
      if (since[index]! < 0) since[index] = now;
      const { at, doors } = this.dueAt(rule, index);
      if (at > now) this.thinkAt(index, at);
      else this.follow(rule, index, doors, reasons);
    });
  }

  private follow(rule: Rule, index: number, doors: readonly OpenDoor[], reasons: Reason[]): void {
    const { spec, measure } = rule;
    const rests = this.sight.restsOf(spec.act);
    const refusal = this.sight.command({ type: 'act', act: spec.act, args: spec.args ?? {}, rests });
    if (refusal === null) {
      this.state.done[index] = 1;
      const { holds = [], tags = [], after = [] } = spec.when;
      reasons.push({
        seat: this.holder,
        at: this.sight.now,
        rule: spec.id,
        act: spec.act,
        began: this.sight.lastBegun(),
        why: whyOf(rule),
        facts: holds,
        tags,
        after,
        measure,
        rests,
        doors,
      });
    } else if (refusal.code === 'people' || refusal.code === 'underWay' || refusal.code === 'means') {
      this.thinkAt(index, this.sight.now + RETRY);
    } else this.state.done[index] = 1;
  }

  /** Asks to be woken, once: an hour already asked for is not asked for again. */
  private thinkAt(index: number, at: number): void {
    if (this.state.wake[index] === at) return;
    this.state.wake[index] = at;
    this.sight.wakeAt(at);
  }

  private holds({ when }: RuleSpec<string>): boolean {
    const { sight } = this;
    const { tags } = sight;
    return (
      (when.tags ?? []).every((tag) => tags.has(tag)) &&
      !(when.lacksTags ?? []).some((tag) => tags.has(tag)) &&
      (when.holds ?? []).every((fact) => sight.holds(fact)) &&
      (when.after ?? []).every((act) => sight.hasDone(act))
    );
  }

  /**
   * The delay runs from the moment the condition held; a measure that prepares the act takes its share of it, and an
   * open door shortens what it is a share of.
   */
  private dueAt({ spec, prepared }: Rule, index: number): { at: number; doors: readonly OpenDoor[] } {
    this.draws.draw(index, PURPOSE.machine, HOLDERS.indexOf(this.holder));
    const drawn = Math.max(0, spec.delay + (this.draws.u0 * 2 - 1) * spec.spread) * prepared;
    const since = this.state.since[index]!;
    let factor = 1;
    const doors: OpenDoor[] = [];
    for (const door of spec.doors) {
      const open = this.opened(door, since);
      if (open === null) continue;
      doors.push(open);
      factor = Math.min(factor, door.factor);
    }
    return { at: since + Math.floor(drawn * factor * MINUTE), doors };
  }

  /**
   * A door is open once the fact is held, somebody of another side has asked or rung since the condition holds, a
   * liaison has come, the duty director has been reached, or the one whose request counts has asked since.
   */
  private opened(door: RuleSpec<string>['doors'][number], since: number): OpenDoor | null {
    const { fact, person, authority } = door;
    if (fact !== undefined && this.sight.holds(fact)) return { kind: 'fact', fact };
    const { contacts, signatures } = this.sight;
    const by = (names: readonly string[]): boolean => names.some((name) => (contacts[name] ?? -1) >= since);
    const reached =
      (person === 'counterpart' && by(COUNTERPARTS)) ||
      (person === 'liaison' && contacts['liaison'] !== undefined) ||
      (person === 'dutyDirector' && signatures.some((each) => each === 'head' || each === 'direction'));
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
