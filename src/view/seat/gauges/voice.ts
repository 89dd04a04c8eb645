import { complaintRate } from '../../../exercise/instruments/complaintRate.ts';
import type { Exercise } from '../../../exercise/exercise.ts';
import { METER_STEP } from '../../../exercise/instruments/meter.ts';
import type { Gauge } from '../../seatView.ts';

/** Share of all voice calls refused, by five minutes: under one per cent of them are emergency calls, and none is told apart. */
export function voiceGauge({ setup, state }: Exercise): Extract<Gauge, { kind: 'voice' }> {
  return { kind: 'voice', start: setup.from, step: METER_STEP, refused: [...state.voice] };
}

/** Tickets an hour on the customer line: they follow what is refused of all voice, over the last hour. */
export function complaintsGauge(exercise: Exercise): Extract<Gauge, { kind: 'complaints' }> {
  return { kind: 'complaints', ...complaintRate(exercise) };
}
