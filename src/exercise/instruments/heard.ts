import { causeIndex } from '../../callflow/attemptLog.ts';
import type { Evening } from '../../callflow/evening.ts';
import { ROOMS } from '../../callflow/spec.ts';
import { allHeard, stretchHeard } from './ledger.ts';
import type { Listening, Stretch } from './ledger.ts';

const CUT = causeIndex('cut');

/** Causes of attempts that ended in the room's own hands: who calls again after one is no riddle to it. */
const EXPLAINED = (1 << CUT) | (1 << causeIndex('abandoned')) | (1 << causeIndex('lineBusy'));

/**
 * What rooms hear, by area x 3 + room: calls that reached them, callers who say that they tried before and nothing
 * answered, calls cut. Who gave up in a room's own queue and calls again is no riddle to it.
 */
export interface Heard {
  readonly calls: readonly number[];
  readonly repeated: readonly number[];
  readonly cut: readonly number[];
}

/**
 * Counts what all rooms heard in [from, to), call by call of that time only. Calls that the network lost are not seen:
 * nobody in a room knows of them.
 */
export function heardEverywhere(evening: Evening, from: number, to: number): Heard {
  return new HeardCount(evening).of(allHeard(evening, from, to)).finish();
}

/** The same for some rooms only; `ago` moves the window back by area, ms. */
export function heardBy(
  evening: Evening,
  listening: Listening,
  from: number,
  to: number,
  ago?: Int32Array,
): Heard {
  const count = new HeardCount(evening);
  if (ago === undefined) return count.of(stretchHeard(evening, listening, from, to)).finish();
  // Windows lie between the longest and the shortest delay.
  let longest = 0;
  let shortest = Infinity;
  for (const area of listening.areas) {
    longest = Math.max(longest, ago[area]!);
    shortest = Math.min(shortest, ago[area]!);
  }
  if (shortest > longest) return count;
  const stretch = stretchHeard(evening, listening, from - longest, to - shortest);
  return count.delayed(stretch, from, to, ago).finish();
}

/** Nothing in any room: what each count begins as a copy of. */
let none: number[] = [];

/**
 * By evening and caller: times that the caller was in a room's hands before, as the rooms' own exchanges show, while
 * attempts are being counted; nothing between two counts.
 */
const handled = new WeakMap<Evening, Uint8Array>();

function handledOf(evening: Evening): Uint8Array {
  const { length } = evening.callers.key;
  let times = handled.get(evening);
  if (times === undefined || times.length < length) handled.set(evening, (times = new Uint8Array(length)));
  return times;
}

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 512;

/** What rooms heard, being counted attempt by attempt in order of time. */
class HeardCount implements Heard {
  declare readonly calls: number[];
  declare readonly repeated: number[];
  declare readonly cut: number[];
  declare private readonly evening: Evening;
  declare private readonly explained: Uint8Array;
  /** Callers whose times are to be taken back at the end. */
  private readonly met: number[] = [];

  constructor(evening: Evening) {
    const rooms = evening.spec.areas.length * ROOMS.length;
    if (none.length !== rooms) none = Array.from({ length: rooms }, () => 0);
    this.calls = none.slice();
    this.repeated = none.slice();
    this.cut = none.slice();
    this.evening = evening;
    this.explained = handledOf(evening);
  }

  finish(): this {
    for (const caller of this.met) this.explained[caller] = 0;
    return this;
  }

  of(stretch: Stretch): this {
    for (let i = stretch.first; i < stretch.end; i += CHUNK)
      this.range(stretch, i, Math.min(stretch.end, i + CHUNK));
    return this;
  }

  /** Those of them that are within their area's own window. */
  delayed({ attempts, rooms, first, end }: Stretch, from: number, to: number, ago: Int32Array): this {
    const { at } = this.evening.log;
    for (let i = first; i < end; i++) {
      const attempt = attempts[i]!;
      const room = rooms[i]!;
      const seen = at[attempt]! + ago[(room / ROOMS.length) | 0]!;
      if (seen >= from && seen < to) this.add(attempt, room);
    }
    return this;
  }

  private range({ attempts, rooms }: Stretch, first: number, end: number): void {
    for (let i = first; i < end; i++) this.add(attempts[i]!, rooms[i]!);
  }

  private add(attempt: number, room: number): void {
    const { log, tries } = this.evening;
    this.calls[room]!++;
    const caller = log.caller[attempt]!;
    if ((EXPLAINED >> (log.info[attempt]! & 15)) & 1 || tries[caller]! > 1) this.note(attempt, caller, room);
  }

  private note(attempt: number, caller: number, room: number): void {
    const { log, tries } = this.evening;
    const cause = log.cause(attempt);
    const { explained } = this;
    if (cause === CUT) this.cut[room]!++;
    if ((EXPLAINED >> cause) & 1) {
      explained[caller]!++;
      this.met.push(caller);
    } else if (log.answered[attempt] !== 0 && tries[caller]! - 1 > explained[caller]!) this.repeated[room]!++;
  }
}
