import { causeIndex } from '../../callflow/attemptLog.ts';
import { NUMBERS, OPERATORS } from '../../callflow/spec.ts';
import type { Instrument, InstrumentWorld, Reading } from '../reading.ts';
import { codesOf, extentTold, reading, shareTold } from './common.ts';
import { WINDOW } from './rooms.ts';

const ORANGE = OPERATORS.indexOf('orange');
const FULL = causeIndex('serverFull');
const REBOOTING = causeIndex('serverRebooting');

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

/** Emergency calls of their own customers that fail beyond their network: they see one destination, not its servers. */
export function customersFailures({ evening, now }: InstrumentWorld): Failures | null {
  const { log, callers } = evening;
  const lostIn = new Int32Array(evening.spec.areas.length);
  const lostOf = new Int32Array(NUMBERS.length);
  let calls = 0;
  let lost = 0;
  for (let i = log.firstFrom(now - WINDOW); i < log.count; i++) {
    const caller = log.caller[i]!;
    const number = log.dialled(i);
    if (number >= NUMBERS.length || callers.operator[caller] === ORANGE) continue;
    calls++;
    const cause = log.cause(i);
    if (cause !== FULL && cause !== REBOOTING) continue;
    lost++;
    lostIn[callers.area[caller]!]!++;
    lostOf[number]!++;
  }
  if (lost < LEAST_LOST || lost < SEEN * calls) return null;
  const areas = evening.spec.areas
    .flatMap((_, area) => (lostIn[area]! >= LEAST_IN_AREA ? [area] : []))
    .sort((a, b) => lostIn[b]! - lostIn[a]! || a - b);
  const numbers = NUMBERS.filter((_, number) => lostOf[number]! >= LEAST_IN_AREA);
  return { share: lost / calls, numbers, areas };
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
