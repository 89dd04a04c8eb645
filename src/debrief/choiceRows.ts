import type { Exercise } from '../exercise/exercise.ts';
import type { Choice } from '../exercise/state.ts';
import type { DilemmaRow } from './debriefModel.ts';
import { drawTold } from './drawTold.ts';
import { drawnBut } from './drawnBut.ts';

/**
 * Dilemmas that were offered, in order of time, with what the evening had drawn: told once it is over. One that opened at
 * the very minute of the end was offered to nobody; one decided before it was put was no choice.
 */
export function choiceRows(exercise: Exercise): DilemmaRow[] {
  return exercise.choices
    .filter((choice) => !isBefore(choice) && !(exercise.finished && choice.openedAt >= exercise.now))
    .map((choice) => ({
      dilemma: choice.dilemma,
      seat: choice.seat,
      openedAt: choice.openedAt,
      option: choice.option,
      by: decidedBy(exercise, choice),
      at: choice.decidedAt,
      open: choice.state === 'open',
      did:
        decidedBy(exercise, choice) === 'machine' && choice.option === null
          ? begunMeanwhile(exercise, choice)
          : [],
      unbegun: choice.refused.map(({ act }) => act),
      ...told(exercise, choice),
    }));
}

function told(exercise: Exercise, choice: Choice): Pick<DilemmaRow, 'outcome' | 'but'> {
  const outcome = drawTold(exercise, choice);
  return { outcome, but: outcome === null ? null : drawnBut(exercise, choice, outcome) };
}

const isBefore = ({ decidedAt, openedAt }: Choice): boolean => decidedAt !== null && decidedAt < openedAt;

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
