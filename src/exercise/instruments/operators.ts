import { causeIndex } from '../../callflow/attemptLog.ts';
import { operatorDraw } from '../../callflow/callers.ts';
import type { Evening } from '../../callflow/evening.ts';
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

/** Operators of the callers met so far, drawn when first asked for: all of them at once would cost more than the looks. */
class KnownOperators {
  /** By caller: operator + 1, 0 when it has not been asked for. */
  private known = new Uint8Array(0);
  private readonly evening: Evening;
  private readonly draw: (key: number) => number;

  constructor(evening: Evening) {
    this.evening = evening;
    this.draw = operatorDraw(evening.spec.demand, evening.seed);
  }

  of(caller: number): number {
    const { key } = this.evening.callers;
    if (caller >= this.known.length) {
      const wider = new Uint8Array(key.length);
      wider.set(this.known);
      this.known = wider;
    }
    const known = this.known[caller]!;
    if (known !== 0) return known - 1;
    const operator = this.draw(key[caller]!);
    this.known[caller] = operator + 1;
    return operator;
  }
}

const known = new WeakMap<Evening, KnownOperators>();

function operatorsOf(evening: Evening): KnownOperators {
  let operators = known.get(evening);
  if (operators === undefined) known.set(evening, (operators = new KnownOperators(evening)));
  return operators;
}

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 512;

/** Emergency calls of their own customers that fail beyond their network: they see one destination, not its servers. */
export function customersFailures({ evening, now }: InstrumentWorld): Failures | null {
  const { log } = evening;
  const first = log.firstFrom(now - WINDOW);
  // Nothing is asked about callers, and so nothing drawn, while too few calls of anybody fail.
  if (lostFrom(evening, first, LEAST_LOST) < LEAST_LOST) return null;
  const count = new CustomersCount(evening);
  for (let i = first; i < log.count; i += CHUNK) count.range(i, Math.min(log.count, i + CHUNK));
  const { lostIn, lostOf, calls, lost } = count;
  if (lost < LEAST_LOST || lost < SEEN * calls) return null;
  const areas = evening.spec.areas
    .flatMap((_, area) => (lostIn[area]! >= LEAST_IN_AREA ? [area] : []))
    .sort((a, b) => lostIn[b]! - lostIn[a]! || a - b);
  const numbers = NUMBERS.filter((_, number) => lostOf[number]! >= LEAST_IN_AREA);
  return { share: lost / calls, numbers, areas };
}

const isLost = (cause: number): boolean => cause === FULL || cause === REBOOTING;

/** Attempts lost from this one on, counted up to `enough`. */
function lostFrom({ log }: Evening, first: number, enough: number): number {
  let lost = 0;
  for (let i = first; i < log.count && lost < enough; i++) if (isLost(log.cause(i))) lost++;
  return lost;
}

/** Other operators' customers' calls, and those lost, being counted attempt by attempt. */
class CustomersCount {
  readonly lostIn: Int32Array;
  readonly lostOf = new Int32Array(NUMBERS.length);
  calls = 0;
  lost = 0;
  private readonly evening: Evening;
  private readonly operators: KnownOperators;

  constructor(evening: Evening) {
    this.lostIn = new Int32Array(evening.spec.areas.length);
    this.evening = evening;
    this.operators = operatorsOf(evening);
  }

  range(first: number, end: number): void {
    const { operators } = this;
    const { log, callers } = this.evening;
    for (let i = first; i < end; i++) {
      const caller = log.caller[i]!;
      const number = log.dialled(i);
      if (number >= NUMBERS.length || operators.of(caller) === ORANGE) continue;
      this.calls++;
      if (!isLost(log.cause(i))) continue;
      this.lost++;
      this.lostIn[callers.area[caller]!]!++;
      this.lostOf[number]!++;
    }
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
