import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../src/callflow/cause.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import { OUTCOME } from '../../src/callflow/outcome.ts';
import { hashEvening } from '../../src/callflow/snapshot.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { summarise } from '../../src/debrief/summary.ts';
import { Census } from '../../src/view/census.ts';
import type { Selection } from '../../src/view/eveningView.ts';
import { seriesOf, SERIES_STEP } from '../../src/view/series.ts';
import { concerning } from '../../src/view/watch.ts';
import { moments, orderLists, seeds } from './callflowArbitrary.ts';
import { country, finished } from './callflowWorlds.ts';
import { small, smallOrders, stoppedAt, viewOf } from './viewSamples.ts';

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const FROM = clock('16:30');

describe('a census', () => {
  test('of a finished evening as of T is that of the evening stopped at T', () => {
    fc.assert(
      fc.property(
        seeds,
        orderLists(small),
        fc.array(moments(small), { minLength: 1, maxLength: 5 }),
        (seed, orders, stops) => {
          const whole = finished(small, seed, orders);
          const evening = createEvening(small, seed, orders);
          for (const at of stops.toSorted((a, b) => a - b)) {
            evening.runTo(at);
            expect(new Census(whole, at)).toEqual(new Census(evening, at));
          }
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  test('counts who waits and talks as the rooms do', () => {
    fc.assert(
      fc.property(seeds, moments(small), (seed, at) => {
        const evening = stoppedAt(at, seed);
        const { totals } = new Census(evening, at);
        expect(totals.waitingNow).toBe(sum(evening.waiting));
        expect(totals.talkingNow).toBe(sum(evening.busy));
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test('adds up: areas, servers, causes', () => {
    for (const time of ['16:44', '16:45', '17:30', '20:00', '27:00']) {
      const evening = stoppedAt(clock(time));
      const { totals, areas, servers } = new Census(evening, evening.now);
      expect(sum(areas.attempts)).toBe(totals.attempts);
      expect(sum(areas.unrouted)).toBe(totals.unrouted);
      expect(sum(areas.answered)).toBe(totals.answered);
      expect(sum(servers.unrouted)).toBe(totals.unrouted);
      expect(totals.byCause.serverFull + totals.byCause.serverRebooting).toBe(totals.unrouted);
      expect(totals.byCause.answered).toBe(totals.answered);
      expect(sum(areas.unrouted15)).toBeLessThanOrEqual(sum(areas.attempts15));
    }
  });

  test('before the trigger counts nobody', () => {
    const evening = stoppedAt(clock('16:44') + 59_999);
    const { totals } = new Census(evening, evening.now);
    expect([totals.attempts, totals.unrouted, totals.answered, totals.neverServed]).toEqual([0, 0, 0, 0]);
  });
});

describe('the counters on the table', () => {
  test('are those of the summary at the end of the window, for the evening of 2 June', () => {
    const { spec, orders } = country();
    const evening = createEvening(spec, 3, orders);
    evening.runTo(spec.clock.windowEnd - 1);
    const view = viewOf(evening);
    const summary = summarise(createEvening(spec, 3, orders));
    expect(view.totals.attempts).toBe(summary.attempts);
    expect(view.totals.unrouted).toBe(summary.unrouted);
    for (const area of view.areas)
      expect([area.attempts, area.unrouted]).toEqual([
        summary.byArea[area.code].attempts,
        summary.byArea[area.code].unrouted,
      ]);
    for (const server of view.servers)
      expect([server.attempts, server.unrouted]).toEqual([
        summary.byServer[server.id].attempts,
        summary.byServer[server.id].unrouted,
      ]);
    for (const cause of ['serverFull', 'serverRebooting', 'lineBusy', 'trunkBusy', 'wrongNumber'] as const)
      expect(view.totals.byCause[cause]).toBe(summary.byCause[cause].attempts);
    // Refused in the window: the summary subtracts what was refused before the trigger.
    const atTrigger = createEvening(spec, 3, orders);
    atTrigger.runTo(spec.clock.trigger);
    const before = atTrigger.servers.ordinaryRefused(spec.clock.trigger);
    expect((view.totals.ordinaryRefused - before) / summary.ordinaryRefused).toBeCloseTo(1, 4);
  });

  test('people never served or served late are those whose evening says so', () => {
    const evening = finished(small, 4, smallOrders);
    const { trigger } = small.clock;
    let never = 0;
    let late = 0;
    for (let caller = 0; caller < evening.callers.count; caller++) {
      if (evening.callers.arrival[caller] < trigger || evening.isWorried(caller)) continue;
      const outcome = evening.outcome[caller];
      if (outcome === OUTCOME.neverServed) never++;
      if (outcome === OUTCOME.servedLate || outcome === OUTCOME.wentThere) late++;
    }
    const { totals } = viewOf(evening);
    expect([totals.neverServed, totals.servedLate]).toEqual([never, late]);
  });
});

const curve = (evening: Evening, at: number, selection: Selection | null) =>
  seriesOf(evening, FROM, at, (selection && concerning(evening, selection)) ?? undefined);

describe('the curves', () => {
  const selections: readonly (Selection | null)[] = [
    null,
    { kind: 'area', code: '75' },
    { kind: 'server', id: 'paris1' },
    { kind: 'centre', code: '75', room: '18-112' },
  ];

  test('of a finished evening up to T are those of the evening stopped at T', () => {
    const whole = finished(small, 6, smallOrders);
    fc.assert(
      fc.property(moments(small), fc.constantFrom(...selections), (at, selection) => {
        expect(curve(whole, at, selection)).toEqual(curve(stoppedAt(at, 6), at, selection));
      }),
      {
        numRuns: 40,
        seed: 1,
        examples: [
          [clock('16:30'), null],
          [clock('17:35'), null],
        ],
      },
    );
  });

  test('add up to the totals, waiting included', () => {
    const at = clock('20:00');
    const evening = stoppedAt(at, 2);
    const { totals } = new Census(evening, at);
    const series = seriesOf(evening, FROM, at);
    expect(series.lost).toHaveLength((at - FROM) / SERIES_STEP);
    const steps = (clock('16:45') - FROM) / SERIES_STEP;
    expect(sum(series.lost.slice(steps))).toBe(totals.unrouted);
    let answered = 0;
    const { log } = evening;
    for (let i = 0; i < log.count; i++) if (log.answered[i] >= FROM && log.answered[i] < at) answered++;
    expect(sum(series.answered)).toBe(answered);
    series.waiting.forEach((waiting, step) => {
      const end = FROM + (step + 1) * SERIES_STEP;
      // At the end of a step: just before the next one begins.
      expect(waiting).toBe(sum(stoppedAt(end - 1, 2).waiting));
    });
  });

  test('of all areas add up to that of the country; the rooms of an area to its own', () => {
    const at = clock('19:00');
    const evening = stoppedAt(at, 2);
    const lost = (selection: Selection | null): number => sum(curve(evening, at, selection).lost);
    expect(sum(small.areas.map(({ code }) => lost({ kind: 'area', code })))).toBe(lost(null));
    expect(sum(small.network.servers.map(({ id }) => lost({ kind: 'server', id })))).toBe(lost(null));
    expect(
      sum((['15', '17', '18-112'] as const).map((room) => lost({ kind: 'centre', code: '69', room }))),
    ).toBe(lost({ kind: 'area', code: '69' }));
  });

  test('a step that is not over is left out', () => {
    expect(seriesOf(stoppedAt(clock('17:04')), FROM, clock('17:04')).lost).toHaveLength(6);
    expect(seriesOf(stoppedAt(clock('16:20')), FROM, clock('16:20')).lost).toHaveLength(0);
  });
});

describe('a view', () => {
  test('is plain data and says the same when built twice; to build it changes nothing', () => {
    const evening = stoppedAt(clock('18:07'));
    const before = hashEvening(evening);
    const view = viewOf(evening, { kind: 'centre', code: '75', room: '15' });
    expect(viewOf(evening, { kind: 'centre', code: '75', room: '15' })).toEqual(view);
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(structuredClone(view)).toEqual(view);
    expect(hashEvening(evening)).toBe(before);
  });

  test('shows servers as they are', () => {
    const evening = stoppedAt(clock('17:12'));
    const view = viewOf(evening);
    view.servers.forEach((server, s) => {
      const up = server.modules.filter(({ state }) => state === 'up');
      expect(server.modulesUp).toBe(up.length);
      expect(server.modules).toHaveLength(small.network.modules);
      expect(server.bug).toBe(evening.servers.awake[s] === 1 ? 'awake' : 'asleep');
      for (const { fill } of server.modules) {
        expect(fill).toBeGreaterThanOrEqual(0);
        expect(fill).toBeLessThanOrEqual(1);
      }
      if (up.length > 0) expect(server.fill).toBeCloseTo(sum(up.map(({ fill }) => fill)) / up.length, 12);
    });
    const patched = stoppedAt(clock('18:00'), 1, small, [
      ...smallOrders,
      { at: clock('17:00'), by: 'test', type: 'patch', args: { servers: ['reims'] } },
      { at: clock('17:30'), by: 'test', type: 'isolate', args: { servers: ['lyon2'], on: true } },
    ]);
    const shown = viewOf(patched);
    expect(shown.servers.find(({ id }) => id === 'reims')?.bug).toBe('none');
    expect(shown.servers.filter(({ isolated }) => isolated).map(({ id }) => id)).toEqual(['lyon2']);
  });

  test('shows rooms and ways of an area as they are', () => {
    const evening = stoppedAt(clock('19:50'), 1, small, [
      ...smallOrders,
      { at: clock('18:00'), by: 'test', type: 'goAround', args: { areas: ['75'] } },
    ]);
    for (const [a, area] of viewOf(evening).areas.entries()) {
      expect(area.waiting).toEqual([...evening.waiting.subarray(a * 3, a * 3 + 3)]);
      expect(area.talking).toEqual([...evening.busy.subarray(a * 3, a * 3 + 3)]);
      expect(area.takers).toEqual([...evening.takers.subarray(a * 3, a * 3 + 3)]);
      expect(area.goneAround).toBe(area.code === '75');
      const published = ['59', '75', '69', '93', '33', '13', '974'].includes(area.code);
      expect([area.code, area.tenDigit]).toEqual([area.code, published ? 'published' : 'none']);
    }
  });

  test('filaments: every attempt since the last view, a sample when they are too many', () => {
    const evening = stoppedAt(clock('17:10'));
    const few = viewOf(evening, null, { sinceAttempt: evening.log.count - 10 });
    expect(few.flows.map(({ attempt }) => attempt)).toEqual(
      Array.from({ length: 10 }, (_, i) => evening.log.count - 10 + i),
    );
    expect(few.flowsTotal).toBe(10);
    const many = viewOf(evening);
    expect(many.flowsTotal).toBe(evening.log.count);
    expect(many.flows.length).toBeLessThanOrEqual(80);
    expect(many.flows.length).toBeGreaterThan(40);
    for (const flow of many.flows) {
      const { log } = evening;
      const cause = CAUSES[log.cause(flow.attempt)];
      expect(flow.at).toBe(log.at[flow.attempt]);
      expect(flow.server).toBe(log.server(flow.attempt));
      expect(flow.fate === 'broken').toBe(cause === 'serverFull' || cause === 'serverRebooting');
    }
    expect(viewOf(evening, null, { sinceAttempt: evening.log.count }).flows).toEqual([]);
  });

  test('losses: the latest failed attempts, newest first, of the selection where there is one', () => {
    const evening = stoppedAt(clock('18:00'));
    const { log } = evening;
    const failed = Array.from({ length: log.count }, (_, i) => i).filter(
      (i) => !['answered', 'open'].includes(CAUSES[log.cause(i)]) && log.at[i] >= small.clock.trigger,
    );
    const view = viewOf(evening, { kind: 'server', id: 'lyon1' });
    expect(view.losses.map(({ attempt }) => attempt)).toEqual(failed.slice(-100).toReversed());
    const lyon = failed.filter((i) => log.server(i) === 4);
    expect(view.selected?.losses.map(({ attempt }) => attempt)).toEqual(lyon.slice(-50).toReversed());
    for (const loss of view.losses) {
      expect(loss.at).toBe(log.at[loss.attempt]);
      expect(loss.cause).toBe(CAUSES[log.cause(loss.attempt)]);
      expect(loss.area).toBe(small.areas[evening.callers.area[log.caller[loss.attempt]]].code);
    }
  });

  test.each<Selection>([
    { kind: 'area', code: '999' },
    { kind: 'server', id: 'nowhere' },
    { kind: 'centre', code: '999', room: '15' },
  ])('a selection that names nothing of this world selects nothing: %j', (selection) => {
    const evening = stoppedAt(clock('17:00'));
    expect(concerning(evening, selection)).toBeNull();
    expect(viewOf(evening, selection).selected).toBeNull();
  });

  test('lately is the last fifteen minutes', () => {
    const at = clock('18:00');
    const evening = stoppedAt(at);
    const { log } = evening;
    let attempts = 0;
    for (let i = 0; i < log.count; i++) if (log.at[i] > at - 15 * MINUTE) attempts++;
    expect(sum(viewOf(evening).areas.map(({ attempts15 }) => attempts15))).toBe(attempts);
  });
});
