import type { Exercise } from '../../exercise/exercise.ts';
import { RELATIONS } from '../../scenario/play/vocabulary.ts';
import type { Relation, SeatId } from '../../scenario/play/vocabulary.ts';
import type { SeatView } from '../seatView.ts';

/** Who feels a relation: the one who trusts or who is trusted. Advice to the public is the State's. */
const SIDES: Readonly<Record<Relation, readonly SeatId[]>> = {
  stateToOperator: ['orange', 'ministry'],
  servicesToState: ['services', 'ministry'],
  publicToAdvice: ['ministry'],
};

export function trustOf(exercise: Exercise, seat: SeatId): SeatView['trust'] {
  return RELATIONS.filter((relation) => SIDES[relation].includes(seat)).map((relation) => ({
    relation,
    step: exercise.trust[relation],
  }));
}
