import { NEW_ARRAYS } from '../kernel/arrays.ts';
import { Calendar } from '../kernel/calendar.ts';
import type { Callers } from './callers.ts';

/**
 * Classes of events, in the order they execute at equal times. AGENDA (delayed effects and orders) comes last:
 * an order given at T applies to the world in which everything due at T has happened.
 */
export const EVENT = {
  module: 1,
  talkEnd: 2,
  giveUp: 3,
  retry: 4,
  callback: 5,
  arrival: 6,
  agenda: 15,
} as const;

export const CALLER = { absent: 0, waiting: 1, talking: 2, between: 3, done: 4 } as const;

/**
 * Rooms where callers wait, give up and talk, in order of arrival: the queueing engine under the evening of
 * 2 June, under the reference workload and under the closed-form oracles alike. Where a call goes before it
 * reaches a room, and what a person does after a failure, belong to the subclass.
 *
 * All times are integer ms; nothing is allocated per event. Here and in what runs per event, fields that the constructor
 * sets are `declare`d: a field defined first and set later has been undefined, and an engine then asks at each access
 * what it holds.
 */
export abstract class CallFloor {
  declare callers: Callers;
  declare readonly calendar: Calendar;
  declare now: number;

  /** Per caller: CALLER state, room entered, attempts made. */
  declare state: Uint8Array;
  declare room: Int16Array;
  declare tries: Uint8Array;
  declare private next: Int32Array;
  declare private prev: Int32Array;

  /** Per room: call-takers, busy call-takers, incoming lines, people waiting. */
  declare readonly takers: Int32Array;
  declare readonly busy: Int32Array;
  declare readonly lines: Int32Array;
  declare readonly waiting: Int32Array;
  declare private readonly head: Int32Array;
  declare private readonly tail: Int32Array;

  /** `spare` callers may come behind those there are before any array must be made longer. */
  constructor(
    callers: Callers,
    rooms: number,
    others: number,
    start: number,
    end: number,
    spare = 0,
    arrays = NEW_ARRAYS,
  ) {
    const n = callers.count + spare;
    this.callers = callers;
    this.now = start;
    const arrivals = callers.arrival.subarray(0, callers.count);
    this.calendar = new Calendar(n + others, start, end, arrivals, EVENT.arrival, arrays);
    this.state = arrays.uint8(n);
    this.room = arrays.int16(n);
    this.tries = arrays.uint8(n);
    this.next = arrays.int32(n);
    this.prev = arrays.int32(n);
    this.takers = new Int32Array(rooms);
    this.busy = new Int32Array(rooms);
    this.lines = new Int32Array(rooms).fill(0x7fffffff);
    this.waiting = new Int32Array(rooms);
    this.head = new Int32Array(rooms).fill(-1);
    this.tail = new Int32Array(rooms).fill(-1);
  }

  /** More callers, behind those there are, of whom nobody has called yet: space is made when their arrays have it. */
  protected widen(callers: Callers): void {
    const before = this.callers.count;
    const space = this.state.length;
    const capacity = callers.key.length;
    this.callers = callers;
    if (capacity > space) {
      this.state = longer(this.state, new Uint8Array(capacity));
      this.room = longer(this.room, new Int16Array(capacity));
      this.tries = longer(this.tries, new Uint8Array(capacity));
      this.next = longer(this.next, new Int32Array(capacity));
      this.prev = longer(this.prev, new Int32Array(capacity));
      this.calendar.insert(space, capacity - space);
    }
    for (let caller = before; caller < callers.count; caller++)
      this.calendar.schedule(caller, callers.arrival[caller]!, EVENT.arrival);
  }

  /** One attempt begins now: route it, then `enter` a room or fail. */
  protected abstract attempt(caller: number): void;
  /** How long this caller accepts to wait, ms. */
  protected abstract patience(caller: number): number;
  protected abstract onAnswered(caller: number): void;
  protected abstract onServed(caller: number): void;
  protected abstract onGivenUp(caller: number): void;
  /** Events that are not a caller's, and call-backs. */
  protected abstract onOther(entity: number, kind: number): void;

  /** Executes every event at or before `limit` (clock ms). The result does not depend on how time is sliced. */
  runTo(limit: number): void {
    while (this.runSome(limit));
    if (limit > this.now) this.now = limit;
  }

  /**
   * Executes some hundred events; false when none is left. A function entered often is compiled as it is, where a loop
   * entered once an evening is compiled in its middle and thrown away at its end.
   */
  private runSome(limit: number): boolean {
    const { calendar } = this;
    for (let some = 0; some < 512; some++) {
      const entity = calendar.take(limit);
      if (entity < 0) return false;
      this.now = calendar.takenTime;
      switch (calendar.takenKind) {
        case EVENT.arrival:
        case EVENT.retry:
          this.attempt(entity);
          break;
        case EVENT.talkEnd:
          this.endTalk(entity);
          break;
        case EVENT.giveUp:
          this.leaveQueue(entity);
          this.onGivenUp(entity);
          break;
        default:
          this.onOther(entity, calendar.takenKind);
      }
    }
    return true;
  }

  /** Puts the caller through to a room: answered at once, or waiting. False when every line of the room is taken. */
  protected enter(caller: number, room: number): boolean {
    if (this.busy[room]! + this.waiting[room]! >= this.lines[room]!) return false;
    this.room[caller] = room;
    if (this.busy[room]! < this.takers[room]!) {
      this.busy[room]!++;
      this.beginTalk(caller);
      return true;
    }
    const last = this.tail[room]!;
    this.next[caller] = -1;
    this.prev[caller] = last;
    if (last < 0) this.head[room] = caller;
    else this.next[last] = caller;
    this.tail[room] = caller;
    this.waiting[room]!++;
    this.state[caller] = CALLER.waiting;
    this.calendar.schedule(caller, this.now + this.patience(caller), EVENT.giveUp);
    return true;
  }

  /** Takes a waiting or talking caller out of the room, as when the line is cut. */
  protected drop(caller: number): void {
    this.calendar.cancel(caller);
    if (this.state[caller] === CALLER.waiting) this.leaveQueue(caller);
    else if (this.state[caller] === CALLER.talking) {
      const room = this.room[caller]!;
      this.state[caller] = CALLER.between;
      this.busy[room]!--;
      this.answerNext(room);
    }
  }

  protected setTakers(room: number, takers: number): void {
    this.takers[room] = takers;
    this.answerNext(room);
  }

  private beginTalk(caller: number): void {
    this.state[caller] = CALLER.talking;
    this.calendar.schedule(caller, this.now + this.talkTime(caller), EVENT.talkEnd);
    this.onAnswered(caller);
  }

  /** How long this caller talks, ms. */
  protected talkTime(caller: number): number {
    return this.callers.need[caller]!;
  }

  private endTalk(caller: number): void {
    const room = this.room[caller]!;
    this.state[caller] = CALLER.done;
    this.busy[room]!--;
    this.onServed(caller);
    this.answerNext(room);
  }

  private answerNext(room: number): void {
    while (this.busy[room]! < this.takers[room]!) {
      const caller = this.head[room]!;
      if (caller < 0) return;
      this.leaveQueue(caller);
      this.busy[room]!++;
      this.beginTalk(caller);
    }
  }

  private leaveQueue(caller: number): void {
    const room = this.room[caller]!;
    const next = this.next[caller]!;
    const prev = this.prev[caller]!;
    if (prev < 0) this.head[room] = next;
    else this.next[prev] = next;
    if (next < 0) this.tail[room] = prev;
    else this.prev[next] = prev;
    this.waiting[room]!--;
    this.state[caller] = CALLER.between;
  }

  /** Every array that the future depends on, in a fixed order, for saving and hashing. */
  protected floorArrays(): StateArray[] {
    return [
      this.state,
      this.room,
      this.tries,
      this.next,
      this.prev,
      this.takers,
      this.busy,
      this.lines,
      this.waiting,
      this.head,
      this.tail,
    ];
  }
}

/** The old values at the beginning of the new array. */
export function longer<T extends StateArray | Uint16Array | Float32Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}

export type StateArray = Int32Array | Int16Array | Int8Array | Uint8Array | Uint32Array | Float64Array;
