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

/** Of a caller: whether it is another operator's customer, once that has been asked. */
const ORANGES = 1;
const ANOTHERS = 2;

/** Whose customers the callers met so far are, drawn when first asked for: all at once would cost more than the looks. */
class Customers {
  /** By caller: 0 when it has not been asked for. */
  known = new Uint8Array(0);
  private readonly evening: Evening;
  private readonly draw: (key: number) => number;

  constructor(evening: Evening) {
    this.evening = evening;
    this.draw = operatorDraw(evening.spec.demand, evening.seed);
  }

  /** Asks for the callers of these attempts of the log. */
  ask(first: number, end: number): void {
    const { key } = this.evening.callers;
    if (this.known.length < key.length) this.widen(key.length);
    const { known } = this;
    const { caller: callerOf } = this.evening.log;
    for (let i = first; i < end; i++) {
      const caller = callerOf[i]!;
      if (known[caller] === 0) known[caller] = this.draw(key[caller]!) === ORANGE ? ORANGES : ANOTHERS;
    }
  }

  private widen(size: number): void {
    const wider = new Uint8Array(size);
    wider.set(this.known);
    this.known = wider;
  }
}

const asked = new WeakMap<Evening, Customers>();

function customersOf(evening: Evening): Customers {
  let customers = asked.get(evening);
  if (customers === undefined) asked.set(evening, (customers = new Customers(evening)));
  return customers;
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

/** By what was dialled: 1 when it is a short number. */
const SHORT = Uint8Array.from({ length: 8 }, (_, dialled) => (dialled < NUMBERS.length ? 1 : 0));

/** By cause: 1 when the attempt was lost beyond the customers' own network. */
const LOST = Uint8Array.from({ length: 16 }, (_, cause) => (cause === FULL || cause === REBOOTING ? 1 : 0));

/** Attempts lost from this one on, counted up to `enough`. */
function lostFrom({ log }: Evening, first: number, enough: number): number {
  const { count, info } = log;
  let lost = 0;
  for (let i = first; i < count && lost < enough; i++) lost += LOST[info[i]! & 15]!;
  return lost;
}

/** Other operators' customers' calls, and those lost, being counted attempt by attempt. */
class CustomersCount {
  readonly lostIn: Int32Array;
  readonly lostOf = new Int32Array(NUMBERS.length);
  calls = 0;
  lost = 0;
  private readonly evening: Evening;
  private readonly customers: Customers;

  constructor(evening: Evening) {
    this.lostIn = new Int32Array(evening.spec.areas.length);
    this.evening = evening;
    this.customers = customersOf(evening);
  }

  range(first: number, end: number): void {
    this.customers.ask(first, end);
    const { known } = this.customers;
    const { log, callers } = this.evening;
    const { info: infos, caller: callerOf } = log;
    let { calls } = this;
    for (let i = first; i < end; i++) {
      const info = infos[i]!;
      const caller = callerOf[i]!;
      const number = (info >> 12) & 7;
      // Added whether it counts or not: a processor cannot guess whose customer calls, and pays for each wrong guess.
      const counts = (known[caller]! >> 1) & SHORT[number]!;
      calls += counts;
      if ((counts & LOST[info & 15]!) === 0) continue;
      this.lost++;
      this.lostIn[callers.area[caller]!]!++;
      this.lostOf[number]!++;
    }
    this.calls = calls;
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
