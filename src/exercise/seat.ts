import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

/**
 * Who acts through commands: the four core seats; `rooms`, the machine that plays the rooms of all other départements
 * when a person holds those of one; `operators`, the other operators, an optional seat. The last two are nobody's seat:
 * no view shows them.
 */
export type HolderId = SeatId | 'rooms' | 'operators';
export const HOLDERS: readonly HolderId[] = [...CORE_SEATS, 'rooms', 'operators'];

/** Whether a name is one of the four core seats (and not an outside actor). */
export function isSeat(name: string): name is SeatId {
  return (CORE_SEATS as readonly string[]).includes(name);
}

export function isHolder(name: string): name is HolderId {
  return (HOLDERS as readonly string[]).includes(name);
}

/** Seat whose catalogue, statechart and doctrines a holder has: the rooms are services like the others. */
export function tradeOf(holder: HolderId): SeatId | 'operators' {
  return holder === 'rooms' ? 'services' : holder;
}
