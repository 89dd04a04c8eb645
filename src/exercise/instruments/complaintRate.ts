import { HOUR } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import { METER_STEP } from './meter.ts';

/** Assumed: tickets an hour of the customer line about calls that fail, on an ordinary evening and per share refused. */
const USUAL_TICKETS = 60;
const TICKETS_PER_SHARE = 1500;
/** Customers complain about the last hour. */
const STEPS_OF_TICKETS = HOUR / METER_STEP;

/** Tickets an hour on the customer line: they follow what is refused of all voice, over the last hour. */
export function complaintRate({ state }: Exercise): { readonly perHour: number; readonly usual: number } {
  const lately = state.voice.slice(-STEPS_OF_TICKETS);
  const mean = lately.reduce((sum, share) => sum + share, 0) / STEPS_OF_TICKETS;
  return {
    perHour: Math.round((USUAL_TICKETS + TICKETS_PER_SHARE * mean) / 10) * 10,
    usual: USUAL_TICKETS,
  };
}
