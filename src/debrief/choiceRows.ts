import { isSettled } from '../exercise/dilemmaAnswers.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { outcomeNow } from '../exercise/outcomes.ts';
import type { DilemmaRow } from './debriefModel.ts';

/** Dilemmas that were offered, in order of time, with what the evening had drawn: told once it is over. */
export function choiceRows(exercise: Exercise): DilemmaRow[] {
  return exercise.choices
    .filter((choice) => !isSettled(choice))
    .map((choice) => ({
      dilemma: choice.dilemma,
      seat: choice.seat,
      openedAt: choice.openedAt,
      option: choice.option,
      by: choice.state === 'chosen' && choice.by !== null ? choice.by : 'nobody',
      at: choice.decidedAt,
      outcome: outcomeNow(exercise, choice),
    }));
}
