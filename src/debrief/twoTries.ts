import type { Exercise } from '../exercise/exercise.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import { counted } from './counted.ts';
import type { TwoTries, VerdictRow } from './debriefModel.ts';
import { playGhost } from './ghost.ts';
import { milestoneRows } from './milestoneRows.ts';
import { truthOf } from './truthOf.ts';
import { verdictRows } from './verdicts.ts';
import { ownAreas } from './verdictsOfPublic.ts';

/**
 * A try beside the one before it, which it left at `from`; both exercises stand at the same minute. What has not come to
 * its end by then is settled for neither, unless `runOn`: both evenings are then run on with nobody acting.
 */
export function twoTries(before: Exercise, now: Exercise, from: number, runOn: boolean): TwoTries {
  if (before.now !== now.now) throw new Error('two tries are compared at one minute');
  const ghost = playGhost(now);
  const first = sideOf(before, ghost, runOn);
  const second = sideOf(now, ghost, runOn);
  const times = first.milestones.flatMap(({ id, at }) => {
    const again = second.milestones.find((row) => row.id === id)?.at ?? null;
    return again === at ? [] : [{ id, before: at, now: again }];
  });
  const seats = CORE_SEATS.filter((seat) => now.isPerson(seat));
  return {
    from,
    at: now.now,
    before: first.counts,
    now: second.counts,
    home: { before: first.home, now: second.home },
    times,
    goals: first.verdicts.flatMap((was) => {
      const is = second.verdicts.find(({ goal }) => goal === was.goal)!;
      return seats.includes(was.seat) && told(was) !== told(is) ? [{ before: was, now: is }] : [];
    }),
    choices: choicesApart(before, now),
    acts: {
      before: actsApart(before, now, from),
      now: actsApart(now, before, from),
    },
  };
}

const told = ({ grade, params }: Pick<VerdictRow, 'grade' | 'params'>): string =>
  JSON.stringify([grade, params]);

function sideOf(exercise: Exercise, ghost: Exercise, runOn: boolean) {
  const { tally, evening } = counted(exercise, runOn);
  const then = counted(ghost, runOn);
  const truth = truthOf(exercise, evening);
  const milestones = milestoneRows(exercise, truth);
  const { attempts, lost, neverServed } = tally.byArea[exercise.opening.home]!;
  return {
    counts: tally.counts,
    home: { attempts, lost, neverServed },
    milestones,
    verdicts: verdictRows({
      exercise,
      ghost,
      tonight: tally,
      ghostTally: then.tally,
      truth,
      ghostTruth: truthOf(ghost, then.evening),
      milestones,
      own: ownAreas(exercise),
    }),
  };
}

/** Choices of people answered in one try and not, or not alike, in the other. */
function choicesApart(before: Exercise, now: Exercise): TwoTries['choices'] {
  const [first, second] = [answersIn(before), answersIn(now)];
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((dilemma) => {
    const [was = null, is = null] = [first.get(dilemma), second.get(dilemma)];
    return was === is ? [] : [{ dilemma, before: was, now: is }];
  });
}

const answersIn = ({ choices }: Exercise): Map<string, string> =>
  new Map(
    choices.flatMap(({ dilemma, state, by, option }) =>
      state === 'chosen' && by === 'person' && option !== null ? [[dilemma, option]] : [],
    ),
  );

/** Acts that people began from that minute on in one exercise, and never in the other. */
function actsApart(one: Exercise, other: Exercise, from: number): string[] {
  const begun = (exercise: Exercise): Set<string> =>
    new Set(
      exercise.acts.flatMap(({ seat, spec, begunAt }) =>
        begunAt >= from && exercise.isPerson(seat) ? [spec] : [],
      ),
    );
  const there = begun(other);
  return [...begun(one)].filter((spec) => !there.has(spec));
}
