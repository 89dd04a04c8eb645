import { describe, expect, test } from 'vitest';
import map from '../../assets/map/france.json' with { type: 'json' };
import { contains, overlap, type Rect } from '../../src/board/layout/geometry.ts';
import { acrossCoast } from '../../src/board/layout/land.ts';
import {
  IDLE,
  layoutMat,
  pawnHeight,
  type MatContents,
  type MatLayout,
} from '../../src/board/seat/matLayout.ts';
import { markAt, placeMarks } from '../../src/board/seat/marks.ts';
import { placePins } from '../../src/board/seat/pins.ts';
import { createSeatLayout, type SeatLayout, type SeatPlan } from '../../src/board/seat/seatLayout.ts';
import { buildTableModel } from '../../src/view/buildTableModel.ts';
import { clockOf, sampleInfo, sampleView } from './tableSamples.ts';

/** Whole screens, what a console of 420 to 520 px leaves of them, telephones. */
const SIZES = [
  [1366, 768],
  [946, 700],
  [846, 640],
  [1280, 720],
  [860, 650],
  [760, 620],
  [1920, 1080],
  [1400, 1000],
  [2560, 1440],
  [390, 844],
  [360, 740],
  [768, 1024],
  [844, 390],
] as const;
const SEATS = ['orange', 'ministry', 'anssi', 'services'] as const;
const PLANS: readonly (readonly [string, SeatPlan])[] = [
  ['one seat with its alarms', { seats: SEATS, held: ['orange'], lit: true }],
  [
    'one seat without',
    { seats: ['services', 'orange', 'ministry', 'anssi'], held: ['services'], lit: false },
  ],
  ['two seats at one table', { seats: SEATS, held: ['orange', 'anssi'], lit: true }],
  ['four seats at one table', { seats: SEATS, held: SEATS, lit: true }],
  ['the map alone', { seats: [], held: [], lit: false }],
];
const { scenario } = sampleInfo;
const layoutOf = (plan: SeatPlan, width: number, height: number): SeatLayout =>
  createSeatLayout(map, scenario.servers, scenario.clock, plan, width, height);

function piecesOf(layout: SeatLayout): [string, Rect][] {
  const { clock } = layout;
  return [
    ['clock', { x: clock.x, y: clock.y, width: clock.width, height: clock.cell.height }],
    ['date', layout.date],
    ...(layout.legend.width > 0 ? [['legend', layout.legend] as [string, Rect]] : []),
    ...(layout.instruments.width > 0 ? [['instruments', layout.instruments] as [string, Rect]] : []),
    ...(layout.lastName.height > 0 ? [['latest names', layout.lastName] as [string, Rect]] : []),
    ...layout.mats.map(({ seat, rect }): [string, Rect] => [`mat of ${seat}`, rect]),
    ...layout.lanterns.map(({ key, rect }): [string, Rect] => [`lantern ${key}`, rect]),
    ...layout.lanterns.map(({ key, name, percent }): [string, Rect] => [
      `words of ${key}`,
      { x: name.x, y: name.y, width: name.width, height: name.height + percent.height },
    ]),
    ...layout.insets.map(({ key, rect, label }): [string, Rect] => [
      `inset ${key}`,
      { x: label.x, y: rect.y, width: label.width, height: label.y + label.height - rect.y },
    ]),
  ];
}

/** Corners of the mainland's outlines on the table: x, y, x, y… */
const coast = (layout: SeatLayout): number[] =>
  map.areas
    .filter(({ frame }) => frame === 'mainland')
    .flatMap(({ rings }) => rings.flat())
    .map((value, i) => (i % 2 === 0 ? layout.map.x : layout.map.y) + layout.map.scale * value);

describe.each(SIZES)('the seats’ table at %i × %i', (width, height) => {
  describe.each(PLANS)('%s', (_name, plan) => {
    const layout = layoutOf(plan, width, height);
    const pieces = piecesOf(layout);

    test('everything lies inside the rim, clear of its marks', () => {
      const { inner, band } = layout;
      const room: Rect = {
        x: inner.x + band - 1,
        y: inner.y + band - 1,
        width: inner.width - 2 * band + 2,
        height: inner.height - 2 * band + 2,
      };
      for (const [name, rect] of [...pieces, ['map', layout.mapRect] as [string, Rect]]) {
        expect(contains(room, rect.x, rect.y), `${name} starts inside`).toBe(true);
        expect(contains(room, rect.x + rect.width, rect.y + rect.height), `${name} ends inside`).toBe(true);
      }
    });

    test('nothing covers anything else', () => {
      pieces.forEach(([name, rect], i) => {
        for (const [other, against] of pieces.slice(i + 1))
          expect(overlap(rect, against), `${name} and ${other}`).toBe(false);
      });
    });

    test('no département lies under a mat, the clock, an inset or a panel', () => {
      const corners = coast(layout);
      for (const [name, rect] of pieces) {
        const covered = corners.some((x, i) => i % 2 === 0 && contains(rect, x, corners[i + 1]!));
        expect(covered, name).toBe(false);
      }
    });

    test('every seat has a mat, the own one the largest; the map stays readable', () => {
      expect(layout.mats.map(({ seat }) => seat)).toEqual(plan.seats);
      const sizes = layout.mats.map(({ rect }) => rect.width * rect.height);
      expect(Math.max(0, ...sizes)).toBe(sizes[0] ?? 0);
      expect(layout.map.scale).toBeGreaterThan(height < 480 || width < 380 ? 0.3 : 0.36);
    });
  });
});

test('no letter is under 14 px at 1366 × 768, beside a console or not', () => {
  for (const width of [1366, 946, 846])
    for (const size of Object.values(layoutOf(PLANS[0]![1], width, 700).font))
      expect(size).toBeGreaterThanOrEqual(14);
});

test('on a telephone the longest name of a call server gives way, those that differ by a figure do not', () => {
  for (const [width, height] of [
    [390, 523],
    [360, 500],
  ] as const) {
    const { lanterns, font } = layoutOf(PLANS[0]![1], width, height);
    const letters = lanterns.map(({ key }) => scenario.servers.find(({ id }) => id === key)!.name.length);
    const longest = Math.max(...letters);
    lanterns.forEach(({ key, name }, i) => {
      const set = 0.88 * 0.5 * font.small * letters[i]!;
      if (letters[i]! < longest) expect(name.width, key).toBeGreaterThanOrEqual(set);
    });
  }
});

const CONTENTS: readonly MatContents[] = [
  { held: true, ladders: 4, trust: 3, acts: 3, done: 4, pools: [3, 2, 1, 1], crowd: 2, goals: 3 },
  { held: true, ladders: 6, trust: 3, acts: 9, done: 4, pools: [4, 2, 1, 1, 4], crowd: 4, goals: 3 },
  { held: true, ladders: 0, trust: 0, acts: 0, done: 5, pools: [12, 2, 1], crowd: 1, goals: 3 },
  { held: false, ladders: 0, trust: 0, acts: 0, done: 0, pools: [], crowd: 1, goals: 3 },
];

function partsOf(mat: MatLayout): [string, Rect][] {
  const parts: [string, Rect][] = [
    ['emblem', mat.emblem],
    ['title', mat.title],
    ['tray', mat.tray],
    ['lines', mat.lines],
    ['goals', mat.goals],
    ...mat.ladders.map((rect, i): [string, Rect] => [`ladder ${i}`, rect]),
    ...mat.trust.map((rect, i): [string, Rect] => [`trust ${i}`, rect]),
    ...mat.acts.flatMap(({ name, bar, people }, i): [string, Rect][] => [
      [`act ${i}`, name],
      [`bar ${i}`, bar],
      [`people of ${i}`, people],
    ]),
    ...(mat.more ? [['more', mat.more] as [string, Rect]] : []),
    ...mat.done.map((rect, i): [string, Rect] => [`ended ${i}`, rect]),
    ...mat.pools.flatMap(({ name, people }, i): [string, Rect][] => [
      [`pool ${i}`, name],
      [`people of pool ${i}`, people],
    ]),
  ];
  return parts.filter(([, { width, height }]) => width > 0 && height > 0);
}

describe.each(SIZES)('mats at %i × %i', (width, height) => {
  test.each(CONTENTS)('hold %o without a collision', (contents) => {
    const layout = layoutOf(PLANS[0]![1], width, height);
    for (const box of layout.mats) {
      const mat = layoutMat(box, layout.font, contents);
      const parts = partsOf(mat);
      parts.forEach(([name, rect], i) => {
        const { rect: edge } = box;
        expect(contains(edge, rect.x, rect.y), `${box.shape}: ${name}`).toBe(true);
        expect(contains(edge, rect.x + rect.width, rect.y + rect.height), `${box.shape}: ${name}`).toBe(true);
        for (const [other, against] of parts.slice(i + 1))
          expect(overlap(rect, against), `${box.shape}: ${name} and ${other}`).toBe(false);
      });
      if (contents.held && box.shape === 'broad') {
        expect(mat.acts.length + (mat.more ? 1 : 0)).toBeGreaterThanOrEqual(Math.min(contents.acts, 2));
        // However much is under way or was done, what the seat is there for stays in sight.
        const rows = contents.goals + (contents.acts === 0 ? IDLE : 0);
        expect(mat.goals.height).toBeGreaterThanOrEqual(rows * layout.font.small * 1.3 - 1);
        for (const { people } of mat.acts)
          expect(people.height).toBeGreaterThanOrEqual(pawnHeight(layout.font.small));
      }
    }
  });
});

describe('pins and marks', () => {
  const model = buildTableModel(
    [sampleView('ministry', clockOf('18:12'))],
    { at: clockOf('18:12'), playing: true, speed: 12 },
    sampleInfo,
  )!;
  const layout = layoutOf(PLANS[1]![1], 946, 700);

  test('every report has its pin, and no hour lies on another hour', () => {
    const placed = placePins(layout, map, model.pins);
    expect(placed).toHaveLength(model.pins.length);
    const hours = placed.flatMap(({ time }) => (time ? [time] : []));
    expect(hours.length).toBeGreaterThan(5);
    hours.forEach((rect, i) => {
      for (const other of hours.slice(i + 1)) expect(overlap(rect, other)).toBe(false);
    });
    for (const rect of hours) expect(acrossCoast(layout, map, rect)).toBe(false);
    // The latest report is the one whose hour is looked for.
    expect(placed[0]!.time).not.toBeNull();
  });

  test('a mark of the rim answers within a fingertip, and lies outside every mat', () => {
    const marks = placeMarks(layout, model.track.tokens);
    expect(marks.length).toBeGreaterThan(10);
    for (const { token, at } of marks) {
      expect(markAt(marks, at.x, at.y, 13)?.at).toBe(token.at);
      for (const { rect } of layout.mats) expect(contains(rect, at.x, at.y)).toBe(false);
    }
  });
});
