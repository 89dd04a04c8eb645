import type { CommandBody, DirectorBody } from '../commands.ts';
import type { ExerciseSetup } from '../setup.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';

/**
 * The log of an exercise: JSON Lines, append-only. Each line carries in `chain` the hash of the chain before it and of
 * its own content; wall times are outside every hash. The same file is the save, the replay, the evidence and the
 * debrief's material. The truth is the header and the commands; checks are what a replay is held against.
 */
export const LOG_FORMAT = 1;
/** Changes whenever the same log would replay differently: a log of other rules is refused. */
export const RULES = 1;

export interface HeaderLine {
  readonly line: 'header';
  readonly format: number;
  readonly rules: number;
  /** Version of the product that wrote it, for people. */
  readonly build: string;
  /** Hash of the scenario and the play's data it was played on. */
  readonly data: string;
  readonly setup: ExerciseSetup;
  readonly wall?: number;
  readonly chain: string;
}

export interface CommandLine {
  readonly line: 'command';
  /** 1, 2, 3… over commands. */
  readonly n: number;
  readonly at: number;
  readonly by: SeatId | 'director';
  readonly body: CommandBody | DirectorBody;
  /** The client's own id: the same command sent twice is carried out once. */
  readonly id: string;
  readonly wall?: number;
  readonly chain: string;
}

/** What happened around the exercise and never reaches the engine: kept for the debrief. */
export interface SessionLine {
  readonly line: 'session';
  readonly n: number;
  readonly at: number;
  readonly kind: 'pause' | 'play' | 'speed' | 'jump' | 'join' | 'leave' | 'note' | 'realEvent' | 'resume';
  readonly params: Readonly<Record<string, string | number>>;
  readonly wall?: number;
  readonly chain: string;
}

/** Hash of the whole exercise and of each of its parts at an exercise time: every five minutes and at the end. */
export interface CheckLine {
  readonly line: 'check';
  readonly n: number;
  readonly at: number;
  readonly hash: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly chain: string;
}

export type LogLine = HeaderLine | CommandLine | SessionLine | CheckLine;
