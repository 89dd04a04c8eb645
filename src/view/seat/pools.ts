import type { Exercise } from '../../exercise/exercise.ts';
import { freeIn } from '../../exercise/people/people.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { PoolView } from '../seatView.ts';

export function poolsOf(exercise: Exercise, seat: SeatId): PoolView[] {
  return exercise.people
    .filter((pool) => pool.seat === seat)
    .map((pool) => ({
      id: pool.id,
      people: pool.people,
      free: freeIn(pool),
      routine: pool.routine,
      away: pool.away.map((each) => ({ ...each })).sort((a, b) => a.until - b.until),
    }));
}
