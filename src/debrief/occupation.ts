import { MINUTE } from '../kernel/time.ts';
import type { Exercise } from '../exercise/exercise.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

/** Who was on what, pool by pool, as the acts of an exercise tell it afterwards. */
export class Occupation {
  private readonly exercise: Exercise;
  private readonly stretches = new Map<string, Stretch[]>();

  constructor(exercise: Exercise) {
    this.exercise = exercise;
    for (const act of exercise.acts) {
      const spec = exercise.actSpec(act.spec);
      if (spec === undefined) continue;
      this.add(act.seat, spec.needs.pool, act.begunAt, act.endsAt, spec.needs.people);
      if (act.stopped) continue;
      for (const effect of spec.effects) {
        if (effect.op !== 'occupy') continue;
        const from = effect.when === 'begin' ? act.begunAt : act.endsAt;
        this.add(effect.seat, effect.pool, from, from + effect.minutes * MINUTE, effect.people);
      }
    }
  }

  /** Milliseconds of [from, to) in which fewer than `needed` people of the pool were free. */
  lacking(seat: string, pool: string, needed: number, from: number, to: number): number {
    const stretches = this.stretches.get(`${seat}.${pool}`) ?? [];
    const here = this.peopleFrom(seat, pool);
    const edges = new Set([from, to, here.at]);
    for (const stretch of stretches) edges.add(stretch.from).add(stretch.to);
    const times = [...edges].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
    let lacking = 0;
    for (let i = 1; i < times.length; i++) {
      const at = times[i - 1]!;
      let free = at >= here.at ? here.people : 0;
      for (const stretch of stretches) if (stretch.from <= at && at < stretch.to) free -= stretch.people;
      if (free < needed) lacking += times[i]! - at;
    }
    return lacking;
  }

  private add(seat: string, pool: string, from: number, to: number, people: number): void {
    const key = `${seat}.${pool}`;
    const known = this.stretches.get(key);
    if (known) known.push({ from, to, people });
    else this.stretches.set(key, [{ from, to, people }]);
  }

  /** People of the pool who are not on routine, and since when they are there: with the cell, for those it brings. */
  private peopleFrom(seat: string, pool: string): { readonly people: number; readonly at: number } {
    const spec = this.exercise.ground.play.pools.find((each) => each.id === pool && each.seat === seat);
    if (spec === undefined) return { people: 0, at: 0 };
    if (spec.from === undefined) return { people: spec.people - spec.routine, at: 0 };
    const opened = this.exercise.journal[spec.seat].find(
      ({ kind, ref }) => kind === 'tag' && ref === spec.from,
    );
    return { people: spec.people - spec.routine, at: opened?.at ?? Infinity };
  }
}
