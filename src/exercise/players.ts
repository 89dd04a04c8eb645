import { Draws } from '../kernel/threefry.ts';
import { clock, MINUTE } from '../kernel/time.ts';
import { PURPOSE } from '../callflow/purpose.ts';
import type { RuleSpec } from '../scenario/play/types.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Exercise } from './exercise.ts';
import { holding } from './knowledge.ts';

/** Why a machine acted, in data: the rule, what it rested on, and what shortened its delay. */
export interface Reason {
  readonly seat: SeatId;
  readonly at: number;
  readonly rule: string;
  readonly act: string;
  readonly rests: readonly number[];
  readonly doors: readonly string[];
}

/** People were missing: look again this much later. */
const RETRY = 2 * MINUTE;

/**
 * A machine in a seat: follows the rules of its doctrine on what its seat holds, is and has, and on nothing else. It
 * acts through the same commands as a person, and keeps the reason of each.
 */
export class MachinePlayer {
  readonly seat: SeatId;
  readonly reasons: Reason[] = [];
  private readonly rules: readonly RuleSpec[];
  private readonly draws: Draws;
  /** By rule: since when its condition holds, -1 when it does not; whether it was followed. */
  private readonly since: Float64Array;
  private readonly done: Uint8Array;
  /** By rule: the hour it last asked to be woken at, and the hour before which it does nothing. */
  private readonly wake: Float64Array;
  private readonly from: Float64Array;

  constructor(seat: SeatId, rules: readonly RuleSpec[], seed: number) {
    this.seat = seat;
    this.rules = rules;
    this.draws = new Draws(seed);
    this.since = new Float64Array(rules.length).fill(-1);
    this.done = new Uint8Array(rules.length);
    this.wake = new Float64Array(rules.length).fill(-1);
    this.from = Float64Array.from(rules, ({ when }) => (when.from === undefined ? 0 : clock(when.from)));
  }

  /** Takes the seat: rules that wait for an hour are looked at when it comes. */
  enrol(exercise: Exercise): void {
    for (const at of this.from)
      if (at > exercise.now) exercise.schedule.add(at, { kind: 'think', seat: this.seat });
    exercise.touch(this.seat);
  }

  /** Considers every rule at the exercise's present minute: acts on those whose time has come, notes when to think again. */
  think(exercise: Exercise): void {
    const { now } = exercise;
    this.rules.forEach((rule, index) => {
      if (this.done[index] !== 0) return;
      if (now < this.from[index]! || !this.holds(exercise, rule)) {
        this.since[index] = -1;
        return;
      }
      if (this.since[index]! < 0) this.since[index] = now;
      const { at, doors } = this.dueAt(exercise, rule, index);
      if (at > now) {
        this.thinkAt(exercise, index, at);
        return;
      }
      this.follow(exercise, rule, index, doors);
    });
  }

  private follow(exercise: Exercise, rule: RuleSpec, index: number, doors: readonly string[]): void {
    const spec = exercise.actSpec(rule.act);
    const rests = (spec?.restsOn ?? []).flatMap((fact) => {
      const held = holding(exercise.knowledge, this.seat, fact);
      return held ? [held.statement] : [];
    });
    const refusal = exercise.apply(this.seat, { type: 'act', act: rule.act, args: rule.args ?? {}, rests });
    if (refusal === null) {
      this.done[index] = 1;
      this.reasons.push({ seat: this.seat, at: exercise.now, rule: rule.id, act: rule.act, rests, doors });
    } else if (refusal.code === 'people' || refusal.code === 'underWay' || refusal.code === 'means') {
      this.thinkAt(exercise, index, exercise.now + RETRY);
    } else this.done[index] = 1;
  }

  /** Asks to be woken, once: an hour already asked for is not asked for again. */
  private thinkAt(exercise: Exercise, index: number, at: number): void {
    if (this.wake[index] === at) return;
    this.wake[index] = at;
    exercise.schedule.add(at, { kind: 'think', seat: this.seat });
  }

  private holds(exercise: Exercise, rule: RuleSpec): boolean {
    const { when } = rule;
    const tags = exercise.tagsOf(this.seat);
    return (
      (when.tags ?? []).every((tag) => tags.has(tag)) &&
      !(when.lacksTags ?? []).some((tag) => tags.has(tag)) &&
      (when.holds ?? []).every((fact) => holding(exercise.knowledge, this.seat, fact) !== undefined) &&
      (when.after ?? []).every((id) =>
        exercise.acts.some((act) => act.seat === this.seat && act.spec === id && act.ended),
      )
    );
  }

  /** The delay runs from the moment the condition held; an open door shortens what it is a share of. */
  private dueAt(exercise: Exercise, rule: RuleSpec, index: number): { at: number; doors: string[] } {
    this.draws.draw(index, PURPOSE.machine, SEAT_INDEX[this.seat]);
    const drawn = Math.max(0, rule.delay + (this.draws.u0 * 2 - 1) * rule.spread);
    let factor = 1;
    const doors: string[] = [];
    for (const door of rule.doors) {
      const open =
        (door.fact !== undefined && holding(exercise.knowledge, this.seat, door.fact) !== undefined) ||
        (door.person === 'counterpart' && exercise.asked[this.seat]) ||
        (door.authority !== undefined && exercise.authorities[this.seat].includes(door.authority));
      if (!open) continue;
      doors.push(door.fact ?? door.person ?? door.authority!);
      factor = Math.min(factor, door.factor);
    }
    return { at: this.since[index]! + Math.floor(drawn * factor * MINUTE), doors };
  }
}

const SEAT_INDEX: Readonly<Record<SeatId, number>> = { orange: 0, ministry: 1, anssi: 2, services: 3 };

/** Plays the exercise to `limit` with machines in the given seats. */
export function playTo(exercise: Exercise, players: readonly MachinePlayer[], limit: number): void {
  const think = (): void => {
    // A seat that acts may change another; each round is finite because rules are followed once.
    for (let changed = exercise.takeChanged(); changed.length > 0; changed = exercise.takeChanged())
      for (const player of players) if (changed.includes(player.seat)) player.think(exercise);
  };
  think();
  exercise.runTo(limit, think);
}
