import { MINUTE } from '../../kernel/time.ts';
import type { PoolSpec } from '../../scenario/play/types.ts';
import { carryOut } from '../acts/effects.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import { poolOf } from './people.ts';
import type { HolderId } from '../seat.ts';
import { tradeOf } from '../seat.ts';

/** The catalogue's entry of a pool. */
export function poolSpec({ ground }: Exercise, holder: HolderId, id: string): PoolSpec<string> | undefined {
  const trade = tradeOf(holder);
  const lists: readonly PoolSpec<string>[] = [...ground.play.pools, ...ground.play.operators.pools];
  return lists.find((pool) => pool.seat === trade && pool.id === id);
}

/** Takes people off their routine at once; what they leave undone makes itself felt later, once for each. */
export function recall(exercise: Exercise, holder: HolderId, id: string, people: number): void {
  poolOf(exercise.people, holder, id)!.routine -= people;
  note(exercise, holder, 'people', id, { params: { people } });
  const undone = poolSpec(exercise, holder, id)?.undone;
  if (undone === undefined) return;
  for (let i = 0; i < people; i++)
    exercise.schedule.add(exercise.now + undone.after * MINUTE, { kind: 'undone', seat: holder, pool: id });
}

/** Routine work left undone comes back. */
export function undoneReturns(exercise: Exercise, holder: HolderId, id: string): void {
  const undone = poolSpec(exercise, holder, id)?.undone;
  if (undone === undefined) return;
  note(exercise, holder, 'people', id, { params: { undone: 1 } });
  for (const effect of undone.effects) carryOut(exercise, holder, effect, null);
}
