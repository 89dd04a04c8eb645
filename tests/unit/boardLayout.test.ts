import { describe, expect, test } from 'vitest';
import map from '../../assets/map/france.json' with { type: 'json' };
import scenario from '../../assets/scenarios/2021-06-02/scenario.json' with { type: 'json' };
import en from '../../locales/en/table.json' with { type: 'json' };
import fr from '../../locales/fr/table.json' with { type: 'json' };
import { contains, overlap, type Rect } from '../../src/board/layout/geometry.ts';
import { placeLabels } from '../../src/board/layout/labels.ts';
import { createLayout, type TableLayout } from '../../src/board/layout/layout.ts';
import { obstaclesOf } from '../../src/board/layout/obstacles.ts';
import { heapHit, pickAt, tokenAt, tokenPlace } from '../../src/board/hitTest.ts';

const MINUTE = 60_000;
const at = (hours: number, minutes: number): number => (hours * 60 + minutes) * MINUTE;
const SERVERS = ['paris1', 'paris2', 'aubervilliers', 'reims', 'lyon1', 'lyon2'];
const CLOCK = { from: at(16, 30), windowEnd: at(24, 0) };
const SIZES = [
  [1366, 768],
  [1280, 720],
  [1920, 1080],
  [2560, 1440],
  [1024, 640],
  [966, 660],
  [1000, 768],
  [1700, 720],
  [390, 844],
  [360, 740],
  [768, 1024],
  [390, 546],
  [360, 520],
  [844, 390],
  [844, 343],
  [946, 650],
  [860, 600],
  [390, 742],
  [946, 420],
] as const;
const layoutOf = (width: number, height: number): TableLayout =>
  createLayout(map, SERVERS, CLOCK, width, height);

function piecesOf(layout: TableLayout): [string, Rect][] {
  const { cell, x, y, width } = layout.clock;
  return [
    ['date', layout.date],
    ['clock', { x, y, width, height: cell.height }],
    ['legend', layout.legend],
    ['dust', layout.dust],
    ['last name', layout.lastName],
    ...(layout.heap.width > 0 ? [['heap', layout.heap] as [string, Rect]] : []),
    ...layout.insets.map((each): [string, Rect] => [`inset ${each.key}`, each.rect]),
    ...layout.lanterns.map((each): [string, Rect] => [`lantern ${each.key}`, each.rect]),
    ...layout.lanterns.map((each): [string, Rect] => [`percent ${each.key}`, each.percent]),
    ...layout.counters.map((each): [string, Rect] => [`counter ${each.key}`, each.rect]),
    ...layout.counters.map((each): [string, Rect] => [`words of ${each.key}`, each.label]),
  ];
}

describe.each(SIZES)('the table at %i × %i', (width, height) => {
  const layout = layoutOf(width, height);
  const pieces = piecesOf(layout);

  test('everything lies inside the rim', () => {
    for (const [name, rect] of [...pieces, ['map', layout.mapRect] as const]) {
      expect(rect.width, name).toBeGreaterThan(0);
      expect(rect.height, name).toBeGreaterThan(0);
      expect(contains(layout.inner, rect.x, rect.y), `${name} starts inside`).toBe(true);
      expect(contains(layout.inner, rect.x + rect.width, rect.y + rect.height), `${name} ends inside`).toBe(
        true,
      );
    }
  });

  test('nothing covers anything else', () => {
    pieces.forEach(([name, rect], i) => {
      for (const [other, against] of pieces.slice(i + 1)) {
        expect(overlap(rect, against), `${name} and ${other}`).toBe(false);
      }
    });
  });

  test('the map is the largest thing on the table and touches no lantern, inset or counter', () => {
    expect(layout.map.scale).toBeGreaterThan(height < 600 ? 0.2 : 0.3);
    const drawn: Rect = {
      x: layout.map.x,
      y: layout.map.y,
      width: layout.map.scale * map.width,
      height: layout.map.scale * map.height,
    };
    for (const [name, rect] of pieces) expect(overlap(drawn, rect), name).toBe(false);
  });

  test('the track runs from 16:30 to 24:00 without a jump, hours never in a corner', () => {
    const { track } = layout;
    let before = track.place(track.from);
    for (let time = track.from; time <= track.to; time += MINUTE / 2) {
      const place = track.place(time);
      const step = Math.hypot(place.inner.x - before.inner.x, place.inner.y - before.inner.y);
      expect(step).toBeLessThan(width / 40);
      expect(Math.abs(Math.hypot(place.inward.x, place.inward.y) - 1)).toBeLessThan(1e-9);
      before = place;
    }
    for (const corner of track.corners) expect((corner / MINUTE) % 30).toBe(15);
    for (let time = track.from; time <= track.to; time += 30 * MINUTE) {
      const { inward } = track.place(time);
      expect(Math.abs(inward.x * inward.y), `label at ${time / MINUTE / 60}`).toBeLessThan(1e-9);
    }
  });
});

test('text is at least 14 px at 1366 × 768', () => {
  for (const size of Object.values(layoutOf(1366, 768).font)) expect(size).toBeGreaterThanOrEqual(14);
});

// B612's mean advance, a little generous.
const breadth = (text: string, size: number): number => 0.52 * size * text.length;
const broken = (text: string, size: number, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && breadth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

describe.each([
  ['fr', fr],
  ['en', en],
] as const)('words of the counters, %s', (_language, words) => {
  test.each(SIZES)('at %i × %i each has its room', (width, height) => {
    const layout = layoutOf(width, height);
    const { small } = layout.font;
    const line = small * (layout.kind === 'wide' ? 1.25 : 1.2);
    for (const { key, label } of layout.counters) {
      const name = (words.counter as Record<string, string>)[key];
      expect(breadth(name, small), name).toBeLessThan(label.width * 1.04);
      if (key !== 'neverServed') continue;
      const note = words.counterNote.neverServedOf.replace('{{ordinary}}', '1 234');
      const lines = broken(note, small, label.width);
      expect((1 + lines.length) * line, note).toBeLessThan(label.height + line * 0.6);
    }
  });
});

describe.each([
  ['fr', fr.ghost],
  ['en', en.ghost],
])('names of the rim, %s', (_language, ghosts) => {
  const names: Readonly<Record<string, string>> = ghosts;
  const layout = layoutOf(1366, 768);
  // Widths as B612 sets them, a little generous; broken at spaces on the short sides, as the board does.
  const labels = scenario.chronology.flatMap(({ at: time, key, ghost }) => {
    const [hours, minutes] = time.split(':').map(Number);
    if (!ghost || hours > 24 || (hours === 24 && minutes > 0)) return [];
    const { side } = layout.track.place(at(hours, minutes));
    const room = side === 'left' || side === 'right' ? Math.max(100, layout.bandX - 26) : 400;
    const lines: number[] = [];
    for (const word of names[key].split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last + 7.4 * (word.length + 1) <= room)
        lines[lines.length - 1] = last + 7.4 * (word.length + 1);
      else lines.push(7.4 * word.length);
    }
    return [{ key, at: at(hours, minutes), width: Math.max(...lines), height: 17 * lines.length }];
  });
  const obstacles = obstaclesOf(layout, map);
  const placed = placeLabels(layout.track, layout.inner, labels, obstacles, layout.mark);

  test('all the moments of 2021 find room', () => {
    expect(placed.map((each) => each.key).sort()).toEqual(labels.map((each) => each.key).sort());
  });

  test('none covers another, a département, a lantern, or the rim', () => {
    placed.forEach(({ key, rect }, i) => {
      expect(contains(layout.inner, rect.x, rect.y), key).toBe(true);
      for (const other of placed.slice(i + 1))
        expect(overlap(rect, other.rect), `${key} ${other.key}`).toBe(false);
      for (const obstacle of obstacles) expect(overlap(rect, obstacle), key).toBe(false);
    });
  });
});

describe('pointing', () => {
  const layout = layoutOf(1366, 768);
  test('marks of the rim and the heap are targets of 24 px', () => {
    const tokens = (['ghost', 'order'] as const).map((kind, i) => ({
      key: kind,
      at: at(17 + 3 * i, 10),
      kind,
      labelKey: kind,
      passed: true,
    }));
    for (const token of tokens) {
      const place = tokenPlace(layout, token);
      if (!place) throw new Error('off the track');
      expect(tokenAt(layout, tokens, place.x + 11, place.y, 12)).toBe(token.key);
      expect(tokenAt(layout, tokens, place.x + 13, place.y, 12)).toBeNull();
    }
    for (const [width, height] of SIZES) {
      const [dust] = heapHit(layoutOf(width, height));
      expect(dust.height).toBeGreaterThanOrEqual(24);
      expect(dust.width).toBeGreaterThanOrEqual(24);
    }
  });
  test('every département answers at its label point, overseas and inner ring included', () => {
    for (const area of map.areas) {
      const inset =
        area.frame === 'mainland'
          ? ['75', '92', '93', '94'].includes(area.code)
            ? layout.insets.find((each) => each.key === 'ring')
            : undefined
          : layout.insets.find((each) => each.key === area.frame);
      const place = inset?.place ?? layout.map;
      const x = place.x + place.scale * area.label[0];
      const y = place.y + place.scale * area.label[1];
      expect(pickAt(layout, map, x, y)).toEqual({ kind: 'area', key: area.code });
    }
  });
  test('every lantern answers; the sea does not', () => {
    for (const { key, mouth } of layout.lanterns) {
      expect(pickAt(layout, map, mouth.x, mouth.y)).toEqual({ kind: 'server', key });
    }
    expect(
      pickAt(layout, map, layout.mapRect.x + 20, layout.mapRect.y + layout.mapRect.height - 40),
    ).toBeNull();
  });
});
