import { SavesFault, latestFirst, textOf, type SavedExercise, type Saves } from './saves.ts';

const NAME = 'appels-perdus';
const RECORDS = 'exercises';
const LINES = 'lines';

interface KeptLine {
  readonly exercise: string;
  readonly line: string;
}

const faultOf = (error: unknown): SavesFault => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new SavesFault('full', error);
  if (name === 'SecurityError' || name === 'InvalidStateError') return new SavesFault('forbidden', error);
  return new SavesFault('failed', error);
};

const removeLines = (lines: IDBObjectStore, id: string, then: () => void): void => {
  const asked = lines.index('exercise').openKeyCursor(IDBKeyRange.only(id));
  asked.addEventListener('success', () => {
    const cursor = asked.result;
    if (cursor === null) {
      then();
      return;
    }
    lines.delete(cursor.primaryKey);
    cursor.continue();
  });
};
const addLines = (lines: IDBObjectStore, exercise: string, texts: readonly string[]): void => {
  for (const line of texts) lines.add({ exercise, line } satisfies KeptLine);
};

/**
 * Exercises in the browser's own database: a record each, and its lines one by one in the order they came, so that a
 * line costs the same however long the evening. A transaction is done or it is not: a crash leaves whole lines.
 */
export function indexedSaves(factory: IDBFactory, locks: LockManager | undefined): Saves {
  let opening: Promise<IDBDatabase> | null = null;
  const claimed = new Set<string>();
  const open = (): Promise<IDBDatabase> => {
    opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const asked = factory.open(NAME, 1);
      asked.addEventListener('upgradeneeded', () => {
        asked.result.createObjectStore(RECORDS, { keyPath: 'id' });
        asked.result.createObjectStore(LINES, { autoIncrement: true }).createIndex('exercise', 'exercise');
      });
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(faultOf(asked.error)));
      asked.addEventListener('blocked', () => reject(new SavesFault('forbidden')));
    });
    return opening;
  };

  /** Runs `work` in one transaction; resolves with what `work` left in its box once everything is on disk. */
  const inside = async <T>(
    mode: IDBTransactionMode,
    empty: T,
    work: (records: IDBObjectStore, lines: IDBObjectStore, leave: (value: T) => void) => void,
  ): Promise<T> => {
    const database = await open();
    return new Promise<T>((resolve, reject) => {
      let left = empty;
      try {
        const transaction = database.transaction([RECORDS, LINES], mode, { durability: 'relaxed' });
        transaction.addEventListener('complete', () => resolve(left));
        transaction.addEventListener('abort', () => reject(faultOf(transaction.error)));
        work(transaction.objectStore(RECORDS), transaction.objectStore(LINES), (value) => {
          left = value;
        });
      } catch (error) {
        reject(faultOf(error));
      }
    });
  };

  return {
    list: () =>
      inside<readonly SavedExercise[]>('readonly', [], (records, _, leave) => {
        const asked = records.getAll();
        asked.addEventListener('success', () => leave(latestFirst(asked.result as SavedExercise[])));
      }),
    write: (record, texts) =>
      inside<void>('readwrite', undefined, (records, lines) => {
        records.put(record);
        removeLines(lines, record.id, () => addLines(lines, record.id, texts));
      }),
    append: (id, texts, mark) =>
      inside<void>('readwrite', undefined, (records, lines) => {
        addLines(lines, id, texts);
        const asked = records.get(id);
        asked.addEventListener('success', () => {
          const record = asked.result as SavedExercise | undefined;
          if (record !== undefined) records.put({ ...record, ...mark });
        });
      }),
    read: (id) =>
      inside<Awaited<ReturnType<Saves['read']>>>('readonly', null, (records, lines, leave) => {
        const asked = records.get(id);
        const all = lines.index('exercise').getAll(IDBKeyRange.only(id));
        all.addEventListener('success', () => {
          const record = asked.result as SavedExercise | undefined;
          if (record === undefined) return;
          leave({ record, text: textOf((all.result as KeptLine[]).map(({ line }) => line)) });
        });
      }),
    remove: (id) =>
      inside<void>('readwrite', undefined, (records, lines) => {
        records.delete(id);
        removeLines(lines, id, () => undefined);
      }),
    claim: (id) =>
      new Promise((resolve) => {
        // A page that comes back to an exercise, from one taken up again for example, has held it all the time.
        if (locks === undefined || claimed.has(id)) {
          resolve(true);
          return;
        }
        locks
          .request(`${NAME}/${id}`, { ifAvailable: true }, (lock) => {
            if (lock !== null) claimed.add(id);
            resolve(lock !== null);
            // Held until the page goes away.
            return lock === null ? undefined : new Promise(() => undefined);
          })
          .catch(() => resolve(true));
      }),
  };
}
