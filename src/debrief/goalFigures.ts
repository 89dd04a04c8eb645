import type { Act } from '../exercise/acts/acts.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { reportWent } from '../exercise/acts/reports.ts';
import { MINUTE } from '../kernel/time.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';
import { counted } from './counted.ts';
import { heldAt } from './heldFacts.ts';
import { THRESHOLDS } from './thresholds.ts';
import { workingNumbers } from './workingNumbers.ts';

/** What the agency's words say of the cause. */
const WORDS: Readonly<Record<string, FactType>> = {
  WORD_EXCLUDED: 'cyberattack.excluded',
  WORD_LIKELY_FAILURE: 'cyberattack.excluded',
  WORD_SUSPECTED: 'cyberattack.suspected',
};

/**
 * A seat's own goal as one number at the end of an evening, lower is better. Orange: minutes to the authorities told with
 * content. Ministry: percent of the people of hit départements without a number that works. ANSSI: minutes to the right
 * word on evidence. Services: minutes to a first report upwards. What never came counts as at the end.
 */
export function goalFigure(exercise: Exercise, seat: SeatId): number {
  const { trigger } = exercise.evening.spec.clock;
  switch (seat) {
    case 'orange': {
      const told = exercise.contentMilestones['authoritiesTold'] ?? exercise.now;
      return (told - trigger) / MINUTE;
    }
    case 'ministry':
      return 100 * (1 - (workingNumbers(exercise.evening, counted(exercise, false).tally.byArea).share ?? 0));
    case 'anssi':
      return ((wordAt(exercise) ?? exercise.now) - trigger) / MINUTE;
    case 'services':
      return ((reportAt(exercise) ?? exercise.now) - trigger) / MINUTE;
  }
}

/** When ANSSI had said the right word on evidence, ms of the day, or null. */
export function wordAt(exercise: Exercise): number | null {
  return firstEnd(exercise, 'anssi', (event, { begunAt }) => {
    const fact = WORDS[event];
    return fact !== undefined && isRightAndSure(exercise, fact, begunAt);
  });
}

/** When the rooms had first reported upwards, ms of the day, or null. */
export function reportAt(exercise: Exercise): number | null {
  return firstEnd(exercise, 'services', (event, act) => event === 'REPORT' && reportWent(exercise, act));
}

function isRightAndSure(exercise: Exercise, fact: FactType, at: number): boolean {
  const right = (exercise.cause === 'attack') === (fact === 'cyberattack.suspected');
  const held = heldAt(exercise, 'anssi', fact, at);
  return right && held.some(({ confidence }) => confidence >= THRESHOLDS.ministry.evidence);
}

/** End of the seat's first act that tells its statechart a wanted event, or null. */
function firstEnd(
  exercise: Exercise,
  seat: SeatId,
  wanted: (event: string, act: Act) => boolean,
): number | null {
  const act = exercise.acts.find(
    (each) =>
      each.seat === seat &&
      each.ended &&
      !each.stopped &&
      (exercise.actSpec(each.spec)?.effects ?? []).some(
        (effect) => effect.op === 'machine' && wanted(effect.event, each),
      ),
  );
  return act?.endsAt ?? null;
}
