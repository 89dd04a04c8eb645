import type { DebriefModel, DebriefPart } from '../debrief/debriefModel.ts';
import { BUILD } from './build.ts';
import type { DebriefTask } from './debriefWorker.ts';

/** A part of a debrief that needed other evenings, as it was found. */
export interface Part {
  readonly part: DebriefPart;
  readonly found: Partial<DebriefModel>;
}

/** Of the parts as they are kept: another one where what they hold has changed. */
const SHAPE = 2;

/** What decides all that a debrief computes: what was played to the minute, beside which other try, and the program. */
export function logKey({ text, at, earlier }: Pick<DebriefTask, 'text' | 'at' | 'earlier'>): string {
  const beside = earlier === undefined ? '' : ` ${earlier.from} ${playedKey(earlier.text, earlier.at)}`;
  return `${BUILD}.${SHAPE} ${playedKey(text, at)}${beside}`;
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

/** Parts of debriefs already computed, kept as long as the tab: looking back again computes no more than is missing. */
export class KnownParts {
  private readonly parts: Map<string, readonly Part[]>;

  private readonly store: TextStore | null;

  constructor(store: TextStore | null) {
    this.store = store;
    this.parts = new Map(readKept(store));
  }

  of(key: string): readonly Part[] {
    return this.parts.get(key) ?? [];
  }

  keep(key: string, part: Part): void {
    const others = this.of(key);
    // The one looked back on last is the last to be forgotten.
    this.parts.delete(key);
    this.parts.set(key, [...others, part]);
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
