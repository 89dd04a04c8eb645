import { saveEvening, loadEvening } from '../callflow/snapshot.ts';
import type { Evening } from '../callflow/evening.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { openExercise } from '../exercise/open.ts';
import type { ExerciseGround } from '../exercise/open.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import type { DoctrineId } from '../scenario/play/types.ts';
import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

/** The same setup with machines of one doctrine in every seat. */
export function machineSetup(setup: ExerciseSetup, doctrine: DoctrineId): ExerciseSetup {
  return { ...setup, seats: holders(doctrine) };
}

function holders(doctrine: DoctrineId): ExerciseSetup['seats'] {
  return Object.fromEntries(
    CORE_SEATS.map((seat) => [seat, { by: 'machine', doctrine }]),
  ) as unknown as Record<SeatId, { readonly by: 'machine'; readonly doctrine: DoctrineId }>;
}

/** The computed evening of 2 June 2021 beside an exercise: same seed, same callers, no measure, machines as in 2021. */
export function ghostSetup(setup: ExerciseSetup): ExerciseSetup {
  return { ...machineSetup(setup, 'as-in-2021'), measures: [] };
}

/** Plays the ghost to the minute of the exercise. */
export function playGhost(exercise: Exercise): Exercise {
  const ghost = opened(ghostSetup(exercise.setup), exercise.ground);
  ghost.runTo(exercise.now);
  return ghost;
}

/** An exercise of a setup that is a variant of one already opened: it opens too, or the program is at fault. */
export function opened(setup: ExerciseSetup, ground: ExerciseGround, callers?: Evening['callers']): Exercise {
  const exercise = openExercise(setup, ground, callers);
  if (!exercise.ok) throw new Error(`a variant of an opened setup does not open: ${exercise.error[0]?.code}`);
  return exercise.value;
}

/** The evening run on to its end, nobody acting any more: how it ended for those still trying. The original stays. */
export function ranOn(evening: Evening): Evening {
  const copy = loadEvening(evening.spec, saveEvening(evening));
  if (!copy.ok) throw new Error(`an evening does not read its own save: ${copy.error.code}`);
  copy.value.runToEnd();
  return copy.value;
}
