import type { Exercise } from '../exercise/exercise.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';
import { factsOf } from './seat/facts.ts';
import { handlesOf } from './seat/handles.ts';
import { journalOf } from './seat/journal.ts';
import type { JournalEntry, Recap } from './seatView.ts';

const MOST = 12;

/** What somebody who was away asks first: what was decided, who counts on us, what we learnt; then what was done. */
const WORTH: Readonly<Record<JournalEntry['kind'], number>> = {
  chosen: 0,
  settled: 3,
  ignored: 0,
  givenUp: 1,
  trust: 0,
  relief: 1,
  lost: 1,
  learnt: 2,
  heard: 1,
  tag: 2,
  arrived: 3,
  failed: 3,
  result: 1,
  reached: 3,
  sent: 4,
  actEnded: 2,
  actStopped: 4,
  actDropped: 1,
  actQueued: 6,
  actTakenOut: 6,
  people: 5,
  written: 5,
  read: 6,
  actBegun: 6,
};

/**
 * What the seat would have learnt in (from, to], for who jumped over it or comes late: the dozen lines of its main
 * courante most worth telling, in order of time, and how many more there are.
 */
export function recap(exercise: Exercise, seat: SeatId, from: number, to: number): Recap {
  const seen = new Set<string>();
  const all = journalOf(exercise, seat, handlesOf(exercise, seat, factsOf(exercise, seat))).filter(
    ({ at }) => at > from && at <= to,
  );
  const ranked = all
    .map((entry, index) => {
      // The first of a kind is news, the same again is less.
      const about = `${entry.kind} ${entry.ref}`;
      const again = seen.has(about);
      seen.add(about);
      return { entry, index, rank: WORTH[entry.kind] + (again ? 10 : 0) };
    })
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, MOST)
    .sort((a, b) => a.index - b.index)
    .map(({ entry }) => entry);
  return { from, to, entries: ranked, more: all.length - ranked.length };
}
