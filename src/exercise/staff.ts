import { MINUTE } from '../kernel/time.ts';
import type { Exercise } from './exercise.ts';
import { freeIn, poolOf } from './people.ts';
import type { Pool } from './people.ts';
import type { HolderId } from './seat.ts';
import { tradeOf } from './seat.ts';

/** Who picks up the telephone or writes, first to last: people whose work it is, then whoever is there. */
const AT_THE_PHONE: Readonly<Record<ReturnType<typeof tradeOf>, readonly string[]>> = {
  orange: ['crisis', 'relations', 'supervision', 'communication', 'experts'],
  ministry: ['cic', 'watch', 'communication'],
  anssi: ['liaison', 'watch', 'experts'],
  services: ['heads', 'technical', 'callTakers'],
  operators: ['relations', 'supervision'],
};

/** Someone of the holder who can take or make a call now, or undefined. */
export function someoneFree(exercise: Exercise, holder: HolderId): Pool | undefined {
  for (const id of AT_THE_PHONE[tradeOf(holder)]) {
    const pool = poolOf(exercise.people, holder, id);
    if (pool && freeIn(pool) > 0) return pool;
  }
  return undefined;
}

/** The pool a refusal names when nobody is free. */
export function firstAtPhone(holder: HolderId): string {
  return AT_THE_PHONE[tradeOf(holder)].find((pool) => pool !== 'crisis' && pool !== 'cic')!;
}

/** Takes people of a pool for a time. People already at work finish it first: the pool may be overbooked. */
export function occupy(exercise: Exercise, pool: Pool, people: number, minutes: number): void {
  pool.busy += people;
  exercise.schedule.add(exercise.now + Math.floor(minutes * MINUTE), {
    kind: 'peopleBack',
    seat: pool.seat,
    pool: pool.id,
    people,
  });
}
