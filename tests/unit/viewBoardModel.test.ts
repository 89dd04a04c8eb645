import { describe, expect, test } from 'vitest';
import { clock } from '../../src/kernel/time.ts';
import type { EveningView } from '../../src/view/eveningView.ts';
import { buildBoardModel } from '../../src/view/buildBoardModel.ts';
import { scenarioInfo } from '../../src/scenario/info.ts';
import { scenarioFile, territory } from './scenarioSample.ts';
import { smallOrders, stoppedAt, viewOf } from './viewSamples.ts';

const scenario = scenarioInfo(scenarioFile(), territory, 'hash');
const view = viewOf(stoppedAt(clock('18:00')), { kind: 'area', code: '75' });
const model = buildBoardModel(view, scenario, view.at - 60_000);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** Every value inside, however deep. */
function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

describe('the board model', () => {
  test('is plain data: numbers, keys and flags, the same after JSON', () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    for (const leaf of leaves(model)) {
      expect(['number', 'string', 'boolean', 'object']).toContain(typeof leaf);
      if (typeof leaf === 'number') expect(Number.isFinite(leaf)).toBe(true);
      if (typeof leaf === 'object') expect(leaf).toBeNull();
    }
  });

  test('is a pure function of the view, the scenario and the time of the view before', () => {
    const copy = frozen(structuredClone(view));
    const sheet = frozen(structuredClone(scenario));
    expect(buildBoardModel(copy, sheet, view.at - 60_000)).toEqual(model);
  });

  test('has a key for each thing, each once', () => {
    for (const list of [model.servers, model.areas, model.flows, model.counters, model.track.tokens]) {
      const keys = list.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(model.servers.map(({ key }) => key)).toEqual(view.servers.map(({ id }) => id));
    expect(model.areas.map(({ key }) => key)).toEqual(view.areas.map(({ code }) => code));
    expect(model.selected).toBe('75');
  });

  test('says nothing of a share of too few attempts', () => {
    const area = view.areas[0];
    const loss = (attempts15: number, unrouted15: number): number | null =>
      buildBoardModel({ ...view, areas: [{ ...area, attempts15, unrouted15 }] }, scenario, 0).areas[0].loss;
    expect(loss(0, 0)).toBeNull();
    expect(loss(7, 7)).toBeNull();
    expect(loss(8, 2)).toBe(0.25);
    expect(
      buildBoardModel({ ...view, areas: [{ ...area, attempts15: 3, unrouted15: 3 }] }, scenario, 0).lossNow,
    ).toBe(0);
  });

  test('keeps shares and phases within 0..1, whatever the time of the view before', () => {
    for (const previous of [0, view.at - 1, view.at, view.at + 1]) {
      const built = buildBoardModel(view, scenario, previous);
      const shares = [
        built.lossNow,
        ...built.flows.map(({ phase }) => phase),
        ...built.areas.flatMap(({ loss, warmth }) => [loss ?? 0, warmth]),
        ...built.servers.flatMap(({ loss, fill }) => [loss ?? 0, fill]),
      ];
      for (const share of shares) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
  });

  test('says how many calls a filament stands for', () => {
    const calls = (flowsTotal: number, flows: EveningView['flows']): number =>
      buildBoardModel({ ...view, flowsTotal, flows }, scenario, 0).callsPerFlow;
    expect(calls(0, [])).toBe(1);
    expect(calls(10, view.flows.slice(0, 10))).toBe(1);
    expect(calls(11, view.flows.slice(0, 10))).toBe(2);
    expect(model.callsPerFlow * model.flows.length).toBeGreaterThanOrEqual(view.flowsTotal);
  });

  test.each([
    ['up', { modulesUp: 8, isolated: false }],
    ['partly', { modulesUp: 3, isolated: false }],
    ['down', { modulesUp: 0, isolated: false }],
    ['isolated', { modulesUp: 8, isolated: true }],
  ] as const)('shows a server as it is: %s', (state, change) => {
    const changed = { ...view, servers: [{ ...view.servers[0], ...change }] };
    expect(buildBoardModel(changed, scenario, 0).servers[0].state).toBe(state);
  });

  test('counts what the view counts', () => {
    expect(Object.fromEntries(model.counters.map(({ key, value }) => [key, value]))).toEqual({
      lost: view.totals.unrouted,
      lostReference: view.reference.unrouted,
      neverServed: view.totals.neverServed,
      answered: view.totals.answered,
      waiting: view.totals.waitingNow,
    });
  });

  test('puts documented moments and tonight’s orders on the rim, passed or to come', () => {
    const ghosts = model.track.tokens.filter(({ kind }) => kind === 'ghost');
    expect(ghosts).toHaveLength(scenario.chronology.filter(({ ghost }) => ghost).length);
    expect(model.track.tokens.filter(({ kind }) => kind === 'order')).toHaveLength(smallOrders.length);
    for (const { at, passed } of model.track.tokens) expect(passed).toBe(at <= view.at);
  });
});
