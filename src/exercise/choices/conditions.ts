import type { SeatDid } from '../../scenario/play/choices.ts';
import type { FactType, SeatId } from '../../scenario/play/vocabulary.ts';
import { choiceAmong } from './dilemmaIndex.ts';
import type { Exercise } from '../exercise.ts';

/** Whether what was done, and not done, lets it happen. */
export function met(
  exercise: Exercise,
  { unless, given }: { readonly unless?: SeatDid; readonly given?: SeatDid },
): boolean {
  return (unless === undefined || !did(exercise, unless)) && (given === undefined || did(exercise, given));
}

/** Whether a seat is one of these, has begun one of these acts or told one of these facts since, or has taken one of these options. */
export function did(
  exercise: Exercise,
  { seat, tags = [], acts = [], told, chosen = [] }: SeatDid,
  since = -Infinity,
): boolean {
  if (tags.some((tag) => exercise.tagsOf(seat).has(tag))) return true;
  if (
    acts.some((id) => exercise.actsOf(seat, id).some(({ begunAt, stopped }) => !stopped && begunAt >= since))
  )
    return true;
  if (told && hasTold(exercise, seat, told.to, told.facts, since)) return true;
  return chosen.some((each) => {
    const [dilemma, option] = each.split('.');
    const choice = choiceAmong(exercise.choices, dilemma!);
    return choice?.option === option || choice?.also.includes(option!) === true;
  });
}

/** Whether a seat has told some of these facts since, to somebody or to everybody. */
export function hasTold(
  { knowledge, messages }: Exercise,
  seat: SeatId,
  to: readonly string[],
  facts: readonly FactType[],
  since: number,
): boolean {
  return messages.some(
    (message) =>
      message.author === seat &&
      message.sentAt >= since &&
      (message.to.some((each) => to.includes(each)) ||
        message.channel === 'public' ||
        message.to.includes('public')) &&
      message.statements.some((index) => facts.includes(knowledge.statements[index]!.type)),
  );
}
