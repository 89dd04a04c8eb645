import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';

/** Someone asked, and has no answer yet. */
export interface Waiting {
  /** Who waits. */
  readonly who: string;
  readonly since: number;
  readonly message: number;
  readonly asks: readonly FactType[];
}

/** Questions that have reached a seat and that it has not answered, oldest first. */
export function waitedBy({ messages }: Exercise, seat: SeatId): Waiting[] {
  return messages.flatMap(({ id, from, asks, arrivedAt, answeredAt, givenUp }) => {
    const since = arrivedAt[seat];
    return asks.length === 0 ||
      since === undefined ||
      answeredAt[seat] !== undefined ||
      givenUp?.includes(seat)
      ? []
      : [{ who: from, since, message: id, asks }];
  });
}
