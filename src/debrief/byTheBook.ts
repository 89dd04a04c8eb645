import type { Exercise } from '../exercise/exercise.ts';
import { counted } from './counted.ts';
import type { DebriefCounts } from './debriefModel.ts';
import { machineSetup, opened } from './ghost.ts';

/** The same evening with machines by the book in every seat, at the same minute and with tonight's measures. */
export function byTheBook(exercise: Exercise): DebriefCounts {
  const book = opened(machineSetup(exercise.setup, 'by-the-book'), exercise.ground);
  book.runTo(exercise.now);
  return counted(book, exercise.finished).tally.counts;
}
