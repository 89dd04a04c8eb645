import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';

/** Curious calls are brought so long at a time: they end when curiosity does. */
const SLICE_MINUTES = 5;
/** Series of these calls among the evening's loads (`loads.ts`). */
const SERIES = 3;

/** The public's curiosity changes: test calls in percent of the usual, none at 0. */
export function curious(exercise: Exercise, percent: number): void {
  const before = exercise.state.curiousPercent;
  exercise.state.curiousPercent = percent;
  if (percent > 0 && before === 0) bringCurious(exercise);
}

/** The next minutes' curious calls, as long as the public is curious. */
export function bringCurious(exercise: Exercise): void {
  const { curiousPercent } = exercise.state;
  if (curiousPercent === 0) return;
  exercise.evening.addLoad({
    series: SERIES,
    areas: 'all',
    from: exercise.now,
    minutes: SLICE_MINUTES,
    need: false,
    amount: { kind: 'share', share: curiousPercent / 100 },
  });
  exercise.schedule.add(exercise.now + SLICE_MINUTES * MINUTE, { kind: 'curious' });
}
