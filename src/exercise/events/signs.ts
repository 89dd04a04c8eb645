import { causeIndex } from '../../callflow/attemptLog.ts';
import { areaOfKey } from '../../callflow/callers.ts';
import { MINUTE } from '../../kernel/time.ts';
import { OPERATION } from './operation.ts';
import type { Sign } from '../../scenario/play/choices.ts';
import { calledBackUntil, cutCallers } from '../people/cutCallers.ts';
import type { Exercise } from '../exercise.ts';
import { attemptsHeard } from '../instruments/ledger.ts';
import { openRooms } from '../instruments/probe.ts';
import { ALL_ROOMS, insistedIn, LEAST_CUT, LEAST_REPEATED } from '../instruments/rooms.ts';
import { neighboursOf } from '../neighbours.ts';
import { LOST, lossesSince, shareLost } from '../places.ts';

/** What somebody has heard lately. */
const LATELY = 30 * MINUTE;
/** Assumed: so many calls lost, and such a share of them, before anybody outside speaks of it. */
const FEW = 3;
const FELT = 0.03;
/** Tries in vain of whoever gives up on the telephone. */
const PERSISTENT = 5;

const CUT = causeIndex('cut');

/**
 * What the calls themselves bear out of what a letter or a choice tells the services of their own rooms, and of those
 * around: read from the world at the minute it is written, so that nothing is told that did not happen.
 */
export const SIGN: Readonly<Record<Sign, (exercise: Exercise) => boolean>> = {
  cutOften: (exercise) => cutAt(exercise, exercise.opening.home, LEAST_CUT),
  cutWaiting: (exercise) => cutCallers(exercise, calledBackUntil(exercise)) > 0,
  insisted: (exercise) => insistedAt(exercise, [exercise.opening.home]),
  persistent,
  lost: (exercise) => losesSince(exercise, exercise.now - LATELY),
  hit: (exercise) => losesSince(exercise, OPERATION),
  spared: (exercise) => !losesSince(exercise, OPERATION),
  aroundTold: (exercise) => insistedAt(exercise, around(exercise)),
  aroundCut: (exercise) => around(exercise).some((area) => cutAt(exercise, area, 1)),
  aroundCalm: (exercise) =>
    !insistedAt(exercise, around(exercise)) &&
    !around(exercise).some((area) => cutAt(exercise, area, LEAST_CUT)),
  aroundLoses: (exercise) => {
    const losses = lossesSince(exercise, exercise.now - LATELY);
    return around(exercise).some((area) => shareLost(losses, area) >= FELT && losses.lost[area]! >= FEW);
  },
  aroundNumber: (exercise) => around(exercise).some((area) => openRooms(exercise.evening, area).length > 0),
};

/** Whether all of these are borne out now. */
export function show(exercise: Exercise, signs: readonly Sign[] | undefined): boolean {
  return signs === undefined || signs.every((sign) => SIGN[sign](exercise));
}

const around = ({ opening }: Exercise): readonly number[] => neighboursOf(opening, opening.home);

/** So many conversations of an area's rooms have been cut tonight. */
function cutAt({ evening }: Exercise, area: number, least: number): boolean {
  const { log } = evening;
  const listening = { name: `area${area}`, areas: [area], rooms: ALL_ROOMS };
  let cut = 0;
  for (const attempt of attemptsHeard(evening, listening, OPERATION, evening.now + 1))
    if (log.cause(attempt) === CUT && ++cut >= least) return true;
  return false;
}

/** In one of these areas at least, callers of the last half hour have said that they had to try again. */
function insistedAt({ evening, now }: Exercise, areas: readonly number[]): boolean {
  return areas.some((area) => {
    const insisted = insistedIn(evening, area, Math.max(OPERATION, now - LATELY), now);
    return insisted.reduce((sum, each) => sum + each, 0) >= LEAST_REPEATED;
  });
}

function losesSince(exercise: Exercise, from: number): boolean {
  const { home } = exercise.opening;
  const losses = lossesSince(exercise, from);
  return losses.lost[home]! >= FEW && shareLost(losses, home) >= FELT;
}

/** Somebody here has tried so often tonight, and the network has carried none of it. */
function persistent({ evening, opening }: Exercise): boolean {
  const { log, callers, tries } = evening;
  for (let i = log.firstFrom(OPERATION); i < log.count; i++) {
    const caller = log.caller[i]!;
    if (areaOfKey(callers.key[caller]!) !== opening.home || tries[caller]! < PERSISTENT) continue;
    if (LOST[log.cause(i)] === 1 && evening.attemptOf[caller] === i) return true;
  }
  return false;
}
