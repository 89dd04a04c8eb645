import type { AreaChoice } from '../../callflow/orders.ts';
import type { Room } from '../../callflow/spec.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { Exercise } from '../exercise.ts';
import { roomsIn } from '../places.ts';
import { sayWaited } from './roomWaits.ts';
import type { HolderId } from '../seat.ts';

/** People of the rooms lent, sorting or held up, until a time. */
export interface Lent {
  readonly rooms: readonly number[];
  readonly factor: number;
  readonly until: number;
  /** Of a person's act, and since when: what it cost is said once it is over. */
  readonly act?: number;
  readonly since?: number;
}

/**
 * What the staff of some rooms of a holder is worth, as a factor, for so many minutes: in all its areas, or in those asked
 * for. Factors of several multiply.
 */
export function lendCapacity(
  exercise: Exercise,
  holder: HolderId,
  rooms: readonly Room[],
  factor: number,
  minutes: number,
  asked: AreaChoice = 'all',
  act?: number,
): void {
  const own = exercise.ownAreas(holder);
  const all = exercise.spec.areas.flatMap(({ code }, area) =>
    [own, asked].every((choice) => choice === 'all' || choice.includes(code)) ? roomsIn(area, rooms) : [],
  );
  lendRooms(exercise, all, factor, minutes, act);
}

/** The same of given rooms, by index, whoever holds them. */
export function lendRooms(
  exercise: Exercise,
  rooms: readonly number[],
  factor: number,
  minutes: number,
  act?: number,
): void {
  const { now } = exercise;
  const until = now + Math.floor(minutes * MINUTE);
  const lent: Lent = { rooms, factor, until, ...(act !== undefined && { act, since: now }) };
  exercise.state.lent.push(lent);
  exercise.schedule.add(lent.until, { kind: 'capacity', rooms });
  applyCapacity(exercise, rooms);
}

/** The time of some has come, or begun: each room is worth what is left of them. */
export function applyCapacity(exercise: Exercise, rooms: readonly number[]): void {
  const { evening, now, state } = exercise;
  for (const lent of state.lent) if (lent.until <= now) sayWaited(exercise, lent);
  state.lent = state.lent.filter(({ until }) => until > now);
  const worth = new Float64Array(evening.usual.length).fill(1);
  for (const lent of state.lent) for (const room of lent.rooms) worth[room]! *= lent.factor;
  for (const room of rooms) evening.changeCapacity(room, worth[room]!);
}
