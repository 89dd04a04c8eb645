import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectPlayLocal } from '../../src/session/playLocal.ts';
import type { PlayReport } from '../../src/session/playProtocol.ts';

/** Stands for a worker: what is posted to it, what it says, and the fault it may have. */
class StandIn {
  static all: StandIn[] = [];
  readonly posted: unknown[] = [];
  readonly url: string;
  gone = false;
  private readonly listeners = new Map<string, ((event: object) => void)[]>();

  constructor(url: URL) {
    this.url = String(url);
    StandIn.all.push(this);
  }

  addEventListener(kind: string, listener: (event: object) => void): void {
    this.listeners.set(kind, [...(this.listeners.get(kind) ?? []), listener]);
  }

  postMessage(data: unknown): void {
    this.posted.push(data);
  }

  terminate(): void {
    this.gone = true;
  }

  say(data: unknown): void {
    for (const listener of this.listeners.get('message') ?? []) listener({ data });
  }

  fail(message: string): void {
    for (const listener of this.listeners.get('error') ?? []) listener({ message });
  }
}

const workers = (name: string): StandIn[] => StandIn.all.filter(({ url }) => url.includes(name));

beforeEach(() => {
  StandIn.all = [];
  vi.useFakeTimers();
  vi.stubGlobal('Worker', StandIn);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function connected() {
  const told: PlayReport[] = [];
  const play = connectPlayLocal();
  play.subscribe((report) => told.push(report));
  play.send({ type: 'catalogue' });
  return { play, told, kinds: () => told.map(({ type }) => type) };
}

function debriefing() {
  const open = connected();
  const [holder] = workers('playWorker');
  holder!.say([
    { type: 'debrief', part: 'core', model: { at: 1 } },
    { type: 'debriefTask', text: 'log', at: 1 },
  ]);
  const [other] = workers('debriefWorker');
  return { ...open, holder: holder!, other: other! };
}

test('a worker that throws is put away and said once; the next request has a new one', () => {
  const { play, told } = connected();
  const [first] = workers('playWorker');
  first!.fail('boom');
  first!.fail('boom');
  expect(told).toEqual([{ type: 'stopped', why: 'boom' }]);
  expect(first!.gone).toBe(true);
  play.send({ type: 'resume', text: 'log' });
  const [, second] = workers('playWorker');
  expect(second!.posted).toEqual([{ type: 'resume', text: 'log' }]);
  first!.say([{ type: 'debriefStopped' }]);
  expect(told).toHaveLength(1);
});

test('a debrief whose second worker fails says so, and can be asked for again', () => {
  const { play, kinds, holder, other } = debriefing();
  expect(other.posted).toEqual([{ text: 'log', at: 1 }]);
  other.say({ part: 'turningPoints', progress: { done: 1, total: 9 } });
  other.fail('out of memory');
  expect(other.gone).toBe(true);
  expect(kinds()).toEqual(['debrief', 'debriefProgress', 'debriefStopped']);
  play.send({ type: 'debrief' });
  holder.say([{ type: 'debriefTask', text: 'log', at: 1 }]);
  expect(workers('debriefWorker')).toHaveLength(2);
});

test('a second worker that is silent for two minutes is said to be, and is still listened to', () => {
  const { kinds, other } = debriefing();
  other.say({ part: 'turningPoints', progress: { done: 1, total: 9 } });
  vi.advanceTimersByTime(119_000);
  expect(kinds()).not.toContain('debriefStopped');
  vi.advanceTimersByTime(2_000);
  expect(kinds().at(-1)).toBe('debriefStopped');
  other.say({ part: 'turningPoints', progress: { done: 2, total: 9 } });
  expect(kinds().at(-1)).toBe('debriefProgress');
  other.say({ part: 'measures', found: {} });
  vi.advanceTimersByTime(600_000);
  expect(kinds().filter((kind) => kind === 'debriefStopped')).toHaveLength(1);
});

test('looking back again on the same log at the same minute computes nothing, even on another page of the tab', () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  const log = '{"line":"command","chain":"a1"}\n{"line":"session","chain":"b2"}\n';
  const lookBack = (text: string): { told: PlayReport[]; begun: number } => {
    const told: PlayReport[] = [];
    const play = connectPlayLocal(store);
    play.subscribe((report) => told.push(report));
    const before = workers('debriefWorker').length;
    play.send({ type: 'catalogue' });
    workers('playWorker')
      .at(-1)!
      .say([
        { type: 'debrief', part: 'core', model: { at: 1 } },
        { type: 'debriefTask', text, at: 1 },
      ]);
    return { told, begun: workers('debriefWorker').length - before };
  };
  expect(lookBack(log).begun).toBe(1);
  const [other] = workers('debriefWorker');
  other!.say({ part: 'byTheBook', found: { byTheBook: null } });
  other!.say({ part: 'measures', found: { measures: [] }, first: true });
  expect(other!.gone).toBe(false);
  // Left before its end: only what is missing is computed, first figures with it.
  const between = lookBack(log);
  expect(between.begun).toBe(1);
  expect(between.told.map((report) => report.type === 'debrief' && report.part)).toEqual([
    'core',
    'byTheBook',
  ]);
  const rest = workers('debriefWorker').at(-1)!;
  expect(rest.posted).toEqual([{ text: log, at: 1, known: ['byTheBook'] }]);
  rest.say({ part: 'measures', found: { measures: [] } });
  expect(rest.gone).toBe(true);
  // Opened again, the log has one more line that changes nothing of the evening.
  const again = lookBack(`${log}{"line":"session","chain":"c3"}\n`);
  expect(again.begun).toBe(0);
  expect(again.told.map((report) => report.type === 'debrief' && report.part)).toEqual([
    'core',
    'byTheBook',
    'measures',
  ]);
  expect(lookBack(log.replace('a1', 'a2')).begun).toBe(1);
});
