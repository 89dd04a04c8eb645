import type { Evening } from '../callflow/evening.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { numbersGiven } from './numberHistory.ts';
import { Truth } from './truth.ts';

/** The world of an exercise as what was said in it is checked against; `evening` is its own, run on or not. */
export function truthOf(exercise: Exercise, evening: Evening = exercise.evening): Truth {
  return new Truth(evening, exercise.cause, exercise.now, numbersGiven(exercise));
}
