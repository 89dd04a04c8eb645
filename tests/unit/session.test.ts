import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Order } from '../../src/callflow/orders.ts';
import { hashEvening } from '../../src/callflow/snapshot.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import type { Report } from '../../src/session/protocol.ts';
import { WatchSession } from '../../src/session/watchSession.ts';
import { openWorld } from '../../src/session/world.ts';
import type { EveningView } from '../../src/view/eveningView.ts';
import { country, operation, order } from './callflowWorlds.ts';

const { spec, orders: asIn2021 } = country();
const AT = clock('17:30');

type Handled = Parameters<WatchSession['handle']>[0];
const started = (
  at = AT,
  set: Record<string, number | string> = {},
  orders: readonly Order[] | null = null,
) => {
  const session = new WatchSession();
  const reports = session.handle({ type: 'start', seed: 1, at, set, orders });
  return { session, reports };
};

function viewIn(reports: readonly Report[]): EveningView {
  const report = reports.findLast(({ type }) => type === 'view');
  if (report?.type !== 'view') throw new Error(JSON.stringify(reports));
  return report.view;
}
const hashOf = (session: WatchSession): string => {
  const [report] = session.handle({ type: 'hash' });
  if (report?.type !== 'hash') throw new Error(report?.type);
  return report.hash;
};
const codes = (reports: readonly Report[]) =>
  reports.map((report) =>
    report.type === 'error' ? [report.code, report.params.path ?? ''] : [report.type],
  );
/** A view without what depends on the way it was reached: its number, and filaments begun since the one before. */
const settled = (view: EveningView) => ({ ...view, seq: 0, flows: [], flowsTotal: 0 });
const direct = (at: number, orders = asIn2021): string => {
  const evening = createEvening(spec, 1, orders);
  evening.runTo(at);
  return hashEvening(evening);
};

describe('before the start', () => {
  test.each<Handled>([
    { type: 'play' },
    { type: 'pause' },
    { type: 'speed', value: 4 },
    { type: 'jump', at: AT },
    { type: 'select', selection: null },
    { type: 'hash' },
    { type: 'story', attempt: 0 },
  ])('$type says that nothing has begun', (request) => {
    expect(new WatchSession().handle(request)).toEqual([
      { type: 'error', code: 'notStarted', params: { found: request.type } },
    ]);
    expect(new WatchSession().tick(5)).toEqual([]);
  });
});

describe('a session', () => {
  let session: WatchSession;
  let first: EveningView;
  beforeEach(() => {
    const start = started();
    session = start.session;
    expect(start.reports.map(({ type }) => type)).toEqual(['ready', 'view']);
    first = viewIn(start.reports);
  });

  test('starts where asked, stopped, with the reference beside it', () => {
    expect(first.at).toBe(AT);
    expect(first.playing).toBe(false);
    expect(hashOf(session)).toBe(direct(AT));
    const { ordinaryRefused: _, ...totals } = first.totals;
    expect(first.reference).toEqual(totals);
    expect(first.orders.map(({ type }) => type)).toEqual(asIn2021.map(({ type }) => type));
  });

  test('plays at its speed and stops when told; a sleeping tab is not caught up', () => {
    expect(viewIn(session.handle({ type: 'play' })).playing).toBe(true);
    session.handle({ type: 'speed', value: 60 });
    expect(session.tick(1000)).toEqual([]);
    expect(viewIn(session.tick(1066)).at).toBe(AT + 66 * 60);
    expect(viewIn(session.tick(1166)).at).toBe(AT + 166 * 60);
    session.handle({ type: 'speed', value: 1 });
    expect(viewIn(session.tick(1266)).at).toBe(AT + 166 * 60 + 100);
    expect(viewIn(session.tick(99_999)).at).toBe(AT + 166 * 60 + 100 + 250);
    expect(viewIn(session.handle({ type: 'pause' })).playing).toBe(false);
    expect(session.tick(100_100)).toEqual([]);
    expect(session.tick(90_000)).toEqual([]);
    expect(hashOf(session)).toBe(direct(AT + 166 * 60 + 350));
  });

  test('owes no millisecond: fractions of wall and exercise time add up', () => {
    session.handle({ type: 'play' });
    session.handle({ type: 'speed', value: 1.5 });
    session.tick(0);
    let at = AT;
    for (let i = 1; i <= 1000; i++) at = viewIn(session.tick(i * 16.7)).at;
    expect(Math.abs(at - (AT + 1000 * 16.7 * 1.5))).toBeLessThan(2);
    expect(hashOf(session)).toBe(direct(at));
  });

  test('shows each attempt once as a filament while it plays', () => {
    session.handle({ type: 'play' });
    session.handle({ type: 'speed', value: 60 });
    session.tick(0);
    let shown = 0;
    const seen = new Set<number>();
    let at = AT;
    for (let i = 1; i <= 30; i++) {
      const view = viewIn(session.tick(i * 66));
      for (const { attempt, at: began } of view.flows) {
        expect(seen.has(attempt)).toBe(false);
        seen.add(attempt);
        expect(began).toBeGreaterThan(at);
        expect(began).toBeLessThanOrEqual(view.at);
      }
      shown += view.flowsTotal;
      at = view.at;
    }
    const evening = createEvening(spec, 1, asIn2021);
    evening.runTo(at);
    expect(shown).toBe(evening.log.firstFrom(at + 1) - evening.log.firstFrom(AT + 1));
  });

  test('stops by itself at the end', () => {
    session.handle({ type: 'jump', at: spec.clock.windowEnd - 1000 });
    session.handle({ type: 'play' });
    session.handle({ type: 'speed', value: 60 });
    session.tick(0);
    const last = viewIn(session.tick(100));
    expect([last.at, last.playing]).toEqual([spec.clock.windowEnd, false]);
    expect(session.tick(200)).toEqual([]);
    expect(viewIn(session.handle({ type: 'play' })).playing).toBe(false);
  });

  test('jumps anywhere; back and forth shows the same', () => {
    const there = viewIn(session.handle({ type: 'jump', at: clock('20:17') }));
    expect(there.at).toBe(clock('20:17'));
    expect(there.flows).toEqual([]);
    const back = viewIn(session.handle({ type: 'jump', at: AT }));
    expect(settled(back)).toEqual(settled(first));
    expect(settled(viewIn(session.handle({ type: 'jump', at: clock('20:17') })))).toEqual(settled(there));
    expect(hashOf(session)).toBe(direct(clock('20:17')));
    expect(back.seq).toBeGreaterThan(there.seq);
  });

  test('jumps stay within the evening', () => {
    for (const [at, kept] of [
      [-1e300, clock('16:30')],
      [1e300, spec.clock.windowEnd],
      [AT + 0.7, AT],
    ])
      expect(viewIn(session.handle({ type: 'jump', at })).at).toBe(kept);
  });

  test('selects what there is; what there is not selects nothing', () => {
    const view = viewIn(session.handle({ type: 'select', selection: { kind: 'area', code: '69' } }));
    expect(view.selected?.selection).toEqual({ kind: 'area', code: '69' });
    expect(view.selected?.series.lost).toHaveLength(view.series.lost.length);
    expect(
      viewIn(session.handle({ type: 'select', selection: { kind: 'server', id: 'nowhere' } })).selected,
    ).toBeNull();
    expect(viewIn(session.handle({ type: 'select', selection: null })).selected).toBeNull();
    expect(hashOf(session)).toBe(direct(AT));
  });

  test('tells the story of an attempt, or that there is none', () => {
    const [told] = session.handle({ type: 'story', attempt: 10 });
    expect(told).toMatchObject({ type: 'story', attempt: 10, story: { attempts: expect.anything() } });
    expect(session.handle({ type: 'story', attempt: 9_999_999 })).toEqual([
      { type: 'story', attempt: 9_999_999, story: null },
    ]);
  });

  test('the session sets what the evening does, never the other way: any requests, then the hash of that minute', () => {
    const request = fc.oneof(
      fc.integer({ min: clock('16:30'), max: clock('19:00') }).map((at) => ({ type: 'jump', at }) as const),
      fc.constantFrom<Handled>(
        { type: 'play' },
        { type: 'pause' },
        { type: 'speed', value: 60 },
        { type: 'speed', value: 7.3 },
        { type: 'select', selection: { kind: 'server', id: 'reims' } },
        { type: 'story', attempt: 3 },
      ),
      fc.integer({ min: 0, max: 400 }).map((wall) => ({ type: 'tick', wall }) as const),
    );
    let wall = 0;
    fc.assert(
      fc.property(fc.array(request, { maxLength: 15 }), (requests) => {
        for (const each of requests) {
          if (each.type === 'tick') session.tick((wall += each.wall));
          else session.handle(each);
        }
        const { at } = viewIn(session.handle({ type: 'pause' }));
        expect(hashOf(session)).toBe(direct(at));
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  test('a start with wrong values says where and keeps the running evening', () => {
    session.handle({ type: 'jump', at: clock('18:00') });
    session.handle({ type: 'play' });
    const before = hashOf(session);
    const wrong = (set: Record<string, number | string>, orders: unknown): unknown =>
      codes(session.handle({ type: 'start', seed: 2, at: AT, set, orders: orders as Order[] | null }));
    expect(wrong({ leek: 1 }, null)).toEqual([['unknownParameter', 'leek']]);
    expect(wrong({ leak: 2, modules: 2.5, bug: 'perhaps' }, null)).toEqual([
      ['outOfRange', 'leak'],
      ['notInteger', 'modules'],
      ['wrongType', 'bug'],
    ]);
    const good = { at: '17:00', by: 'x', type: 'coldRestart', args: { servers: ['reims'] } };
    expect(wrong({}, [good, { ...good, args: { servers: ['rheims'] } }, { ...good, at: '12:00' }])).toEqual([
      ['unknownServer', 'orders[1].args.servers[0]'],
      ['outsideClock', 'orders[2].at'],
    ]);
    expect(wrong({}, [{ type: 'coldRestart' }])).toEqual([
      ['missing', 'orders[0].at'],
      ['missing', 'orders[0].by'],
      ['missing', 'orders[0].args'],
    ]);
    expect(hashOf(session)).toBe(before);
    session.tick(0);
    expect(viewIn(session.tick(100)).at).toBe(clock('18:00') + 100);
  });

  test('a start with other orders or values changes the evening and leaves the reference', () => {
    // Looked at before at the same minute: nothing of it may remain.
    session.handle({ type: 'jump', at: clock('19:00') });
    const reports = session.handle({
      type: 'start',
      seed: 1,
      at: clock('19:00'),
      set: { bug: 'off' },
      orders: [order('17:00', { type: 'advise', args: { wording: 'any' } }), operation()],
    });
    const view = viewIn(reports);
    expect(view.totals.unrouted).toBeLessThan(view.reference.unrouted / 2);
    expect(view.series.lost.at(-1)).toBe(0);
    expect(view.referenceSeries.lost[view.series.lost.length - 1]).toBeGreaterThan(0);
    expect(view.reference).toEqual(viewIn(started(clock('19:00')).reports).reference);
    // In order of time, whatever the order in which they were sent.
    expect(view.orders.map(({ type }) => type)).toEqual(['operation', 'advise']);
    const again = viewIn(
      session.handle({ type: 'start', seed: 2, at: clock('19:00'), set: {}, orders: null }),
    );
    const { ordinaryRefused: _, ...totals } = again.totals;
    expect(again.reference).toEqual(totals);
  });
});

test('curves follow the evening: one step more every five minutes', () => {
  const { session } = started(clock('17:04'));
  const series = (at: number): number[] => {
    const view = viewIn(session.handle({ type: 'jump', at }));
    return [view.series.lost.length, view.referenceSeries.lost.length];
  };
  expect(series(clock('17:04'))).toEqual([6, 90]);
  expect(series(clock('17:05'))).toEqual([7, 90]);
  session.handle({ type: 'play' });
  session.handle({ type: 'speed', value: 60 });
  session.tick(0);
  let view = viewIn(session.tick(1));
  for (let wall = 1; view.at < clock('17:10'); wall += 200) view = viewIn(session.tick(wall + 200));
  expect(view.series.lost).toHaveLength(8);
  expect(view.at - clock('17:10')).toBeLessThan(MINUTE);
});

test('the world of the session is that of the command line', () => {
  const opened = openWorld({ leak: '0.01' }, null);
  if (!opened.ok) throw new Error('refused');
  const compiled = country({ leak: 0.01 });
  expect(opened.value.spec).toEqual(compiled.spec);
  expect(opened.value.orders).toEqual(compiled.orders);
  expect(opened.value.info.hash).toBe(compiled.spec.id);
});
