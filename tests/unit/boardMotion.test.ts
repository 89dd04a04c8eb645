import { describe, expect, test } from 'vitest';
import { diffBoard, lightStep } from '../../src/board/diff.ts';
import { createDustField } from '../../src/board/dustField.ts';
import { BROKEN, createFlights, lifetime, STRIDE, THROUGH } from '../../src/board/flights.ts';
import { createGovernor } from '../../src/board/governor.ts';
import type { BoardModel } from '../../src/view/boardModel.ts';

const model = (over: Partial<BoardModel> = {}): BoardModel => ({
  at: 1_000_000,
  track: { from: 0, to: 10_000_000, tokens: [] },
  servers: [{ key: 'paris1', fill: 0.5, modulesUp: 8, modules: 8, state: 'up', loss: null }],
  areas: [
    { key: '69', loss: 0.02, warmth: 0.5, waiting: 0, badge: 'none' },
    { key: '25', loss: 0, warmth: 0.5, waiting: 0, badge: 'none' },
  ],
  flows: [{ key: '7', area: 0, server: 0, fate: 'through', phase: 0.2 }],
  callsPerFlow: 1,
  counters: [{ key: 'lost', value: 10 }],
  lossNow: 0.02,
  selected: null,
  ...over,
});

describe('differences', () => {
  test('a first model shows everything, at once', () => {
    const diff = diffBoard(null, model());
    expect(diff.jumped).toBe(true);
    expect(diff.recoloured).toHaveLength(2);
    expect(diff.servers).toHaveLength(1);
    expect(diff.tokens).toEqual([]);
    expect(diff.callsPerFlow).toBe(1);
    expect(diff.selected).toBeNull();
  });

  test('the same model again shows nothing, and sends no call twice', () => {
    const same = diffBoard(model(), model());
    expect(same).toEqual({
      jumped: false,
      recoloured: [],
      towns: [],
      servers: [],
      flows: [],
      counters: [],
      tokens: null,
      light: null,
      callsPerFlow: null,
      selected: undefined,
    });
  });

  test('only what changed is told', () => {
    const after = model({
      at: 1_002_000,
      areas: [
        { key: '69', loss: 0.3, warmth: 0.5, waiting: 3, badge: 'none' },
        { key: '25', loss: 0.001, warmth: 0.52, waiting: 0, badge: 'tenDigit' },
      ],
      counters: [{ key: 'lost', value: 11 }],
      selected: '69',
    });
    const diff = diffBoard(model(), after);
    expect(diff.recoloured.map((area) => area.key)).toEqual(['69']);
    expect(diff.towns.map((area) => area.key)).toEqual(['25']);
    expect(diff.counters).toEqual([{ key: 'lost', value: 11 }]);
    expect(diff.servers).toEqual([]);
    expect(diff.selected).toBe('69');
  });

  test('going back, or far ahead, is a jump', () => {
    expect(diffBoard(model(), model({ at: 999_000 })).jumped).toBe(true);
    expect(diffBoard(model(), model({ at: 5_000_000 })).jumped).toBe(true);
    expect(diffBoard(model(), model({ at: 1_060_000 })).jumped).toBe(false);
  });

  test('the light dims by steps and never more than its darkest', () => {
    expect([0, 0.01, 0.11, 0.25, 1].map(lightStep)).toEqual([0, 0, 5, 12, 12]);
  });
});

describe('dust', () => {
  test('each grain has its own place, and going back only takes the last away', () => {
    const field = createDustField(60, 10);
    const seen = new Set<string>();
    for (let rank = 0; rank < 540; rank++) {
      const place = field.place(rank);
      expect(place).not.toBeNull();
      if (!place) continue;
      expect(place.row).toBeLessThan(10);
      seen.add(`${place.column} ${place.row}`);
    }
    expect(seen.size).toBe(540);
    expect(createDustField(60, 10).place(123)).toEqual(field.place(123));
    expect(field.place(600)).toBeNull();
  });
});

describe('flights', () => {
  const points = Float32Array.from({ length: STRIDE }, (_, i) => i);
  test('end at their time; a broken call tells where it lands, and can be picked while it falls', () => {
    const flights = createFlights(4);
    flights.launch(0, THROUGH, false, points, 'a');
    flights.launch(0, BROKEN, false, points, 'b');
    flights.launch(0, THROUGH, true, points, 'c');
    const landed: string[] = [];
    expect(flights.emberAt(lifetime(BROKEN, false) - 1, points[10], points[11], 3)).toBe('b');
    flights.retire(lifetime(THROUGH, true), (_x, _y, key) => landed.push(key));
    expect(flights.count).toBe(2);
    flights.retire(10_000, (x, y, key) => landed.push(`${key} ${x} ${y}`));
    expect(flights.count).toBe(0);
    expect(landed).toEqual(['b 10 11']);
  });

  test('more than there is room for is not drawn', () => {
    const flights = createFlights(1);
    expect(flights.launch(0, THROUGH, false, points, 'a')).toBe(true);
    expect(flights.launch(0, THROUGH, false, points, 'b')).toBe(false);
  });
});

function run(governor: ReturnType<typeof createGovernor>, ms: number, frames: number): void {
  for (let i = 0; i < frames; i++) governor.frame(ms);
}

describe('governor', () => {
  test('draws fewer when frames come late, all again when they no longer do', () => {
    const governor = createGovernor();
    run(governor, 16.7, 180);
    expect(governor.stride).toBe(1);
    expect(governor.fps).toBeCloseTo(59.9, 0);
    run(governor, 30, 240);
    expect(governor.stride).toBeGreaterThan(1);
    run(governor, 16.7, 60 * 60);
    expect(governor.stride).toBe(1);
  });
  test('a tab brought back is not a slow machine', () => {
    const governor = createGovernor();
    run(governor, 4_000, 300);
    expect(governor.stride).toBe(1);
  });
});
