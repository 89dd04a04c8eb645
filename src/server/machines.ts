import { fileURLToPath } from 'node:url';
import type { ExerciseGround } from '../exercise/exercise.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { openExercise } from '../exercise/open.ts';
import { clock } from '../kernel/time.ts';
import { parsePlay } from '../scenario/play/load.ts';
import type { PlayParts } from '../scenario/play/load.ts';
import { PART_NAMES } from '../scenario/play/schema.ts';
import { DEFAULT_SCENARIO, readJson, readScenario, readTerritory } from './world.ts';

const partPath = (name: string): string =>
  fileURLToPath(new URL(`../../assets/play/${name}.json`, import.meta.url));

/** What an exercise of 2 June is opened on: its scenario, the territory, the catalogue of the play. */
export function readGround(): ExerciseGround {
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, readJson(partPath(name))])) as PlayParts;
  const play = parsePlay(parts);
  if (!play.ok) throw new Error(JSON.stringify(play.error[0]));
  const territory = readTerritory();
  return { file: readScenario(DEFAULT_SCENARIO, territory), territory, play: play.value };
}

/** A whole evening with a machine "as in 2021" in every seat, to the end of the world's clock. */
export function playMachines(ground: ExerciseGround, seed: number): Exercise {
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
  );
  if (!exercise.ok) throw new Error(JSON.stringify(exercise.error[0]));
  exercise.value.runTo(exercise.value.setup.to);
  exercise.value.evening.runToEnd();
  return exercise.value;
}
