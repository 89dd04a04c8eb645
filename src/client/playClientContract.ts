import type { CommandBody, PlayRequest, SeatId, TurningPoint } from '../session/playProtocol.ts';
import type { Address } from './address.ts';
import type { WordInFile } from './exerciseFile.ts';
import type { ConsoleTab, Desk, PlayStore } from './playStore.ts';
import type { Problem } from './problem.ts';
import type { Wish } from './wish.ts';

/** Everything a person can ask of an exercise, and the only place that talks to its session. */
export interface PlayClient {
  readonly store: PlayStore;
  /** Asks once what can be played, and what is kept here. */
  arrive(): void;
  /** Prepares the exercise of a wish: the screen before it. */
  prepare(wish: Wish): void;
  /** From the screen before: the clock starts, unless one is led by the hand, and the exercise is kept from now on. */
  begin(): void;
  /** Goes on with a kept exercise, or to its debrief. */
  resume(id: string, debrief: boolean): Promise<void>;
  importFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<void>;
  /** Name and text of a kept exercise, or null when it could not be read. */
  exportFile(
    id: string,
    wordInFile: WordInFile,
  ): Promise<{ readonly name: string; readonly text: string } | null>;
  remove(id: string): Promise<void>;
  /** Resolves with whether it was accepted. */
  command(seat: SeatId, body: CommandBody): Promise<boolean>;
  send(request: Exclude<PlayRequest, { type: 'command' | 'open' | 'resume' | 'branch' }>): void;
  togglePlay(): void;
  jump(to: number | 'beat'): void;
  finish(): void;
  /** After what held the exercise has failed: gives what is kept of it to a new one. */
  recover(): Promise<void>;
  /** Asks for the debrief of the exercise on screen. */
  debrief(): void;
  /** Asks again for the parts of the debrief that stopped being computed. */
  debriefAgain(): void;
  /**
   * A new exercise from this one up to that minute: `longer` plays on to the end of the evening, `seat` changes places
   * with the only seat held, or comes beside several; `moment` is what of the debrief led there.
   */
  branch(
    at: number,
    how?: {
      readonly longer?: boolean;
      readonly seat?: SeatId;
      readonly moment?: Pick<TurningPoint, 'at' | 'params'>;
    },
  ): void;
  turn(seat: SeatId): void;
  show(tab: ConsoleTab): void;
  arrange(desk: Partial<Desk>): void;
}

/** What the page around the client gives it. */
export interface PlayPage {
  /** Milliseconds since 1970. */
  now(): number;
  /** Unlike any other, short, of letters and digits. */
  newId(): string;
  trouble(problems: readonly Problem[]): void;
  go(address: Address, how: 'push' | 'replace'): void;
}
