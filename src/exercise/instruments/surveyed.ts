import { MINUTE } from '../../kernel/time.ts';
import type { EffectSpec } from '../../scenario/play/types.ts';
import type { Act } from '../acts/acts.ts';
import type { Exercise } from '../exercise.ts';
import { moveTrust } from '../people/trust.ts';

/** Sensors of the State that somebody in the rooms fills in by hand. */
const FILLED_IN: readonly string[] = ['ministry.healthChain', 'ministry.policeChain'];

/** Whether an effect takes a room's time to answer the State. */
function asksRooms(effect: EffectSpec): boolean {
  switch (effect.op) {
    case 'ask':
      return effect.to.includes('services');
    case 'occupy':
      return effect.seat === 'services';
    case 'sense':
      return FILLED_IN.includes(effect.sensor);
    default:
      return false;
  }
}

/**
 * The State has begun an act. One question to the rooms too many within an hour costs the trust of the services: rooms are
 * helped, not surveyed (exercise rules §3).
 */
export function countQuestions(exercise: Exercise, { seat, spec, begunAt }: Act): void {
  const asks = (id: string): boolean => (exercise.actSpec(id)?.effects ?? []).some(asksRooms);
  if (seat !== 'ministry' || !asks(spec)) return;
  const { most, within } = exercise.ground.play.rules.questions;
  const since = begunAt - within * MINUTE;
  let count = 0;
  for (const act of exercise.acts)
    if (act.seat === 'ministry' && act.begunAt > since && asks(act.spec)) count++;
  if (count === most + 1) moveTrust(exercise, 'servicesToState', -1, 'surveyed');
}
