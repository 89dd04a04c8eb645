import type { Circumstance } from './circumstances.ts';
import type { FaultEffect } from './faultCourse.ts';
import type { Load } from './load.ts';
import type { Order } from './orders.ts';

/** Something that will happen to the world at a known time: an order, or the delayed effect of one. */
export type Effect =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'work'; readonly server: number; readonly work: number }
  | { readonly kind: 'throttle'; readonly share: number }
  | { readonly kind: 'around'; readonly area: number }
  | { readonly kind: 'takers'; readonly room: number; readonly factor: number }
  | FaultEffect
  | { readonly kind: 'circumstance'; readonly circumstance: Circumstance }
  | { readonly kind: 'load'; readonly load: Load }
  | { readonly kind: 'synchronise'; readonly server: number };

export interface Appointment {
  readonly at: number;
  readonly effect: Effect;
}

/**
 * Effects to come, in order of time then of entry. At equal times delayed effects come before orders: an order given
 * at T meets a world in which everything due at T has happened, whenever it was entered. Few: orders, not calls.
 */
export class Agenda {
  private list: Appointment[] = [];

  add(at: number, effect: Effect): void {
    const isOrder = effect.kind === 'order';
    let index = this.list.length;
    while (index > 0) {
      const before = this.list[index - 1]!;
      if (before.at < at || (before.at === at && (isOrder || before.effect.kind !== 'order'))) break;
      index--;
    }
    this.list.splice(index, 0, { at, effect });
  }

  /** Takes out the effects to come that a new order makes void. */
  drop(isVoid: (effect: Effect) => boolean): void {
    this.list = this.list.filter(({ effect }) => !isVoid(effect));
  }

  has(isSuch: (effect: Effect) => boolean): boolean {
    return this.list.some(({ effect }) => isSuch(effect));
  }

  /** Time of the first effect, or undefined when nothing is to come. */
  nextAt(): number | undefined {
    return this.list[0]?.at;
  }

  take(): Effect {
    return this.list.shift()!.effect;
  }

  toJSON(): readonly Appointment[] {
    return this.list;
  }

  restore(list: readonly Appointment[]): void {
    this.list = [...list];
  }
}
