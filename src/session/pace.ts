import type { Exercise } from '../exercise/exercise.ts';
import { isLull, speedAt } from '../exercise/tempo/lull.ts';
import { planOf } from '../exercise/tempo/tempo.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

/** What people have asked of the clock. */
export interface Asked {
  /** Times real time; null for the tempo plan's own. */
  readonly chosen: number | null;
  readonly composing: boolean;
  /** Clock ms at which somebody last had a hand on it. */
  readonly touchedAt: number;
}

export interface Pace {
  /** Exercise time over real time, now. */
  readonly speed: number;
  /** Faster than the plan says, as nothing lies before anybody. */
  readonly lull: boolean;
}

/** How fast time runs now for those who hold these seats. */
export function paceOf(
  exercise: Exercise,
  seats: readonly SeatId[],
  { chosen, composing, touchedAt }: Asked,
): Pace {
  const plan = planOf(exercise);
  const lull = chosen === null && !composing && isLull(exercise, seats, touchedAt);
  const speed = chosen ?? speedAt(plan, exercise.now, lull);
  return { speed: composing ? Math.min(speed, plan.composing) : speed, lull };
}
