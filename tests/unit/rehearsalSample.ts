import type { Exercise } from '../../src/exercise/exercise.ts';
import { rehearsedEvening } from '../../src/exercise/tempo/rehearsalPeople.ts';
import type { RehearsedEvening, Rehearser } from '../../src/exercise/tempo/rehearsalPeople.ts';
import type { DoctrineId } from '../../src/scenario/play/types.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { ground, setupOf } from './exerciseSample.ts';
import { scenarioFile } from './scenarioSample.ts';

const known = new Map<string, RehearsedEvening>();

/** An evening of one person in a seat, machines elsewhere, played to its end once a file, and how it was lived. */
export function livedEvening(
  seat: SeatId,
  seed: number,
  who: Rehearser = 'idle',
  scenario: '2021-06-02' | 'june-evening' = '2021-06-02',
  doctrine: DoctrineId = 'willing-2021',
): RehearsedEvening {
  const key = `${seat} ${seed} ${who} ${doctrine} ${scenario}`;
  let evening = known.get(key);
  if (evening === undefined) {
    const setup = setupOf(seed, doctrine, [], { home: '59', scenario });
    evening = rehearsedEvening(setup, { ...ground, file: scenarioFile(scenario) }, seat, who, doctrine);
    known.set(key, evening);
  }
  return evening;
}

export function rehearsed(
  seat: SeatId,
  seed: number,
  who: Rehearser = 'idle',
  doctrine: DoctrineId = 'willing-2021',
): Exercise {
  return livedEvening(seat, seed, who, '2021-06-02', doctrine).exercise;
}
