import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import { refusedNow } from './common.ts';

/** Time between two points of the operator's curve of all voice. */
export const METER_STEP = 5 * MINUTE;

/**
 * Notes the share of all voice calls refused now, in hundredths: the curve on the operator's wall, which no call alone
 * can be read from. What has been cannot be read from the world later.
 */
export function noteVoice(exercise: Exercise): void {
  exercise.state.voice.push(Math.round(refusedNow(exercise.evening) * 100) / 100);
  exercise.schedule.add(exercise.now + METER_STEP, { kind: 'meter' });
}
