import { backAt } from '../../exercise/people/backAt.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { QueuedView } from '../seatView.ts';

/** Acts of the seat that wait for people, those ordered first before. */
export function queueOf(exercise: Exercise, seat: SeatId): QueuedView[] {
  const { queued = [] } = exercise.state;
  return queued
    .filter((each) => each.seat === seat)
    .map(({ act, args, at }) => {
      const { pool, people } = exercise.actSpec(act)!.needs;
      return { act, args, pool, people, at, until: backAt(exercise, seat, pool, people)?.until ?? null };
    });
}
