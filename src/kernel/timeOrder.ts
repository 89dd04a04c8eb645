const SHIFT = 9;

/**
 * Indexes 0..count-1 in order of (time, index), into `order`. Times are integer ms from `from`, most of them before `to`:
 * one counting sort on half seconds, then insertion within each. Those after `to` are few, or it is slow. Buffers are
 * kept between calls.
 */
export class TimeOrder {
  private starts = new Int32Array(0);
  order = new Int32Array(0);

  sort(times: Int32Array, count: number, from: number, to: number): Int32Array {
    const buckets = ((to - from) >> SHIFT) + 2;
    if (this.starts.length < buckets) this.starts = new Int32Array(buckets);
    else this.starts.fill(0, 0, buckets);
    if (this.order.length < count) this.order = new Int32Array(count * 2);
    const { starts, order } = this;
    const last = buckets - 2;
    for (let i = 0; i < count; i++) starts[Math.min(last, (times[i]! - from) >> SHIFT) + 1]!++;
    for (let b = 1; b < buckets; b++) starts[b]! += starts[b - 1]!;
    for (let i = 0; i < count; i++) order[starts[Math.min(last, (times[i]! - from) >> SHIFT)]!++] = i;
    // Nearly sorted: each index moves within its half second.
    for (let k = 1; k < count; k++) {
      const index = order[k]!;
      const time = times[index]!;
      let at = k;
      while (at > 0 && times[order[at - 1]!]! > time) {
        order[at] = order[at - 1]!;
        at--;
      }
      order[at] = index;
    }
    return order;
  }
}
