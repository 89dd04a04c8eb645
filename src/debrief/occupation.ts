import { MINUTE } from '../kernel/time.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
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
    this.addJoining();
    for (const act of exercise.acts) {
      const spec = exercise.actSpec(act.spec);
      if (spec === undefined) continue;
      this.add(act.seat, spec.needs.pool, act.begunAt, act.work?.from ?? act.endsAt, spec.needs.people);
      if (act.stopped) continue;
      for (const effect of spec.effects) {
        if (effect.op !== 'occupy') continue;
        const from = effect.when === 'begin' ? act.begunAt : act.endsAt;
        this.add(effect.seat, effect.pool, from, from + effect.minutes * MINUTE, effect.people);
      }
    }
  }

  /** People called off their routine, or brought by a cell, are there from then on. */
  private addJoining(): void {
    for (const seat of CORE_SEATS)
      for (const { kind, ref, at, params } of this.exercise.journal[seat])
        if (kind === 'people' && typeof params['people'] === 'number')
          this.add(seat, ref, at, Infinity, -params['people']);
  }

  /** Milliseconds of [from, to) in which fewer than `needed` people of the pool were free. */
  lacking(seat: string, pool: string, needed: number, from: number, to: number): number {
    const stretches = this.stretches.get(`${seat}.${pool}`) ?? [];
    const people = this.peopleOf(seat, pool);
    const edges = new Set([from, to]);
    for (const stretch of stretches) edges.add(stretch.from).add(stretch.to);
    const times = [...edges].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
    let lacking = 0;
    for (let i = 1; i < times.length; i++) {
      const at = times[i - 1]!;
      let free = people;
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

  /** People of the pool who are not on routine at the start: those whom a cell brings come with it. */
  private peopleOf(seat: string, pool: string): number {
    const spec = this.exercise.ground.play.pools.find((each) => each.id === pool && each.seat === seat);
    return spec === undefined || spec.from !== undefined ? 0 : spec.people - spec.routine;
  }
}
