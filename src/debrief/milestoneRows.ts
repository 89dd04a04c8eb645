import type { Exercise } from '../exercise/exercise.ts';
import { MINUTE } from '../kernel/time.ts';
import { documentedTimes } from '../scenario/info.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { MilestoneRow } from './debriefModel.ts';
import type { Truth } from './truth.ts';

/**
 * Milestones of the debrief, in the order of 2 June 2021, and whose act each is; null when nobody's. `documented` is the
 * chronology's own name where it differs.
 */
const MILESTONES: readonly {
  readonly id: string;
  readonly by: SeatId | null;
  readonly documented?: string;
}[] = [
  { id: 'noticed', by: 'orange' },
  { id: 'emergencyImpactKnown', by: 'orange' },
  { id: 'firstPublicWord', by: null },
  { id: 'authoritiesTold', by: 'orange' },
  { id: 'cic', by: 'ministry' },
  { id: 'firstNumberPublished', by: null, documented: 'firstValidNumber' },
  { id: 'operatorCell', by: 'orange' },
  { id: 'otherOperatorsTold', by: 'orange' },
  { id: 'adviceOnNumbers', by: 'orange' },
  { id: 'restored', by: null },
];

/**
 * Times from the trigger, ms: when the act was done, when it had its content, which is what a milestone counts by, and the
 * documented time of 2021.
 */
export function milestoneRows(exercise: Exercise, truth: Truth): MilestoneRow[] {
  const { trigger } = exercise.evening.spec.clock;
  const documented: Readonly<Record<string, number | null>> = documentedTimes(exercise.ground.file);
  const afterTrigger = (at: number | null | undefined): number | null =>
    at === null || at === undefined || at > exercise.now ? null : at - trigger;
  const done = (id: string): (number | null | undefined)[] =>
    id === 'firstNumberPublished'
      ? [exercise.milestones[id], exercise.state.publishedAt]
      : [exercise.milestones[id]];
  return MILESTONES.map(({ id, by, documented: name = id }) => {
    const minutes = documented[name] ?? documented[id] ?? null;
    const content = afterTrigger(exercise.contentMilestones[id]);
    return {
      id,
      by,
      act: id === 'restored' ? null : afterTrigger(exercise.milestones[id]),
      at: id === 'restored' ? afterTrigger(truth.restored()) : earliest(done(id).map(afterTrigger), content),
      content,
      documented: minutes === null ? null : minutes * MINUTE,
    };
  });
}

/**
 * No content comes before its act: whoever reached it first did it. A room that gives its number out, or a local voice,
 * may be there before those whose milestone it is.
 */
function earliest(done: readonly (number | null)[], content: number | null): number | null {
  const times = [...done, content].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}
