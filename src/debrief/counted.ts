import type { Evening } from '../callflow/evening.ts';
import { NUMBERS } from '../callflow/spec.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { ScenarioFile } from '../scenario/schema.ts';
import { ranOn } from './ghost.ts';
import { tally } from './tally.ts';
import type { SeriousRange, Tally } from './tally.ts';

/** An exercise counted at its present minute, on its evening run on if asked. */
export function counted(
  exercise: Exercise,
  runOn: boolean,
): { readonly tally: Tally; readonly evening: Evening } {
  const { evening, now } = exercise;
  const done = runOn ? ranOn(evening) : evening;
  const refused = Math.round(evening.servers.ordinaryRefused(now));
  return {
    evening: done,
    tally: tally(done, now, refused, seriousRange(exercise.ground.file), exercise.setup.from),
  };
}

/** Ends of the plausible shares of calls whose delay could matter, as the scenario gives them. */
function seriousRange({ parameters }: ScenarioFile): SeriousRange {
  const shares = NUMBERS.map((number) => parameters[`serious_share_${number}`]);
  return { low: shares.map(({ min }) => min), high: shares.map(({ max }) => max) };
}
