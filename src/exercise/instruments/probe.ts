import type { Evening } from '../../callflow/evening.ts';
import { MODULE } from '../../callflow/moduleState.ts';
import { PURPOSE } from '../../callflow/purpose.ts';
import { ORIGINS } from '../../callflow/spec.ts';
import type { Origin } from '../../callflow/spec.ts';
import { Draws } from '../../kernel/threefry.ts';
import type { InstrumentWorld, Reading } from './reading.ts';
import {
  areasAsked,
  codesOf,
  confidenceOfFailed,
  confidenceOfPassed,
  losing,
  placed,
  reading,
  someOf,
} from './common.ts';

/** Tries of one test, by index: room for so many in a look before its draws meet those of the next. */
const MOST_TRIES = 16;

/** Would a call of this area cross the call servers as they are now? Nothing is changed: nobody else's luck moves. */
export function crosses(evening: Evening, area: number, draws: Draws): boolean {
  const { servers, spec } = evening;
  const { home, overflow } = spec.areas[area]!;
  const { modules } = spec.network;
  const luck = draws.u0 * 65536;
  const takes = (server: number, module: number): boolean =>
    servers.isolated[server] === 0 && servers.state[server * modules + module] === MODULE.up;
  const keeps = (server: number): boolean => luck - Math.floor(luck) >= losing(evening, server);
  const ways = draws.u1 * 65536;
  const first = Math.floor(ways);
  if (takes(home, (first * modules) >>> 16)) return keeps(home);
  if (draws.u0 >= overflow) return false;
  const { partner } = spec.network.servers[home]!;
  return takes(partner, Math.floor((ways - first) * modules)) && keeps(partner);
}

export function originAsked({ args }: Pick<InstrumentWorld, 'args'>): Origin {
  return ORIGINS.find((origin) => origin === args['origin']) ?? 'mobile';
}

/** Calls made by hand to an area's short numbers: how many of them passed. */
export function tryShort(world: InstrumentWorld, area: number, origin: Origin, tries: number): number {
  const { evening } = world;
  if (origin === 'copper' || evening.spec.areas[area]!.technology !== 'copper') return tries;
  const draws = new Draws(evening.seed);
  let passed = 0;
  for (let i = 0; i < tries; i++) {
    draws.draw(area * 4 + ORIGINS.indexOf(origin), PURPOSE.testCall, world.looks * MOST_TRIES + i);
    if (evening.detours.open[area] !== 0) {
      // Past the bridge, what another operator refuses shows as a failed call.
      if (draws.u0 >= evening.detours.refused) passed++;
      continue;
    }
    if (!crosses(evening, area, draws)) continue;
    // A pocket that still fails is met only by who calls from where it fails.
    const key = area * 4 + ORIGINS.indexOf(origin);
    const lost = evening.circumstances?.fails(
      key,
      area,
      ORIGINS.indexOf(origin),
      world.looks * MOST_TRIES + i,
    );
    if (lost !== true) passed++;
  }
  return passed;
}

/** Rooms of an area with a substitute number open. */
export function openRooms({ numbers }: Evening, area: number): number[] {
  return [0, 1, 2].filter((room) => numbers.technology[area * 3 + room]! >= 0);
}

export function areasWithNumbers(evening: Evening): number[] {
  return evening.spec.areas.flatMap((_, area) => (openRooms(evening, area).length > 0 ? [area] : []));
}

/** The entry of a list is wrong, or would be if it were published as it stands: the engine's own draw. */
export function entryWrong({ evening }: InstrumentWorld, room: number): boolean {
  if (evening.numbers.isPublished(room)) return evening.numbers.isWrong(room);
  const draws = new Draws(evening.seed);
  draws.draw(room, PURPOSE.numbers, 1);
  return draws.u0 < (evening.circumstances?.errorRate(room) ?? evening.spec.tenDigit.errorRate);
}

export interface LineTest {
  readonly area: number;
  readonly tries: number;
  readonly passed: number;
  /** Failures that sound like the network, not like a wrong or busy number. */
  readonly lost: number;
}

/** Test calls to each of the substitute numbers open in an area: `each` for one number. */
export function tryLine(world: InstrumentWorld, area: number, origin: Origin, each: number): LineTest {
  const { evening } = world;
  const { numbers } = evening;
  const rooms = openRooms(evening, area);
  // A number that a list holds and that leads nowhere.
  if (rooms.length === 0) return { area, tries: each, passed: 0, lost: 0 };
  const draws = new Draws(evening.seed);
  let passed = 0;
  let lost = 0;
  rooms.forEach((index, place) => {
    const room = area * 3 + index;
    if (entryWrong(world, room)) return;
    for (let i = 0; i < each; i++) {
      const index = world.looks * MOST_TRIES + 8 + place * each + i;
      draws.draw(area * 4 + ORIGINS.indexOf(origin), PURPOSE.testCall, index);
      if (numbers.isCopper(room) && origin !== 'copper' && !crosses(evening, area, draws)) lost++;
      else if (numbers.inUse[room]! < numbers.trunks[room]!) passed++;
    }
  });
  return { area, tries: rooms.length * each, passed, lost };
}

/**
 * Tests of substitute numbers, told together when they came out alike: `workaround.tested` for each result, and
 * `workaround.crosses` where calls were lost on the way.
 */
export function testedLines(
  world: InstrumentWorld,
  by: string,
  plan: { readonly most: number; readonly each: number; readonly sureOfLoss: number },
): Reading[] {
  const { evening } = world;
  const asked = areasAsked(world) ?? areasWithNumbers(evening);
  const areas = someOf(asked, plan.most, world, PURPOSE.testCall);
  const origin = originAsked(world);
  const tests = areas.map((area) => tryLine(world, area, origin, plan.each));
  const readings: Reading[] = [];
  const results = new Map<string, LineTest[]>();
  for (const test of tests) {
    const result = `${test.tries} ${test.passed}`;
    results.set(result, [...(results.get(result) ?? []), test]);
  }
  const inOrder = [...results.values()].sort(([a], [b]) => a!.passed - b!.passed || a!.tries - b!.tries);
  for (const alike of inOrder) {
    const { tries, passed } = alike[0]!;
    const sure = passed === tries ? confidenceOfPassed(passed) : confidenceOfFailed(tries - passed);
    const areas = codesOf(
      evening,
      alike.map(({ area }) => area),
    );
    readings.push(reading('workaround.tested', sure, { ...placed(areas), origin, tries, passed }));
  }
  const lossy = tests.filter(({ lost }) => lost > 0).map(({ area }) => area);
  if (lossy.length > 0)
    readings.push(
      reading('workaround.crosses', plan.sureOfLoss, {
        ...placed(codesOf(evening, lossy)),
        answer: 'yes',
        by,
      }),
    );
  return readings;
}
