import { causeIndex } from '../../callflow/attemptLog.ts';
import type { Exercise } from '../exercise.ts';
import { attemptsHeard } from '../instruments/ledger.ts';
import { ALL_ROOMS } from '../instruments/rooms.ts';

const CUT = causeIndex('cut');
const ANSWERED = causeIndex('answered');
/** Acts by which the rooms ring back those who were cut. */
export const CALLING_BACK: readonly string[] = ['services.callBack', 'services.callBackShort'];

/** End of the latest round of calls back, clock ms: whoever was cut before is off the list. `but` is left out. */
export function calledBackUntil(exercise: Exercise, but = -1): number {
  return Math.max(
    0,
    ...CALLING_BACK.flatMap((act) =>
      exercise
        .actsOf('services', act)
        .filter(({ id, stopped, endsAt }) => id !== but && !stopped && endsAt <= exercise.now)
        .map(({ endsAt }) => endsAt),
    ),
  );
}

/**
 * Likewise, with those that a round under way has rung so far: its calls follow each other evenly, in the order in which
 * people were cut.
 */
export function rungBackUntil(exercise: Exercise): number {
  const { now } = exercise;
  const before = calledBackUntil(exercise);
  const under = CALLING_BACK.flatMap((act) =>
    exercise.actsOf('services', act).filter(({ stopped, ended }) => !stopped && !ended),
  );
  if (under.length === 0) return before;
  const ends = [...cutSince(exercise, before).values()].sort((a, b) => a - b);
  const shares = under.map(({ begunAt, endsAt }) => (now - begunAt) / (endsAt - begunAt));
  const rung = Math.floor(Math.min(1, Math.max(...shares)) * ends.length);
  return rung === 0 ? before : ends[rung - 1]!;
}

/** How many callers of the own rooms were cut after `since` and have not been spoken to again. */
export function cutCallers(exercise: Exercise, since: number): number {
  return cutSince(exercise, since).size;
}

/** Those callers, with the clock ms at which each was last cut. */
function cutSince({ evening, opening }: Exercise, since: number): ReadonlyMap<number, number> {
  const { log } = evening;
  const area = opening.home;
  const listening = { name: `area${area}`, areas: [area], rooms: ALL_ROOMS };
  const cut = new Map<number, number>();
  const attempts = attemptsHeard(evening, listening, 0, evening.now + 1);
  for (let i = 0; i < attempts.length; i++) {
    const attempt = attempts[i]!;
    if (log.end[attempt]! <= since || log.cause(attempt) !== CUT) continue;
    const caller = log.caller[attempt]!;
    if (log.cause(evening.attemptOf[caller]!) !== ANSWERED) cut.set(caller, log.end[attempt]!);
  }
  return cut;
}
