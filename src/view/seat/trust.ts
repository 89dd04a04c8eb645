import type { Exercise } from '../../exercise/exercise.ts';
import { SIDES } from '../../exercise/people/trust.ts';
import { RELATIONS } from '../../scenario/play/vocabulary.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { SeatView } from '../seatView.ts';

/** Steps of the relations that the seat is a side of: the one who trusts or who is trusted. */
export function trustOf(exercise: Exercise, seat: SeatId): SeatView['trust'] {
  return RELATIONS.filter((relation) => SIDES[relation].includes(seat)).map((relation) => ({
    relation,
    step: exercise.trust[relation],
  }));
}
