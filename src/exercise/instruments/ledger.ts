import { DIALLED, causeIndex } from '../../callflow/attemptLog.ts';
import { areaOfKey, numberOfKey } from '../../callflow/callers.ts';
import type { Evening } from '../../callflow/evening.ts';
import { ROOM_OF_NUMBER } from '../../callflow/spec.ts';

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

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 1024;

/**
 * The attempts that reached chosen rooms, in order of time: a cache of what the log holds, read on as the log grows and
 * made again when there is none, so that nothing of it is saved and nothing depends on when it was looked at. What no
 * room knows of is settled when the attempt is made; how the others end is read from the log each time.
 */
class Ledger {
  private count = 0;
  private attempts = new Int32Array(2 * CHUNK);
  private read = 0;
  /** By area x 4 + room: 1 when it is kept. */
  declare private readonly kept: Uint8Array;

  constructor(kept: Uint8Array) {
    this.kept = kept;
  }

  /** Attempts that began in [from, to). */
  between(evening: Evening, from: number, to: number): Int32Array {
    const { log } = evening;
    while (this.read < log.count) this.readTo(evening, Math.min(log.count, this.read + CHUNK));
    return this.attempts.subarray(this.firstFrom(from, log.at), this.firstFrom(to, log.at));
  }

  private readTo({ log, callers }: Evening, end: number): void {
    if (this.count + CHUNK > this.attempts.length) this.widen();
    const { kept, attempts } = this;
    const { info: infos, caller: callerOf } = log;
    const { key: keys } = callers;
    let { count } = this;
    for (let i = this.read; i < end; i++) {
      const info = infos[i]!;
      const key = keys[callerOf[i]!]!;
      // Written whether it is kept or not: a processor cannot guess which are, and pays for each wrong guess.
      attempts[count] = i;
      count += kept[(areaOfKey(key) << 2) | ringsOf(info, numberOfKey(key))]! & ~(UNHEARD >> (info & 15));
    }
    this.count = count;
    this.read = end;
  }

  private widen(): void {
    const wider = new Int32Array(this.attempts.length * 2);
    wider.set(this.attempts);
    this.attempts = wider;
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

const ledgers = new WeakMap<Evening, Map<string, Ledger>>();

/** Whose calls a ledger keeps: some areas, one of the three rooms or all of them. `name` tells ledgers apart. */
export interface Listening {
  readonly name: string;
  readonly areas: readonly number[];
  readonly rooms: readonly number[];
}

/** Attempts that reached the rooms listened to and began in [from, to), in order of time. */
export function attemptsHeard(
  evening: Evening,
  { name, areas, rooms }: Listening,
  from: number,
  to: number,
): Int32Array {
  let known = ledgers.get(evening);
  if (known === undefined) ledgers.set(evening, (known = new Map()));
  let ledger = known.get(name);
  if (ledger === undefined) {
    const kept = new Uint8Array(evening.spec.areas.length * 4);
    for (const area of areas) for (const room of rooms) kept[area * 4 + room] = 1;
    known.set(name, (ledger = new Ledger(kept)));
  }
  return ledger.between(evening, from, to);
}
