import type { Exercise } from '../../src/exercise/exercise.ts';
import { rehearsedEvening } from '../../src/exercise/rehearsalPeople.ts';
import type { Rehearser } from '../../src/exercise/rehearsalPeople.ts';
import type { DoctrineId } from '../../src/scenario/play/types.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { ground, setupOf } from './exerciseSample.ts';

const known = new Map<string, Exercise>();

/** An evening of one person in a seat, machines elsewhere, played to its end once a file. */
export function rehearsed(
  seat: SeatId,
  seed: number,
  who: Rehearser = 'idle',
  doctrine: DoctrineId = 'willing-2021',
): Exercise {
  const key = `${seat} ${seed} ${who} ${doctrine}`;
  let evening = known.get(key);
  if (evening === undefined) {
    evening = rehearsedEvening(setupOf(seed, doctrine, [], { home: '59' }), ground, seat, who, doctrine);
    known.set(key, evening);
  }
  return evening;
}
