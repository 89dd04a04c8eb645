import type { SeatId } from '../scenario/play/vocabulary.ts';
import type { Refusal } from './commands.ts';
import type { Exercise } from './exercise.ts';

/** Whether a dilemma may be answered so now. */
export function checkChoice(
  exercise: Exercise,
  seat: SeatId,
  dilemma: string,
  option: string,
): Refusal | null {
  const spec = exercise.ground.play.dilemmas.find((each) => each.id === dilemma && each.seat === seat);
  if (!spec?.options.some(({ id }) => id === option)) return { code: 'unknownDilemma', params: { dilemma } };
  const open = exercise.choices.some((choice) => choice.dilemma === dilemma && choice.state === 'open');
  return open ? null : { code: 'notOpen', params: { dilemma } };
}

/** Answers an open dilemma that `checkChoice` allows. */
export function choose(exercise: Exercise, seat: SeatId, dilemma: string, option: string): void {
  const choice = exercise.choices.find((each) => each.dilemma === dilemma && each.seat === seat);
  if (choice === undefined) return;
  choice.state = 'chosen';
  choice.option = option;
  choice.by = exercise.isPerson(seat) ? 'person' : 'machine';
  choice.decidedAt = exercise.now;
}
