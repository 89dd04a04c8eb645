import { MINUTE } from '../kernel/time.ts';
import type { Channel, FactType } from '../scenario/play/vocabulary.ts';

export interface Message {
  readonly id: number;
  /** Who really sent it: a holder, or an outside actor by its name ("prefects", "vendor", "press"). */
  readonly author: string;
  /** Sender as its readers name it: the rooms of other départements are "services" like the others, "neighbours" among them. */
  readonly from: string;
  readonly to: readonly string[];
  readonly channel: Channel;
  /** Statements attached, by index. Machines react to these and never to the text. */
  readonly statements: readonly number[];
  /** It asks for facts of these types. */
  readonly asks: readonly FactType[];
  /** Message that it answers, or null. */
  readonly answers: number | null;
  /** A key of the catalogue's texts, or null when a person wrote the text. */
  readonly key: string | null;
  readonly text: string;
  readonly sentAt: number;
  /** When it reached each recipient, and when it was read: clock ms by recipient. */
  readonly arrivedAt: Record<string, number>;
  readonly readAt: Record<string, number>;
  /** When each recipient answered it. */
  readonly answeredAt: Record<string, number>;
  /** The call did not get through: it crossed the faulty equipment. */
  failed: boolean;
}

/**
 * Time a message takes to arrive, ms (exercise rules §4, defaults): a phone call and the radio at once, the official
 * crisis messaging three minutes, a public statement at once. E-mail arrives at once and waits to be read.
 */
export const ARRIVAL: Readonly<Record<Channel, number>> = {
  phone: 0,
  bridge: 0,
  email: 0,
  crisis: 3 * MINUTE,
  radio: 0,
  public: 0,
};

/** Time before a message that has arrived is read by a machine, ms: e-mail waits 5 to 25 minutes with the load. */
export function readingDelay(channel: Channel, load: number): number {
  if (channel === 'email') return Math.floor((5 + 20 * load) * MINUTE);
  return channel === 'crisis' ? Math.floor((1 + 4 * load) * MINUTE) : 0;
}
