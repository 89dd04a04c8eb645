import { CAUSES } from '../callflow/cause.ts';
import type { Cause } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { OUTCOME } from '../callflow/outcome.ts';
import { NUMBERS, ORIGINS } from '../callflow/spec.ts';
import { MINUTE } from '../kernel/time.ts';
import type { DebriefCounts } from './debriefModel.ts';
import { isDelayed, isUnrouted } from './summary.ts';

/** Width of the curve's steps. */
export const CURVE_STEP = 5 * MINUTE;

/** Plausible share of calls whose delay could matter, by number: low and high ends of the scenario's parameters. */
export interface SeriousRange {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Attempts and attempts not routed of one row (an area, a number, an origin). */
export interface TallyRow {
  attempts: number;
  lost: number;
}

/** An evening counted over [trigger, until). Every attempt is in exactly one row of each breakdown. */
export interface Tally {
  readonly counts: DebriefCounts;
  readonly byCause: Readonly<Record<Cause, number>>;
  /** By area index; people of the area in real need never served. */
  readonly byArea: readonly (TallyRow & { neverServed: number })[];
  readonly byNumber: readonly TallyRow[];
  readonly byOrigin: readonly TallyRow[];
  /** Attempts not routed by step from `curveStart`. */
  readonly curve: readonly number[];
}

const ANSWERED = CAUSES.indexOf('answered');

/**
 * Counts attempts started in [trigger, until) and people in real need whose first attempt is in it. `done` is the same
 * evening run on, so that people still trying at `until` are counted by how it ended for them; pass the evening itself
 * to count only what is settled.
 */
export function tally(
  done: Evening,
  until: number,
  ordinaryRefused: number,
  serious: SeriousRange,
  curveStart: number,
): Tally {
  const { log, callers, spec } = done;
  const { trigger, windowEnd } = spec.clock;
  const end = Math.min(until, windowEnd);
  const causes = new Int32Array(CAUSES.length);
  const areas = spec.areas.map(() => ({ attempts: 0, lost: 0, neverServed: 0 }));
  const numbers = NUMBERS.map(() => ({ attempts: 0, lost: 0 }));
  const origins = ORIGINS.map(() => ({ attempts: 0, lost: 0 }));
  const curve = Array.from({ length: Math.max(0, Math.ceil((end - curveStart) / CURVE_STEP)) }, () => 0);
  let attempts = 0;
  let unrouted = 0;
  const to = log.firstFrom(end);
  for (let i = log.firstFrom(trigger); i < to; i++) {
    const caller = log.caller[i]!;
    const cause = log.cause(i);
    const lost = isUnrouted(cause) ? 1 : 0;
    attempts++;
    unrouted += lost;
    causes[cause]!++;
    for (const row of [
      areas[callers.area[caller]!]!,
      numbers[callers.number[caller]!]!,
      origins[log.origin(i)]!,
    ]) {
      row.attempts++;
      row.lost += lost;
    }
    if (lost !== 0 && log.at[i]! >= curveStart) curve[Math.floor((log.at[i]! - curveStart) / CURVE_STEP)]!++;
  }
  const people = countPeopleUntil(done, end, serious, (area) => areas[area]!.neverServed++);
  return {
    counts: { attempts, unrouted, answered: causes[ANSWERED]!, ordinaryRefused, ...people },
    byCause: Object.fromEntries(CAUSES.map((cause, i) => [cause, causes[i]!])) as Record<Cause, number>,
    byArea: areas,
    byNumber: numbers,
    byOrigin: origins,
    curve,
  };
}

function countPeopleUntil(
  evening: Evening,
  end: number,
  serious: SeriousRange,
  neverServedIn: (area: number) => void,
): Pick<DebriefCounts, 'neverServed' | 'servedLate' | 'seriousLow' | 'seriousHigh'> {
  const { callers, outcome, log, attemptOf, spec } = evening;
  const delayed = new Int32Array(NUMBERS.length);
  let neverServed = 0;
  let servedLate = 0;
  for (let caller = 0; caller < callers.count; caller++) {
    const first = callers.arrival[caller]!;
    if (first < spec.clock.trigger || first >= end || evening.isWorried(caller)) continue;
    const how = outcome[caller]!;
    if (how === OUTCOME.neverServed) {
      neverServed++;
      neverServedIn(callers.area[caller]!);
    }
    if (how === OUTCOME.servedLate || how === OUTCOME.wentThere) servedLate++;
    if (isDelayed(how, log.answered[attemptOf[caller]!]! - first, spec.behaviour))
      delayed[callers.number[caller]!]!++;
  }
  // Expected calls, not those drawn: the range is of the share, and a draw would add its own luck.
  const estimate = (shares: readonly number[]): number =>
    Math.round(delayed.reduce((sum, count, number) => sum + count * shares[number]!, 0));
  return {
    neverServed,
    servedLate,
    seriousLow: estimate(serious.low),
    seriousHigh: estimate(serious.high),
  };
}

/** The two figures that evenings are compared by. */
export interface Settled {
  readonly unrouted: number;
  readonly neverServed: number;
}

/** Counts an evening that has run to its end, over [trigger, until). */
export function settled(done: Evening, until: number): Settled {
  const { log, spec, callers, outcome } = done;
  const end = Math.min(until, spec.clock.windowEnd);
  let unrouted = 0;
  const to = log.firstFrom(end);
  for (let i = log.firstFrom(spec.clock.trigger); i < to; i++) if (isUnrouted(log.cause(i))) unrouted++;
  let neverServed = 0;
  for (let caller = 0; caller < callers.count; caller++) {
    if (outcome[caller] !== OUTCOME.neverServed || done.isWorried(caller)) continue;
    const first = callers.arrival[caller]!;
    if (first >= spec.clock.trigger && first < end) neverServed++;
  }
  return { unrouted, neverServed };
}
