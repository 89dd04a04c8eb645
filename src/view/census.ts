import { areaOfKey } from '../callflow/callers.ts';
import { CAUSES, UNROUTED } from '../callflow/cause.ts';
import type { Cause } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { OUTCOME } from '../callflow/outcome.ts';
import { MINUTE } from '../kernel/time.ts';
import type { Totals } from './eveningView.ts';

/** "Lately" on the table: the last 15 minutes, as long as the share by which service counts as restored. */
export const LATELY = 15 * MINUTE;

const OPEN = CAUSES.indexOf('open');
const ANSWERED = CAUSES.indexOf('answered');
/** By cause: 1 when the attempt was not routed. */
const LOST = Uint8Array.from(CAUSES, (cause) => (UNROUTED.includes(cause) ? 1 : 0));

/** Counts by area or by server, indexed as in the world. */
export interface Rows {
  readonly attempts: Int32Array;
  readonly unrouted: Int32Array;
  readonly answered: Int32Array;
  readonly attempts15: Int32Array;
  readonly unrouted15: Int32Array;
}

/**
 * What the record of an evening holds as of a clock time, counted in one pass since the trigger. The evening may
 * have gone further: what came later is not seen. The same pass serves the evening under way and the reference.
 */
export class Census {
  readonly totals: Omit<Totals, 'ordinaryRefused'>;
  readonly areas: Rows;
  readonly servers: Rows;

  constructor(evening: Evening, at: number) {
    const { log, callers, outcome, attemptOf, spec } = evening;
    const { trigger } = spec.clock;
    this.areas = rows(spec.areas.length);
    this.servers = rows(spec.network.servers.length);
    const causes = new Int32Array(CAUSES.length);
    let attempts = 0;
    let neverServed = 0;
    let servedLate = 0;
    let waitingNow = 0;
    let talkingNow = 0;
    const until = log.firstFrom(at + 1);
    for (let i = 0; i < until; i++) {
      const answered = log.answered[i]!;
      const end = log.end[i]!;
      const over = end !== 0 && end <= at;
      const wasAnswered = answered !== 0 && answered <= at;
      if (!over) {
        if (wasAnswered) talkingNow++;
        else waitingNow++;
      }
      const began = log.at[i]!;
      if (began < trigger) continue;
      const cause = over ? log.cause(i) : OPEN;
      const lost = LOST[cause]!;
      const caller = log.caller[i]!;
      const lately = began > at - LATELY ? 1 : 0;
      attempts++;
      if (wasAnswered) causes[ANSWERED]!++;
      if (cause !== OPEN && cause !== ANSWERED) causes[cause]!++;
      tally(this.areas, areaOfKey(callers.key[caller]!), lost, wasAnswered ? 1 : 0, lately);
      const server = log.server(i);
      if (server >= 0) tally(this.servers, server, lost, wasAnswered ? 1 : 0, lately);
      if (
        over &&
        attemptOf[caller] === i &&
        callers.arrival[caller]! >= trigger &&
        !evening.isWorried(caller)
      ) {
        const how = outcome[caller]!;
        if (how === OUTCOME.neverServed) neverServed++;
        else if (how === OUTCOME.servedLate || how === OUTCOME.wentThere) servedLate++;
      }
    }
    this.totals = {
      attempts,
      unrouted: causes.reduce((sum, count, cause) => sum + count * LOST[cause]!, 0),
      answered: causes[ANSWERED]!,
      neverServed,
      servedLate,
      waitingNow,
      talkingNow,
      byCause: Object.fromEntries(
        CAUSES.filter((_, index) => index !== OPEN).map((cause) => [cause, causes[CAUSES.indexOf(cause)]!]),
      ) as Record<Exclude<Cause, 'open'>, number>,
    };
  }
}

function rows(count: number): Rows {
  const row = (): Int32Array => new Int32Array(count);
  return { attempts: row(), unrouted: row(), answered: row(), attempts15: row(), unrouted15: row() };
}

function tally(to: Rows, index: number, lost: number, answered: number, lately: number): void {
  to.attempts[index]!++;
  to.unrouted[index]! += lost;
  to.answered[index]! += answered;
  to.attempts15[index]! += lately;
  to.unrouted15[index]! += lately * lost;
}
