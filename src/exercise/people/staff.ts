import { HOUR, MINUTE } from '../../kernel/time.ts';
import { backAt } from './backAt.ts';
import type { Exercise } from '../exercise.ts';
import { freeIn, poolOf } from './people.ts';
import type { Away, Pool } from './people.ts';
import type { HolderId } from '../seat.ts';
import { tradeOf } from '../seat.ts';

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

/** The pool a refusal names when nobody is free: of those that exist now, the one where somebody is back first. */
export function firstAtPhone(exercise: Exercise, holder: HolderId): string {
  const pools = AT_THE_PHONE[tradeOf(holder)].filter(
    (id) => (poolOf(exercise.people, holder, id)?.people ?? 0) > 0,
  );
  const backs = pools.map((id) => backAt(exercise, holder, id, 1)?.until ?? Infinity);
  return pools[backs.indexOf(Math.min(...backs))]!;
}

/** Takes people of a pool for a time. People already at work finish it first: the pool may be overbooked. */
export function occupy(
  exercise: Exercise,
  pool: Pool,
  people: number,
  minutes: number,
  why: Away['why'],
  ref = '',
): void {
  const until = exercise.now + Math.floor(minutes * MINUTE);
  pool.busy += people;
  pool.away.push({ people, until, why, ref });
  exercise.schedule.add(until, { kind: 'peopleBack', seat: pool.seat, pool: pool.id });
}

/** Those whose time away is over are back. */
export function peopleBack(exercise: Exercise, holder: HolderId, id: string): void {
  const pool = poolOf(exercise.people, holder, id);
  if (pool) takeBack(pool, ({ until }) => until <= exercise.now);
  exercise.touch(holder);
}

/** Kept for longer than that when the shift changes, people are the night's: the next shift is none of them (assumed). */
const FOR_THE_NIGHT = 4 * HOUR;

/** Another shift is there: those sent to stay elsewhere are replaced at home, but for those kept for the night. */
export function fillPools(exercise: Exercise, holder: HolderId): void {
  const night = exercise.now + FOR_THE_NIGHT;
  for (const pool of exercise.people)
    if (pool.seat === holder) takeBack(pool, ({ why, until }) => why === 'stay' && until < night);
}

function takeBack(pool: Pool, isBack: (away: Away) => boolean): void {
  for (let i = pool.away.length - 1; i >= 0; i--) {
    if (!isBack(pool.away[i]!)) continue;
    pool.busy -= pool.away[i]!.people;
    pool.away.splice(i, 1);
  }
}
