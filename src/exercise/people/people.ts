import type { PoolSpec } from '../../scenario/play/types.ts';
import type { HolderId } from '../seat.ts';

/** People who are on something that is no act under way: until when, and what took them. */
export interface Away {
  readonly people: number;
  readonly until: number;
  readonly why: 'call' | 'stay' | 'asked' | 'undone' | 'secondCase' | 'event';
  /** The own act that sent them, who asked for them, or nothing. */
  readonly ref: string;
}

/** People of one pool: how many there are, how many are on something, how many still hold routine work. */
export interface Pool {
  readonly away: Away[];
  readonly id: string;
  readonly seat: HolderId;
  people: number;
  busy: number;
  routine: number;
}

export type PeopleState = Pool[];

/** Pools as they are at the start: those that a state of the seat creates are empty until then. */
export function peopleOf(specs: readonly PoolSpec<HolderId>[]): PeopleState {
  return specs.map((spec) => ({
    id: spec.id,
    seat: spec.seat,
    people: spec.from === undefined ? spec.people : 0,
    busy: 0,
    away: [],
    routine: spec.from === undefined ? spec.routine : 0,
  }));
}

export function poolOf(people: PeopleState, seat: HolderId, id: string): Pool | undefined {
  return people.find((pool) => pool.seat === seat && pool.id === id);
}

/** People free to be placed on an act now. Never below zero: people taken away while at work finish it first. */
export function freeIn(pool: Pool): number {
  return Math.max(0, pool.people - pool.busy - pool.routine);
}

/** Share of a seat's people who are on something: what makes its mail wait. 1 when it has nobody. */
export function loadOf(people: PeopleState, seat: HolderId): number {
  let all = 0;
  let busy = 0;
  for (const pool of people)
    if (pool.seat === seat) {
      all += pool.people;
      busy += Math.min(pool.people, pool.busy + pool.routine);
    }
  return all === 0 ? 1 : busy / all;
}
