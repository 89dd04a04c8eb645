import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';

/**
 * Since when a seat has had nothing to decide upon: clock ms at which its last choice was answered or closed, its last
 * question or call came, its last act ended or relief was taken, whichever is latest; undefined while a choice is open.
 */
export function undecidedSince(exercise: Exercise, seat: SeatId): number | undefined {
  const { acts, choices, journal, messages, setup } = exercise;
  let since = setup.from;
  for (const choice of choices) {
    if (choice.seat !== seat) continue;
    if (choice.state === 'open') return undefined;
    since = Math.max(since, choice.decidedAt ?? choice.closesAt);
  }
  for (const { asks, vital, arrivedAt } of messages)
    if (asks.length > 0 || vital) since = Math.max(since, arrivedAt[seat] ?? since);
  for (const act of acts) if (act.seat === seat && act.ended) since = Math.max(since, act.endsAt);
  const relief = journal[seat].findLast(({ kind }) => kind === 'relief');
  return Math.max(since, relief?.at ?? since);
}
