import { PURPOSE } from '../../callflow/purpose.ts';
import { Draws } from '../../kernel/threefry.ts';
import { clock, MINUTE } from '../../kernel/time.ts';
import type { DoctrineId, RuleSpec } from '../../scenario/play/types.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import type { HolderId } from '../seat.ts';
import { HOLDERS, tradeOf } from '../seat.ts';
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

/** What people or time may mend: look again this much later. */
const PASSING: readonly Refusal['code'][] = ['people', 'underWay', 'means'];
const RETRY = 2 * MINUTE;

/**
 * A thought that came to nothing but waiting. As long as nothing has changed but time, and before `until`, another one
 * comes to the same: the rules refused ask to be looked at again, in their order.
 */
interface Pause {
  /** `Sight.changes` at that thought. */
  readonly changes: number;
  readonly until: number;
  readonly refused: readonly number[];
}

/** A rule made ready: what it asks as plain lists, what it has drawn. */
interface Rule {
  readonly spec: RuleSpec<string>;
  readonly measure: string | null;
  readonly from: number;
  readonly tags: readonly string[];
  readonly lacksTags: readonly string[];
  readonly holds: readonly FactType[];
  readonly after: readonly string[];
  /** Minutes of delay as drawn for the evening, of which measures leave a share. */
  readonly minutes: number;
}

/** Rules a machine of that doctrine follows in a holder's place: its own, then those that measures add. */
function rulesOf({ ground, preparedness, setup }: Exercise, holder: HolderId, doctrine: DoctrineId): Rule[] {
  const trade = tradeOf(holder);
  const { doctrines, operators } = ground.play;
  const lists: readonly { id: DoctrineId; seat: string; rules: readonly RuleSpec<string>[] }[] =
    trade === 'operators' ? operators.doctrines : doctrines;
  const own = lists.find(({ id, seat }) => id === doctrine && seat === trade)?.rules ?? [];
  const added = preparedness.rules.filter(({ rule }) => rule.seat === trade);
  const draws = new Draws(setup.seed);
  return [
    ...own.map((spec) => ({ spec, measure: null })),
    ...added.map(({ rule, measure }) => ({ spec: rule, measure })),
  ].map(({ spec, measure }, index) => {
    const { from, tags = [], lacksTags = [], holds = [], after = [] } = spec.when;
    draws.draw(index, PURPOSE.machine, HOLDERS.indexOf(holder));
    const drawn = Math.max(0, spec.delay + (draws.u0 * 2 - 1) * spec.spread);
    const minutes = drawn * (preparedness.delays[spec.act] ?? 1);
    return {
      spec,
      measure,
      from: from === undefined ? 0 : clock(from),
      tags,
      lacksTags,
      holds,
      after,
      minutes,
    };
  });
}

type Door = RuleSpec<string>['doors'][number];

/**
 * A machine in a seat: follows the rules of its doctrine on what its seat holds, is and has, and on nothing else. It
 * acts through the same commands as a person, and keeps the reason of each.
 */
export class MachinePlayer {
  declare readonly holder: HolderId;
  declare readonly state: PlayerState;
  declare private readonly sight: Sight;
  declare private readonly rules: readonly Rule[];
  /** Remembered beside the state: forgetting it changes nothing. */
  private pause: Pause | null = null;

  constructor(exercise: Exercise, holder: HolderId, doctrine: DoctrineId, state?: PlayerState) {
    this.holder = holder;
    this.sight = sightOf(exercise, holder);
    this.rules = rulesOf(exercise, holder, doctrine);
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
    const { now, changes } = this.sight;
    const { pause } = this;
    if (pause !== null && pause.changes === changes && now < pause.until)
      for (const index of pause.refused) this.thinkAt(index, now + RETRY);
    else this.consider(reasons);
  }

  private consider(reasons: Reason[]): void {
    const { now, changes } = this.sight;
    const { rules } = this;
    const { since, done } = this.state;
    const refused: number[] = [];
    let until = this.sight.end;
    for (let index = 0; index < rules.length; index++) {
      if (done[index] !== 0) continue;
      const rule = rules[index]!;
      if (now < rule.from || !this.isMet(rule)) {
        since[index] = -1;
        if (now < rule.from) until = Math.min(until, rule.from);
        continue;
      }
      if (since[index]! < 0) since[index] = now;
      const at = this.dueAt(rule, since[index]!);
      if (at > now) {
        this.thinkAt(index, at);
        until = Math.min(until, at);
        continue;
      }
      const refusal = this.follow(rule, index, reasons);
      if (refusal === null) continue;
      refused.push(index);
      // What stands in the world is changed by the world itself.
      if ('standing' in refusal.params) until = now;
    }
    this.pause = { changes, until, refused };
  }

  /** Gives the rule's command. What refused it, when that may pass: the rule is looked at again then. */
  private follow(rule: Rule, index: number, reasons: Reason[]): Refusal | null {
    const { spec, measure, holds, tags, after } = rule;
    // Looked at before the act begins: what it does may open others.
    const doors = this.openDoors(rule, this.state.since[index]!);
    if (this.sight.hasNothingToAsk(spec.act)) {
      this.state.done[index] = 1;
      return null;
    }
    const rests = this.sight.restsOf(spec.act);
    const refusal = this.sight.command({ type: 'act', act: spec.act, args: spec.args ?? {}, rests });
    if (refusal !== null && PASSING.includes(refusal.code)) {
      this.thinkAt(index, this.sight.now + RETRY);
      return refusal;
    }
    this.state.done[index] = 1;
    if (refusal !== null) return null;
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
    return null;
  }

  /** Asks to be woken, once: an hour already asked for is not asked for again. */
  private thinkAt(index: number, at: number): void {
    if (this.state.wake[index] === at) return;
    this.state.wake[index] = at;
    this.sight.wakeAt(at);
  }

  private isMet({ tags, lacksTags, holds, after }: Rule): boolean {
    const { sight } = this;
    for (const tag of tags) if (!sight.tags.has(tag)) return false;
    for (const tag of lacksTags) if (sight.tags.has(tag)) return false;
    for (const fact of holds) if (!sight.holds(fact)) return false;
    for (const act of after) if (!sight.hasDone(act)) return false;
    return true;
  }

  /** The delay runs from the moment the condition held; an open door shortens what measures leave of it. */
  private dueAt({ spec, minutes }: Rule, since: number): number {
    let factor = 1;
    for (const door of spec.doors)
      if (this.opening(door, since) !== null) factor = Math.min(factor, door.factor);
    return since + Math.floor(minutes * factor * MINUTE);
  }

  private openDoors({ spec }: Rule, since: number): readonly OpenDoor[] {
    return spec.doors.flatMap((door): OpenDoor[] => {
      switch (this.opening(door, since)) {
        case 'fact':
          return [{ kind: 'fact', fact: door.fact! }];
        case 'person':
          return [{ kind: 'person', person: door.person! }];
        case 'authority':
          return [{ kind: 'authority', authority: door.authority! }];
        case null:
          return [];
      }
    });
  }

  /**
   * What opens a door: a fact once it is held; somebody of another side who has asked or rung since the condition
   * holds, a liaison who has come, the duty director who has been reached; the one whose request counts, asked since.
   */
  private opening({ fact, person, authority }: Door, since: number): OpenDoor['kind'] | null {
    if (fact !== undefined && this.sight.holds(fact)) return 'fact';
    if (person !== undefined && this.isReached(person, since)) return 'person';
    return authority !== undefined && this.isCalled(ASKED_BY[authority] ?? [authority], since)
      ? 'authority'
      : null;
  }

  private isReached(person: string, since: number): boolean {
    const { contacts, signatures } = this.sight;
    switch (person) {
      case 'counterpart':
        return this.isCalled(COUNTERPARTS, since);
      case 'liaison':
        return contacts['liaison'] !== undefined;
      case 'dutyDirector':
        return signatures.includes('head') || signatures.includes('direction');
      default:
        return false;
    }
  }

  private isCalled(names: readonly string[], since: number): boolean {
    const { contacts } = this.sight;
    for (const name of names) if ((contacts[name] ?? -1) >= since) return true;
    return false;
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

function whyOf({ measure, holds, after, tags }: Rule): Reason['why'] {
  if (measure !== null) return 'measure';
  if (holds.length > 0) return 'holds';
  if (after.length > 0) return 'after';
  return tags.length > 0 ? 'tags' : 'time';
}
