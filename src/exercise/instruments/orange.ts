import { causeIndex } from '../../callflow/attemptLog.ts';
import { areaOfKey } from '../../callflow/callers.ts';
import { MODULE } from '../../callflow/moduleState.ts';
import { PURPOSE } from '../../callflow/purpose.ts';
import { NUMBERS } from '../../callflow/spec.ts';
import type { Evening } from '../../callflow/evening.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { Instrument, Reading } from './reading.ts';
import {
  VOICE_SEEN,
  areasAsked,
  codesOf,
  drawsOf,
  idsOf,
  luck,
  placed,
  reading,
  refusedNow,
  serving,
  shareTold,
  shortNumberAsked,
  sickServers,
  someOf,
  troubled,
} from './common.ts';
import { hopedHour, stillIll } from './outlook.ts';
import { areasWithNumbers, openRooms, testedLines } from './probe.ts';
import { heardEverywhere } from './heard.ts';
import { originsAsked, shortTests } from './shortTests.ts';
import { WINDOW, numbersOf, roomsTold, toldOfTries } from './rooms.ts';

/** Memory taken above which a server raises its alarm. */
const MEMORY_ALARM = 0.9;

const FULL = causeIndex('serverFull');
const REBOOTING = causeIndex('serverRebooting');

/** Alarms and memory. Interruptions of work under way raise no alarm about the equipment: they are planned. */
export const alarms: Instrument = ({ evening, now }) => {
  const { servers, spec } = evening;
  const { modules } = spec.network;
  const down: number[] = [];
  const failing: number[] = [];
  let out = 0;
  spec.network.servers.forEach((_, server) => {
    let up = 0;
    let failed = false;
    for (let module = server * modules; module < (server + 1) * modules; module++) {
      const state = servers.state[module];
      if (state === MODULE.up) up++;
      else if (state !== MODULE.interrupted) failed = true;
      else continue;
      if (state === MODULE.up && servers.fill(module, now) >= MEMORY_ALARM && servers.awake[server] !== 0)
        failed = true;
    }
    if (servers.faults !== null && servers.faults.away[server] !== 0) {
      failed = true;
      up = 0;
    }
    if (up < modules) down.push(server);
    if (failed) failing.push(server);
    out += modules - up;
  });
  const readings: Reading[] = [];
  const share = out / servers.state.length;
  if (share >= VOICE_SEEN)
    readings.push(
      reading('voice.degraded', 0.7, {
        servers: idsOf(evening, down),
        share: shareTold(share),
        measure: 'modules',
      }),
    );
  if (failing.length > 1)
    readings.push(
      reading('equipment.callServers', failing.length > 2 ? 0.8 : 0.6, {
        servers: idsOf(evening, failing),
      }),
    );
  return readings;
};

/** Answer-seizure ratio of all calls together: says how much is refused and whence, never whose call it was. */
export const voice: Instrument = ({ evening, now }) => {
  const refused = refusedNow(evening);
  if (refused < VOICE_SEEN)
    return troubled(evening, now) ? [reading('restored', 0.5, { measure: 'calls' })] : [];
  return [
    reading('voice.degraded', 0.9, {
      servers: idsOf(evening, sickServers(evening)),
      share: shareTold(refused),
      measure: 'calls',
    }),
  ];
};

/** Assumed: of the rooms where something is wrong, those whose complaint stands out among the others' at a look. */
const ROOM_COMPLAINS = 0.25;
const MOST_COMPLAINTS = 5;
const COMPLAINTS_OVER = 30 * MINUTE;

/** A sample of the customer line's complaints: some are rooms that answer emergency calls. */
export const complaints: Instrument = (world) => {
  const { evening, now } = world;
  const heard = heardEverywhere(evening, now - COMPLAINTS_OVER, now);
  const draws = drawsOf(world);
  const complaining: number[] = [];
  const numbers = new Set<string>();
  evening.spec.areas.forEach((_, area) => {
    draws.draw(area, PURPOSE.complaint, world.looks);
    if (draws.u0 >= ROOM_COMPLAINS || complaining.length === MOST_COMPLAINTS) return;
    if (!toldOfTries(heard, area)) return;
    complaining.push(area);
    for (const number of numbersOf(roomsTold(heard, area))) numbers.add(number);
  });
  if (complaining.length === 0) return [];
  return [
    reading('emergency.affected', complaining.length > 2 ? 0.75 : complaining.length > 1 ? 0.6 : 0.4, {
      numbers: NUMBERS.filter((number) => numbers.has(number)),
      areas: codesOf(evening, complaining),
    }),
  ];
};

/** A number or an area fails for the query when it loses so much of so many. */
const QUERY_NUMBER = 0.03;
const QUERY_AREA = 0.1;
const QUERY_LEAST = 5;
const QUERY_NATIONAL = 20;

/** The query on emergency numbers: exact, for what crosses the call servers. */
export const emergencyQuery: Instrument = ({ evening, now }) => {
  const { log, callers } = evening;
  const areas = evening.spec.areas.length;
  const crossed = new Int32Array(areas);
  const lostBy = new Int32Array(areas);
  const calls = new Int32Array(NUMBERS.length);
  const lost = new Int32Array(NUMBERS.length);
  for (let i = log.firstFrom(now - WINDOW); i < log.count; i++) {
    const number = log.dialled(i);
    if (number >= NUMBERS.length || log.server(i) < 0) continue;
    const area = areaOfKey(callers.key[log.caller[i]!]!);
    const cause = log.cause(i);
    const gone = cause === FULL || cause === REBOOTING ? 1 : 0;
    crossed[area]!++;
    lostBy[area]! += gone;
    calls[number]!++;
    lost[number]! += gone;
  }
  const failing = evening.spec.areas.flatMap((_, area) =>
    crossed[area]! >= QUERY_LEAST && lostBy[area]! >= QUERY_AREA * crossed[area]! ? [area] : [],
  );
  const numbers = NUMBERS.filter((_, n) => calls[n]! >= QUERY_LEAST && lost[n]! >= QUERY_NUMBER * calls[n]!);
  if (failing.length === 0 || numbers.length === 0) return [];
  let all = 0;
  let gone = 0;
  calls.forEach((count) => (all += count));
  lost.forEach((count) => (gone += count));
  const readings = [
    reading('emergency.affected', 0.95, {
      numbers,
      areas: codesOf(evening, failing),
      share: shareTold(gone / all),
    }),
  ];
  if (failing.length >= QUERY_NATIONAL)
    readings.push(reading('extent.national', 0.95, { areas: failing.length }));
  return readings;
};

/** Calls made by hand at one look, to one area or shared among several (assumed). */
const TESTS_ONE = 5;
const TESTS_MANY = 10;
/** Calls to each number of a département. */
const LINE_TESTS = 1;
/** Rung when no number is named. */
const USUAL_NUMBER = '15';

function testsEach(areas: number): number {
  return areas === 1 ? TESTS_ONE : Math.max(1, Math.floor(TESTS_MANY / areas));
}

/** A ten-digit number when the act names one, a short number otherwise (15 unless said). */
export const testCalls: Instrument = (world) => {
  const { evening, args } = world;
  const number = shortNumberAsked(world);
  if (number === null && args['number'] !== undefined)
    return testedLines(world, 'orange', { most: TESTS_MANY, each: LINE_TESTS, sureOfLoss: 0.7 });
  const all = evening.spec.areas.map((_, area) => area);
  const areas = someOf(areasAsked(world) ?? all, TESTS_MANY, world, PURPOSE.testCall);
  const each = testsEach(areas.length);
  return originsAsked(world).map((origin) =>
    shortTests(world, { areas, number: number ?? USUAL_NUMBER, origin, each }),
  );
};

/** One entry in five is misfiled unless the evening drew better or worse: drawn once, the records are what they are. */
const MISFILED = 0.2;

function recorded(evening: Evening, area: number, misfiled: boolean): 'yes' | 'no' | 'unknown' {
  const rooms = openRooms(evening, area);
  if (rooms.length === 0) return 'unknown';
  return rooms.some((room) => evening.numbers.isCopper(area * 3 + room)) !== misfiled ? 'yes' : 'no';
}

/** An area's numbers cross when one of them is on copper, as the records have it. */
export const inventory: Instrument = (world) => {
  const { evening } = world;
  const areas = areasAsked(world) ?? areasWithNumbers(evening);
  const draws = drawsOf(world);
  const answers = areas.map((area) => {
    draws.draw(area, PURPOSE.inventory, 0);
    return recorded(evening, area, draws.u0 < (world.traits['inventoryError'] ?? MISFILED));
  });
  return (['yes', 'no', 'unknown'] as const).flatMap((answer) => {
    const alike = areas.filter((_, i) => answers[i] === answer);
    if (alike.length === 0) return [];
    return [
      reading('workaround.crosses', answer === 'unknown' ? 0.2 : 0.8, {
        ...placed(codesOf(evening, alike)),
        answer,
        by: 'orange',
      }),
    ];
  });
};

/** By true cause: chance that the log of the operation accuses the operation. */
const OPERATION_ACCUSED = { bug: 1, attack: 0.3, otherVendor: 0.15, cut: 0.15 } as const;

export const operationLog: Instrument = (world) => {
  const { evening, now, cause } = world;
  if (!troubled(evening, now) || luck(world, PURPOSE.vendorWord, 1) >= OPERATION_ACCUSED[cause]) return [];
  const touched = evening.spec.network.servers.map((_, server) => server);
  return [
    reading('cause.ourOperation', 0.75, {}),
    reading('equipment.callServers', 0.75, { servers: idsOf(evening, touched) }),
  ];
};

/** By true cause: chance that the vendor's support recognises a fault of its own at one call. */
export const VENDOR_RECOGNISES = { bug: 0.5, attack: 0.15, otherVendor: 0.1, cut: 0 } as const;

export const vendor: Instrument = (world) => {
  const { evening, now, cause } = world;
  if (!troubled(evening, now) || luck(world, PURPOSE.vendorWord) >= VENDOR_RECOGNISES[cause]) return [];
  const ours = evening.spec.network.servers.flatMap((_, server) =>
    serving(evening, server) < 1 || evening.servers.awake[server] !== 0 ? [server] : [],
  );
  return [
    reading('cause.vendorBug', 0.7, {}),
    ...(ours.length > 0 ? [reading('equipment.callServers', 0.7, { servers: idsOf(evening, ours) })] : []),
  ];
};

export const repairOutlook: Instrument = (world) => {
  if (!troubled(world.evening, world.now) || stillIll(world) === 0) return [];
  return [reading('restoration.eta', 0.4, { at: hopedHour(world, PURPOSE.outlook) })];
};
