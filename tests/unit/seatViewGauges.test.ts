import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heardInArea } from '../../src/exercise/instruments/rooms.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { project } from '../../src/view/project.ts';
import { lossInterval } from '../../src/exercise/knowledge/lossInterval.ts';
import type { Gauge, SeatView } from '../../src/view/seatView.ts';
import { exerciseOf } from './exerciseSample.ts';
import { playedTo } from './seatViewSample.ts';

function gauge<Kind extends Gauge['kind']>(view: SeatView, kind: Kind): Extract<Gauge, { kind: Kind }> {
  return view.gauges.find((each) => each.kind === kind) as Extract<Gauge, { kind: Kind }>;
}

/** Instruments that work without anybody's act, by seat (rules of play §3). */
const OWN: Readonly<Record<SeatId, readonly Gauge['kind'][]>> = {
  orange: ['servers', 'voice', 'complaints'],
  ministry: ['chains'],
  anssi: ['cases'],
  services: ['rooms'],
};

test.each(CORE_SEATS)('%s has its own instruments, and samples, and no others', (seat) => {
  const kinds = project(playedTo('19:40'), seat).gauges.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind !== 'sample')).toEqual(OWN[seat]);
});

describe('rooms', () => {
  test('count what reached them, as the instrument does, and never what the network lost', () => {
    const exercise = playedTo('18:12');
    const { evening, opening, now } = exercise;
    const heard = heardInArea(evening, opening.home, now - 15 * MINUTE + 1, now + 1);
    const { rooms, arrived, usual, start, step } = gauge(project(exercise, 'services'), 'rooms');
    expect(rooms.map(({ arrived15 }) => arrived15)).toEqual(
      [0, 1, 2].map((room) => heard.calls[opening.home * 3 + room]),
    );
    const whole = heardInArea(evening, opening.home, start, start + arrived.length * step);
    expect(arrived.reduce((sum, count) => sum + count, 0)).toBe(
      [0, 1, 2].reduce((sum, room) => sum + whole.calls[opening.home * 3 + room]!, 0),
    );
    expect(usual).toHaveLength(arrived.length);
    expect(usual.every((count) => count > 5 && count < 20)).toBe(true);
  });

  test('are the same whether they were looked at all along or once', () => {
    const once = playedTo('18:12');
    const allAlong = exerciseOf(3, 'as-in-2021', ['orange', 'ministry', 'anssi']);
    for (let at = clock('16:30'); at < clock('18:12'); at += 7 * MINUTE + 13) {
      allAlong.runTo(at);
      project(allAlong, 'services');
    }
    allAlong.runTo(clock('18:12'));
    expect(project(allAlong, 'services')).toEqual(project(once, 'services'));
  });
});

describe('the operator', () => {
  test('sees all of its servers, and the share of all voice refused every five minutes', () => {
    const exercise = playedTo('18:12');
    const view = project(exercise, 'orange');
    const { servers } = gauge(view, 'servers');
    expect(servers.map(({ id }) => id)).toEqual(exercise.spec.network.servers.map(({ id }) => id));
    for (const { fill, modulesUp, modules } of servers) {
      expect(fill).toBeGreaterThanOrEqual(0);
      expect(fill).toBeLessThanOrEqual(1);
      expect(modulesUp).toBeLessThanOrEqual(modules);
    }
    const { refused, start, step } = gauge(view, 'voice');
    expect(refused).toHaveLength(Math.floor((exercise.now - start) / step) + 1);
    expect(refused.slice(0, 3)).toEqual([0, 0, 0]);
    expect(Math.max(...refused)).toBeGreaterThan(0.2);
  });

  test('hears more complaints than usual, but an hour of calm is usual', () => {
    const calm = gauge(project(playedTo('16:40'), 'orange'), 'complaints');
    expect(calm.perHour).toBe(calm.usual);
    const late = gauge(project(playedTo('18:12'), 'orange'), 'complaints');
    expect(late.perHour).toBeGreaterThan(3 * late.usual);
  });
});

test('the ministry counts the reports of each chain, in the areas that they name', () => {
  const { chains } = gauge(project(playedTo('19:40'), 'ministry'), 'chains');
  const civil = chains.find(({ chain }) => chain === 'civilSecurity')!;
  expect(civil.reports).toBeGreaterThan(3);
  expect(civil.areas.length).toBeGreaterThan(5);
  expect(civil.latest).toBeGreaterThan(clock('19:00'));
  expect(chains.find(({ chain }) => chain === 'health')).toMatchObject({
    reports: 0,
    areas: [],
    latest: null,
  });
});

test('ANSSI has a second case from the start, and sees until when it may be left alone', () => {
  const exercise = exerciseOf(2, 'as-in-2021', []);
  exercise.runTo(clock('16:40'));
  expect(gauge(project(exercise, 'anssi'), 'cases').cases).toEqual([
    { id: 'second', people: 1, before: null, state: 'served' },
  ]);
  exercise.apply('anssi', { type: 'act', act: 'anssi.moveExperts', args: {}, rests: [] });
  exercise.runTo(clock('16:55'));
  const [second, telecoms] = gauge(project(exercise, 'anssi'), 'cases').cases;
  expect(second!.state).toBe('starved');
  expect(second!.before).toBeGreaterThan(exercise.now);
  expect(telecoms).toMatchObject({ id: 'telecoms', state: 'open' });
});

describe('a sample of test calls', () => {
  // Exact intervals at 95 %: any table of the binomial law.
  test.each([
    [5, 5, 0, 0.5218],
    [10, 10, 0, 0.3085],
    [10, 7, 0.0667, 0.6525],
    [5, 0, 0.4782, 1],
    [30, 27, 0.0211, 0.2653],
    [1, 1, 0, 0.975],
  ])('%i calls of which %i pass leave losses from %f to %f', (tries, passed, low, high) => {
    const found = lossInterval(tries, passed);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  test('holds the share it saw, and narrows as it grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (tries, seed) => {
        const passed = seed % (tries + 1);
        const { low, high } = lossInterval(tries, passed);
        const share = 1 - passed / tries;
        expect(low).toBeLessThanOrEqual(share + 1e-9);
        expect(high).toBeGreaterThanOrEqual(share - 1e-9);
        const twice = lossInterval(tries * 2, passed * 2);
        expect(twice.high - twice.low).toBeLessThan(high - low);
      }),
    );
  });

  test('is shown with what it leaves possible and its age, until another replaces it', () => {
    const exercise = exerciseOf(1, 'as-in-2021', []);
    const about = { area: '59', origin: 'mobile', tries: 5, passed: 5 };
    exercise.runTo(clock('17:00'));
    exercise.learn(
      'orange',
      { type: 'workaround.tested', about, confidence: 0.6 },
      { kind: 'act', act: 'x' },
    );
    exercise.runTo(clock('17:10'));
    const sample = gauge(project(exercise, 'orange'), 'sample');
    expect(sample).toMatchObject({ tries: 5, passed: 5, low: 0, at: clock('17:00') });
    expect(sample.high).toBeGreaterThan(0.2);
    exercise.learn(
      'orange',
      { type: 'workaround.tested', about: { ...about, passed: 4 }, confidence: 0.6 },
      { kind: 'act', act: 'x' },
    );
    expect(project(exercise, 'orange').gauges.filter(({ kind }) => kind === 'sample')).toHaveLength(1);
  });
});
