import type { PublicWord } from './messages/publicWord.ts';
import type { Reading } from './instruments/reading.ts';

/** Something due in the exercise: plain data, executed by the exercise that owns the schedule. */
export type Due =
  | { readonly kind: 'actEnds'; readonly act: number }
  /** To one of its recipients; `tries`: how often it has rung in vain. */
  | { readonly kind: 'messageArrives'; readonly message: number; readonly to: string; readonly tries: number }
  | { readonly kind: 'messageRead'; readonly message: number; readonly seat: string }
  | { readonly kind: 'machineTimer'; readonly seat: string; readonly token: number }
  | { readonly kind: 'look'; readonly sensor: string; readonly every: number; readonly late: number }
  | { readonly kind: 'think'; readonly seat: string }
  /** A holder that was asked answers with what it holds. */
  | { readonly kind: 'answer'; readonly from: string; readonly message: number }
  /** What the staff of these rooms is worth changes back. */
  | { readonly kind: 'capacity'; readonly rooms: readonly number[] }
  /** People of rooms (by index) brought in beyond their hours are spent. */
  | {
      readonly kind: 'spent';
      readonly holder: string;
      readonly rooms: readonly number[];
      readonly factor: number;
      readonly since: number;
    }
  /** People turned away by a throttle look for help elsewhere. */
  | { readonly kind: 'turnedAway' }
  /** Routine left undone makes itself felt. */
  | { readonly kind: 'undone'; readonly seat: string; readonly pool: string }
  /** A shift ends; or its grace has passed. */
  | { readonly kind: 'relief'; readonly seat: string; readonly forced: boolean }
  | { readonly kind: 'estimate'; readonly estimate: number }
  | { readonly kind: 'round'; readonly seat: string }
  /** Has anybody been served by a substitute number? */
  | { readonly kind: 'served' }
  /** A statement has been validated: it is said. */
  | { readonly kind: 'word'; readonly word: Omit<PublicWord, 'at' | 'informed'> }
  | { readonly kind: 'spread'; readonly area: number; readonly technology: number }
  /** A work on these servers is over: what came of its act is read on the alarms. */
  | { readonly kind: 'alarms'; readonly act: number; readonly servers: readonly string[] }
  /** The turn of a server among those that a person has restarted one after the other. */
  | { readonly kind: 'turn'; readonly act: number; readonly server: string; readonly warm: boolean }
  /** Crews whom the State had stand outside come in. */
  | { readonly kind: 'crewsBack'; readonly act: number }
  /** The operation comes to its next server. */
  | { readonly kind: 'operation'; readonly server: string }
  | { readonly kind: 'peopleBack'; readonly seat: string; readonly pool: string }
  /** What a sensor that tells late has shown. */
  | {
      readonly kind: 'shown';
      readonly sensor: string;
      readonly holder: string;
      readonly readings: readonly Reading[];
    }
  /** The operator's supervision notes what share of all voice is refused. */
  | { readonly kind: 'meter' }
  /** The public is still curious. */
  | { readonly kind: 'curious' }
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

  /** Something of that kind is still to come. */
  some(is: (due: Due) => boolean): boolean {
    return this.list.some(({ due }) => is(due));
  }

  /** All of a kind that is still to come, in order. */
  all<Kind extends Due>(is: (due: Due) => due is Kind): Kind[] {
    return this.list.flatMap(({ due }) => (is(due) ? [due] : []));
  }

  /** Times of those of a kind still to come, in order. */
  times(is: (due: Due) => boolean): number[] {
    return this.list.flatMap(({ at, due }) => (is(due) ? [at] : []));
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
