/**
 * Keeps the table fluid on any machine, without a word to the viewer: when frames come late, one filament in two,
 * then in four, is drawn; when the machine breathes again, they come back.
 */
export interface Governor {
  /** Duration of the last frame, ms. Returns true when the stride changed. */
  frame(duration: number): boolean;
  /** Every filament again: something else was made lighter. */
  reset(): void;
  /** Draw one filament out of this many. */
  readonly stride: number;
  /** Frames per second over the last 60 frames. */
  readonly fps: number;
}

const MAX_STRIDE = 16;
const WINDOW = 60;

export function createGovernor(): Governor {
  const durations = new Float64Array(WINDOW);
  let next = 0;
  let sum = 0;
  let seen = 0;
  let stride = 1;
  let calm = 0;
  let late = 0;
  return {
    frame(duration: number): boolean {
      // A tab brought back to the front is not a slow machine.
      if (duration > 500) return false;
      sum += duration - durations[next];
      durations[next] = duration;
      next = (next + 1) % WINDOW;
      seen++;
      if (seen < WINDOW || next !== 0) return false;
      const mean = sum / WINDOW;
      // The first seconds are those of the page that loads; one late second may be anything.
      late = mean > 1000 / 48 && seen > 2 * WINDOW ? late + 1 : 0;
      if (late >= 2 && stride < MAX_STRIDE) {
        stride *= 2;
        calm = 0;
        late = 0;
        return true;
      }
      calm = mean < 1000 / 57 ? calm + 1 : 0;
      if (calm >= 8 && stride > 1) {
        stride /= 2;
        calm = 0;
        return true;
      }
      return false;
    },
    reset() {
      stride = 1;
      late = 0;
      seen = 0;
      next = 0;
      sum = 0;
      durations.fill(0);
    },
    get stride() {
      return stride;
    },
    get fps() {
      const count = Math.min(seen, WINDOW);
      return count === 0 || sum === 0 ? 0 : (1000 * count) / sum;
    },
  };
}
