import { SavesFault, type SavedExercise, type Saves } from './saves.ts';

/** Keeps the exercise on screen as it goes: its lines in the order they come, and the minute it stands at. */
export interface Keeper {
  /** From now on lines belong to this record; `begun` is false until somebody begins it. */
  hold(record: SavedExercise, begun: boolean): void;
  begin(): void;
  /** Lines to add, or (`whole`) to put in place of all there were. */
  keep(lines: readonly string[], whole: boolean): void;
  /** `still`: the clock does not run, so that nothing will be marked after this. */
  mark(at: number, finished: boolean, still: boolean): void;
  /** Once everything given so far is on disk, or has failed. */
  settled(): Promise<void>;
}

/** Where the clock stands is written this often while it runs: what a closed tab loses. */
const MARK_MS = 2000;

export function createKeeper(saves: Saves, now: () => number, onFault: (fault: SavesFault) => void): Keeper {
  let record: SavedExercise | null = null;
  let begun = false;
  /** Everything since the record was held and not given to the saves yet; null once it has been written whole. */
  let waiting: string[] | null = null;
  let queue: Promise<void> = Promise.resolve();
  let marked = 0;
  let broken = false;

  /** One write after another; after a failure nothing more is tried, so that what is kept stays a whole beginning. */
  const write = (work: (held: SavedExercise) => Promise<void>): void => {
    const held = record;
    if (held === null) return;
    queue = queue.then(async () => {
      if (broken || record?.id !== held.id) return;
      try {
        await work(held);
      } catch (error) {
        broken = true;
        onFault(error instanceof SavesFault ? error : new SavesFault('failed', error));
      }
    });
  };
  const flush = (): void => {
    if (!begun || waiting === null) return;
    const lines = waiting;
    waiting = null;
    write((held) => saves.write(held, lines));
  };

  return {
    hold(next, isBegun) {
      record = next;
      begun = isBegun;
      waiting = [];
      broken = false;
      marked = now();
    },
    begin() {
      begun = true;
      flush();
    },
    keep(lines, whole) {
      if (record === null) return;
      if (whole) {
        waiting = [...lines];
        flush();
        return;
      }
      if (waiting !== null) {
        waiting.push(...lines);
        return;
      }
      record = { ...record, savedAt: now() };
      const { savedAt, at, finished } = record;
      write(({ id }) => saves.append(id, lines, { savedAt, at, finished }));
    },
    mark(at, finished, still) {
      if (record === null || (record.at === at && record.finished === finished)) return;
      record = { ...record, at, finished };
      if (waiting !== null || (!still && now() - marked < MARK_MS)) return;
      marked = now();
      record = { ...record, savedAt: now() };
      const { savedAt } = record;
      write(({ id }) => saves.append(id, [], { savedAt, at, finished }));
    },
    settled: () => queue,
  };
}
