import { causeIndex } from '../callflow/attemptLog.ts';
import type { Exercise } from './exercise.ts';
import { attemptsHeard } from './instruments/ledger.ts';
import { ALL_ROOMS } from './instruments/rooms.ts';

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

/** How many callers of the own rooms were cut after `since` and have not been spoken to again. */
export function cutCallers({ evening, opening }: Exercise, since: number): number {
  const { log } = evening;
  const area = opening.home;
  const listening = { name: `area${area}`, areas: [area], rooms: ALL_ROOMS };
  const cut = new Set<number>();
  const attempts = attemptsHeard(evening, listening, 0, evening.now + 1);
  for (let i = 0; i < attempts.length; i++) {
    const attempt = attempts[i]!;
    if (log.end[attempt]! <= since || log.cause(attempt) !== CUT) continue;
    const caller = log.caller[attempt]!;
    if (log.cause(evening.attemptOf[caller]!) !== ANSWERED) cut.add(caller);
  }
  return cut.size;
}
