import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';

/** Someone asked, and has no answer yet. */
export interface Waiting {
  /** Who is waited for, or who waits. */
  readonly who: string;
  readonly since: number;
  readonly message: number;
  readonly asks: readonly FactType[];
}

/** Questions of a seat that are not answered, oldest first: one a recipient. */
export function waitsOn({ messages }: Exercise, seat: SeatId): Waiting[] {
  return messages.flatMap(({ id, author, to, asks, sentAt, answeredAt, failed }) =>
    author !== seat || asks.length === 0 || failed
      ? []
      : to
          .filter((who) => answeredAt[who] === undefined)
          .map((who) => ({ who, since: sentAt, message: id, asks })),
  );
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
