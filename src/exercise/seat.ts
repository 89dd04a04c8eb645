import { CORE_SEATS } from '../scenario/play/vocabulary.ts';
import type { SeatId } from '../scenario/play/vocabulary.ts';

/** Whether a name is one of the four core seats (and not an outside actor). */
export function isSeat(name: string): name is SeatId {
  return (CORE_SEATS as readonly string[]).includes(name);
}
