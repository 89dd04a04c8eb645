import { areaOfKey } from '../../callflow/callers.ts';
import { PURPOSE } from '../../callflow/purpose.ts';
import { MINUTE } from '../../kernel/time.ts';
import { LOST } from '../places.ts';
import type { Instrument, InstrumentWorld, Reading } from './reading.ts';
import {
  areasAsked,
  codesOf,
  confidenceOfFailed,
  confidenceOfPassed,
  drawsOf,
  placed,
  reading,
  serving,
  shareTold,
  someOf,
  sureOfEnd,
} from './common.ts';
import { areasWithNumbers, openRooms, tryLine } from './probe.ts';
import { shortTests } from './shortTests.ts';
import { heardEverywhere } from './heard.ts';
import {
  ALL_ROOMS,
  LEAST_CUT,
  LEAST_REPEATED,
  WINDOW,
  heardInArea,
  quietAfterTrouble,
  numbersOf,
  roomsTold,
  signsAt,
  signsOf,
  toldOfTries,
} from './rooms.ts';

function here({ evening, home }: InstrumentWorld): string[] {
  return codesOf(evening, [home]);
}

/** Calls against the usual, and what callers say: silence alone may be mere quiet, several tries are not. */
export const calls: Instrument = (world) => {
  const { evening, home, now } = world;
  const { signs, rooms } = signsAt(evening, home, now);
  if (signs.told)
    return [
      reading('emergency.affected', confidenceOfFailed(signs.repeated - 2), {
        numbers: numbersOf(rooms),
        areas: here(world),
        share: shareTold(signs.repeated / signs.heard),
      }),
    ];
  if (signs.silent)
    return [
      reading('voice.degraded', 0.35, {
        areas: here(world),
        share: shareTold(1 - signs.heard / signs.usual),
      }),
    ];
  const quiet = quietAfterTrouble(evening, home, now);
  if (quiet === 0) return [];
  // Each call without a word of earlier tries is a weak test passed.
  return [reading('restored', sureOfEnd(quiet >> 3), { areas: here(world), measure: 'callers' })];
};

export const cuts: Instrument = (world) => {
  const { signs } = signsAt(world.evening, world.home, world.now);
  if (signs.cut < LEAST_CUT) return [];
  return [
    reading('voice.degraded', confidenceOfFailed(signs.cut), {
      areas: here(world),
      share: shareTold(signs.cut / signs.heard),
    }),
  ];
};

/** What the technician remembers of the last hour. */
const TECHNICIAN_SEES = 60 * MINUTE;

/** Finds nothing here and proves it: where something is wrong, it is outside. */
export const ownEquipment: Instrument = (world) => {
  const { evening, home, now } = world;
  const from = now - TECHNICIAN_SEES;
  const heard = heardInArea(evening, home, from, now);
  const signs = signsOf(evening, heard, home, ALL_ROOMS, from, now);
  if (!signs.told && !signs.silent && signs.cut < LEAST_CUT) return [];
  // Quiet alone proves nothing of where it comes from.
  const sure = signs.told || signs.cut >= LEAST_CUT ? 0.75 : 0.35;
  return [reading('voice.degraded', sure, { areas: here(world), where: 'outside' })];
};

const NEIGHBOURS = 4;

/** Four of the départements around, the same all evening; fewer where fewer are. */
function rungBy(world: InstrumentWorld): number[] {
  const { home, near } = world;
  const asked = areasAsked(world);
  if (asked) return asked.filter((area) => area !== home).slice(0, NEIGHBOURS);
  return someOf(near, NEIGHBOURS, world, PURPOSE.neighbour, -1 - home);
}

export const neighbours: Instrument = (world) => {
  const { evening, now } = world;
  const rung = rungBy(world);
  const heard = heardEverywhere(evening, now - WINDOW, now);
  const hit = rung.filter((area) => toldOfTries(heard, area));
  const readings: Reading[] = [];
  if (hit.length > 0)
    readings.push(
      reading('emergency.affected', hit.length > 1 ? 0.8 : 0.6, {
        numbers: numbersOf(
          ALL_ROOMS.filter((room) => hit.some((area) => roomsTold(heard, area).includes(room))),
        ),
        areas: codesOf(evening, hit),
      }),
    );
  // What would make a room wonder at home is told to who asks: calls fewer than usual, cut, or begun again.
  const odd = rung.filter((area) => {
    if (hit.includes(area)) return false;
    const { silent, cut, repeated } = signsOf(evening, heard, area, ALL_ROOMS, now - WINDOW, now);
    return silent || cut >= LEAST_CUT || repeated >= LEAST_REPEATED;
  });
  if (odd.length > 0) readings.push(reading('voice.degraded', 0.4, { areas: codesOf(evening, odd) }));
  const numbers = rung.filter((area) => openRooms(evening, area).length > 0);
  if (numbers.length > 0) readings.push(reading('workaround.number', 0.7, placed(codesOf(evening, numbers))));
  return readings;
};

/** Assumed: the desk looks beyond the customer's own line half of the time; only then does an alarm count. */
const LOOKS_FURTHER = 0.5;

/** A ticket always comes; mostly "individual fault". */
export const operatorTicket: Instrument = (world) => {
  const { evening, home } = world;
  const draws = drawsOf(world);
  draws.draw(home, PURPOSE.ticket, world.looks);
  const area = evening.spec.areas[home]!;
  const seen = draws.u0 < LOOKS_FURTHER && area.technology === 'copper' && serving(evening, area.home) < 1;
  return [
    reading('voice.degraded', seen ? 0.6 : 0.3, {
      areas: here(world),
      ticket: seen ? 'network' : 'individual',
    }),
  ];
};

/** Calls to our short number, and to each of our ten-digit numbers, from each telephone. */
const LINE_TRIES = 3;
const LINE_EACH = 1;
const FROM = ['mobile', 'box'] as const;
/** All short numbers of a room take the same way to it. */
const OWN_NUMBER = '15';

/** Own ten-digit line and own short number, rung from a mobile and from a box. */
export const lineTest: Instrument = (world) => {
  const { evening, home } = world;
  const readings: Reading[] = [];
  if (openRooms(evening, home).length > 0) {
    let lost = 0;
    let failed = 0;
    for (const origin of FROM) {
      const test = tryLine(world, home, origin, LINE_EACH);
      const { tries, passed } = test;
      lost += test.lost;
      failed += tries - passed;
      readings.push(
        reading(
          'workaround.tested',
          passed === tries ? confidenceOfPassed(tries) : confidenceOfFailed(tries - passed),
          { ...placed(here(world)), origin, tries, passed },
        ),
      );
    }
    const answer = lost > 0 ? 'yes' : failed === 0 ? 'no' : null;
    // Tries that failed without a word of why tell nothing of the way they took.
    if (answer !== null)
      readings.push(
        reading('workaround.crosses', answer === 'yes' ? 0.7 : 0.4, {
          ...placed(here(world)),
          answer,
          by: 'services',
        }),
      );
  }
  for (const origin of FROM)
    readings.push(shortTests(world, { areas: [home], number: OWN_NUMBER, origin, each: LINE_TRIES }));
  return readings;
};

const READ_BACK = 30 * MINUTE;
/** Assumed: people who write about a call that failed; posts that are about something else. */
const WRITES = 0.03;
const FALSE_POST = 0.05;

/** Calls for help about this département, seen by who looks for them. */
export const socialMedia: Instrument = (world) => {
  const { evening, home, now } = world;
  const { log, callers } = evening;
  const draws = drawsOf(world);
  let posts = 0;
  for (let i = log.firstFrom(now - READ_BACK); i < log.count; i++) {
    const caller = log.caller[i]!;
    if (areaOfKey(callers.key[caller]!) !== home) continue;
    if (LOST[log.cause(i)] === 0) continue;
    draws.draw(callers.key[caller]!, PURPOSE.socialMedia, world.looks);
    if (draws.u0 < WRITES) posts++;
  }
  draws.draw(-1, PURPOSE.socialMedia, world.looks);
  const readings: Reading[] = [];
  if (posts > 0 || draws.u0 < FALSE_POST)
    readings.push(
      reading('emergency.affected', posts > 1 ? 0.5 : 0.3, {
        numbers: ['15', '18'],
        areas: here(world),
      }),
    );
  const published = ALL_ROOMS.some((room) => evening.numbers.isPublished(home * 3 + room));
  if (published || (areasWithNumbers(evening).length > 0 && draws.u1 < FALSE_POST))
    readings.push(reading('workaround.number', 0.4, placed(here(world))));
  return readings;
};
