import type { Evening } from '../../callflow/evening.ts';
import { PURPOSE } from '../../callflow/purpose.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { Instrument, InstrumentWorld, Reading } from './reading.ts';
import { areasAsked, codesOf, drawsOf, extentTold, placed, reading, someOf } from './common.ts';
import { areasWithNumbers, testedLines } from './probe.ts';
import { heardBy, heardEverywhere } from './heard.ts';
import type { Heard } from './heard.ts';
import type { Listening } from './ledger.ts';
import { ALL_ROOMS, LEAST_CUT, WINDOW, numbersOf, signsOf, toldOfTries } from './rooms.ts';

/** Fewest areas that make an affair of the country, for who counts reports (assumed). */
const NATIONAL = 10;

/** A chain of reports: which rooms, how old, how many of them report at all, how many are passed on at a look. */
interface Chain {
  readonly entity: number;
  readonly rooms: readonly number[];
  readonly oldest: number;
  readonly newest: number;
  readonly reports: number;
  readonly most: number;
}

/** All assumed. A room that does not report this evening never does: those are the chain's blind spots. */
const CIVIL: Chain = { entity: 0, rooms: [2], oldest: 40, newest: 20, reports: 0.6, most: 8 };
const HEALTH: Chain = { entity: 1, rooms: [0], oldest: 30, newest: 15, reports: 0.6, most: 12 };
const POLICE: Chain = { entity: 2, rooms: [1], oldest: 60, newest: 30, reports: 0.5, most: 8 };

interface Reports {
  /** Areas where callers tell of several tries. */
  readonly told: number[];
  /** Areas where calls are fewer than usual, or cut, and nothing else is known. */
  readonly odd: number[];
}

/** Who reports through a chain, and how late by area, ms. */
interface Reporting {
  readonly ago: Int32Array;
  readonly listening: Listening;
}

const reportings = new WeakMap<Evening, Map<Chain, Reporting>>();

/** The longest delays come from the same areas all evening: a draw by area, never by look. */
function reportingOf(world: InstrumentWorld, chain: Chain): Reporting {
  let known = reportings.get(world.evening);
  if (known === undefined) reportings.set(world.evening, (known = new Map()));
  let reporting = known.get(chain);
  if (reporting === undefined) known.set(chain, (reporting = drawReporting(world, chain)));
  return reporting;
}

function drawReporting(world: InstrumentWorld, chain: Chain): Reporting {
  const { areas } = world.evening.spec;
  const draws = drawsOf(world);
  const ago = new Int32Array(areas.length);
  const open: number[] = [];
  areas.forEach((_, area) => {
    draws.draw(area * 4 + chain.entity, PURPOSE.report, 0);
    ago[area] = Math.floor((chain.newest + draws.u1 * (chain.oldest - chain.newest)) * MINUTE);
    if (draws.u0 < chain.reports) open.push(area);
  });
  return { ago, listening: { name: `chain${chain.entity}`, areas: open, rooms: chain.rooms } };
}

function reportsOf(world: InstrumentWorld, chain: Chain): Reports {
  const { evening, now } = world;
  const { ago, listening } = reportingOf(world, chain);
  const heard = heardBy(evening, listening, now - WINDOW, now, ago);
  const told: number[] = [];
  const odd: number[] = [];
  for (const area of listening.areas) {
    const to = now - ago[area]!;
    const signs = signsOf(evening, heard, area, chain.rooms, to - WINDOW, to);
    if (signs.told) told.push(area);
    else if (signs.silent || signs.cut >= LEAST_CUT) odd.push(area);
  }
  return { told, odd };
}

function affected(world: InstrumentWorld, chain: Chain, areas: readonly number[]): Reading[] {
  if (areas.length === 0) return [];
  const some = areas.slice(0, chain.most);
  return [
    reading('emergency.affected', Math.min(0.8, 0.45 + 0.05 * some.length), {
      numbers: numbersOf(chain.rooms),
      areas: codesOf(world.evening, some),
    }),
  ];
}

function national(areas: number, confidence: number): Reading[] {
  return areas < NATIONAL ? [] : [reading('extent.national', confidence, { areas: extentTold(areas) })];
}

/** Fire rooms, 20 to 40 minutes old. What looks like a local exchange out of order is told as such. */
export const roomReports: Instrument = (world) => {
  const { told, odd } = reportsOf(world, CIVIL);
  const readings = affected(world, CIVIL, told);
  if (odd.length > 0)
    readings.push(
      reading('voice.degraded', 0.4, { areas: codesOf(world.evening, odd.slice(0, CIVIL.most)) }),
    );
  return readings;
};

/** Rooms of the 15, through the regional agencies: 15 to 30 minutes old, two areas in five missing. */
export const healthChain: Instrument = (world) => {
  const { told } = reportsOf(world, HEALTH);
  return [...affected(world, HEALTH, told), ...national(told.length, 0.5)];
};

/** The 17 only, 30 to 60 minutes old, half of the areas silent. */
export const policeChain: Instrument = (world) => affected(world, POLICE, reportsOf(world, POLICE).told);

const RUNG = 5;
/** Of five rooms, so many hit make it look like more than those five. */
const PATTERN = 3;

/**
 * By the evening, the rooms that come to mind are among those most struck, or among those spared. Nobody knows which:
 * without a draw, any room.
 */
function wellChosen({ evening, now, traits }: InstrumentWorld, all: readonly number[]): readonly number[] {
  const struck = traits['fiveRoomsHit'];
  if (struck === undefined) return all;
  const heard = heardEverywhere(evening, now - WINDOW, now);
  const chosen = all.filter((area) => toldOfTries(heard, area) === (struck === 1));
  return chosen.length < RUNG ? all : chosen;
}

/** Five areas' rooms as they are now: those the act names, or five well chosen. */
export const fiveRooms: Instrument = (world) => {
  const { evening, now } = world;
  const all = evening.spec.areas.map((_, area) => area);
  const rung = someOf(areasAsked(world) ?? wellChosen(world, all), RUNG, world, PURPOSE.neighbour);
  const heard = heardEverywhere(evening, now - WINDOW, now);
  const hit = rung.filter((area) => toldOfTries(heard, area));
  if (hit.length === 0) return [];
  const readings = [
    reading('emergency.affected', 0.85, {
      numbers: numbersOf(struckRooms(heard.repeated, hit)),
      areas: codesOf(evening, hit),
    }),
  ];
  if (hit.length >= PATTERN)
    // Five rooms look like a whole country; they count for five.
    readings.push(reading('extent.national', 0.5, { areas: extentTold(hit.length) }));
  return readings;
};

/** Rooms that heard of several tries in one of these areas. */
function struckRooms(repeated: Heard['repeated'], areas: readonly number[]): readonly number[] {
  const struck = ALL_ROOMS.filter((room) => areas.some((area) => repeated[area * 3 + room]! >= 2));
  return struck.length > 0 ? struck : ALL_ROOMS;
}

/** Assumed: prefects who answer a flash question, who find what is wrong, who see trouble where there is none. */
const ANSWERS = 0.75;
const FINDS = 0.75;
const MISTAKEN = 0.01;
/** Their services told them what was true so long ago. */
const PREFECTS_AGE = 15 * MINUTE;
/** Fewer areas with trouble than this, after more at one of the moments they remember: over, as far as prefects know. */
const OVER = 0.05;
const REMEMBER = [45, 90, 135, 180].map((minutes) => minutes * MINUTE);

function remembered(world: InstrumentWorld, to: number): boolean {
  const { evening } = world;
  return REMEMBER.some((ago) => {
    const heard = heardEverywhere(evening, to - ago - WINDOW, to - ago);
    const hit = evening.spec.areas.filter((_, area) => toldOfTries(heard, area));
    return hit.length > OVER * evening.spec.areas.length;
  });
}

export const prefects: Instrument = (world) => {
  const { evening, now } = world;
  const to = now - PREFECTS_AGE;
  const heard = heardEverywhere(evening, to - WINDOW, to);
  const draws = drawsOf(world);
  const asked = areasAsked(world) ?? evening.spec.areas.map((_, area) => area);
  const hit: number[] = [];
  let answered = 0;
  for (const area of asked) {
    draws.draw(area, PURPOSE.prefect, world.looks);
    if (draws.u0 >= ANSWERS) continue;
    answered++;
    const told = toldOfTries(heard, area);
    if (draws.u1 < (told ? FINDS : MISTAKEN)) hit.push(area);
  }
  const readings: Reading[] = [];
  if (hit.length <= OVER * answered && remembered(world, to)) readings.push(reading('restored', 0.4, {}));
  else if (hit.length > 0)
    readings.push(
      reading('emergency.affected', Math.min(0.75, 0.2 + 0.1 * hit.length), {
        numbers: numbersOf(struckRooms(heard.repeated, hit)),
        areas: codesOf(evening, hit),
      }),
      ...national(hit.length, 0.7),
    );
  const numbers = areasWithNumbers(evening).filter((area) => asked.includes(area));
  if (numbers.length > 0) readings.push(reading('workaround.number', 0.6, placed(codesOf(evening, numbers))));
  return readings;
};

/** All assumed, by look: a false place, a word of attack, a false number, a stray story on a calm evening. */
const FALSE_PLACE = 0.25;
const SAYS_ATTACK = 0.1;
const FALSE_NUMBER = 0.1;
const STRAY = 0.03;
/** Media write of what happened between three quarters and a quarter of an hour ago. */
const MEDIA_AGE = 15 * MINUTE;
const MEDIA_PLACES = 2;
const WHERE = 0;
const WHAT = 1;
const NUMBER = 2;

export const media: Instrument = (world) => {
  const { evening, now } = world;
  const draws = drawsOf(world);
  draws.draw(WHERE, PURPOSE.media, world.looks);
  const elsewhere = Math.floor(draws.u1 * evening.spec.areas.length);
  const placeLuck = draws.u0;
  const to = now - MEDIA_AGE;
  const heard = heardEverywhere(evening, to - WINDOW, to);
  const hit = evening.spec.areas.flatMap((_, area) => (toldOfTries(heard, area) ? [area] : []));
  // On a calm evening a room or two hear of several tries: no story in that.
  if (hit.length < NATIONAL) {
    if (placeLuck >= STRAY) return [];
    return [
      reading('emergency.affected', 0.35, { numbers: ['15', '18'], areas: codesOf(evening, [elsewhere]) }),
    ];
  }
  // Nothing in a story tells a wrong place from a right one.
  const places = someOf(hit, MEDIA_PLACES, world, PURPOSE.media);
  if (placeLuck < FALSE_PLACE) places[0] = notIn(hit, elsewhere, evening.spec.areas.length);
  const readings = [
    reading('emergency.affected', 0.35, {
      numbers: numbersOf(struckRooms(heard.repeated, hit)),
      areas: codesOf(
        evening,
        places.sort((a, b) => a - b),
      ),
    }),
  ];
  draws.draw(WHAT, PURPOSE.media, world.looks);
  if (draws.u0 < SAYS_ATTACK) readings.push(reading('cyberattack.suspected', 0.15, { evidence: 'media' }));
  readings.push(...mediaNumber(world));
  return readings;
};

/** First area from this one on that is not among those hit. */
function notIn(hit: readonly number[], from: number, count: number): number {
  for (let i = 0; i < count; i++) if (!hit.includes((from + i) % count)) return (from + i) % count;
  return from;
}

function mediaNumber(world: InstrumentWorld): Reading[] {
  const { evening } = world;
  const draws = drawsOf(world);
  draws.draw(NUMBER, PURPOSE.media, world.looks);
  const published = areasWithNumbers(evening).filter((area) =>
    ALL_ROOMS.some((room) => evening.numbers.isPublished(area * 3 + room)),
  );
  const count = evening.spec.areas.length;
  if (draws.u0 < FALSE_NUMBER) {
    const area = notIn(published, Math.floor(draws.u1 * count), count);
    return [reading('workaround.number', 0.4, placed(codesOf(evening, [area])))];
  }
  const area = published[Math.floor(draws.u1 * published.length)];
  return area === undefined ? [] : [reading('workaround.number', 0.4, placed(codesOf(evening, [area])))];
}

/** Assumed: départements whose list holds a number that no longer leads to their rooms. */
const OLD_NUMBER = 0.05;

/** As the départements send them: nothing says on what line a number is, wrong entries look like the others. */
export const lists: Instrument = (world) => {
  const { evening } = world;
  const open = areasWithNumbers(evening);
  if (open.length === 0) return [];
  const draws = drawsOf(world);
  const asked = areasAsked(world) ?? evening.spec.areas.map((_, area) => area);
  const listed = asked.filter((area) => {
    draws.draw(area, PURPOSE.list, 0);
    return open.includes(area) || draws.u0 < OLD_NUMBER;
  });
  return listed.length === 0 ? [] : [reading('workaround.number', 0.6, placed(codesOf(evening, listed)))];
};

/** Nine départements a quarter of an hour, a call to each of their numbers: what a desk can do. */
export const numbersTest: Instrument = (world) =>
  testedLines(world, 'ministry', { most: 9, each: 1, sureOfLoss: 0.5 });
