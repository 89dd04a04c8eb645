import { describe, expect, test } from 'vitest';
import type { Evening } from '../../src/callflow/evening.ts';
import { createEvening } from '../../src/callflow/evening.ts';
import { INSTRUMENTS } from '../../src/exercise/instruments/index.ts';
import { canonicalJson } from '../../src/kernel/canonicalJson.ts';
import { MINUTE, clock } from '../../src/kernel/time.ts';
import { SENSORS, SENSOR_IDS } from '../../src/scenario/play/sensors.ts';
import type { SensorSpec } from '../../src/scenario/play/sensors.ts';
import { at, look, orders, spec, typesOf, worldOf } from './instrumentsWorlds.ts';

const SEEDS = [1, 2, 3, 4, 5];
const TIMES = ['16:40', '17:00', '18:12', '23:30'] as const;
const specs: readonly SensorSpec[] = SENSORS;

/** Each seed at each time, computed once; nothing here changes an evening. */
const evenings = new Map<string, Evening>();
for (const seed of SEEDS) for (const time of TIMES) evenings.set(`${seed} ${time}`, at(time, seed));
const evening = (seed: number, time: (typeof TIMES)[number]): Evening => evenings.get(`${seed} ${time}`)!;

describe('every instrument', () => {
  test('gives only what its sensor may, in plain JSON and in steps of 5 %', () => {
    for (const world of evenings.values())
      for (const { id, gives } of specs)
        for (const reading of INSTRUMENTS[id as keyof typeof INSTRUMENTS](worldOf(world))) {
          expect(gives, id).toContain(reading.type);
          expect(reading.confidence).toBeGreaterThan(0);
          expect(reading.confidence).toBeLessThan(1);
          for (const share of [reading.confidence, reading.about['share']])
            if (typeof share === 'number') expect(share).toBe(Math.round(share * 20) / 20);
          expect(JSON.parse(canonicalJson(reading.about))).toEqual(reading.about);
        }
  });

  test('says the same of the same world, and changes nothing in it', () => {
    const before = evening(1, '18:12')
      .arrays()
      .map((array) => array.slice());
    for (const id of SENSOR_IDS)
      for (const cause of ['bug', 'attack', 'otherVendor', 'cut'] as const)
        expect(look(id, evening(1, '18:12'), { cause })).toEqual(look(id, at('18:12'), { cause }));
    expect(evening(1, '18:12').arrays()).toEqual(before);
  }, 30_000);
});

describe.each(SEEDS)('the evening of seed %i', (seed) => {
  test('is calm before the operation: noise at most', () => {
    const calm = evening(seed, '16:40');
    for (const id of SENSOR_IDS) {
      const readings = look(id, calm);
      if (id === 'services.operatorTicket') continue;
      for (const { type, about, confidence } of readings) {
        // Test calls are counted whenever they are made.
        if (type === 'emergency.tested') {
          expect(about['passed'], id).toBe(about['tries']);
          continue;
        }
        expect(['voice.degraded', 'emergency.affected', 'cyberattack.suspected'], id).toContain(type);
        expect(confidence, id).toBeLessThan(0.8);
      }
    }
    for (const id of [
      'orange.alarms',
      'orange.voice',
      'orange.emergencyQuery',
      'anssi.otherOperators',
    ] as const)
      expect(look(id, calm), id).toEqual([]);
  });

  test('at 17:00 shows in machines and figures, hardly yet in reports', () => {
    const begun = evening(seed, '17:00');
    expect(typesOf(look('orange.alarms', begun))).toEqual(['voice.degraded', 'equipment.callServers']);
    expect(typesOf(look('orange.voice', begun))).toContain('voice.degraded');
    const [affected, national] = look('orange.emergencyQuery', begun);
    expect(affected?.about['numbers']).toEqual(['15', '17', '18', '112']);
    expect(national?.about['areas']).toBeGreaterThanOrEqual(40);
    expect(typesOf(look('operators.ownCustomers', begun))).toContain('extent.national');
    expect(typesOf(look('ministry.healthChain', begun))).not.toContain('extent.national');
    expect(look('ministry.policeChain', begun)).toEqual([]);
  });

  test('at 18:12 three chains tell three stories', () => {
    const known = evening(seed, '18:12');
    const numbers = (['ministry.roomReports', 'ministry.healthChain', 'ministry.policeChain'] as const).map(
      (id) => look(id, known).find(({ type }) => type === 'emergency.affected'),
    );
    expect(numbers.map((reading) => reading?.about['numbers'])).toEqual([['18', '112'], ['15'], ['17']]);
    const places = numbers.map((reading) => canonicalJson(reading?.about['areas'] ?? null));
    expect(new Set(places).size).toBe(3);
    expect(typesOf(look('ministry.prefects', known))).toContain('extent.national');
  });

  test('at 23:30 is over as far as most can see', () => {
    const late = evening(seed, '23:30');
    const national = SENSOR_IDS.filter((id) => typesOf(look(id, late)).includes('extent.national'));
    expect(national).toEqual([]);
    const refused = look('orange.voice', late)[0]!;
    expect(refused.type === 'restored' || (refused.about['share'] as number) <= 0.1).toBe(true);
  });
});

test('prefects say that it is over, most evenings, and not before', () => {
  const over = TIMES.map((time) =>
    SEEDS.filter((seed) => typesOf(look('ministry.prefects', evening(seed, time))).includes('restored')),
  );
  expect(over.map(({ length }) => length >= 3)).toEqual([false, false, false, true]);
  expect(over.slice(0, 3).flat()).toEqual([]);
});

test('rooms notice by the word of their callers: most large départements within the first hour', () => {
  const noticed = SEEDS.flatMap((seed) => {
    const begun = createEvening(spec, seed, orders);
    const large = ['59', '69', '13', '33', '31', '44', '93', '94'];
    const heard = new Set<string>();
    for (let time = clock('17:00'); time <= clock('17:45'); time += 15 * MINUTE) {
      begun.runTo(time);
      for (const code of large) {
        const home = spec.areas.findIndex((area) => area.code === code);
        if (typesOf(look('services.calls', begun, { home })).includes('emergency.affected')) heard.add(code);
      }
    }
    return large.map((code) => heard.has(code));
  });
  expect(noticed.filter((yes) => yes).length / noticed.length).toBeGreaterThan(0.6);
});

test('rooms say that it is over when callers no longer speak of several tries', () => {
  const after = createEvening(spec, 1, orders);
  const said: string[] = [];
  for (let time = clock('17:00'); time <= clock('24:00'); time += 15 * MINUTE) {
    after.runTo(time);
    for (let home = 0; home < spec.areas.length; home += 10)
      said.push(...typesOf(look('services.calls', after, { home })));
  }
  expect(said).toContain('restored');
});

test('what a look costs is measured and told', () => {
  let looks = 0;
  let ms = 0;
  for (const seed of [1, 2]) {
    const run = createEvening(spec, seed, orders);
    let round = 0;
    for (let time = clock('16:30'); time <= clock('24:00'); time += 15 * MINUTE, round++) {
      run.runTo(time);
      for (const { id, everyMin, thenEveryMin } of specs) {
        if (everyMin === undefined && thenEveryMin === undefined && round % 10 !== 5) continue;
        const before = performance.now();
        look(id as keyof typeof INSTRUMENTS, run, { looks: round });
        ms += performance.now() - before;
        looks++;
      }
    }
  }
  expect(looks).toBeGreaterThan(0);
  console.log(`instruments: ${looks} looks, ${((ms / looks) * 1000).toFixed(1)} µs each on average`);
});
