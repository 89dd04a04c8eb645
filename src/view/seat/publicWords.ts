import type { Exercise } from '../../exercise/exercise.ts';
import { nameOf } from '../../exercise/messages/publicWord.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { PublicWord } from '../seatView.ts';

/** Anyone hears what is said in public, in the words that were said: a voice's new word on a subject replaces its old one. */
export function publicWordsOf({ state }: Exercise, seat: SeatId): PublicWord[] {
  const inForce = new Map<string, PublicWord>();
  state.publicWords.forEach(({ by, at, key, text, wording }, index) => {
    const subject = wording === null ? (key ?? index) : 'advice';
    const place = `${by} ${subject}`;
    // Put back at the end: the latest word is the last.
    inForce.delete(place);
    inForce.set(place, { by: nameOf(by, seat), at, key, text, wording });
  });
  return [...inForce.values()].toReversed();
}
