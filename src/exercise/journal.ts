import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Exercise } from './exercise.ts';
import { isSeat } from './seat.ts';

/** A line of a seat's main courante, written by the tool or by a person. */
export interface JournalEntry {
  readonly at: number;
  readonly kind:
    | 'actBegun'
    | 'actEnded'
    | 'actStopped'
    | 'actQueued'
    | 'actTakenOut'
    | 'actDropped'
    | 'result'
    | 'sent'
    | 'reached'
    | 'failed'
    | 'arrived'
    | 'read'
    | 'givenUp'
    | 'learnt'
    | 'heard'
    | 'lost'
    | 'chosen'
    | 'settled'
    | 'ignored'
    | 'tag'
    | 'people'
    | 'relief'
    | 'written'
    | 'trust';
  /** Act id, dilemma id, tag, pool… by kind. */
  readonly ref: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly statements: readonly number[];
  /** Free text a person wrote. */
  readonly text: string;
}

export type Journals = Record<SeatId, JournalEntry[]>;

/** Adds a line to the holder's main courante, now. Holders that are nobody's seat keep none. */
export function note(
  exercise: Exercise,
  holder: string,
  kind: JournalEntry['kind'],
  ref: string,
  more: Partial<Pick<JournalEntry, 'params' | 'statements' | 'text'>> = {},
): void {
  if (!isSeat(holder)) return;
  const { params = {}, statements = [], text = '' } = more;
  exercise.journal[holder].push({ at: exercise.now, kind, ref, params, statements, text });
}
