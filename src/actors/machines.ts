import type { ActorId } from '../scenario/play/vocabulary.ts';
import { anssi } from './anssi.ts';
import { media } from './media.ts';
import { ministry } from './ministry.ts';
import { operators } from './operators.ts';
import { orange } from './orange.ts';
import { population } from './population.ts';
import { prefects } from './prefects.ts';
import { services } from './services.ts';
import { vendor } from './vendor.ts';

/** Every statechart, in the order in which they are walked. */
export const MACHINES = {
  orange,
  ministry,
  anssi,
  services,
  operators,
  prefects,
  vendor,
  media,
  population,
} as const satisfies Record<ActorId, unknown>;

export const ACTORS = Object.keys(MACHINES) as ActorId[];

/** A running statechart: every actor's, and that of the rooms of other départements, which are services too. */
export type InstanceId = ActorId | 'rooms';

/** Actor whose statechart and settings an instance runs. */
export function actorOf(instance: InstanceId): ActorId {
  return instance === 'rooms' ? 'services' : instance;
}
