import type { Exercise } from '../exercise.ts';
import { freeIn, poolOf } from './people.ts';
import type { Away } from './people.ts';
import type { HolderId } from '../seat.ts';

/** When enough people of a pool would be free if nothing else took them, and what the last of them is on until then. */
export interface Back {
  readonly until: number;
  readonly why: Away['why'] | 'act';
  /** The act they are on, the own act that sent them, or the side they are with; may be empty. */
  readonly on: string;
}

/** Null when so many will not be free by themselves: too few, or still on routine. */
export function backAt(exercise: Exercise, holder: HolderId, id: string, needed: number): Back | null {
  const pool = poolOf(exercise.people, holder, id);
  if (pool === undefined) return null;
  const busy: (Back & { readonly people: number })[] = pool.away.map(({ people, until, why, ref }) => ({
    people,
    until,
    why,
    on: ref,
  }));
  for (const act of exercise.acts) {
    if (act.ended || act.work !== undefined || act.seat !== holder) continue;
    const { needs } = exercise.actSpec(act.spec)!;
    if (needs.pool === id) busy.push({ people: needs.people, until: act.endsAt, why: 'act', on: act.spec });
  }
  busy.sort((a, b) => a.until - b.until);
  // An overbooked pool has people who finish something else first.
  let free = Math.min(freeIn(pool), pool.people - pool.busy - pool.routine);
  for (const { people, until, why, on } of busy) {
    free += people;
    if (free >= needed) return { until, why, on };
  }
  return null;
}
