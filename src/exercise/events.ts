import type { Exercise } from './exercise.ts';
import type { PlayDue } from './schedule.ts';

/** Enters the appointments of the evening's dilemmas and events, once, when an exercise opens. */
export function beginPlay(exercise: Exercise): void {
  void exercise;
}

/** An appointment of the play has come. */
export function happenInPlay(exercise: Exercise, due: PlayDue): void {
  void exercise;
  void due;
}
