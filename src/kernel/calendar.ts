/**
 * Pending events in a total order (time, class, entity): each entity has at most one pending event, so that
 * scheduling again moves it and nothing stale is ever executed. Buckets of 512 ms hold unsorted linked lists;
 * a bucket is sorted when time reaches it. No allocation per event.
 *
 * Times are integer milliseconds in [start, end]; classes are 1..15; entities are 0..count-1 (count < 2^24).
 * Equal (time, class) execute in order of entity, whatever the order of insertion. First events come sorted and are
 * read with a cursor.
 */
const SHIFT = 9;
const WORDS = 4;
const KIND = 1;
const NEXT = 2;
const PREV = 3;
/** Beyond any time of an exercise. */
const NEVER = 0x7fffffff;

export class Calendar {
  /** Four words an entity, side by side so that one event touches one line of memory: time, class, next, previous. */
  private slots: Int32Array;
  private entities: number;
  private readonly head: Int32Array;
  private readonly base: number;
  private readonly last: number;
  /** Bucket being executed; everything at or before it lives in the sorted arrays below. */
  private bucket = -1;
  private openKey: Int32Array = new Int32Array(256);
  private openId: Int32Array = new Int32Array(256);
  private openCount = 0;
  private openPos = 0;

  /** First events of entities 0..arrivals.length-1, in order of time, all of class `arrivalKind`; never moved. */
  private readonly arrivals: Int32Array;
  private readonly arrivalKind: number;
  private cursor = 0;

  /**
   * `arrivals[e]` is the first event of entity e: times that do not decrease. They are read in order instead of being
   * kept in buckets.
   */
  constructor(entities: number, start: number, end: number, arrivals: Int32Array, arrivalKind: number) {
    this.arrivals = arrivals;
    this.arrivalKind = arrivalKind;
    this.base = start;
    this.last = ((end - start) >> SHIFT) + 1;
    this.entities = entities;
    this.slots = new Int32Array(entities * WORDS);
    this.head = new Int32Array(this.last + 1).fill(-1);
  }

  /** Sets the entity's pending event; one that was pending is replaced. Events after the end are kept, never executed. */
  schedule(entity: number, at: number, kind: number): void {
    const { slots } = this;
    const slot = entity * WORDS;
    if (slots[slot + KIND] !== 0) this.cancel(entity);
    slots[slot] = at;
    slots[slot + KIND] = kind;
    let bucket = (at - this.base) >> SHIFT;
    if (bucket <= this.bucket) {
      this.insertOpen(entity, ((at - this.base - (this.bucket << SHIFT)) << 4) | kind);
      return;
    }
    if (bucket > this.last) bucket = this.last;
    const first = this.head[bucket]!;
    slots[slot + NEXT] = first;
    slots[slot + PREV] = -1;
    if (first >= 0) slots[first * WORDS + PREV] = entity;
    this.head[bucket] = entity;
  }

  cancel(entity: number): void {
    const { slots } = this;
    const slot = entity * WORDS;
    if (slots[slot + KIND] === 0) return;
    slots[slot + KIND] = 0;
    let bucket = (slots[slot]! - this.base) >> SHIFT;
    // In the open bucket the entry is left behind and skipped: its key no longer matches.
    if (bucket <= this.bucket) return;
    if (bucket > this.last) bucket = this.last;
    const next = slots[slot + NEXT]!;
    const prev = slots[slot + PREV]!;
    if (prev < 0) this.head[bucket] = next;
    else slots[prev * WORDS + NEXT] = next;
    if (next >= 0) slots[next * WORDS + PREV] = prev;
  }

  /** Time and class of the event that `take` returned last. */
  takenTime = 0;
  takenKind = 0;

  /** Takes the next event at or before `limit` off the calendar and returns its entity, or -1 when none is left. */
  take(limit: number): number {
    const { slots, arrivals, arrivalKind } = this;
    const arrival = this.cursor < arrivals.length ? arrivals[this.cursor]! : NEVER;
    for (;;) {
      if (this.openPos < this.openCount) {
        const key = this.openKey[this.openPos]!;
        const at = this.base + (this.bucket << SHIFT) + (key >> 4);
        const kind = key & 15;
        // First events belong to the first entities: of equals, theirs come first.
        if (arrival < at || (arrival === at && arrivalKind <= kind)) return this.takeArrival(arrival, limit);
        if (at > limit) return -1;
        const entity = this.openId[this.openPos++]!;
        const slot = entity * WORDS;
        if (slots[slot + KIND] !== kind || slots[slot] !== at) continue;
        slots[slot + KIND] = 0;
        this.takenTime = at;
        this.takenKind = kind;
        return entity;
      }
      const next = this.base + ((this.bucket + 1) << SHIFT);
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
      const kind = first ? this.arrivalKind : this.slots[entity * WORDS + KIND]!;
      saved[entity * 2] = kind === 0 ? 0 : first ? this.arrivals[entity]! : this.slots[entity * WORDS]!;
      saved[entity * 2 + 1] = kind;
    }
    return saved;
  }

  /** Replaces every pending event by those saved, for a world whose present is `now`. */
  restore(saved: Int32Array, now: number): void {
    this.head.fill(-1);
    this.slots.fill(0);
    this.openCount = 0;
    this.openPos = 0;
    this.bucket = ((now - this.base) >> SHIFT) - 1;
    this.cursor = this.arrivals.length;
    for (let entity = this.entities - 1; entity >= 0; entity--) {
      const kind = saved[entity * 2 + 1]!;
      if (kind === this.arrivalKind && entity < this.arrivals.length) this.cursor = entity;
      else if (kind !== 0) this.schedule(entity, saved[entity * 2]!, kind);
    }
  }

  /** Makes room for `count` entities from `first` on: those that were there, and their events, move up. For `now`, ms. */
  insert(first: number, count: number, now: number): void {
    const before = this.pending();
    const after = new Int32Array(before.length + count * 2);
    after.set(before.subarray(0, first * 2));
    after.set(before.subarray(first * 2), (first + count) * 2);
    this.entities += count;
    this.slots = new Int32Array(this.entities * WORDS);
    this.restore(after, now);
  }

  private open(bucket: number): void {
    this.bucket = bucket;
    this.openCount = 0;
    this.openPos = 0;
    const start = this.base + (bucket << SHIFT);
    const { slots } = this;
    for (let entity = this.head[bucket]!; entity >= 0;) {
      const slot = entity * WORDS;
      this.insertOpen(entity, ((slots[slot]! - start) << 4) | slots[slot + KIND]!);
      entity = slots[slot + NEXT]!;
    }
    this.head[bucket] = -1;
  }

  private insertOpen(entity: number, key: number): void {
    if (this.openCount === this.openKey.length) this.grow();
    const { openKey, openId } = this;
    let at = this.openCount++;
    while (at > this.openPos) {
      const before = openKey[at - 1]!;
      if (before < key || (before === key && openId[at - 1]! <= entity)) break;
      openKey[at] = before;
      openId[at] = openId[at - 1]!;
      at--;
    }
    openKey[at] = key;
    openId[at] = entity;
  }

  private grow(): void {
    const key = new Int32Array(this.openKey.length * 2);
    const id = new Int32Array(this.openId.length * 2);
    key.set(this.openKey);
    id.set(this.openId);
    this.openKey = key;
    this.openId = id;
  }
}
