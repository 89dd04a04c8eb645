import { describe, expect, test } from 'vitest';
import { buildTableModel, type TableInfo } from '../../src/view/buildTableModel.ts';
import type { SeatView } from '../../src/view/seatView.ts';
import type { TableModel } from '../../src/view/tableModel.ts';
import type { SeatId } from '../../src/scenario/play/vocabulary.ts';
import { clockOf, sampleInfo, sampleView } from './tableSamples.ts';

const AT = clockOf('18:12');
const MINUTE = 60_000;
const clock = { at: AT, playing: true, speed: 12 };
const SEATS: readonly SeatId[] = ['orange', 'ministry', 'anssi', 'services'];

function modelOf(views: readonly SeatView[], info: Partial<TableInfo> = {}): TableModel {
  const model = buildTableModel(views, clock, { ...sampleInfo, ...info });
  if (model === null) throw new Error('no view');
  return model;
}
const solo = (seat: SeatId, changes: Partial<SeatView> = {}): TableModel =>
  modelOf([sampleView(seat, AT, changes)]);

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

describe('the table model', () => {
  test.each(SEATS)('of %s is plain data, the same after JSON, and a pure function of its views', (seat) => {
    const view = frozen(sampleView(seat, AT));
    const model = modelOf([view]);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(modelOf([view])).toEqual(model);
    for (const leaf of leaves(model)) if (typeof leaf === 'number') expect(Number.isFinite(leaf)).toBe(true);
  });

  test('is none without a view, and each thing has its key once', () => {
    expect(buildTableModel([], clock, sampleInfo)).toBeNull();
    const model = modelOf(SEATS.map((seat) => sampleView(seat, AT)));
    const lists = [
      model.areas,
      model.pins,
      model.servers,
      model.instruments,
      model.envelopes,
      model.track.tokens,
    ];
    for (const list of lists) {
      const keys = list.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('says of a département what the seat believes, and nothing else', () => {
    const view = sampleView('ministry', AT);
    const { areas } = modelOf([view]);
    expect(areas.map(({ state, share, hit, other }) => ({ state, share, hit, other }))).toEqual(
      view.areas.map(({ state, share, hit, other }) => ({ state, share, hit, other })),
    );
    for (const { state, share, hit } of areas)
      if (state === 'unknown') expect([share, hit]).toEqual([null, null]);
  });

  test('shows lanterns and voice to who has the alarms, unseen to all others', () => {
    for (const seat of SEATS) {
      const { servers, voice } = solo(seat);
      expect(servers).toHaveLength(6);
      const seen = servers.filter(({ state }) => state !== 'unseen');
      expect(seen).toHaveLength(seat === 'orange' ? 6 : 0);
      expect(voice === null).toBe(seat !== 'orange');
    }
    expect(solo('orange').servers.map(({ state }) => state)).toEqual([
      'up',
      'down',
      'up',
      'partly',
      'isolated',
      'up',
    ]);
  });

  test('shows its calls against the usual, and who insisted, to who holds the rooms, and marks its département', () => {
    const model = solo('services');
    expect(model.arrivals).toEqual({ area: '69', arrived: 52, usual: 95, repeated: 6 });
    expect(model.areas.filter(({ own }) => own).map(({ key }) => key)).toEqual(['69']);
    for (const seat of ['orange', 'ministry', 'anssi'] as const) {
      expect(solo(seat).arrivals).toBeNull();
      expect(solo(seat).areas.some(({ own }) => own)).toBe(false);
    }
  });

  test('sticks a pin for each statement that belief rests on, latest first, none beside an instrument of now', () => {
    const view = sampleView('ministry', AT);
    const { pins } = modelOf([view]);
    expect(pins.length).toBeGreaterThan(20);
    for (let i = 1; i < pins.length; i++) expect(pins[i]!.at).toBeLessThanOrEqual(pins[i - 1]!.at);
    const resting = view.areas.filter(({ statement }) => statement !== null).map(({ code }) => code);
    expect(pins.flatMap(({ areas }) => areas).sort()).toEqual([...resting].sort());
    expect(new Set(solo('anssi').pins.map(({ kind }) => kind))).toEqual(new Set(['sample']));
    expect(solo('orange').pins).toEqual([]);
    expect(solo('services').pins).toEqual([]);
    // One statement about forty départements is one pin.
    const one = view.areas.map((area) => ({ ...area, state: 'known' as const, hit: true, statement: 2 }));
    const [pin, ...more] = modelOf([{ ...view, areas: one }]).pins;
    expect(more).toEqual([]);
    expect(pin!.areas).toHaveLength(101);
  });

  test('keeps the mats of the others closed: messages exchanged, what was read, public words', () => {
    const view = sampleView('orange', AT);
    const { mats } = modelOf([view]);
    expect(mats.map(({ seat }) => seat)).toEqual(SEATS);
    for (const mat of mats.filter(({ held }) => !held)) {
      expect([mat.ladders, mat.acts, mat.pools, mat.trust]).toEqual([[], [], [], []]);
      expect(mat.tray).toBeNull();
    }
    const [, ministry, anssi, services] = mats;
    // A message that waits unopened has said nothing yet.
    expect(ministry!.exchanged).toEqual({ from: 1, to: 1 });
    expect(ministry!.heard).toBeNull();
    expect(ministry!.word?.key).toBe('play:acts.ministry.advise');
    expect(anssi!.heard?.text).toContain('journaux');
    // A call that failed did not reach them.
    expect(services!.exchanged).toEqual({ from: 1, to: 0 });
  });

  test('is open-handed at one table: every seat held here shows everything', () => {
    const model = modelOf(
      SEATS.map((seat) => sampleView(seat, AT)),
      { focus: 'anssi' },
    );
    expect(model.focus).toBe('anssi');
    for (const mat of model.mats) {
      expect(mat.held).toBe(true);
      expect(mat.pools.length).toBeGreaterThan(0);
    }
    // The map and the instruments stay those of one seat.
    expect(model.instruments.map(({ kind }) => kind)).toEqual(['case', 'case', 'sample']);
    expect(model.servers.every(({ state }) => state === 'unseen')).toBe(true);
  });

  test('puts on a mat the acts under way only, in the order they began, and counts the tray', () => {
    const view = sampleView('orange', AT);
    const mat = modelOf([view]).mats[0]!;
    expect(mat.acts.map(({ key }) => key)).toEqual([3, 4, 5]);
    for (const { begunAt, endsAt } of mat.acts) {
      expect(begunAt).toBeLessThanOrEqual(AT);
      expect(endsAt).toBeGreaterThan(AT);
    }
    expect(mat.done.map(({ key }) => key)).toEqual([2, 1]);
    expect(mat.tray).toEqual({ count: 4, unopened: 2, asking: 1 });
    expect(mat.ladders[0]).toEqual({
      id: 'level',
      steps: ['levelWatch', 'levelYellow', 'levelRed', 'levelBlack'],
      at: 2,
    });
  });

  test('lets messages travel, fail, wait unopened, and leave the table', () => {
    const states = (at: number): Record<string, string> =>
      Object.fromEntries(
        buildTableModel([sampleView('orange', AT)], { ...clock, at }, sampleInfo)!.envelopes.map(
          ({ key, state }) => [key, state],
        ),
      );
    expect(states(AT)).toEqual({
      'out:orange:4:ministry': 'travelling',
      'out:orange:5:operators': 'travelling',
      'out:orange:6:services': 'failed',
      'in:orange:9': 'arrived',
      'in:orange:8': 'arrived',
    });
    const later = states(AT + 30 * MINUTE);
    expect(later['out:orange:6:services']).toBeUndefined();
    expect(later['in:orange:9']).toBe('arrived');
  });

  test('shows 2021 on the rim only when asked, beside tonight’s own marks', () => {
    const kinds = (info: Partial<TableInfo>): Set<string> =>
      new Set(modelOf([sampleView('orange', AT)], info).track.tokens.map(({ kind }) => kind));
    expect(kinds({ ghosts: false })).toEqual(new Set(['act', 'tag', 'word']));
    expect(kinds({ ghosts: true })).toEqual(new Set(['ghost', 'act', 'tag', 'word']));
    const { tokens } = modelOf(SEATS.map((seat) => sampleView(seat, AT))).track;
    // One public word heard by four seats is one mark.
    expect(tokens.filter(({ kind }) => kind === 'word')).toHaveLength(1);
    for (const { at, passed } of tokens) expect(passed).toBe(at <= AT);
  });

  test('runs at the clock’s speed, and stands when it stands', () => {
    expect(solo('orange').speed).toBe(12);
    const still = buildTableModel([sampleView('orange', AT)], { ...clock, playing: false }, sampleInfo);
    expect(still?.speed).toBe(0);
  });
});
