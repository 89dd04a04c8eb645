import type { ExerciseGround } from '../exercise/exercise.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { openExercise } from '../exercise/open.ts';
import type { Arrays } from '../kernel/arrays.ts';
import { clock } from '../kernel/time.ts';
import { DEFAULT_SCENARIO } from './world.ts';

/** A whole evening with a machine "as in 2021" in every seat, to the end of the world's clock, in these arrays. */
export function playMachines(ground: ExerciseGround, seed: number, arrays: Arrays): Exercise {
  const machine = { by: 'machine', doctrine: 'as-in-2021' } as const;
  const exercise = openExercise(
    {
      scenario: DEFAULT_SCENARIO,
      seed,
      measures: [],
      seats: { orange: machine, ministry: machine, anssi: machine, services: machine },
      home: '',
      tempo: 'solo',
      from: clock('16:30'),
      to: clock('24:00'),
      set: {},
    },
    ground,
    undefined,
    arrays,
  );
  if (!exercise.ok) throw new Error(JSON.stringify(exercise.error[0]));
  exercise.value.runTo(exercise.value.setup.to);
  exercise.value.evening.runToEnd();
  return exercise.value;
}
