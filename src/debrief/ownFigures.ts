import type { Exercise } from '../exercise/exercise.ts';
import { MINUTE } from '../kernel/time.ts';
import { TRUST_STEPS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { OwnFigure } from './debriefModel.ts';
import { reportAt, wordAt } from './goalFigures.ts';
import type { Tally } from './tally.ts';
import type { Truth } from './truth.ts';
import { minutesTaken } from './verdictContext.ts';
import { shareAnsweredSoon } from './verdictsOfPublic.ts';
import { workingNumbers } from './workingNumbers.ts';

/**
 * What a seat itself can move, first what its goals are about: figures, hours, minutes of people, what is left of trust.
 * A milestone counts by its content. `home`: areas of the services' seat as it was held tonight, since a machine that holds
 * it elsewhere holds it everywhere.
 */
export function ownFigures(
  exercise: Exercise,
  tally: Tally,
  truth: Truth,
  seat: SeatId,
  home: readonly number[],
): OwnFigure[] {
  const content = (id: string): number | null => {
    const at = exercise.contentMilestones[id];
    return at === undefined || at > exercise.now ? null : at;
  };
  const hour = (key: string, at: number | null): OwnFigure => figure(key, 'clock', at, 'less');
  const work = figure('work', 'minutes', minutesOfWork(exercise, seat), null);
  const served = figure('neverServed', 'count', tally.counts.neverServed, 'less');
  switch (seat) {
    case 'orange':
      return [
        hour('restored', truth.restored()),
        hour('authoritiesTold', content('authoritiesTold')),
        hour('otherOperatorsTold', content('otherOperatorsTold')),
        figure('cut', 'count', tally.byCause.cut, 'less'),
        served,
        work,
      ];
    case 'ministry': {
      const { share, places, hit } = workingNumbers(exercise.evening, tally.byArea);
      return [
        figure('numberPeople', 'percent', share === null ? null : 100 * share, 'more'),
        figure('numberPlaces', 'count', hit === 0 ? null : places, 'more'),
        hour('firstPublicWord', content('firstPublicWord')),
        hour('firstNumberPublished', content('firstNumberPublished')),
        hour('cic', content('cic')),
        figure('asked', 'minutes', minutesTaken({ exercise }, 'ministry', 'services').minutes, 'less'),
        figure('publicTrust', 'trust', TRUST_STEPS.indexOf(exercise.trust.publicToAdvice), 'less'),
        served,
        work,
      ];
    }
    case 'anssi':
      return [
        hour('word', wordAt(exercise)),
        figure('taken', 'minutes', minutesTaken({ exercise }, 'anssi', 'orange').minutes, 'less'),
        hour('restored', truth.restored()),
        served,
        work,
      ];
    case 'services': {
      const soon = shareAnsweredSoon(exercise, home);
      const sum = (of: 'lost' | 'neverServed'): number =>
        home.reduce((total, area) => total + tally.byArea[area]![of], 0);
      return [
        figure('homeNeverServed', 'count', sum('neverServed'), 'less'),
        figure('answeredSoon', 'percent', soon === null ? null : 100 * soon, 'more'),
        hour('report', reportAt(exercise)),
        figure('homeLost', 'count', sum('lost'), 'less'),
        work,
      ];
    }
  }
}

function figure(
  key: string,
  unit: OwnFigure['unit'],
  value: number | null,
  better: OwnFigure['better'],
): OwnFigure {
  return { key, unit, value, better };
}

/** Minutes of its people that a seat's acts took, up to now. */
function minutesOfWork(exercise: Exercise, seat: SeatId): number {
  let minutes = 0;
  for (const act of exercise.acts) {
    if (act.seat !== seat) continue;
    const until = Math.min(exercise.now, act.work?.from ?? act.endsAt);
    minutes += ((exercise.actSpec(act.spec)?.needs.people ?? 0) * Math.max(0, until - act.begunAt)) / MINUTE;
  }
  return Math.round(minutes);
}
