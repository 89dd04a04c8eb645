import type { MessageView, WaitingView } from '../../view/seatView.ts';

/** Who waits for the seat, whoever they are: those that the view names, and every letter read that asks and has no answer; longest first. */
export function waitingBy({ by }: WaitingView, letters: readonly MessageView[]): WaitingView['by'] {
  const known = new Set(by.map(({ message }) => message));
  const asking = letters.filter(({ id, asks, answered }) => asks.length > 0 && !answered && !known.has(id));
  return [
    ...by,
    ...asking.map(({ id, from, arrivedAt }) => ({ who: from, since: arrivedAt, message: id })),
  ].sort((a, b) => a.since - b.since);
}
