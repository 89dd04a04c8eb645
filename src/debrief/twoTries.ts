import type { Exercise } from '../exercise/exercise.ts';
import { counted } from './buildDebrief.ts';
import type { MilestoneRow, TwoTries } from './debriefModel.ts';
import { milestoneRows } from './milestoneRows.ts';
import { truthOf } from './truthOf.ts';

/**
 * A try beside the one before it, which it left at `from`; both exercises stand at the same minute. What has not come to
 * its end by then is settled for neither, unless `runOn`: both evenings are then run on with nobody acting.
 */
export function twoTries(before: Exercise, now: Exercise, from: number, runOn: boolean): TwoTries {
  if (before.now !== now.now) throw new Error('two tries are compared at one minute');
  const first = sideOf(before, runOn);
  const second = sideOf(now, runOn);
  const times = first.milestones.flatMap(({ id, at }) => {
    const again = second.milestones.find((row) => row.id === id)?.at ?? null;
    return again === at ? [] : [{ id, before: at, now: again }];
  });
  return {
    from,
    at: now.now,
    before: first.counts,
    now: second.counts,
    home: { before: first.home, now: second.home },
    times,
  };
}

function sideOf(exercise: Exercise, runOn: boolean) {
  const { tally, evening } = counted(exercise, runOn);
  const milestones: readonly MilestoneRow[] = milestoneRows(exercise, truthOf(exercise, evening));
  const { attempts, lost, neverServed } = tally.byArea[exercise.opening.home]!;
  return { counts: tally.counts, home: { attempts, lost, neverServed }, milestones };
}
