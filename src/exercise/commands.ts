import type { Channel, FactType } from '../scenario/play/vocabulary.ts';

/** What a person or a machine may ask of the exercise. Commands are the only writers. */
export type CommandBody =
  /** Puts people on an act. `rests` are the statements it is said to rest on: shown, never required. */
  | {
      readonly type: 'act';
      readonly act: string;
      readonly args: Readonly<Record<string, unknown>>;
      readonly rests: readonly number[];
    }
  | {
      readonly type: 'send';
      readonly to: readonly string[];
      readonly channel: Channel;
      readonly statements: readonly number[];
      readonly text: string;
    }
  | { readonly type: 'read'; readonly message: number }
  /** "We hold this, said by X": a statement heard across the room, source marked. */
  | {
      readonly type: 'hear';
      readonly from: string;
      readonly fact: FactType;
      readonly about: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'choose'; readonly dilemma: string; readonly option: string };

/**
 * Why a command is refused: for means, people or authority, never for knowledge. `door` is an act that opens it,
 * when there is one. `code` is a key under `play:refusals`.
 */
export interface Refusal {
  readonly code:
    | 'unknownAct'
    | 'otherSeat'
    | 'means'
    | 'people'
    | 'authority'
    | 'underWay'
    | 'doneOnce'
    | 'unknownStatement'
    | 'unknownMessage'
    | 'notYours'
    | 'unknownRecipient'
    | 'tooLong'
    | 'unknownDilemma'
    | 'notOpen';
  readonly params: Readonly<Record<string, string | number>>;
  readonly door?: string;
}
