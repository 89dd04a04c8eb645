import type { Exercise } from '../exercise/exercise.ts';
import type { ExerciseSetup, Holder } from '../exercise/setup.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

/** The setup of an exercise as its seats are held now: its direction may have handed some over since it began. */
export function setupNow(exercise: Exercise): ExerciseSetup {
  const { setup, spec, opening } = exercise;
  const holder = (seat: SeatId): Holder => {
    const doctrine = exercise.doctrineOf(seat);
    return doctrine === null ? { by: 'person' } : { by: 'machine', doctrine };
  };
  return {
    ...setup,
    seats: Object.fromEntries(CORE_SEATS.map((seat) => [seat, holder(seat)])) as Record<SeatId, Holder>,
    home: exercise.isPerson('services') ? spec.areas[opening.home]!.code : setup.home,
  };
}
