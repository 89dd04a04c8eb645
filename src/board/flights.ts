/**
 * Calls in flight, in flat arrays: no object is made or dropped while they fly. A flight goes from where it was
 * dialled to its lantern and back to its centre (two curves), or breaks at the lantern and falls.
 */
export const THROUGH = 0;
export const BROKEN = 1;
export const REFUSED = 2;
export type Fate = typeof THROUGH | typeof BROKEN | typeof REFUSED;

/** Real milliseconds. */
export const LEG = 720;
export const FALL = 1_100;
const SETTLE = 260;

/** Coordinates of a flight: from, bend, lantern, bend, centre, landing; then its length as a share of a leg. */
export const STRIDE = 13;
export const TAIL_AT = 12;

export interface Flights {
  readonly count: number;
  readonly capacity: number;
  readonly began: Float64Array;
  readonly fate: Uint8Array;
  /** 1 when the call needs no lantern. */
  readonly direct: Uint8Array;
  readonly points: Float32Array;
  readonly keys: string[];
  /** False when full: the call is not drawn. */
  launch(began: number, fate: Fate, direct: boolean, points: ArrayLike<number>, key: string): boolean;
  /** Takes away what has ended at `now`; `landed` is told of each broken call that reaches the dust. */
  retire(now: number, landed: (x: number, y: number, key: string) => void): void;
  /** Key of the broken call whose ember is nearest to a point, within `reach`. */
  emberAt(now: number, x: number, y: number, reach: number): string | null;
  clear(): void;
}

export const lifetime = (fate: number, direct: boolean): number =>
  fate === BROKEN ? LEG + FALL : direct ? LEG + SETTLE : 2 * LEG + SETTLE;

/** Place on a quadratic curve whose three points start at `at` of the points. */
export const curveX = (p: Float32Array, at: number, t: number): number =>
  (1 - t) * (1 - t) * p[at] + 2 * t * (1 - t) * p[at + 2] + t * t * p[at + 4];
export const curveY = (p: Float32Array, at: number, t: number): number =>
  (1 - t) * (1 - t) * p[at + 1] + 2 * t * (1 - t) * p[at + 3] + t * t * p[at + 5];

/** Where an ember is when `t` (0..1) of its fall has passed: slow to leave the lantern, then faster. */
export const fallX = (p: Float32Array, at: number, t: number): number =>
  p[at + 4] + (p[at + 10] - p[at + 4]) * t * (2 - t);
export const fallY = (p: Float32Array, at: number, t: number): number =>
  p[at + 5] + (p[at + 11] - p[at + 5]) * t * t;

export function createFlights(capacity: number): Flights {
  const began = new Float64Array(capacity);
  const fate = new Uint8Array(capacity);
  const direct = new Uint8Array(capacity);
  const points = new Float32Array(capacity * STRIDE);
  const keys: string[] = Array.from({ length: capacity }, () => '');
  let count = 0;
  return {
    capacity,
    began,
    fate,
    direct,
    points,
    keys,
    get count() {
      return count;
    },
    launch(start, how, straight, from, key) {
      if (count === capacity) return false;
      began[count] = start;
      fate[count] = how;
      direct[count] = straight ? 1 : 0;
      for (let i = 0; i < STRIDE; i++) points[count * STRIDE + i] = from[i];
      keys[count] = key;
      count++;
      return true;
    },
    retire(now, landed) {
      for (let i = count - 1; i >= 0; i--) {
        if (now - began[i] < lifetime(fate[i], direct[i] === 1)) continue;
        if (fate[i] === BROKEN) landed(points[i * STRIDE + 10], points[i * STRIDE + 11], keys[i]);
        count--;
        if (i === count) continue;
        began[i] = began[count];
        fate[i] = fate[count];
        direct[i] = direct[count];
        points.copyWithin(i * STRIDE, count * STRIDE, (count + 1) * STRIDE);
        keys[i] = keys[count];
      }
    },
    emberAt(now, x, y, reach) {
      let best: string | null = null;
      let nearest = reach * reach;
      for (let i = 0; i < count; i++) {
        if (fate[i] !== BROKEN || now < began[i]) continue;
        const t = Math.max(0, (now - began[i] - LEG) / FALL);
        const at = i * STRIDE;
        const distance = (fallX(points, at, t) - x) ** 2 + (fallY(points, at, t) - y) ** 2;
        if (distance < nearest) {
          nearest = distance;
          best = keys[i];
        }
      }
      return best;
    },
    clear() {
      count = 0;
    },
  };
}
