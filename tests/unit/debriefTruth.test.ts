import { expect, test } from 'vitest';
import { knowledgeRows } from '../../src/debrief/knowledgeRows.ts';
import { ranOn } from '../../src/debrief/ghost.ts';
import { NumberHistory, numbersGiven } from '../../src/debrief/numberHistory.ts';
import { Truth } from '../../src/debrief/truth.ts';
import { truthOf } from '../../src/debrief/truthOf.ts';
import { isSure } from '../../src/debrief/momentEffects.ts';
import { withEarlier } from '../../src/debrief/turningPoints.ts';
import type { TurningPoint } from '../../src/session/playProtocol.ts';
import { clock, MINUTE } from '../../src/kernel/time.ts';
import { CORE_SEATS } from '../../src/scenario/play/vocabulary.ts';
import { act, ORANGE, played, sampleOf } from './debriefSample.ts';
import type { Script } from './debriefSample.ts';
import { exerciseOf, learns } from './exerciseSample.ts';
import { turningPoint } from './turningSample.ts';

const { exercise, model } = sampleOf(played(ORANGE, 'orange', '24:00'));
const evening = ranOn(exercise.evening);
const of = (cause: ConstructorParameters<typeof Truth>[1]) => new Truth(evening, cause);
const at = clock('18:30');

test('facts about the cause are judged by the cause that was drawn', () => {
  const holds = (cause: Parameters<typeof of>[0], type: 'equipment.callServers' | 'cause.ourOperation') =>
    of(cause).holds({ type, about: {}, at });
  expect(holds('bug', 'equipment.callServers')).toBe(true);
  expect(holds('otherVendor', 'equipment.callServers')).toBe(true);
  expect(holds('cut', 'equipment.callServers')).toBe(false);
  expect(of('cut').since('equipment.callServers')).toBeNull();
  expect(holds('bug', 'cause.ourOperation')).toBe(true);
  for (const cause of ['otherVendor', 'attack', 'cut'] as const)
    expect(holds(cause, 'cause.ourOperation')).toBe(false);
});

test('service is restored from the same minute in the matrix, in the times and in every word about the country', () => {
  const truth = of('bug');
  const restored = truth.restored()!;
  const said = (when: number) => truth.holds({ type: 'restored', about: {}, at: when });
  expect(said(restored - MINUTE)).toBe(false);
  expect(said(restored)).toBe(true);
  expect(truth.since('restored')).toBe(restored);
  for (const row of knowledgeRows(exercise, truth))
    for (const seat of CORE_SEATS) {
      const cell = row.seats[seat];
      // Said of places, it is judged by them.
      if (cell?.wasTrue !== true || cell.areas !== null) continue;
      expect(row.true, row.fact).not.toBeNull();
      expect(cell.at, row.fact).toBeGreaterThanOrEqual(row.true!);
      if (cell.falseAt !== null) expect(cell.falseAt).toBeLessThanOrEqual(cell.at);
    }
});

/** The last five minutes' step from which a place is spared until the end, though the country is not yet; null if none. */
function quietFrom(truth: Truth, code: string, country: number): number | null {
  const from = Array.from({ length: 60 }, (_, i) => country - i * 5 * MINUTE).findLast((when) =>
    truth.holds({ type: 'restored', about: { areas: [code] }, at: when }),
  );
  if (from === undefined || from >= country) return null;
  return truth.history.over(truth.history.areasOf([code]), 0, from).lost > 0 ? from : null;
}

test('“restored”, said of a place, is judged by that place: lost no more soon after, nor until the end', () => {
  const truth = of('bug');
  const country = truth.restored()!;
  // Some places are spared before the country is; none is called so while it still loses its calls.
  expect(evening.spec.areas.some(({ code }) => quietFrom(truth, code, country) !== null)).toBe(true);
  for (const { code } of evening.spec.areas)
    for (let when = clock('17:00'); when < country; when += 30 * MINUTE) {
      if (!truth.holds({ type: 'restored', about: { areas: [code] }, at: when })) continue;
      const areas = truth.history.areasOf([code]);
      for (const to of [when + 30 * MINUTE, evening.now]) {
        const { attempts, lost } = truth.history.over(areas, when, to);
        expect(lost, code).toBeLessThanOrEqual(0.015 * attempts);
      }
    }
});

test('a seat that holds its own place to be back, and is right, is not told that it was wrong because the country was not', () => {
  const home = '14';
  const open = () => exerciseOf(1, 'willing-2021', ['orange', 'ministry', 'anssi'], { home });
  const before = open();
  before.runTo(clock('24:00'));
  const alone = truthOf(before, ranOn(before.evening));
  const since = quietFrom(alone, home, alone.restored()!);
  expect(since).not.toBeNull();
  const own = open();
  own.runTo(since!);
  learns(own, 'services', 'restored', { areas: [home] }, 0.7);
  own.runTo(clock('24:00'));
  const truth = truthOf(own, ranOn(own.evening));
  expect(since).toBeLessThan(truth.restored()!);
  const cell = knowledgeRows(own, truth).find(({ fact }) => fact === 'restored')!.seats.services;
  expect(cell).toMatchObject({ at: since, wasTrue: true, areas: [home] });
});

test('a dilemma of a machine is the machine’s, and says what it did meanwhile; only a person lets one pass', () => {
  expect(model.choices.some(({ by }) => by === 'machine')).toBe(true);
  for (const { seat, by, option, did, openedAt } of model.choices) {
    expect(by === 'nobody', seat).toBe(by !== 'machine' && by !== 'person');
    if (seat !== 'orange') expect(by).toBe('machine');
    if (option !== null) expect(did).toEqual([]);
    for (const each of did) {
      expect(each.at).toBeGreaterThanOrEqual(openedAt);
      expect(exercise.acts.some(({ spec, begunAt }) => spec === each.act && begunAt === each.at)).toBe(true);
    }
  }
});

test('a seat knew of the départements that something named to it as hit, and of no other', () => {
  const { statements, held } = exercise.knowledge;
  for (const { seat, learnt } of model.belief) {
    const lost = exercise.state.forgotten.filter((each) => each.seat === seat);
    const told = [...lost.map(({ holding }) => holding), ...held[seat]].flatMap(({ statement }) => {
      const { type, about } = statements[statement]!;
      return type === 'emergency.affected' || type === 'voice.degraded' ? [JSON.stringify(about)] : [];
    });
    for (const code of learnt) expect(told.some((about) => about.includes(`"${code}"`))).toBe(true);
  }
});

const point = (key: string, count: number, more: Readonly<Record<string, number>> = {}): TurningPoint =>
  turningPoint({
    at,
    key,
    params: { act: 'orange.coldAll', time: at, count, ...more },
    unrouted: count,
  });

test('a moment that does not clearly exceed its own error, or of fewer than ten, is none', () => {
  expect(isSure(5, 4)).toBe(false);
  expect(isSure(30, 30)).toBe(false);
  expect(isSure(-9, 0)).toBe(false);
  expect(isSure(-31, 30)).toBe(false);
  expect(isSure(741, 728)).toBe(false);
  expect(isSure(-61, 30)).toBe(true);
});

test('a decision and the same one earlier are one moment', () => {
  const points = [point('act.cost.calls', 573), point('later.cost.people', 40, { minutes: 30 })];
  const told = points.flatMap(withEarlier);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({
    key: 'act.cost.calls',
    earlier: { key: 'cost.cost', minutes: 30, what: 'people', count: 40 },
  });
  // Alone, it is a moment of its own.
  expect([points[1]!].flatMap(withEarlier)).toEqual([points[1]]);
});

test('a number of one’s own exists from the minute it was opened, whatever later lists made of its entry', () => {
  const script: Script = [
    ['17:40', 'services', act('services.openCopperLine', { rooms: ['15', '17', '18-112'] })],
    ['18:20', 'services', act('services.publishLocally')],
  ];
  for (const seed of [1, 3]) {
    const own = played(script, 'services', '20:00', seed);
    const opened = own.acts.find(({ spec }) => spec === 'services.openCopperLine')!;
    const row = knowledgeRows(own, truthOf(own)).find(({ fact }) => fact === 'workaround.number')!;
    expect(row.seats.services, String(seed)).toMatchObject({
      at: opened.endsAt,
      wasTrue: true,
      falseAt: null,
    });
    const home = { type: 'workaround.number', about: { areas: [own.setup.home] } } as const;
    expect(truthOf(own).holds({ ...home, at: opened.endsAt })).toBe(true);
    expect(truthOf(own).holds({ ...home, at: opened.begunAt - 30 * MINUTE })).toBe(false);
  }
});

test('an entry that rings elsewhere is wrong from its publication until it is mended, and its number existed before', () => {
  const given = numbersGiven(exercise);
  const history = new NumberHistory(evening, given);
  const { numbers, spec } = evening;
  const wrong = spec.areas.flatMap((_, area) =>
    [0, 1, 2].filter((room) => numbers.isWrong(area * 3 + room)).length > 1 ? [area] : [],
  );
  expect(wrong.length).toBeGreaterThan(0);
  for (const area of wrong) {
    const published = Math.max(...[0, 1, 2].map((room) => numbers.publishedAt[area * 3 + room]!));
    expect(history.works(area, published + MINUTE)).toBe(false);
  }
});
