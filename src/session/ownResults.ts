import type { Act } from '../exercise/acts/acts.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { JournalEntry } from '../exercise/journal.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { isTelling } from '../view/tellingResults.ts';

/** Whether an entry of the seat's main courante tells what an act of its own found or brought about. */
export function tellsOwnResult({ acts }: Exercise, { at, kind, params }: JournalEntry): boolean {
  const act = acts[Number(params['act'])];
  if (act === undefined || act.stopped) return false;
  if (kind === 'actEnded') return act.results.some((line) => line.at <= at && isTelling(line));
  const line = kind === 'result' ? act.results[Number(params['line'])] : undefined;
  return line !== undefined && isTelling(line) && !isOneOfSeveral(act, line);
}

/** One more server of a series answers: the series tells when it is over, or when one does not. */
function isOneOfSeveral({ work }: Act, { params }: Act['results'][number]): boolean {
  return work !== undefined && params['up'] === params['modules'];
}

/** Whether such an entry has come to the seat in (since, now]; `from`: entries before that one have been looked at. */
export function hasOwnResult(exercise: Exercise, seat: SeatId, since: number, from: number): boolean {
  const { journal, now } = exercise;
  return journal[seat]
    .slice(from)
    .some((entry) => entry.at > since && entry.at <= now && tellsOwnResult(exercise, entry));
}
