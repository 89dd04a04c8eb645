import type { DebriefModel, DebriefPart } from '../debrief/debriefModel.ts';
import { BUILD } from './build.ts';
import type { DebriefTask } from './debriefWorker.ts';

/** A part of a debrief that needed other evenings, as it was found. */
export interface Part {
  readonly part: DebriefPart;
  readonly found: Partial<DebriefModel>;
}

/** What decides all that a debrief computes: what was played to the minute, beside which other try, and the program. */
export function logKey({ text, at, earlier }: DebriefTask): string {
  const beside = earlier === undefined ? '' : ` ${earlier.from} ${playedKey(earlier.text, earlier.at)}`;
  return `${BUILD} ${playedKey(text, at)}${beside}`;
}

/** A log to its last command, by its chained hash, and the minute. */
function playedKey(text: string, at: number): string {
  const last = text.slice(Math.max(0, text.lastIndexOf('"line":"command"')));
  const chain = /"chain":"([^"]*)"/.exec(last)?.[1] ?? '';
  return `${chain} ${at}`;
}

/** Where they are kept beyond this page: a browser's store of the tab. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

/** Debriefs kept at most. */
const MOST = 8;
const STORE = 'appels-perdus.debriefs';

/** Parts of debriefs already computed, whole ones only, kept as long as the tab: looking back again computes nothing. */
export class KnownParts {
  private readonly parts: Map<string, readonly Part[]>;

  private readonly store: TextStore | null;

  constructor(store: TextStore | null) {
    this.store = store;
    this.parts = new Map(readKept(store));
  }

  of(key: string): readonly Part[] | undefined {
    return this.parts.get(key);
  }

  keep(key: string, parts: readonly Part[]): void {
    this.parts.set(key, parts);
    while (this.parts.size > MOST) this.parts.delete(this.parts.keys().next().value!);
    try {
      this.store?.setItem(STORE, JSON.stringify([...this.parts]));
    } catch {
      // A full or forbidden store: they stay known until the page is left.
    }
  }
}

function readKept(store: TextStore | null): [string, readonly Part[]][] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? (kept as [string, readonly Part[]][]) : [];
  } catch {
    return [];
  }
}
