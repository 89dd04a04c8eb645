import type { ExerciseSetup, PlayRequest, TurningPoint } from '../session/playProtocol.ts';

/** What a list says of an exercise kept on this device. */
export interface SavedExercise {
  readonly id: string;
  readonly setup: ExerciseSetup;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly savedAt: number;
  /** Clock time it was left at. */
  readonly at: number;
  readonly finished: boolean;
  /** The first evening's five lines were shown. */
  readonly guided: boolean;
  /** Taken up from another of them at the clock time `from`, when that one stood at `at`. */
  readonly earlier?: {
    readonly id: string;
    readonly at: number;
    readonly from: number;
    /** The moment of its debrief that led there; absent when somebody typed a minute. */
    readonly moment?: Pick<TurningPoint, 'at' | 'params'>;
  };
  /** Name of the file it was opened from, if it did not begin here. */
  readonly file?: string;
}

/** Where an exercise stands, written with each group of lines. */
export type Mark = Pick<SavedExercise, 'savedAt' | 'at' | 'finished'>;

/**
 * Exercises kept on this device: one record each, its log as lines that are only ever added. Every method may reject
 * with a `SavesFault`; what was kept before stays.
 */
export interface Saves {
  list(): Promise<readonly SavedExercise[]>;
  /** A new record, or the whole of an old one. */
  write(record: SavedExercise, lines: readonly string[]): Promise<void>;
  append(id: string, lines: readonly string[], mark: Mark): Promise<void>;
  /** The log as a file, or null when there is no such exercise. */
  read(id: string): Promise<{ readonly record: SavedExercise; readonly text: string } | null>;
  remove(id: string): Promise<void>;
  /** Whether this page may write to the exercise: another tab may hold it. */
  claim(id: string): Promise<boolean>;
}

export class SavesFault extends Error {
  /** `full`: no room left; `forbidden`: the browser keeps nothing here; `failed`: anything else. */
  readonly reason: 'full' | 'forbidden' | 'failed';

  constructor(reason: SavesFault['reason'], cause?: unknown) {
    super(`exercises cannot be kept: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** What gives a kept exercise to the session again, beside the try before it where that one is still kept. */
export async function resumeRequest(
  saves: Saves,
  { at, earlier }: SavedExercise,
  text: string,
): Promise<Extract<PlayRequest, { type: 'resume' }>> {
  const before = earlier === undefined ? null : await saves.read(earlier.id);
  return {
    type: 'resume',
    text,
    at,
    ...(earlier === undefined || before === null
      ? {}
      : { earlier: { text: before.text, at: earlier.at, from: earlier.from } }),
  };
}

/** Kept as long as the page: where the browser refuses to keep anything. */
export function memorySaves(): Saves {
  const records = new Map<string, { record: SavedExercise; lines: string[] }>();
  return {
    list: () => Promise.resolve(latestFirst([...records.values()].map(({ record }) => record))),
    write(record, lines) {
      records.set(record.id, { record, lines: [...lines] });
      return Promise.resolve();
    },
    append(id, lines, mark) {
      const kept = records.get(id);
      if (kept === undefined) return Promise.reject(new SavesFault('failed'));
      kept.lines.push(...lines);
      kept.record = { ...kept.record, ...mark };
      return Promise.resolve();
    },
    read(id) {
      const kept = records.get(id);
      return Promise.resolve(kept === undefined ? null : { record: kept.record, text: textOf(kept.lines) });
    },
    remove(id) {
      records.delete(id);
      return Promise.resolve();
    },
    claim: () => Promise.resolve(true),
  };
}

export const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

export const latestFirst = (records: readonly SavedExercise[]): readonly SavedExercise[] =>
  [...records].sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1));
