import { sickServers } from '../instruments/common.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import { corrected, moveTrust } from '../people/trust.ts';

/** An hour of restoration that the operator has given to others. */
export interface Estimate {
  readonly givenAt: number;
  readonly hour: number;
  /** Replaced by another one before its hour came. */
  replaced: boolean;
  settled: boolean;
}

/** The operator has told others an hour: it binds. Another one before the first has passed is an honest correction. */
export function giveEstimate(exercise: Exercise, hour: number): void {
  const { estimates } = exercise.state;
  const open = estimates.find(({ settled, replaced }) => !settled && !replaced);
  if (open?.hour === hour) return;
  if (open) {
    open.replaced = true;
    // Good news costs nothing.
    if (hour > open.hour) corrected(exercise, 'stateToOperator', 'estimateCorrected');
  }
  estimates.push({ givenAt: exercise.now, hour, replaced: false, settled: false });
  exercise.schedule.add(Math.max(hour, exercise.now), { kind: 'estimate', estimate: estimates.length - 1 });
}

/** The hour given has come: missed, unless it was replaced or every server serves again. */
export function settleEstimate(exercise: Exercise, index: number): void {
  const estimate = exercise.state.estimates[index]!;
  if (estimate.settled || estimate.replaced) return;
  estimate.settled = true;
  const ill = sickServers(exercise.evening).length > 0;
  note(exercise, 'orange', 'trust', 'estimate', { params: { kept: ill ? 0 : 1 } });
  if (ill) moveTrust(exercise, 'stateToOperator', -1, 'estimateMissed');
}
