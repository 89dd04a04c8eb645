import { NEW_ARRAYS } from './arrays.ts';
import type { Arrays } from './arrays.ts';

/**
 * Pending events in a total order (time, class, entity): each entity has at most one pending event, so that
 * scheduling again moves it and nothing stale is ever executed. Buckets of about a second hold unsorted linked lists;
 * a bucket is sorted when time reaches it. No allocation per event.
 *
 * Times are integer milliseconds in [start, end]; classes are 1..15; entities are 0..count-1.
 * Equal (time, class) execute in order of entity, whatever the order of insertion. First events come sorted and are
 * read with a cursor.
 *
 * What is pending is known by entity; entries of a list or of the open bucket that say something else were moved or
 * cancelled, and are skipped. Lists are made of places used again and again, which stay in the processor's first cache.
 */
const SHIFT = 10;
/** Words of a place in a list: entity, key (time within the bucket and class), next place. */
const PLACE = 4;
const KEY = 1;
const NEXT = 2;
/** Words of an entry of the open bucket: key, entity. */
const ENTRY = 2;
/** Beyond any time of an exercise. */
const NEVER = 0x7fffffff;

export class Calendar {
  /** By entity: time and class of the pending event; class 0 when there is none. */
  declare private at: Int32Array;
  declare private kind: Uint8Array;
  declare private entities: number;
  declare private readonly head: Int32Array;
  private places: Int32Array = new Int32Array(1024 * PLACE);
  /** First place that is free, and how many have ever been used. */
  private free = -1;
  private used = 0;
  declare private readonly base: number;
  declare private readonly last: number;
  /** Bucket being executed, and its first ms; everything at or before it lives in the sorted entries below. */
  private bucket = -1;
  declare private bucketStart: number;
  private entries: Int32Array = new Int32Array(256 * ENTRY);
  private openCount = 0;
  private openPos = 0;

  /** First events of entities 0..arrivals.length-1, in order of time, all of class `arrivalKind`; never moved. */
  declare private readonly arrivals: Int32Array;
  declare private readonly arrivalKind: number;
  private cursor = 0;

  /**
   * `arrivals[e]` is the first event of entity e: times that do not decrease. They are read in order instead of being
   * kept in buckets.
   */
  constructor(
    entities: number,
    start: number,
    end: number,
    arrivals: Int32Array,
    arrivalKind: number,
    arrays: Arrays = NEW_ARRAYS,
  ) {
    this.arrivals = arrivals;
    this.arrivalKind = arrivalKind;
    this.base = start;
    this.bucketStart = start - (1 << SHIFT);
    this.last = ((end - start) >> SHIFT) + 1;
    this.entities = entities;
    this.at = arrays.int32(entities);
    this.kind = arrays.uint8(entities);
    this.head = new Int32Array(this.last).fill(-1);
  }

  /** Sets the entity's pending event; one that was pending is replaced. Events after the end are kept, never executed. */
  schedule(entity: number, at: number, kind: number): void {
    this.at[entity] = at;
    this.kind[entity] = kind;
    const since = at - this.base;
    const bucket = since >> SHIFT;
    if (bucket <= this.bucket) this.insertOpen(entity, ((at - this.bucketStart) << 4) | kind);
    else if (bucket < this.last) this.link(bucket, entity, ((since & ((1 << SHIFT) - 1)) << 4) | kind);
  }

  cancel(entity: number): void {
    this.kind[entity] = 0;
  }

  /** Time and class of the event that `take` returned last. */
  takenTime = 0;
  takenKind = 0;

  /** Takes the next event at or before `limit` off the calendar and returns its entity, or -1 when none is left. */
  take(limit: number): number {
    const { arrivals, arrivalKind } = this;
    const arrival = this.cursor < arrivals.length ? arrivals[this.cursor]! : NEVER;
    for (;;) {
      if (this.openPos < this.openCount) {
        const { entries } = this;
        const entry = this.openPos * ENTRY;
        const key = entries[entry]!;
        const at = this.bucketStart + (key >> 4);
        const kind = key & 15;
        // First events belong to the first entities: of equals, theirs come first.
        if (arrival < at || (arrival === at && arrivalKind <= kind)) return this.takeArrival(arrival, limit);
        if (at > limit) return -1;
        this.openPos++;
        const entity = entries[entry + 1]!;
        if (this.kind[entity] !== kind || this.at[entity] !== at) continue;
        this.kind[entity] = 0;
        this.takenTime = at;
        this.takenKind = kind;
        return entity;
      }
      const next = this.bucketStart + (1 << SHIFT);
      if (arrival < next) return this.takeArrival(arrival, limit);
      if (next > limit || this.bucket + 1 >= this.last) return -1;
      this.open(this.bucket + 1);
    }
  }

  private takeArrival(at: number, limit: number): number {
    if (at > limit) return -1;
    this.takenTime = at;
    this.takenKind = this.arrivalKind;
    return this.cursor++;
  }

  /** Time and class by entity, two words each: all there is to save. Classes are 0 where nothing is pending. */
  pending(): Int32Array {
    const saved = new Int32Array(this.entities * 2);
    for (let entity = 0; entity < this.entities; entity++) {
      const first = entity >= this.cursor && entity < this.arrivals.length;
      const kind = first ? this.arrivalKind : this.kind[entity]!;
      saved[entity * 2] = kind === 0 ? 0 : first ? this.arrivals[entity]! : this.at[entity]!;
      saved[entity * 2 + 1] = kind;
    }
    return saved;
  }

  /** Replaces every pending event by those saved, for a world whose present is `now`. */
  restore(saved: Int32Array, now: number): void {
    this.head.fill(-1);
    this.kind.fill(0);
    this.free = -1;
    this.used = 0;
    this.openCount = 0;
    this.openPos = 0;
    this.bucket = ((now - this.base) >> SHIFT) - 1;
    this.bucketStart = this.base + (this.bucket << SHIFT);
    this.cursor = this.arrivals.length;
    for (let entity = this.entities - 1; entity >= 0; entity--) {
      const kind = saved[entity * 2 + 1]!;
      if (kind === this.arrivalKind && entity < this.arrivals.length) this.cursor = entity;
      else if (kind !== 0) this.schedule(entity, saved[entity * 2]!, kind);
    }
  }

  /** Makes room for `count` entities from `first` on: those that were there, and their events, move up. */
  insert(first: number, count: number): void {
    const { at, kind, entities, places, entries } = this;
    this.entities += count;
    this.at = new Int32Array(this.entities);
    this.at.set(at.subarray(0, first));
    this.at.set(at.subarray(first, entities), first + count);
    this.kind = new Uint8Array(this.entities);
    this.kind.set(kind.subarray(0, first));
    this.kind.set(kind.subarray(first, entities), first + count);
    for (let place = 0; place < this.used * PLACE; place += PLACE)
      if (places[place]! >= first) places[place]! += count;
    for (let entry = 1; entry < this.openCount * ENTRY; entry += ENTRY)
      if (entries[entry]! >= first) entries[entry]! += count;
  }

  private link(bucket: number, entity: number, key: number): void {
    let place = this.free;
    if (place < 0) {
      place = this.used++ * PLACE;
      if (place === this.places.length) this.places = doubled(this.places);
    } else this.free = this.places[place + NEXT]!;
    const { places, head } = this;
    places[place] = entity;
    places[place + KEY] = key;
    places[place + NEXT] = head[bucket]!;
    head[bucket] = place;
  }

  private open(bucket: number): void {
    this.bucket = bucket;
    this.bucketStart = this.base + (bucket << SHIFT);
    this.openCount = 0;
    this.openPos = 0;
    const { places } = this;
    for (let place = this.head[bucket]!; place >= 0;) {
      this.insertOpen(places[place]!, places[place + KEY]!);
      const next = places[place + NEXT]!;
      places[place + NEXT] = this.free;
      this.free = place;
      place = next;
    }
    this.head[bucket] = -1;
  }

  private insertOpen(entity: number, key: number): void {
    if (this.openCount * ENTRY === this.entries.length) this.entries = doubled(this.entries);
    const { entries } = this;
    const first = this.openPos * ENTRY;
    let at = this.openCount++ * ENTRY;
    while (at > first) {
      const before = entries[at - 2]!;
      if (before < key || (before === key && entries[at - 1]! <= entity)) break;
      entries[at] = before;
      entries[at + 1] = entries[at - 1]!;
      at -= ENTRY;
    }
    entries[at] = key;
    entries[at + 1] = entity;
  }
}

function doubled(old: Int32Array): Int32Array {
  const wide = new Int32Array(old.length * 2);
  wide.set(old);
  return wide;
}
