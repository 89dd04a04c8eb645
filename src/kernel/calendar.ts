/**
 * Pending events in a total order (time, class, entity): each entity has at most one pending event, so that
 * scheduling again moves it and nothing stale is ever executed. Buckets of 512 ms hold unsorted linked lists;
 * a bucket is sorted when time reaches it. No allocation per event.
 *
 * Times are integer milliseconds in [start, end]; classes are 1..15; entities are 0..count-1 (count < 2^24).
 * Equal (time, class) execute in order of entity, whatever the order of insertion.
 */
const SHIFT = 9;

export class Calendar {
  readonly time: Int32Array;
  /** Class of the pending event, 0 when none. */
  readonly kind: Uint8Array;
  private readonly next: Int32Array;
  private readonly prev: Int32Array;
  private readonly head: Int32Array;
  private readonly base: number;
  private readonly last: number;
  /** Bucket being executed; everything at or before it lives in the sorted arrays below. */
  private bucket = -1;
  private openKey: Int32Array = new Int32Array(256);
  private openId: Int32Array = new Int32Array(256);
  private openCount = 0;
  private openPos = 0;

  constructor(entities: number, start: number, end: number) {
    this.base = start;
    this.last = ((end - start) >> SHIFT) + 1;
    this.time = new Int32Array(entities);
    this.kind = new Uint8Array(entities);
    this.next = new Int32Array(entities);
    this.prev = new Int32Array(entities);
    this.head = new Int32Array(this.last + 1).fill(-1);
  }

  /** Sets the entity's pending event; one that was pending is replaced. Events after the end are kept, never executed. */
  schedule(entity: number, at: number, kind: number): void {
    if (this.kind[entity] !== 0) this.cancel(entity);
    this.time[entity] = at;
    this.kind[entity] = kind;
    let bucket = (at - this.base) >> SHIFT;
    if (bucket <= this.bucket) {
      this.insertOpen(entity, ((at - this.base - (this.bucket << SHIFT)) << 4) | kind);
      return;
    }
    if (bucket > this.last) bucket = this.last;
    const first = this.head[bucket]!;
    this.next[entity] = first;
    this.prev[entity] = -1;
    if (first >= 0) this.prev[first] = entity;
    this.head[bucket] = entity;
  }

  /**
   * Sets the first event of entities 0..times.length-1, all of one class, on an empty calendar. They must not be
   * cancelled: their place in a bucket is linked one way only.
   */
  scheduleAll(times: Int32Array, kind: number): void {
    const { head, next, base } = this;
    this.time.set(times);
    this.kind.fill(kind, 0, times.length);
    for (let entity = times.length - 1; entity >= 0; entity--) {
      const bucket = (times[entity]! - base) >> SHIFT;
      next[entity] = head[bucket]!;
      head[bucket] = entity;
    }
  }

  cancel(entity: number): void {
    if (this.kind[entity] === 0) return;
    this.kind[entity] = 0;
    let bucket = (this.time[entity]! - this.base) >> SHIFT;
    // In the open bucket the entry is left behind and skipped: its key no longer matches.
    if (bucket <= this.bucket) return;
    if (bucket > this.last) bucket = this.last;
    const next = this.next[entity]!;
    const prev = this.prev[entity]!;
    if (prev < 0) this.head[bucket] = next;
    else this.next[prev] = next;
    if (next >= 0) this.prev[next] = prev;
  }

  /**
   * Takes the next event at or before `limit` off the calendar and returns its entity, or -1 when none is left.
   * Its time and class are then in `time[entity]` and `takenKind`.
   */
  take(limit: number): number {
    for (;;) {
      if (this.openPos < this.openCount) {
        const key = this.openKey[this.openPos]!;
        const entity = this.openId[this.openPos]!;
        const at = this.base + (this.bucket << SHIFT) + (key >> 4);
        if (at > limit) return -1;
        this.openPos++;
        if (this.kind[entity] !== (key & 15) || this.time[entity] !== at) continue;
        this.kind[entity] = 0;
        this.takenKind = key & 15;
        return entity;
      }
      if (this.base + ((this.bucket + 1) << SHIFT) > limit || this.bucket + 1 >= this.last) return -1;
      this.open(this.bucket + 1);
    }
  }

  takenKind = 0;

  /** Rebuilds the buckets from `time` and `kind` (after they were loaded) for a world whose present is `now`. */
  rebuild(now: number): void {
    this.head.fill(-1);
    this.openCount = 0;
    this.openPos = 0;
    this.bucket = ((now - this.base) >> SHIFT) - 1;
    for (let entity = 0; entity < this.kind.length; entity++) {
      const kind = this.kind[entity]!;
      if (kind === 0) continue;
      this.kind[entity] = 0;
      this.schedule(entity, this.time[entity]!, kind);
    }
  }

  private open(bucket: number): void {
    this.bucket = bucket;
    this.openCount = 0;
    this.openPos = 0;
    const start = this.base + (bucket << SHIFT);
    const { time, kind, next } = this;
    for (let entity = this.head[bucket]!; entity >= 0; entity = next[entity]!) {
      this.insertOpen(entity, ((time[entity]! - start) << 4) | kind[entity]!);
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
