import { DIALLED, causeIndex } from '../../callflow/attemptLog.ts';
import { areaOfKey, numberOfKey } from '../../callflow/callers.ts';
import type { Evening } from '../../callflow/evening.ts';
import { longer } from '../../callflow/floor.ts';
import { ROOMS, ROOM_OF_NUMBER } from '../../callflow/spec.ts';

/** Causes, one bit each, of attempts that no room knows of: lost by the network, wrong number, busy substitute line. */
export const UNHEARD =
  (1 << causeIndex('serverFull')) |
  (1 << causeIndex('serverRebooting')) |
  (1 << causeIndex('detourRefused')) |
  (1 << causeIndex('trunkBusy')) |
  (1 << causeIndex('wrongNumber'));

/** What no room of an area hears. */
const NOWHERE = 3;

const RINGS = Uint8Array.from({ length: 32 }, (_, i) => {
  const dialled = i >> 2;
  if (dialled === DIALLED.callback) return NOWHERE;
  return ROOM_OF_NUMBER[dialled === DIALLED.tenDigit ? i & 3 : dialled] ?? NOWHERE;
});

/** The room that an attempt rings, 0..2, by its `info` in the log and the caller's own number; a call-back rings none. */
export const ringsOf = (info: number, number: number): number => RINGS[((info >> 10) & 28) | number]!;

/** By what an attempt rings: 1 when it is a room. */
const IS_ROOM = Uint8Array.of(1, 1, 1, 0);

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 1024;

/** Attempts that reached rooms, in order of time, and which: entries first..end-1 of both. */
export interface Stretch {
  readonly attempts: Int32Array;
  /** Area x 3 + room. */
  readonly rooms: Uint16Array;
  readonly first: number;
  readonly end: number;
}

/**
 * Attempts that reached rooms, in order of time: a cache of what the log holds, read on as the log grows and made again
 * when there is none, so that nothing of it is saved and nothing depends on when it was looked at. What no room knows of
 * is settled when the attempt is made; how the others end is read from the log each time.
 */
abstract class Ledger {
  protected attempts = new Int32Array(2 * CHUNK);
  protected rooms = new Uint16Array(2 * CHUNK);
  protected count = 0;
  /** How much of what it reads from has been read. */
  protected read = 0;

  /** Takes in what has happened since. */
  abstract readOn(evening: Evening): void;

  /** Attempts that began in [from, to). */
  between(evening: Evening, from: number, to: number): Stretch {
    this.readOn(evening);
    const { attempts, rooms } = this;
    const { at } = evening.log;
    return { attempts, rooms, first: this.firstFrom(from, at), end: this.firstFrom(to, at) };
  }

  /** Makes room for a chunk: for all at once where all are known. */
  protected widen(all = 0): void {
    if (this.count + CHUNK <= this.attempts.length) return;
    const size = Math.max(all + CHUNK, this.attempts.length * 2);
    this.attempts = longer(this.attempts, new Int32Array(size));
    this.rooms = longer(this.rooms, new Uint16Array(size));
  }

  private firstFrom(time: number, at: Int32Array): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[this.attempts[middle]!]! < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** What all rooms heard, read from the log. */
class WholeLedger extends Ledger {
  readOn(evening: Evening): void {
    const { count } = evening.log;
    while (this.read < count) this.readTo(evening, Math.min(count, this.read + CHUNK));
  }

  private readTo({ log, callers }: Evening, end: number): void {
    this.widen(log.caller.length);
    const { attempts, rooms } = this;
    const { info: infos, caller: callerOf } = log;
    const { key: keys } = callers;
    let { count } = this;
    for (let i = this.read; i < end; i++) {
      const info = infos[i]!;
      const key = keys[callerOf[i]!]!;
      const rings = ringsOf(info, numberOfKey(key));
      // Written whether it is kept or not: a processor cannot guess which are, and pays for each wrong guess.
      attempts[count] = i;
      rooms[count] = areaOfKey(key) * ROOMS.length + rings;
      count += IS_ROOM[rings]! & ~(UNHEARD >> (info & 15));
    }
    this.count = count;
    this.read = end;
  }
}

/** What chosen rooms heard, read from what all did. */
class ChosenLedger extends Ledger {
  declare private readonly whole: WholeLedger;
  /** By area x 3 + room: 1 when it is kept. */
  declare private readonly kept: Uint8Array;

  constructor(whole: WholeLedger, kept: Uint8Array) {
    super();
    this.whole = whole;
    this.kept = kept;
  }

  readOn(evening: Evening): void {
    const all = this.whole.between(evening, 0, Infinity);
    while (this.read < all.end) this.readTo(all, Math.min(all.end, this.read + CHUNK));
  }

  private readTo(all: Stretch, end: number): void {
    this.widen();
    const { attempts, rooms, kept } = this;
    const { attempts: allAttempts, rooms: allRooms } = all;
    let { count } = this;
    for (let i = this.read; i < end; i++) {
      const room = allRooms[i]!;
      attempts[count] = allAttempts[i]!;
      rooms[count] = room;
      count += kept[room]!;
    }
    this.count = count;
    this.read = end;
  }
}

interface Ledgers {
  readonly whole: WholeLedger;
  readonly chosen: Map<string, ChosenLedger>;
}

const ledgers = new WeakMap<Evening, Ledgers>();

function ledgersOf(evening: Evening): Ledgers {
  let known = ledgers.get(evening);
  if (known === undefined)
    ledgers.set(evening, (known = { whole: new WholeLedger(), chosen: new Map<string, ChosenLedger>() }));
  return known;
}

/** Whose calls a ledger keeps: some areas, one of the three rooms or all of them. `name` tells ledgers apart. */
export interface Listening {
  readonly name: string;
  readonly areas: readonly number[];
  readonly rooms: readonly number[];
}

/** What all rooms heard of attempts that began in [from, to). */
export const allHeard = (evening: Evening, from: number, to: number): Stretch =>
  ledgersOf(evening).whole.between(evening, from, to);

/** What the rooms listened to heard of attempts that began in [from, to). */
export function stretchHeard(evening: Evening, listening: Listening, from: number, to: number): Stretch {
  const { whole, chosen } = ledgersOf(evening);
  const { name, areas, rooms } = listening;
  let ledger = chosen.get(name);
  if (ledger === undefined) {
    const kept = new Uint8Array(evening.spec.areas.length * ROOMS.length);
    for (const area of areas) for (const room of rooms) kept[area * ROOMS.length + room] = 1;
    chosen.set(name, (ledger = new ChosenLedger(whole, kept)));
  }
  return ledger.between(evening, from, to);
}

/** Attempts that reached the rooms listened to and began in [from, to), in order of time. */
export function attemptsHeard(evening: Evening, listening: Listening, from: number, to: number): Int32Array {
  const { attempts, first, end } = stretchHeard(evening, listening, from, to);
  return attempts.subarray(first, end);
}
