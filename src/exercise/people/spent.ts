import { PURPOSE } from '../../callflow/purpose.ts';
import { ROOMS } from '../../callflow/spec.ts';
import { Draws } from '../../kernel/threefry.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { EffectSpec } from '../../scenario/play/types.ts';
import { lendCapacity } from './capacity.ts';
import type { Exercise } from '../exercise.ts';
import { note } from '../journal.ts';
import type { HolderId } from '../seat.ts';

/** Long enough to be missing until the morning. */
const UNTIL_MORNING = 12 * 60;
/** Acts that send home those who were brought in. */
const SENDS_HOME = 'services.sendHome';

/** People brought in beyond their hours, in the rooms asked for or in all that the effect names: when they will be spent. */
export function bringInBeyondHours(
  exercise: Exercise,
  holder: HolderId,
  { rooms, after, spread = 0, factor }: Extract<EffectSpec, { op: 'spend' }>,
  asked: unknown,
): void {
  const named = Array.isArray(asked) ? rooms.filter((room) => asked.includes(room)) : rooms;
  exercise.schedule.add(exercise.now + Math.floor((after + spread * staminaOf(exercise)) * MINUTE), {
    kind: 'spent',
    holder,
    rooms: named.map((room) => ROOMS.indexOf(room)),
    factor,
    since: exercise.now,
  });
}

/** From -1 to 1: how long the people of this evening hold, whoever calls on them. */
function staminaOf(exercise: Exercise): number {
  const draws = new Draws(exercise.setup.seed);
  draws.draw(0, PURPOSE.stamina, 0);
  return 2 * draws.u0 - 1;
}

/**
 * Their hours are over: the rooms are back to the usual number, and those who remain are worth so much of it for the night.
 * Those sent home meanwhile have slept a little: half of that is missing.
 */
export function peopleSpent(
  exercise: Exercise,
  due: {
    readonly holder: string;
    readonly rooms: readonly number[];
    readonly factor: number;
    readonly since: number;
  },
): void {
  const holder = due.holder as HolderId;
  const rooms = due.rooms.map((room) => ROOMS[room]!);
  const rested = exercise.actsOf(holder, SENDS_HOME).some(({ endsAt, ended, stopped }) => {
    return ended && !stopped && endsAt >= due.since;
  });
  const factor = rested ? (1 + due.factor) / 2 : due.factor;
  // Others who were brought in after them are still there.
  if (!broughtSince(exercise, holder, due.since)) {
    const args = { areas: exercise.ownAreas(holder), rooms, factor: 1 };
    exercise.give({ at: exercise.now, by: holder, type: 'staff', args });
    exercise.tell(holder, { type: 'STAFF_RELEASE' });
  }
  lendCapacity(exercise, holder, rooms, factor, UNTIL_MORNING);
  exercise.state.spent.push(holder);
  note(exercise, holder, 'people', 'callTakers', { params: { spent: Math.round(100 * (1 - factor)) } });
  exercise.touch(holder);
}

/** Acts that brought in others after that time. */
function broughtSince(exercise: Exercise, holder: HolderId, since: number): boolean {
  return exercise.acts.some(
    ({ seat, spec, ended, stopped, endsAt }) =>
      seat === holder &&
      ended &&
      !stopped &&
      endsAt > since &&
      exercise.actSpec(spec)!.effects.some(({ op }) => op === 'spend'),
  );
}
