import { expect, test } from 'vitest';
import { MODULE } from '../../src/callflow/moduleState.ts';
import { openRooms } from '../../src/exercise/instruments/probe.ts';
import { heardEverywhere } from '../../src/exercise/instruments/heard.ts';
import { WINDOW, toldOfTries } from '../../src/exercise/instruments/rooms.ts';
import { areaIndex } from './callflowWorlds.ts';
import { HOME, at, look, reseeded, spec, typesOf } from './instrumentsWorlds.ts';

const evening = at('18:12');
const late = at('20:45');

/** The share seen is within four standard errors of the share meant. */
function near(times: number, of: number, share: number): void {
  expect(Math.abs(times / of - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / of));
}

test.each([
  ['anssi.logsQuick', 0.4],
  ['anssi.logs', 0.03],
  ['anssi.claim', 0.1],
] as const)('%s is wrong so often, whatever the truth', (sensor, share) => {
  const looks = 1500;
  for (const [cause, wrong] of [
    ['bug', 'cyberattack.suspected'],
    ['attack', 'cyberattack.excluded'],
  ] as const) {
    let times = 0;
    for (let n = 0; n < looks; n++)
      if (typesOf(look(sensor, evening, { looks: n, cause })).includes(wrong)) times++;
    near(times, looks, share);
  }
});

test('one entry of the inventory in five is misfiled, the same all evening', () => {
  let wrong = 0;
  let entries = 0;
  for (let seed = 0; seed < 30; seed++) {
    const world = reseeded(late, seed);
    const readings = look('orange.inventory', world);
    expect(look('orange.inventory', world, { looks: 7 })).toEqual(readings);
    for (const { about } of readings)
      for (const code of about['areas'] as string[]) {
        const area = areaIndex(spec, code);
        const copper = openRooms(late, area).some((room) => late.numbers.isCopper(area * 3 + room));
        entries++;
        if ((about['answer'] === 'yes') !== copper) wrong++;
      }
  }
  near(wrong, entries, 0.2);
});

test('test calls are true samples of the servers as they are', () => {
  const area = spec.areas.find(
    ({ technology, home, overflow }) => technology === 'copper' && overflow < 0.5 && down(home) > 2,
  )!;
  const home = down(area.home) / spec.network.modules;
  const partner = down(spec.network.servers[area.home]!.partner) / spec.network.modules;
  const lost = home * (1 - area.overflow * (1 - partner));
  let failed = 0;
  let tries = 0;
  for (let looks = 0; looks < 400; looks++) {
    const [reading] = look('orange.testCalls', evening, {
      looks,
      args: { number: '15', areas: [area.code] },
    });
    tries += reading!.about['tries'] as number;
    failed += (reading!.about['tries'] as number) - (reading!.about['passed'] as number);
  }
  near(failed, tries, lost);
});

function down(server: number): number {
  const { modules } = spec.network;
  const states = [...evening.servers.state].slice(server * modules, (server + 1) * modules);
  return states.filter((state) => state !== MODULE.up).length;
}

test('five tests passed leave one chance in three that a fifth is lost', () => {
  const readings = Array.from({ length: 20 }, (_, looks) =>
    look('orange.testCalls', evening, { looks, args: { number: '15', areas: ['75'], origin: 'copper' } }),
  ).flat();
  expect(readings.map(({ type, confidence }) => [type, confidence])).toEqual(
    Array.from({ length: 20 }, () => ['emergency.tested', 0.65]),
  );
});

test('media name a wrong place one time in four once there is something to write', () => {
  const looks = 1500;
  const to = evening.now - WINDOW;
  const heard = heardEverywhere(evening, to - WINDOW, to);
  let rumours = 0;
  const words = new Set<string>();
  for (let n = 0; n < looks; n++) {
    const [first] = look('ministry.media', evening, { looks: n });
    expect(first?.type).toBe('emergency.affected');
    const { areas, ...rest } = first!.about;
    words.add(JSON.stringify([first!.confidence, (areas as string[]).length, rest]));
    if ((areas as string[]).some((code) => !toldOfTries(heard, areaIndex(spec, code)))) rumours++;
  }
  // A wrong story is told in the same words, as surely.
  expect(words.size).toBe(1);
  near(rumours, looks, 0.25);
});

/** Whether a full reading, then ten questions, give an hour. A server cured: teams no longer refuse to. */
const hours = (traits: Readonly<Record<string, number>>): boolean[] =>
  (['anssi.plan', 'anssi.planQuick'] as const).map(
    (sensor) => look(sensor, at2245, { traits })[0]!.about['at'] !== null,
  );

test('a full reading shows the flaw that the evening drew; ten questions, unless it hides from them', () => {
  expect(hours({ planFlawed: 0 })).toEqual([true, true]);
  expect(hours({ planFlawed: 1, planFlawHidden: 0 })).toEqual([false, false]);
  expect(hours({ planFlawed: 1, planFlawHidden: 1 })).toEqual([false, true]);
});

const at2245 = at('22:45');
for (const server of [0, 2]) {
  at2245.servers.awake[server] = 0;
  at2245.servers.state.fill(MODULE.up, server * spec.network.modules, (server + 1) * spec.network.modules);
}

test('a ticket says individual fault at least half of the time', () => {
  let individual = 0;
  for (let looks = 0; looks < 1000; looks++)
    if (look('services.operatorTicket', evening, { looks, home: HOME })[0]!.about['ticket'] === 'individual')
      individual++;
  expect(individual).toBeGreaterThan(440);
});
