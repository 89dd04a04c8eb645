import { minutesOf } from '../acts/acts.ts';
import { checkAct, opensByItself } from '../acts/checkAct.ts';
import type { Refusal } from '../commands.ts';
import type { Exercise } from '../exercise.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';

/** Assumed: minutes of a call that is a step of something else. A longer one, to a minister, is a decision of its own. */
const IN_PASSING = 10;

/** The act by which somebody above is asked first, and why it cannot begin at this minute: null when it can, or is under way. */
export interface DoorFirst {
  readonly act: string;
  readonly waits: Refusal | null;
}

/**
 * What a person's choice begins by itself before an act that somebody else must order: the call that brings the
 * signature. Undefined when the act wants none, or when no short call of one's own would bring it. Machines go through their
 * doors by their own rules.
 */
export function doorFirst(exercise: Exercise, seat: SeatId, act: string): DoorFirst | undefined {
  if (!exercise.isPerson(seat)) return undefined;
  const refusal = checkAct(exercise, seat, act);
  const door = refusal?.code === 'authority' ? refusal.door : undefined;
  if (door === undefined || !signs(exercise, door, refusal!.params['authority'])) return undefined;
  const waits = checkAct(exercise, seat, door);
  if (waits === null || waits.code === 'underWay') return { act: door, waits: null };
  return opensByItself(waits) ? { act: door, waits } : undefined;
}

function signs(exercise: Exercise, door: string, authority: unknown): boolean {
  const spec = exercise.actSpec(door)!;
  if (minutesOf(exercise, spec) > IN_PASSING) return false;
  return spec.effects.some((effect) => effect.op === 'authority' && effect.authority === authority);
}

/** The acts of an option in the order in which a person's choice would begin them, calls for a signature among them. */
export function withDoors(exercise: Exercise, seat: SeatId, acts: readonly string[]): string[] {
  const all: string[] = [];
  for (const act of acts) {
    const door = doorFirst(exercise, seat, act);
    if (door !== undefined && !all.includes(door.act)) all.push(door.act);
    all.push(act);
  }
  return all;
}
