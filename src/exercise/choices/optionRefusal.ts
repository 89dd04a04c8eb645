import type { OptionSpec } from '../../scenario/play/choices.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import { isAlreadySo } from '../acts/alreadySo.ts';
import { checkAct, opensByItself } from '../acts/checkAct.ts';
import type { Refusal } from '../commands.ts';
import { outsideAlready } from '../acts/outside.ts';
import { doorFirst } from './doorFirst.ts';
import type { Exercise } from '../exercise.ts';

/**
 * Why an option cannot be taken: nothing of it can begin now, or all that it would bring about is so already. What is
 * being done or done needs no beginning.
 */
export function refusalOf(exercise: Exercise, seat: SeatId, option: OptionSpec): Refusal | null {
  const first = firstOf(option);
  if (first.length > 0 && first.every((act) => isAlreadySo(exercise, seat, act, option)))
    return { code: 'needless', params: { act: first[0]! } };
  const outside = first.flatMap((act) => outsideAlready(exercise, seat, exercise.actSpec(act)!) ?? []);
  if (outside.length > 0 && outside.length === first.length) return outside[0]!;
  return cannotBegin(exercise, seat, option);
}

const firstOf = ({ together, acts }: OptionSpec): readonly string[] => (together ? acts : acts.slice(0, 1));

/** Nothing of it can begin now. */
function cannotBegin(exercise: Exercise, seat: SeatId, option: OptionSpec): Refusal | null {
  const refusals = firstOf(option).map((act) => {
    const door = doorFirst(exercise, seat, act);
    return door === undefined ? checkAct(exercise, seat, act) : door.waits;
  });
  const open = refusals.some((refusal) => refusal === null || isDone(refusal));
  if (open || refusals.length === 0) return null;
  // What people alone keep from beginning can wait for them: that is the reason to be told.
  return refusals.find((refusal) => refusal !== null && opensByItself(refusal)) ?? refusals[0]!;
}

/** Whether an option can be begun now, were it again, or its refusal names an act that opens the way and can be begun now. */
export function isWithinReach(exercise: Exercise, seat: SeatId, option: OptionSpec): boolean {
  const refusal = cannotBegin(exercise, seat, option);
  if (refusal === null) return true;
  return refusal.door !== undefined && checkAct(exercise, seat, refusal.door) === null;
}

/** What is under way, is done once and has been, or is so already, stands in nobody's way. */
export const isDone = ({ code }: Refusal): boolean =>
  code === 'underWay' || code === 'doneOnce' || code === 'needless';
