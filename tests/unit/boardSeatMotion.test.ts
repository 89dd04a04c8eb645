import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTable, phaseOf } from '../../src/board/seat/diff.ts';
import { overlap } from '../../src/board/layout/geometry.ts';
import { along, gone, wayOf } from '../../src/board/seat/envelopes.ts';
import { type Pawn, settlePawns } from '../../src/board/seat/pawns.ts';
import { strandsOf } from '../../src/board/seat/strands.ts';
import { createSeatLayout } from '../../src/board/seat/seatLayout.ts';
import map from '../../assets/map/france.json' with { type: 'json' };
import { buildTableModel } from '../../src/view/buildTableModel.ts';
import type { TableMat, TableModel } from '../../src/view/tableModel.ts';
import { CHANNELS, CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { clockOf, sampleInfo, sampleView } from './tableSamples.ts';

const AT = clockOf('18:12');
const MINUTE = 60_000;
const modelOf = (seat: 'orange' | 'services', at = AT): TableModel =>
  buildTableModel([sampleView(seat, at)], { at, playing: true, speed: 12 }, sampleInfo)!;

function matOf(
  people: number,
  routine: number,
  acts: readonly { key: number; people: number }[],
  calls = 0,
  away = 0,
): TableMat {
  const busy = acts.reduce((sum, act) => sum + act.people, 0);
  return {
    ...modelOf('orange').mats[0]!,
    pools: [
      {
        key: 'experts',
        people,
        routine,
        free: people - routine - busy - calls - away,
        away: away > 0 ? [{ people: away, until: 1, why: 'stay', ref: '' }] : [],
      },
    ],
    acts: acts.map((act) => ({ ...act, act: 'orange.testCalls', pool: 'experts', begunAt: 0, endsAt: 1 })),
  };
}
const placesOf = (pawns: readonly Pawn[]): Record<string, number> => {
  const count: Record<string, number> = {};
  for (const { place } of pawns) count[place] = (count[place] ?? 0) + 1;
  return count;
};

describe('people on the table', () => {
  test('stand where their mats want them, on the telephone included', () => {
    const pawns = settlePawns([], [matOf(6, 1, [{ key: 7, people: 2 }], 1)]);
    expect(placesOf(pawns)).toEqual({ home: 2, routine: 1, call: 1, 7: 2 });
  });

  test('who is away is neither on the mat nor on the telephone', () => {
    const pawns = settlePawns([], [matOf(6, 1, [{ key: 7, people: 1 }], 1, 2)]);
    expect(placesOf(pawns)).toEqual({ home: 1, routine: 1, call: 1, gone: 2, 7: 1 });
  });

  test('walk only when they must: whoever is on an act stays on it while others come and go', () => {
    const first = settlePawns([], [matOf(6, 0, [{ key: 1, people: 2 }])]);
    const onFirst = first.filter(({ place }) => place === '1').map(({ key }) => key);
    const both = settlePawns(first, [
      matOf(6, 0, [
        { key: 1, people: 2 },
        { key: 2, people: 3 },
      ]),
    ]);
    expect(both.filter(({ place }) => place === '1').map(({ key }) => key)).toEqual(onFirst);
    const second = settlePawns(both, [matOf(6, 0, [{ key: 2, people: 3 }])]);
    expect(second.filter(({ key }) => onFirst.includes(key)).map(({ place }) => place)).toEqual([
      'home',
      'home',
    ]);
    expect(placesOf(second)).toEqual({ home: 3, 2: 3 });
  });

  test('are as many as the pool has, in as few walks as the change needs', () => {
    const mats = fc
      .record({
        people: fc.integer({ min: 1, max: 12 }),
        routine: fc.integer({ min: 0, max: 3 }),
        acts: fc.uniqueArray(
          fc.record({ key: fc.integer({ min: 1, max: 5 }), people: fc.integer({ min: 1, max: 3 }) }),
          {
            selector: ({ key }) => key,
            maxLength: 3,
          },
        ),
      })
      .filter(
        ({ people, routine, acts }) => people >= routine + acts.reduce((sum, act) => sum + act.people, 0),
      );
    fc.assert(
      fc.property(mats, mats, (a, b) => {
        const people = Math.max(a.people, b.people);
        const before = settlePawns([], [matOf(people, a.routine, a.acts)]);
        const after = settlePawns(before, [matOf(people, b.routine, b.acts)]);
        expect(after).toHaveLength(people);
        const from = placesOf(before);
        const to = placesOf(after);
        const needed = Object.entries(to).reduce(
          (sum, [place, count]) => sum + Math.max(0, count - (from[place] ?? 0)),
          0,
        );
        const walked = after.filter(
          (pawn) => before.find(({ key }) => key === pawn.key)?.place !== pawn.place,
        );
        expect(walked).toHaveLength(needed);
      }),
    );
  });
});

describe('messages on the table', () => {
  const layout = createSeatLayout(
    map,
    sampleInfo.scenario.servers,
    sampleInfo.scenario.clock,
    { seats: ['orange', 'ministry', 'anssi', 'services'], held: ['orange'], lit: true },
    946,
    700,
  );

  test('move on all the time they travel and never reach a mat by themselves', () => {
    for (const channel of CHANNELS) {
      let before = 0;
      for (let minutes = 0; minutes < 120; minutes += 3) {
        const share = gone({ channel, at: AT }, AT + minutes * MINUTE);
        expect(share).toBeGreaterThan(before);
        expect(share).toBeLessThan(0.9);
        before = share;
      }
    }
  });

  test('go from one mat to the other, or to the head of the table for who has none', () => {
    const way = wayOf(layout, { key: 'out:orange:1:ministry', from: 'orange', to: 'ministry' });
    expect(along(way, 0)).toEqual(way.from);
    const end = along(way, 1);
    const mat = layout.mats.find(({ seat }) => seat === 'ministry')!.rect;
    expect(Math.abs(end.x - (mat.x + mat.width))).toBeLessThan(30);
    expect(end.y).toBeGreaterThan(mat.y);
    expect(end.y).toBeLessThan(mat.y + mat.height);
    const gates = ['vendor', 'operators', 'press'].map(
      (to) => wayOf(layout, { key: to, from: 'orange', to }).to.x,
    );
    expect(new Set(gates).size).toBe(3);
  });
});

describe('messages never lie on a mat, nor on a lantern', () => {
  test.each([
    [946, 700],
    [1209, 780],
    [390, 523],
  ] as const)('%i × %i', (width, height) => {
    const plan = { seats: [...CORE_SEATS], held: [...CORE_SEATS], lit: true };
    const table = createSeatLayout(
      map,
      sampleInfo.scenario.servers,
      sampleInfo.scenario.clock,
      plan,
      width,
      height,
    );
    const half = 13;
    for (const from of CORE_SEATS)
      for (const to of [...CORE_SEATS, 'vendor', 'press', 'hospitals'].filter((each) => each !== from))
        for (let message = 0; message < 12; message++) {
          const way = wayOf(table, { key: `out:${from}:${message}:${to}`, from, to });
          for (let t = 0; t <= 1; t += 0.05) {
            const { x, y } = along(way, t);
            const icon = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
            for (const { seat, rect } of table.mats)
              expect(overlap(icon, rect), `${from} to ${to} at ${t}, on ${seat}`).toBe(false);
            for (const { key, rect, name, percent } of table.lanterns)
              for (const part of [rect, name, percent])
                expect(overlap(icon, part), `${from} to ${to} at ${t}, on ${key}`).toBe(false);
          }
        }
  });
});

describe('messages between the mats', () => {
  test.each([
    [841, 662],
    [946, 700],
    [1209, 780],
  ] as const)('lie on no name of an inset, %i × %i', (width, height) => {
    const table = createSeatLayout(
      map,
      sampleInfo.scenario.servers,
      sampleInfo.scenario.clock,
      { seats: [...CORE_SEATS], held: ['orange'], lit: true },
      width,
      height,
    );
    const written = table.insets.map(({ label }) => label);
    const half = table.font.small * 0.6;
    const on: string[] = [];
    for (const from of CORE_SEATS)
      for (const to of CORE_SEATS.filter((each) => each !== from))
        for (let message = 0; message < 6; message++) {
          const way = wayOf(table, { key: `out:${from}:${message}:${to}`, from, to });
          for (let t = 0.12; t <= 0.88; t += 0.04) {
            const { x, y } = along(way, t);
            const icon = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
            if (written.some((words) => overlap(icon, words))) on.push(`${from} to ${to} at ${t.toFixed(2)}`);
          }
        }
    expect(on).toEqual([]);
  });
});

describe('strands', () => {
  const { scenario } = sampleInfo;

  test('of Orange are anonymous: refused as measured, from everywhere alike', () => {
    const model = { ...modelOf('orange'), voice: { refused: 0.3 } };
    const flows = Array.from({ length: 400 }, (_, i) => strandsOf(model, scenario, 300, i * 12)).flat();
    const refused = flows.filter(({ fate }) => fate === 'refused').length / flows.length;
    expect(refused).toBeGreaterThan(0.25);
    expect(refused).toBeLessThan(0.35);
    expect(flows.some(({ fate }) => fate === 'broken')).toBe(false);
    expect(new Set(flows.map(({ area }) => area)).size).toBeGreaterThan(90);
  });

  test('of the services are the calls that reach their rooms', () => {
    const flows = Array.from({ length: 200 }, (_, i) =>
      strandsOf(modelOf('services'), scenario, 300, i * 8),
    ).flat();
    expect(flows.length).toBeGreaterThan(10);
    for (const { area, server } of flows) {
      expect(scenario.areas[area]!.code).toBe('69');
      expect(server).toBe(-1);
    }
  });

  test('stand still with the clock, and are none for who measures neither', () => {
    expect(strandsOf({ ...modelOf('orange'), speed: 0 }, scenario, 300, 0)).toEqual([]);
    expect(strandsOf({ voice: null, arrivals: null, speed: 12 }, scenario, 300, 0)).toEqual([]);
  });
});

describe('differences', () => {
  const model = modelOf('orange');

  test('are none between a model and itself, whatever the time between', () => {
    expect(diffTable(model, { ...structuredClone(model), at: model.at + MINUTE })).toEqual({
      jumped: false,
      map: false,
      lanterns: false,
      instruments: false,
      marks: false,
      mats: [],
      selected: false,
    });
  });

  test('name the part that changed and no other', () => {
    const areas = model.areas.map((area, i) => (i === 3 ? { ...area, state: 'old' as const } : area));
    expect(diffTable(model, { ...model, areas })).toMatchObject({ map: true, lanterns: false, mats: [] });
    const mats = model.mats.map((mat) =>
      mat.seat === 'anssi' ? { ...mat, exchanged: { from: 9, to: 9 } } : mat,
    );
    expect(diffTable(model, { ...model, mats })).toMatchObject({ map: false, mats: ['anssi'] });
    // Less than a hundredth of a lantern is not seen.
    const servers = model.servers.map((server) => ({ ...server, fill: server.fill - 0.001 }));
    expect(diffTable(model, { ...model, servers }).lanterns).toBe(false);
  });

  test('a clock that goes back or far ahead is a jump', () => {
    expect(diffTable(model, { ...model, at: model.at - 1 }).jumped).toBe(true);
    expect(diffTable(model, { ...model, at: model.at + 20 * MINUTE }).jumped).toBe(true);
    expect(diffTable(null, model).jumped).toBe(true);
  });

  test('a phase is a step of the own ladders or an act of the evening', () => {
    expect(phaseOf({ ...model, at: clockOf('18:44') })).not.toBe(phaseOf({ ...model, at: clockOf('18:45') }));
    const mats = model.mats.map((mat) =>
      mat.held ? { ...mat, ladders: mat.ladders.map((ladder) => ({ ...ladder, at: ladder.at + 1 })) } : mat,
    );
    expect(phaseOf({ ...model, mats })).not.toBe(phaseOf(model));
  });
});
