import { DIALLED } from '../callflow/attemptLog.ts';
import { CAUSES } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { ROOM_OF_NUMBER, ROOMS } from '../callflow/spec.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { MINUTE } from '../kernel/time.ts';

/** An act that opened or published ten-digit numbers, once it was done. */
export interface NumbersGiven {
  readonly at: number;
  /** Codes of the areas it was about; null for all of them. */
  readonly areas: readonly string[] | null;
  readonly opens: boolean;
  /** Whether the entries were tried before they were published; null when it published none. */
  readonly tested: boolean | null;
}

/** What the acts of an exercise opened and published, in order. */
export function numbersGiven(exercise: Exercise): NumbersGiven[] {
  return exercise.acts
    .flatMap((act) => {
      const effects = exercise.actSpec(act.spec)?.effects ?? [];
      const orders = effects.flatMap((effect) => (effect.op === 'order' ? [effect] : []));
      const opens = orders.some(({ type }) => type === 'openNumbers');
      const published = orders.find(({ type }) => type === 'publishNumbers');
      if (!act.ended || act.stopped || (!opens && published === undefined)) return [];
      const asked = act.args['areas'];
      const own = exercise.ownAreas(act.seat);
      const named = Array.isArray(asked) ? (asked as readonly string[]) : null;
      const tested =
        published === undefined
          ? null
          : published.args['tested'] === true || exercise.preparedness.testedList;
      return [{ at: act.endsAt, areas: own === 'all' ? named : own, opens, tested }];
    })
    .toSorted((a, b) => a.at - b.at);
}

const WRONG = CAUSES.indexOf('wrongNumber');

/**
 * What was so of a room's ten-digit number at a time. The evening keeps how numbers stand at its end; the calls made to
 * them and the acts that gave them out tell since when. A number is right until an entry that rings elsewhere is
 * published, and again once that entry is mended.
 */
export class NumberHistory {
  private readonly evening: Evening;
  private readonly given: readonly NumbersGiven[];
  /** First and last call to the room's number that rang elsewhere; first call to it at all; last through a call server. */
  private readonly wrongFirst: Float64Array;
  private readonly wrongLast: Float64Array;
  private readonly dialledFirst: Float64Array;
  private readonly crossedLast: Float64Array;

  constructor(evening: Evening, given: readonly NumbersGiven[]) {
    const { log, callers, spec } = evening;
    const rooms = spec.areas.length * ROOMS.length;
    this.evening = evening;
    this.given = given;
    this.wrongFirst = new Float64Array(rooms).fill(Infinity);
    this.wrongLast = new Float64Array(rooms).fill(-Infinity);
    this.dialledFirst = new Float64Array(rooms).fill(Infinity);
    this.crossedLast = new Float64Array(rooms).fill(-Infinity);
    for (let i = 0; i < log.count; i++) {
      if (log.dialled(i) !== DIALLED.tenDigit) continue;
      const caller = log.caller[i]!;
      const room = callers.area[caller]! * ROOMS.length + ROOM_OF_NUMBER[callers.number[caller]!]!;
      const at = log.at[i]!;
      this.dialledFirst[room] = Math.min(this.dialledFirst[room]!, at);
      if (log.server(i) >= 0) this.crossedLast[room] = Math.max(this.crossedLast[room]!, at);
      if (log.cause(i) !== WRONG) continue;
      this.wrongFirst[room] = Math.min(this.wrongFirst[room]!, at);
      this.wrongLast[room] = Math.max(this.wrongLast[room]!, at);
    }
  }

  /** Whether most numbers open in the area at `at` reached their room. */
  works(area: number, at: number): boolean {
    if (!this.isOpen(area, at)) return false;
    const rooms = this.roomsWithNumber(area);
    return rooms.filter((room) => !this.isWrong(area, room, at)).length * 2 >= rooms.length;
  }

  /** Whether a number of the area crossed the call servers at `at`; null while it has none. */
  crosses(area: number, at: number): boolean | null {
    const rooms = this.roomsWithNumber(area);
    if (rooms.length === 0) return null;
    // A number that was tried is moved to a line that does not cross: what it was before, its calls tell.
    return rooms.some((room) => this.evening.numbers.isCopper(room) || at <= this.crossedLast[room]!);
  }

  private roomsWithNumber(area: number): number[] {
    const { technology } = this.evening.numbers;
    return ROOMS.map((_, room) => area * ROOMS.length + room).filter((room) => technology[room]! >= 0);
  }

  /** A number that nothing dates has been there all along. */
  private isOpen(area: number, at: number): boolean {
    const rooms = this.roomsWithNumber(area);
    if (rooms.length === 0) return false;
    const { numbers } = this.evening;
    const dated = [
      ...this.covering(area).flatMap((act) => (act.opens ? [act.at] : [])),
      ...rooms.flatMap((room) => (numbers.isPublished(room) ? [numbers.publishedAt[room]!] : [])),
      ...rooms.map((room) => this.dialledFirst[room]!),
    ].filter((time) => time < Infinity);
    return dated.length === 0 || at + MINUTE > Math.min(...dated);
  }

  private isWrong(area: number, room: number, at: number): boolean {
    const { numbers } = this.evening;
    const still = numbers.isWrong(room);
    const first = this.wrongFirst[room]!;
    if (!still && first === Infinity) return false;
    const acts = this.covering(area);
    const untested = acts.filter(({ tested, at: time }) => tested === false && time <= first);
    const from =
      untested.at(-1)?.at ??
      (numbers.isPublished(room) ? Math.min(first, numbers.publishedAt[room]!) : first);
    const mended = acts.find(({ tested, at: time }) => tested === true && time > from)?.at;
    const to = still ? Infinity : (mended ?? this.wrongLast[room]!);
    return from <= at && at < to;
  }

  private covering(area: number): NumbersGiven[] {
    const { code } = this.evening.spec.areas[area]!;
    return this.given.filter(({ areas }) => areas === null || areas.includes(code));
  }
}
