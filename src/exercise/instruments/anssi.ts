import { PURPOSE } from '../../callflow/purpose.ts';
import type { Instrument, InstrumentWorld, Reading } from './reading.ts';
import { drawsOf, idsOf, luck, reading, troubled } from './common.ts';
import { customersFailures, failureReadings } from './operators.ts';
import { flawHidden, hopedHour, planFlawed, stillIll } from './outlook.ts';
import { testedLines } from './probe.ts';

/** Security teams of the other operators: what their figures show, told by telephone. One bridge, no server named. */
export const otherOperators: Instrument = (world) => {
  const failures = customersFailures(world);
  if (failures === null) return [];
  return [
    ...failureReadings(world, failures, 0.75),
    // Everything that fails ends behind the same bridge: equipment, without a name.
    reading('equipment.callServers', 0.5, { servers: [] }),
  ];
};

/** Assumed, by look. Counterparts who know the fault; who see nothing hostile; who see nothing of what is hostile. */
const ABROAD_KNOWS = 0.35;
const ABROAD_CLEARS = 0.5;
const ABROAD_MISLED = 0.15;

export const abroad: Instrument = (world) => {
  const { evening, now, cause } = world;
  if (!troubled(evening, now)) return [];
  const draws = drawsOf(world);
  draws.draw(0, PURPOSE.abroad, world.looks);
  const readings: Reading[] = [];
  if (cause === 'bug' && draws.u0 < ABROAD_KNOWS) readings.push(reading('cause.vendorBug', 0.5, {}));
  if (draws.u1 < (cause === 'attack' ? ABROAD_MISLED : ABROAD_CLEARS))
    readings.push(reading('cyberattack.excluded', 0.4, { evidence: 'abroad' }));
  return readings;
};

/** By true cause: chance that the vendor's security desk recognises a fault of its own. */
const DESK_RECOGNISES = { bug: 0.6, attack: 0.1, otherVendor: 0.1, cut: 0 } as const;

export const vendorDesk: Instrument = (world) => {
  const { evening, now, cause } = world;
  if (!troubled(evening, now) || luck(world, PURPOSE.vendorWord, 2) >= DESK_RECOGNISES[cause]) return [];
  const all = evening.spec.network.servers.map((_, server) => server);
  return [
    reading('cause.vendorBug', 0.7, {}),
    reading('equipment.callServers', 0.6, { servers: idsOf(evening, all) }),
  ];
};

/** Claims, scans, fraud: so often at a look on a calm evening, when something is failing, when it is an attack. */
const SIGNAL_CALM = 0.05;
const SIGNAL_TROUBLE = 0.15;
const SIGNAL_ATTACK = 0.4;

export const signals: Instrument = (world) => {
  const trouble = troubled(world.evening, world.now);
  const attack = trouble && world.cause === 'attack';
  const often = attack ? SIGNAL_ATTACK : trouble ? SIGNAL_TROUBLE : SIGNAL_CALM;
  if (luck(world, PURPOSE.signal) >= often) return [];
  // The same words whatever the truth: only checking tells a boast from a trace.
  return [reading('cyberattack.suspected', 0.15, { evidence: 'signal' })];
};

function verdict(attack: boolean, sure: number, evidence: string): Reading {
  return reading(attack ? 'cyberattack.suspected' : 'cyberattack.excluded', sure, { evidence });
}

/** Logs read in depth, and in haste: right so often. A claim checked: likewise. */
const LOGS_RIGHT = 0.97;
const LOGS_QUICK_RIGHT = 0.6;
/** An administrator's odd login misleads whoever reads in haste. */
const LOGS_ODD_RIGHT = 0.35;
const CLAIM_RIGHT = 0.9;
const DEPTH = 0;
const HASTE = 1;
const CLAIM = 2;

export const logs: Instrument = (world) => {
  const { evening, now, cause } = world;
  if (!troubled(evening, now)) return [];
  const right = luck(world, PURPOSE.logs, DEPTH) < LOGS_RIGHT;
  const readings = [verdict((cause === 'attack') === right, 0.95, 'logs')];
  if (!right) return readings;
  if (cause === 'bug') readings.push(reading('cause.ourOperation', 0.9, {}));
  if (cause === 'bug' || cause === 'otherVendor') readings.push(reading('cause.vendorBug', 0.9, {}));
  return readings;
};

/** Reads in one go what takes an hour: as sure of itself when wrong. */
export const logsQuick: Instrument = (world) => {
  if (!troubled(world.evening, world.now)) return [];
  const odd = world.traits['oddLogin'] === 1;
  const right = luck(world, PURPOSE.logs, HASTE) < (odd ? LOGS_ODD_RIGHT : LOGS_QUICK_RIGHT);
  return [verdict((world.cause === 'attack') === right, 0.6, 'logsQuick')];
};

/** Whether a claim is an opportunist's says little of what really happens: low confidence either way. */
export const claim: Instrument = (world) => {
  if (!troubled(world.evening, world.now)) return [];
  const right = luck(world, PURPOSE.logs, CLAIM) < CLAIM_RIGHT;
  return [verdict((world.cause === 'attack') === right, 0.4, 'claim')];
};

/** A hope on a flawed plan is no hope: those who see the flaw give no hour. */
function judged(world: InstrumentWorld, seen: boolean, sure: number): Reading[] {
  if (!troubled(world.evening, world.now) || stillIll(world) === 0) return [];
  return [reading('restoration.eta', sure, { at: seen ? null : hopedHour(world, PURPOSE.plan) })];
}

/** Read in full: the flaw shows when there is one. */
export const plan: Instrument = (world) => {
  const readings = judged(world, planFlawed(world), 0.7);
  if (readings.length > 0 && world.cause === 'bug') readings.push(reading('cause.vendorBug', 0.6, {}));
  return readings;
};

/** Ten questions: the flaw shows half of the time, by the evening. */
export const planQuick: Instrument = (world) => judged(world, planFlawed(world) && !flawHidden(world), 0.5);

/** Thirty numbers from mobiles, those of ten départements, two tries each. */
export const numbersSample: Instrument = (world) =>
  testedLines(world, 'anssi', { most: 10, each: 2, sureOfLoss: 0.7 });
