import { ROOMS } from '../callflow/spec.ts';
import type { Room } from '../callflow/spec.ts';
import { MINUTE } from '../kernel/time.ts';
import type { Exercise } from './exercise.ts';
import type { HolderId } from './seat.ts';

/** People of the rooms lent, sorting or held up, until a time. */
export interface Lent {
  readonly rooms: readonly number[];
  readonly factor: number;
  readonly until: number;
}

/** What the staff of some rooms of a holder is worth, as a factor, for so many minutes. Factors of several multiply. */
export function lendCapacity(
  exercise: Exercise,
  holder: HolderId,
  rooms: readonly Room[],
  factor: number,
  minutes: number,
): void {
  const own = exercise.ownAreas(holder);
  const lent: Lent = {
    rooms: exercise.spec.areas.flatMap(({ code }, area) =>
      own === 'all' || own.includes(code) ? rooms.map((room) => area * 3 + ROOMS.indexOf(room)) : [],
    ),
    factor,
    until: exercise.now + Math.floor(minutes * MINUTE),
  };
  exercise.state.lent.push(lent);
  exercise.schedule.add(lent.until, { kind: 'capacity', rooms: lent.rooms });
  applyCapacity(exercise, lent.rooms);
}

/** The time of some has come, or begun: each room is worth what is left of them. */
export function applyCapacity({ evening, now, state }: Exercise, rooms: readonly number[]): void {
  state.lent = state.lent.filter(({ until }) => until > now);
  for (const room of rooms)
    evening.changeCapacity(
      room,
      state.lent.reduce((factor, lent) => (lent.rooms.includes(room) ? factor * lent.factor : factor), 1),
    );
}
