import { operatorDraw, areaOfKey } from '../../callflow/callers.ts';
import type { Evening } from '../../callflow/evening.ts';
import { NUMBERS, OPERATORS } from '../../callflow/spec.ts';
import { LOST } from '../places.ts';
import type { Instrument, InstrumentWorld, Reading } from './reading.ts';
import { codesOf, extentTold, reading, shareTold } from './common.ts';
import { WINDOW } from './rooms.ts';

const ORANGE = OPERATORS.indexOf('orange');

/** Assumed: failures of so many emergency calls and such a share show in an operator's own figures. */
const LEAST_LOST = 10;
const SEEN = 0.03;
/** An area is named from so many failures on; areas so many make it the country's matter. */
const LEAST_IN_AREA = 3;
const NATIONAL = 20;
const MOST_NAMED = 10;

/** Failures of other operators' customers towards the bridge, in the last quarter of an hour. */
interface Failures {
  readonly share: number;
  readonly numbers: readonly string[];
  /** Areas with enough failures, most first. */
  readonly areas: readonly number[];
}

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 512;

/** Emergency calls of their own customers that fail beyond their network: they see one destination, not its servers. */
export function customersFailures({ evening, now }: InstrumentWorld): Failures | null {
  const { log } = evening;
  const count = new CustomersCount(evening);
  for (let i = log.firstFrom(now - WINDOW); i < log.count; i += CHUNK)
    count.range(i, Math.min(log.count, i + CHUNK));
  const { lostIn, lostOf, lost } = count;
  // Failures are looked at one by one; all calls are so many that an operator's share of them is its usual one.
  const calls = count.calls * (1 - evening.spec.demand.operatorShares[ORANGE]!);
  if (lost < LEAST_LOST || lost < SEEN * calls) return null;
  const areas = evening.spec.areas
    .flatMap((_, area) => (lostIn[area]! >= LEAST_IN_AREA ? [area] : []))
    .sort((a, b) => lostIn[b]! - lostIn[a]! || a - b);
  const numbers = NUMBERS.filter((_, number) => lostOf[number]! >= LEAST_IN_AREA);
  return { share: lost / calls, numbers, areas };
}

/** What was dialled when it is a short number, one bit each. */
const SHORT = (1 << NUMBERS.length) - 1;
/** Causes of attempts that were not routed, one bit each. */
const LOST_CAUSES = LOST.reduce((bits, lost, cause) => bits | (lost << cause), 0);

/** Everybody's calls to short numbers, and those lost of other operators' customers, being counted attempt by attempt. */
class CustomersCount {
  declare readonly lostIn: Int32Array;
  readonly lostOf = new Int32Array(NUMBERS.length);
  calls = 0;
  lost = 0;
  declare private readonly evening: Evening;
  declare private readonly operatorOf: (key: number) => number;

  constructor(evening: Evening) {
    this.lostIn = new Int32Array(evening.spec.areas.length);
    this.evening = evening;
    this.operatorOf = operatorDraw(evening.spec.demand, evening.seed);
  }

  range(first: number, end: number): void {
    const { info: infos } = this.evening.log;
    let { calls } = this;
    for (let i = first; i < end; i++) {
      const info = infos[i]!;
      const counts = (SHORT >> ((info >> 12) & 7)) & 1;
      calls += counts;
      if ((counts & (LOST_CAUSES >> (info & 15))) !== 0) this.lose(i);
    }
    this.calls = calls;
  }

  private lose(attempt: number): void {
    const { log, callers } = this.evening;
    const caller = log.caller[attempt]!;
    if (this.operatorOf(callers.key[caller]!) === ORANGE) return;
    this.lost++;
    this.lostIn[areaOfKey(callers.key[caller]!)]!++;
    this.lostOf[log.dialled(attempt)]!++;
  }
}

/** `sure` is who tells: one's own figures, or a colleague's word about them. */
export function failureReadings(world: InstrumentWorld, failures: Failures, sure: number): Reading[] {
  const { areas, numbers, share } = failures;
  const readings = [reading('voice.degraded', sure, { share: shareTold(share) })];
  if (areas.length === 0) return readings;
  const named = areas.slice(0, MOST_NAMED).sort((a, b) => a - b);
  readings.push(
    reading('emergency.affected', sure, {
      numbers,
      areas: codesOf(world.evening, named),
      share: shareTold(share),
    }),
  );
  if (areas.length >= NATIONAL)
    readings.push(reading('extent.national', sure, { areas: extentTold(areas.length) }));
  return readings;
}

export const ownCustomers: Instrument = (world) => {
  const failures = customersFailures(world);
  return failures === null ? [] : failureReadings(world, failures, 0.85);
};
