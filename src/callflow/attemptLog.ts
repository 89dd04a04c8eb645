import type { Arrays } from '../kernel/arrays.ts';
import { CAUSES } from './cause.ts';
import type { Cause } from './cause.ts';

/** What was dialled: 0..3 index into NUMBERS, then these. */
export const DIALLED = { tenDigit: 4, callback: 5 } as const;

const CAUSE_INDEX = Object.fromEntries(CAUSES.map((cause, index) => [cause, index])) as Record<Cause, number>;
export const causeIndex = (cause: Cause): number => CAUSE_INDEX[cause];
const OPEN = CAUSE_INDEX.open;
const ANSWERED = CAUSE_INDEX.answered;

/**
 * Every attempt of the evening, in order of time: who, when, what was dialled from what, the server and module
 * met last, when it was answered, when and why it ended. Twenty bytes an attempt.
 *
 * `info` packs: cause (4 bits), module met + 1 (8), dialled (3), origin (2), overflowed to the partner (1).
 */
export class AttemptLog {
  count = 0;
  declare caller: Int32Array;
  declare at: Int32Array;
  /** When a call-taker answered; 0 when none has. */
  declare answered: Int32Array;
  /** When the attempt ended; 0 while it lasts. */
  declare end: Int32Array;
  declare info: Int32Array;

  /** Modules of a server: a module met is numbered over all servers. */
  declare private readonly modules: number;

  constructor(capacity: number, modules: number, arrays: Arrays) {
    this.modules = modules;
    this.caller = arrays.int32(capacity);
    this.at = arrays.int32(capacity);
    this.answered = arrays.int32(capacity);
    this.end = arrays.int32(capacity);
    this.info = arrays.int32(capacity);
  }

  /** Opens an attempt and returns its index. */
  open(caller: number, at: number, dialled: number, origin: number): number {
    if (this.count === this.caller.length) this.grow(this.count * 2);
    const index = this.count++;
    this.caller[index] = caller;
    this.at[index] = at;
    this.info[index] = OPEN | (dialled << 12) | (origin << 15);
    return index;
  }

  /** Notes the module met last, routed or not. Once an attempt. */
  crossed(index: number, module: number, overflowed: boolean): void {
    this.info[index]! |= ((module + 1) << 4) | (overflowed ? 1 << 17 : 0);
  }

  /** A call-taker answers: the attempt has its cause, and goes on. */
  answer(index: number, at: number): void {
    this.info[index] = (this.info[index]! & ~15) | ANSWERED;
    this.answered[index] = at;
  }

  close(index: number, cause: number, at: number): void {
    this.info[index] = (this.info[index]! & ~15) | cause;
    this.end[index] = at;
  }

  cause(index: number): number {
    return this.info[index]! & 15;
  }
  /** Server met last, -1 when the way crossed none. */
  server(index: number): number {
    const met = (this.info[index]! >> 4) & 255;
    return met === 0 ? -1 : Math.floor((met - 1) / this.modules);
  }
  /** Module of that server, 0-based. */
  module(index: number): number {
    return (((this.info[index]! >> 4) & 255) - 1) % this.modules;
  }
  dialled(index: number): number {
    return (this.info[index]! >> 12) & 7;
  }
  origin(index: number): number {
    return (this.info[index]! >> 15) & 3;
  }

  /** Index of the first attempt at or after a clock time. */
  firstFrom(at: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The part in use, for saving and hashing. */
  arrays(): Int32Array[] {
    const { count } = this;
    return [
      this.caller.subarray(0, count),
      this.at.subarray(0, count),
      this.answered.subarray(0, count),
      this.end.subarray(0, count),
      this.info.subarray(0, count),
    ];
  }

  /** Makes room for `count` attempts and marks them in use (when loading). */
  resize(count: number): void {
    if (count > this.caller.length) this.grow(count);
    this.count = count;
  }

  private grow(capacity: number): void {
    const grown = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const wider = new Int32Array(capacity);
      wider.set(old.subarray(0, Math.min(old.length, capacity)));
      return wider;
    };
    this.caller = grown(this.caller);
    this.at = grown(this.at);
    this.answered = grown(this.answered);
    this.end = grown(this.end);
    this.info = grown(this.info);
  }
}
