import type { ActorEffect } from '../actors/effects.ts';
import type { InstanceId } from '../actors/machines.ts';
import type { Exercise } from './exercise.ts';
import { poolOf } from './people.ts';
import { isHolder } from './seat.ts';

/** Carries out on the world what a statechart says of its organisation. */
export function organise(exercise: Exercise, instance: InstanceId, effect: ActorEffect): void {
  switch (effect.type) {
    case 'peopleJoin':
    case 'peopleLeave': {
      const pool = isHolder(instance) ? poolOf(exercise.people, instance, effect.pool) : undefined;
      if (pool) pool.people += effect.type === 'peopleJoin' ? effect.people : -effect.people;
      return;
    }
    case 'milestone':
      exercise.milestones[effect.id] ??= exercise.now;
      return;
    case 'trust':
      return exercise.moveTrust(effect.relation, effect.step);
    default:
      return;
  }
}
