import { causeIndex } from '../callflow/attemptLog.ts';
import { SERIOUS } from '../callflow/callers.ts';
import { CAUSES, UNROUTED } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { hashEvening } from '../callflow/snapshot.ts';
import { NUMBERS, ORIGINS } from '../callflow/spec.ts';
import { OUTCOME } from '../callflow/outcome.ts';
import { clockText, HOUR, MINUTE } from '../kernel/time.ts';

export interface Count {
  attempts: number;
  unrouted: number;
}
export type Breakdown = Record<string, Count>;

/**
 * One evening counted: attempts started in the window (trigger to window end), people whose first attempt is in it.
 * "Unrouted" is an attempt refused because a server was full, rebooting or interrupted. Worried or doubled calls
 * count as attempts and never as people.
 */
export interface EveningSummary {
  readonly seed: number;
  readonly attempts: number;
  readonly unrouted: number;
  readonly unroutedShare: number;
  readonly neverServed: number;
  readonly servedLate: number;
  readonly seriousDelayed: number;
  readonly attemptsPerPerson: number;
  readonly ordinaryRefused: number;
  readonly byHour: Breakdown;
  readonly byArea: Breakdown;
  readonly byNumber: Breakdown;
  readonly byOrigin: Breakdown;
  readonly byCause: Breakdown;
  readonly byServer: Breakdown;
  /** Minutes after the trigger from which the share lost over 15 minutes stays under 1.5 %, or null if it never does. */
  readonly restored: number | null;
  readonly hash: string;
}

/** Share of attempts not routed over 15 minutes under which service counts as restored. */
const RESTORED_SHARE = 0.015;
const RESTORED_OVER = 15;

/** Causes of attempts not routed, one bit each. */
const LOST = UNROUTED.reduce((bits, cause) => bits | (1 << causeIndex(cause)), 0);
/** Whether an attempt with this cause, by index in CAUSES, was not routed. */
export const isUnrouted = (cause: number): boolean => ((LOST >> cause) & 1) !== 0;

/** Runs an evening to its end and returns the ordinary calls refused in the window. The evening must be at its start. */
export function runCountingOrdinary(evening: Evening): number {
  const { trigger, windowEnd } = evening.spec.clock;
  evening.runTo(trigger);
  const before = evening.servers.ordinaryRefused(trigger);
  evening.runTo(windowEnd);
  const refused = evening.servers.ordinaryRefused(windowEnd) - before;
  evening.runToEnd();
  return refused;
}

/** Runs an evening from its start to its end and counts it. */
export function summarise(evening: Evening): EveningSummary {
  return countEvening(evening, runCountingOrdinary(evening));
}

/** Counts an evening that has been run to its end; `ordinaryRefused` are the ordinary calls refused in the window. */
export function countEvening(evening: Evening, ordinaryRefused: number): EveningSummary {
  const { spec, log, callers } = evening;
  const { trigger, windowEnd } = spec.clock;

  const hours = emptyRows(Math.ceil((windowEnd - trigger) / HOUR));
  const areas = emptyRows(spec.areas.length);
  const numbers = emptyRows(NUMBERS.length);
  const origins = emptyRows(ORIGINS.length);
  const causes = emptyRows(CAUSES.length);
  // Row 0 counts attempts whose way crossed no server.
  const servers = emptyRows(spec.network.servers.length + 1);
  const total = { attempts: 0, unrouted: 0 };
  const seen = new Uint8Array(callers.count);
  let people = 0;

  const from = log.firstFrom(trigger);
  const to = log.firstFrom(windowEnd);
  for (let i = from; i < to; i++) {
    const cause = log.cause(i);
    const lost = isUnrouted(cause) ? 1 : 0;
    const caller = log.caller[i]!;
    if (seen[caller] === 0) {
      seen[caller] = 1;
      people++;
    }
    for (const row of [
      total,
      hours[Math.floor((log.at[i]! - trigger) / HOUR)]!,
      areas[callers.area[caller]!]!,
      numbers[callers.number[caller]!]!,
      origins[log.origin(i)]!,
      causes[cause]!,
      servers[log.server(i) + 1]!,
    ]) {
      row.attempts++;
      row.unrouted += lost;
    }
  }
  return {
    seed: evening.seed,
    ...total,
    unroutedShare: total.unrouted / total.attempts,
    ...countPeople(evening),
    attemptsPerPerson: total.attempts / people,
    ordinaryRefused,
    byHour: named(hours, (i) => clockText(trigger + i * HOUR)),
    byArea: named(areas, (i) => spec.areas[i]!.code),
    byNumber: named(numbers, (i) => NUMBERS[i]!),
    byOrigin: named(origins, (i) => ORIGINS[i]!),
    byCause: named(causes, (i) => CAUSES[i]!),
    byServer: named(servers, (i) => (i === 0 ? 'none' : spec.network.servers[i - 1]!.id)),
    restored: restoredAt(evening),
    hash: hashEvening(evening),
  };
}

/** People in real need whose first attempt fell in the window. */
export function countPeople(evening: Evening): {
  neverServed: number;
  servedLate: number;
  seriousDelayed: number;
} {
  const { callers, outcome, log, attemptOf, spec } = evening;
  const { trigger, windowEnd } = spec.clock;
  let neverServed = 0;
  let servedLate = 0;
  let seriousDelayed = 0;
  for (let caller = 0; caller < callers.count; caller++) {
    const first = callers.arrival[caller]!;
    if (first < trigger || first >= windowEnd || evening.isWorried(caller)) continue;
    const end = outcome[caller]!;
    if (end === OUTCOME.neverServed) neverServed++;
    if (end === OUTCOME.servedLate || end === OUTCOME.wentThere) servedLate++;
    if (
      (callers.flags[caller]! & SERIOUS) !== 0 &&
      isDelayed(end, log.answered[attemptOf[caller]!]! - first, spec.behaviour)
    )
      seriousDelayed++;
  }
  return { neverServed, servedLate, seriousDelayed };
}

/** Whether a person whose case it was waited longer than the limit beyond which a delay could have mattered. */
export function isDelayed(
  end: number,
  wait: number,
  limits: { seriousDelay: number; goThereDelay: number },
): boolean {
  if (end === OUTCOME.neverServed) return true;
  // Those who went there gave up calling first: the way alone is counted, so this is a lower bound.
  if (end === OUTCOME.wentThere) return limits.goThereDelay > limits.seriousDelay;
  return end !== OUTCOME.open && wait > limits.seriousDelay;
}

/** Minutes after the trigger from which the share lost over 15 minutes stays under 1.5 % until then, or null. */
export function restoredAt(evening: Evening, until: number = Infinity): number | null {
  const { log, spec } = evening;
  const { trigger } = spec.clock;
  const end = Math.min(until, spec.clock.end);
  const minutes = Math.floor((end - trigger) / MINUTE);
  if (minutes < RESTORED_OVER) return null;
  const attempts = new Int32Array(minutes + 1);
  const lost = new Int32Array(minutes + 1);
  for (let i = log.firstFrom(trigger); i < log.count; i++) {
    const minute = Math.floor((log.at[i]! - trigger) / MINUTE) + 1;
    if (minute > minutes) break;
    attempts[minute]!++;
    if (isUnrouted(log.cause(i))) lost[minute]!++;
  }
  for (let m = 1; m <= minutes; m++) {
    attempts[m]! += attempts[m - 1]!;
    lost[m]! += lost[m - 1]!;
  }
  for (let m = minutes - RESTORED_OVER; m >= 0; m--) {
    const share =
      (lost[m + RESTORED_OVER]! - lost[m]!) / Math.max(1, attempts[m + RESTORED_OVER]! - attempts[m]!);
    if (share >= RESTORED_SHARE) return m === minutes - RESTORED_OVER ? null : m + 1;
  }
  return 0;
}

function emptyRows(count: number): Count[] {
  return Array.from({ length: count }, () => ({ attempts: 0, unrouted: 0 }));
}

function named(rows: readonly Count[], name: (index: number) => string): Breakdown {
  return Object.fromEntries(rows.map((row, index) => [name(index), row]));
}
