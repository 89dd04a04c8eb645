import type { Channel, FactType } from '../../scenario/play/vocabulary.ts';

/** The call met the failing equipment, rang and nobody was free to answer, or the address was wrong. */
export type Failure = 'unreached' | 'unanswered' | 'wrongAddress';

export interface Message {
  readonly id: number;
  /** Who really sent it: a holder, or an outside actor by its name ("prefects", "vendor", "press"). */
  readonly author: string;
  /** Sender as its readers name it: the rooms of other départements are "services" like the others. */
  readonly from: string;
  readonly to: readonly string[];
  /** Who it really goes to: among services, the rooms of other départements as well. */
  readonly readers: readonly string[];
  readonly channel: Channel;
  /** Statements attached, by index. Machines react to these and never to the text. */
  readonly statements: readonly number[];
  /** How sure an outside author is of each, 0..1; empty when the author is a holder, whose own confidence counts. */
  readonly sure: readonly number[];
  /** It asks for facts of these types. */
  readonly asks: readonly FactType[];
  /** Message that it answers, or null. */
  readonly answers: number | null;
  /** A key of the catalogue's texts, or null when a person wrote the text. */
  readonly key: string | null;
  readonly text: string;
  /** Act of its author that it is part of, by the exercise's number, or null. */
  readonly act: number | null;
  /** Figures of its text, read when it was written; absent when it has none. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Its author asks that it go no further. */
  readonly inConfidence?: true;
  /** Somebody's life hangs on it. */
  readonly vital?: true;
  readonly sentAt: number;
  /** When it reached each recipient, and when it was read: clock ms by recipient. */
  readonly arrivedAt: Record<string, number>;
  readonly readAt: Record<string, number>;
  /** When each recipient answered it. */
  readonly answeredAt: Record<string, number>;
  /** Recipients of whom its author expects no answer any more; absent while it waits for all. */
  givenUp?: string[];
  /** It reached nobody: it crossed the faulty equipment, nobody picked up, or the address was wrong. */
  failed: boolean;
  /** Why it did not reach each of those whom it did not reach. */
  readonly failures: Record<string, Failure>;
}

/** Heard as it is said, and in nobody's papers afterwards. */
export function isSpoken(channel: Channel): boolean {
  return channel === 'phone' || channel === 'bridge' || channel === 'radio';
}
