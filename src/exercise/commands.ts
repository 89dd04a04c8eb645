import type { DoctrineId } from '../scenario/play/types.ts';
import type { Channel, FactType, SeatId } from '../scenario/play/vocabulary.ts';

/** What a person or a machine in a seat may ask of the exercise. Commands are the only writers. */
export type CommandBody =
  /** Puts people on an act. `rests` are the statements it is said to rest on: shown and logged, never required. */
  | {
      readonly type: 'act';
      readonly act: string;
      readonly args: Readonly<Record<string, unknown>>;
      readonly rests: readonly number[];
      /** A person's reason, free text, kept in the main courante. */
      readonly why?: string;
      /** A person's: as soon as its people are free, when only they are missing now. */
      readonly soon?: true;
    }
  /** Takes out an act that waits for people, ordered for itself or by a choice. */
  | { readonly type: 'unqueue'; readonly act: string }
  /** Takes people off an act under way: what it has not done is not done. */
  | { readonly type: 'stop'; readonly act: number }
  | {
      readonly type: 'send';
      readonly to: readonly string[];
      readonly channel: Channel;
      readonly statements: readonly number[];
      readonly text: string;
      /** Message answered: whoever waited for it waits no more. */
      readonly answers?: number;
    }
  | { readonly type: 'read'; readonly message: number }
  /** "We hold this, said by X": a statement heard across the room, source marked. */
  | {
      readonly type: 'hear';
      readonly from: string;
      readonly fact: FactType;
      readonly about: Readonly<Record<string, unknown>>;
    }
  /** Answers an open dilemma: begins what can be begun of its option's acts. */
  | {
      readonly type: 'choose';
      readonly dilemma: string;
      readonly option: string;
      /** A person's: its first step as soon as its people are free, when only they are missing now. */
      readonly soon?: true;
    }
  /** Recalls people from their routine, at its price. */
  | { readonly type: 'recall'; readonly pool: string; readonly people: number }
  /** Writes a line, or the facts held that are not written yet, in the main courante: what a relief does not lose. */
  | { readonly type: 'write'; readonly text: string; readonly statements: readonly number[] };

/** What the direction of the exercise may do: not a seat's. */
export type DirectorBody =
  /** Puts a machine in a seat, or hands it back to a person. */
  | { readonly type: 'hold'; readonly seat: SeatId; readonly doctrine: DoctrineId | null }
  /** FINEX. */
  | { readonly type: 'finish' };

/**
 * Why a command is refused: for means, people or authority, never for knowledge. `door` is an act that opens it,
 * when there is one. `code` is a key under `play:refusals`.
 */
export interface Refusal {
  readonly code:
    | 'unknownAct'
    | 'otherSeat'
    | 'measure'
    | 'means'
    | 'people'
    | 'authority'
    | 'underWay'
    | 'queued'
    | 'notQueued'
    | 'needless'
    | 'doneOnce'
    | 'badArgument'
    | 'missingArgument'
    | 'notUnderWay'
    | 'unknownStatement'
    | 'unknownMessage'
    | 'notYours'
    | 'unknownRecipient'
    | 'noChannel'
    | 'tooLong'
    | 'unknownDilemma'
    | 'notOpen'
    | 'unknownPool'
    | 'finished';
  readonly params: Readonly<Record<string, string | number>>;
  readonly door?: string;
}
