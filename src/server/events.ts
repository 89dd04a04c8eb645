import { causeIndex } from '../callflow/attemptLog.ts';
import type { Evening } from '../callflow/evening.ts';

const ANSWERED = causeIndex('answered');
const ABANDONED = causeIndex('abandoned');

/** Attempts, answers and calls given up of a finished evening: what the reference workload counts too. */
export function eventsOf({ log }: Evening): number {
  let events = log.count;
  for (let i = 0; i < log.count; i++) {
    const cause = log.cause(i);
    if (cause === ANSWERED || cause === ABANDONED) events++;
  }
  return events;
}
