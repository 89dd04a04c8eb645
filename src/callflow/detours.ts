import { MINUTE } from '../kernel/time.ts';
import type { StateArray } from './floor.ts';

/** Areas whose emergency calls go around the bridge: so many calls a minute each, the next ones cross it as before. */
export class Detours {
  /** Per area: 1 once agreed and built. */
  declare readonly open: Uint8Array;
  declare private readonly minute: Int32Array;
  declare private readonly used: Int32Array;
  declare private readonly capacity: number;

  constructor(areas: number, capacity: number) {
    this.open = new Uint8Array(areas);
    this.minute = new Int32Array(areas).fill(-1);
    this.used = new Int32Array(areas);
    this.capacity = capacity;
  }

  /** Takes a place on the area's detour at `now`; false when it has none or this minute is full. */
  take(area: number, now: number): boolean {
    if (this.open[area] === 0) return false;
    const minute = Math.floor(now / MINUTE);
    if (this.minute[area] !== minute) {
      this.minute[area] = minute;
      this.used[area] = 0;
    }
    if (this.used[area]! >= this.capacity) return false;
    this.used[area]!++;
    return true;
  }

  arrays(): StateArray[] {
    return [this.open, this.minute, this.used];
  }
}
