import type { Order } from './orders.ts';

/** Something that will happen to the world at a known time: an order, or the delayed effect of one. */
export type Effect =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'work'; readonly server: number; readonly work: number }
  | { readonly kind: 'throttle'; readonly share: number }
  | { readonly kind: 'around'; readonly area: number }
  | { readonly kind: 'takers'; readonly room: number; readonly factor: number }
  | { readonly kind: 'synchronise'; readonly server: number };

export interface Appointment {
  readonly at: number;
  readonly effect: Effect;
}

/** Effects to come, in order of time then of entry. Few: orders, not calls. */
export class Agenda {
  private list: Appointment[] = [];

  add(at: number, effect: Effect): void {
    let index = this.list.length;
    while (index > 0 && this.list[index - 1]!.at > at) index--;
    this.list.splice(index, 0, { at, effect });
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
