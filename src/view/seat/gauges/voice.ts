import type { Exercise } from '../../../exercise/exercise.ts';
import { METER_STEP } from '../../../exercise/meter.ts';
import { HOUR } from '../../../kernel/time.ts';
import type { Gauge } from '../../seatView.ts';

/** Assumed: tickets an hour of the customer line about calls that fail, on an ordinary evening and per share refused. */
const USUAL_TICKETS = 60;
const TICKETS_PER_SHARE = 1500;
/** Customers complain about the last hour. */
const STEPS_OF_TICKETS = HOUR / METER_STEP;

/** Share of all voice calls refused, by five minutes: under one per cent of them are emergency calls, and none is told apart. */
export function voiceGauge({ setup, state }: Exercise): Extract<Gauge, { kind: 'voice' }> {
  return { kind: 'voice', start: setup.from, step: METER_STEP, refused: [...state.voice] };
}

/** Tickets an hour on the customer line: they follow what is refused of all voice, over the last hour. */
export function complaintsGauge({ state }: Exercise): Extract<Gauge, { kind: 'complaints' }> {
  const lately = state.voice.slice(-STEPS_OF_TICKETS);
  const mean = lately.reduce((sum, share) => sum + share, 0) / STEPS_OF_TICKETS;
  return {
    kind: 'complaints',
    perHour: Math.round((USUAL_TICKETS + TICKETS_PER_SHARE * mean) / 10) * 10,
    usual: USUAL_TICKETS,
  };
}
