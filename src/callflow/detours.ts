import type { Draws } from '../kernel/threefry.ts';
import { MINUTE } from '../kernel/time.ts';
import type { StateArray } from './floor.ts';
import { PURPOSE } from './purpose.ts';

/** What becomes of a call at an area's detour: it crosses the bridge all the same, goes around, or is refused. */
export const WAY = { crosses: 0, around: 1, refused: 2 } as const;

/** The evening's own draw: no caller's key. */
const EVENING = -1;
/** Most evenings the other operator refuses hardly a call that it took; so often, it is loaded itself (assumed). */
const LOADED = 0.4;
const REFUSED_AT_EASE = [0, 0.01] as const;
const REFUSED_LOADED = [0.04, 0.09] as const;

/**
 * Areas whose emergency calls go around the bridge by another operator: so many calls a minute each, the next ones cross it
 * as before. What it lends is worth what its own traffic leaves tonight: it refuses a share of the calls it took, that no one
 * knows beforehand.
 */
export class Detours {
  /** Per area: 1 once agreed and built. */
  declare readonly open: Uint8Array;
  /** Share of the calls sent around that the other operator refuses this evening. */
  declare readonly refused: number;
  declare private readonly minute: Int32Array;
  declare private readonly used: Int32Array;
  declare private readonly capacity: number;
  declare private readonly draws: Draws;

  constructor(areas: number, capacity: number, draws: Draws) {
    this.open = new Uint8Array(areas);
    this.minute = new Int32Array(areas).fill(-1);
    this.used = new Int32Array(areas);
    this.capacity = capacity;
    this.draws = draws;
    draws.draw(EVENING, PURPOSE.detour, 0);
    const [least, most] = draws.u0 < LOADED ? REFUSED_LOADED : REFUSED_AT_EASE;
    this.refused = least + (most - least) * draws.u1;
  }

  /** Where the caller's attempt goes at `now`. */
  take(area: number, now: number, key: number, tries: number): number {
    if (this.open[area] === 0) return WAY.crosses;
    const minute = Math.floor(now / MINUTE);
    if (this.minute[area] !== minute) {
      this.minute[area] = minute;
      this.used[area] = 0;
    }
    if (this.used[area]! >= this.capacity) return WAY.crosses;
    this.used[area]!++;
    this.draws.draw(key, PURPOSE.detour, tries);
    return this.draws.u0 < this.refused ? WAY.refused : WAY.around;
  }

  arrays(): StateArray[] {
    return [this.open, this.minute, this.used];
  }
}
