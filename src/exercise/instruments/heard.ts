import { causeIndex } from '../../callflow/attemptLog.ts';
import { areaOfKey, numberOfKey } from '../../callflow/callers.ts';
import type { Evening } from '../../callflow/evening.ts';
import { UNHEARD, attemptsHeard, ringsOf } from './ledger.ts';
import type { Listening } from './ledger.ts';

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

const HEARD_AT = Uint8Array.of(1, 1, 1, 0);

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 512;

/**
 * Counts what all rooms heard in [from, to), call by call of that time only. Calls that the network lost are not seen:
 * nobody in a room knows of them.
 */
export function heardEverywhere(evening: Evening, from: number, to: number): Heard {
  const { log } = evening;
  const count = new HeardCount(evening);
  const end = log.firstFrom(to);
  for (let i = log.firstFrom(from); i < end; i += CHUNK) count.range(i, Math.min(end, i + CHUNK));
  return count.finish();
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
  if (ago === undefined) count.these(attemptsHeard(evening, listening, from, to));
  else {
    // Windows lie between the longest and the shortest delay.
    let longest = 0;
    let shortest = Infinity;
    for (const area of listening.areas) {
      longest = Math.max(longest, ago[area]!);
      shortest = Math.min(shortest, ago[area]!);
    }
    if (shortest <= longest)
      count.delayed(attemptsHeard(evening, listening, from - longest, to - shortest), from, to, ago);
  }
  return count.finish();
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
    // One more than there are: what rings nowhere in the last area is counted beside them, as nothing.
    const rooms = evening.spec.areas.length * 3 + 1;
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

  /** Attempts first..end-1 of the log, heard or not. */
  range(first: number, end: number): void {
    const { calls } = this;
    const { log, tries, callers } = this.evening;
    const { info: infos, caller: callerOf } = log;
    const { key: keys } = callers;
    for (let i = first; i < end; i++) {
      const info = infos[i]!;
      const caller = callerOf[i]!;
      const key = keys[caller]!;
      const rings = ringsOf(info, numberOfKey(key));
      const room = areaOfKey(key) * 3 + rings;
      const heard = HEARD_AT[rings]! & ~(UNHEARD >> (info & 15));
      calls[room]! += heard;
      if (heard === 0) continue;
      if ((EXPLAINED >> (info & 15)) & 1 || tries[caller]! > 1) this.note(i, caller, room);
    }
  }

  /** Attempts that reached a room. */
  these(attempts: Int32Array): void {
    for (let k = 0; k < attempts.length; k++) this.add(attempts[k]!);
  }

  /** Those of them that are within their area's own window. */
  delayed(attempts: Int32Array, from: number, to: number, ago: Int32Array): void {
    const { log, callers } = this.evening;
    const { at, caller } = log;
    const { key } = callers;
    for (let k = 0; k < attempts.length; k++) {
      const attempt = attempts[k]!;
      const seen = at[attempt]! + ago[areaOfKey(key[caller[attempt]!]!)]!;
      if (seen >= from && seen < to) this.add(attempt);
    }
  }

  private add(attempt: number): void {
    const { log, tries, callers } = this.evening;
    const info = log.info[attempt]!;
    const caller = log.caller[attempt]!;
    const key = callers.key[caller]!;
    const room = areaOfKey(key) * 3 + ringsOf(info, numberOfKey(key));
    this.calls[room]!++;
    if ((EXPLAINED >> (info & 15)) & 1 || tries[caller]! > 1) this.note(attempt, caller, room);
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
