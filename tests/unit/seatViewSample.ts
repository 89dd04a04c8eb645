import type { Exercise } from '../../src/exercise/exercise.ts';
import { canonicalJson } from '../../src/kernel/canonicalJson.ts';
import { clock } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { exerciseOf } from './exerciseSample.ts';

/** An evening that machines play, with persons' rooms in Indre-et-Loire, at a clock time. */
export function playedTo(time: string, seed = 3): Exercise {
  const exercise = exerciseOf(seed, 'as-in-2021', ['orange', 'ministry', 'anssi']);
  exercise.runTo(clock(time));
  return exercise;
}

/** A view as bytes, as it would be sent. */
export function bytesOf(exercise: Exercise, seat: SeatId): string {
  return canonicalJson(project(exercise, seat));
}

export function othersThan(seat: SeatId): SeatId[] {
  return CORE_SEATS.filter((other) => other !== seat);
}
