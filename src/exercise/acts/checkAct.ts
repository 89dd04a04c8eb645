import { ACTORS } from '../../actors/machines.ts';
import { backAt } from '../people/backAt.ts';
import type { Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import { freeIn, poolOf } from '../people/people.ts';
import type { HolderId } from '../seat.ts';
import { outsideAlready } from './outside.ts';
import { tradeOf } from '../seat.ts';
import { stands } from './standings.ts';

/** Why an act cannot be begun now, its arguments apart. */
export function checkAct(exercise: Exercise, by: HolderId, id: string): Refusal | null {
  const spec = exercise.actSpec(id);
  if (!spec) return { code: 'unknownAct', params: { act: id } };
  if (spec.seat !== tradeOf(by)) return { code: 'otherSeat', params: { act: id, seat: spec.seat } };
  if (spec.measure !== undefined && !exercise.preparedness.acts.includes(id))
    return { code: 'measure', params: { measure: spec.measure } };
  const door = spec.door === undefined ? {} : { door: spec.door };
  const has = exercise.tagsOf(by);
  const missing = (spec.needs.tags ?? []).find((tag) => !has.has(tag));
  if (missing !== undefined) return { code: 'means', params: { tag: missing }, ...door };
  const { anyTags, optionalTags, authority } = spec.needs;
  if (anyTags && !anyTags.some((tag) => has.has(tag)))
    return { code: 'means', params: { tag: anyTags[0]! }, ...door };
  const elsewhere = optionalTags?.find((tag) => !ACTORS.some((actor) => exercise.tagsOf(actor).has(tag)));
  if (elsewhere !== undefined) return { code: 'means', params: { tag: elsewhere }, ...door };
  const stood = spec.needs.stands;
  if (stood !== undefined && !stands(exercise, by, stood.what))
    return {
      code: 'means',
      params: { standing: stood.what },
      ...(stood.door === undefined ? {} : { door: stood.door }),
    };
  if (authority !== undefined && authority !== 'head' && !exercise.authorities[by].includes(authority))
    return { code: 'authority', params: { authority }, ...door };
  const mine = exercise.actsOf(by, id);
  if (mine.some((act) => !act.ended)) return { code: 'underWay', params: { act: id } };
  if (!spec.repeat && mine.some((act) => !act.stopped)) return { code: 'doneOnce', params: { act: id } };
  const outside = outsideAlready(exercise, by, spec);
  if (outside !== null) return outside;
  const pool = poolOf(exercise.people, by, spec.needs.pool);
  const free = pool ? freeIn(pool) : 0;
  // The act's door opens other doors: nobody comes through it.
  if (free < spec.needs.people) return tooFew(exercise, by, spec.needs.pool, free, spec.needs.people);
  return null;
}

/** People are missing: a person is told until when, and what those who are missing are on. */
export function tooFew(
  exercise: Exercise,
  by: HolderId,
  pool: string,
  free: number,
  needed: number,
): Refusal {
  const params = { pool, free, needed };
  const back = exercise.isPerson(by) ? backAt(exercise, by, pool, needed) : null;
  return { code: 'people', params: back === null ? params : { ...params, ...back } };
}

/** Only people are missing, and so many will be back by themselves. */
export const opensByItself = ({ code, params }: Refusal): boolean =>
  code === 'people' && params['until'] !== undefined;
