import type { FactType } from '../scenario/play/vocabulary.ts';
import type { Reading } from './reading.ts';

/** Something due in the exercise: plain data, executed by the exercise that owns the schedule. */
export type Due =
  | { readonly kind: 'actEnds'; readonly act: number }
  | { readonly kind: 'messageArrives'; readonly message: number }
  | { readonly kind: 'messageRead'; readonly message: number; readonly seat: string }
  | { readonly kind: 'machineTimer'; readonly seat: string; readonly token: number }
  | { readonly kind: 'look'; readonly sensor: string; readonly every: number; readonly late: number }
  | { readonly kind: 'think'; readonly seat: string }
  /** A seat that was asked answers with what it holds. */
  | {
      readonly kind: 'answer';
      readonly from: string;
      readonly to: string;
      readonly facts: readonly FactType[];
      readonly message: number;
    }
  /** Call-takers of the seat's own rooms become this factor of the usual. */
  | { readonly kind: 'takers'; readonly factor: number }
  | { readonly kind: 'peopleBack'; readonly seat: string; readonly pool: string; readonly people: number }
  /** What a sensor that tells late has shown. */
  | { readonly kind: 'shown'; readonly sensor: string; readonly readings: readonly Reading[] }
  /** The operator's supervision notes what share of all voice is refused. */
  | { readonly kind: 'meter' }
  | PlayDue;

/** Windows of dilemmas, events, and what they draw: carried out in `events.ts`. */
export interface PlayDue {
  readonly kind: 'play';
  readonly what: string;
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface Appointment {
  readonly at: number;
  /** Order of entry, which breaks ties. */
  readonly n: number;
  readonly due: Due;
}

/** Appointments in the total order (time, entry). A few hundred at most: a sorted list is enough. */
export class Schedule {
  private list: Appointment[] = [];
  private entered = 0;

  add(at: number, due: Due): void {
    let index = this.list.length;
    while (index > 0 && this.list[index - 1]!.at > at) index--;
    this.list.splice(index, 0, { at, n: this.entered++, due });
  }

  /** Time of the first appointment, or undefined when there is none. */
  nextAt(): number | undefined {
    return this.list[0]?.at;
  }

  take(): Due {
    return this.list.shift()!.due;
  }

  toJSON(): { readonly list: readonly Appointment[]; readonly entered: number } {
    return { list: this.list, entered: this.entered };
  }

  restore(saved: { readonly list: readonly Appointment[]; readonly entered: number }): void {
    this.list = [...saved.list];
    this.entered = saved.entered;
  }
}
