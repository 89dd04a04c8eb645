import { isSettled } from '../exercise/dilemmaAnswers.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { outcomeNow } from '../exercise/outcomes.ts';
import type { Choice } from '../exercise/state.ts';
import type { DilemmaRow } from './debriefModel.ts';
import { drawnBut } from './drawnBut.ts';

/** Dilemmas that were offered, in order of time, with what the evening had drawn: told once it is over. */
export function choiceRows(exercise: Exercise): DilemmaRow[] {
  return exercise.choices
    .filter((choice) => !isSettled(choice))
    .map((choice) => ({
      dilemma: choice.dilemma,
      seat: choice.seat,
      openedAt: choice.openedAt,
      option: choice.option,
      by: decidedBy(exercise, choice),
      at: choice.decidedAt,
      did:
        decidedBy(exercise, choice) === 'machine' && choice.option === null
          ? begunMeanwhile(exercise, choice)
          : [],
      unbegun: choice.refused.map(({ act }) => act),
      outcome: outcomeNow(exercise, choice),
      but: drawnBut(exercise, choice, outcomeNow(exercise, choice)),
    }));
}

/** A machine is asked nothing: what it does or leaves undone while a dilemma is open is its answer. */
function decidedBy(exercise: Exercise, { state, by, seat }: Choice): DilemmaRow['by'] {
  if (state === 'chosen' && by !== null) return by;
  return exercise.isPerson(seat) ? 'nobody' : 'machine';
}

function begunMeanwhile(exercise: Exercise, { seat, openedAt, closesAt }: Choice): DilemmaRow['did'] {
  return exercise.acts
    .filter((act) => act.seat === seat && act.begunAt >= openedAt && act.begunAt <= closesAt)
    .map(({ spec, begunAt }) => ({ act: spec, at: begunAt }));
}
