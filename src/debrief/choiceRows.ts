import { dilemmaOf } from '../exercise/choices/dilemmaIndex.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { Choice } from '../exercise/state.ts';
import type { DilemmaRow } from './debriefModel.ts';
import { drawTold } from './drawTold.ts';
import { drawnBut, drawnInstead } from './drawnBut.ts';
import type { Truth } from './truth.ts';

/**
 * Dilemmas that were offered, in order of time, with what the evening had drawn: told once it is over. One that opened at
 * the very minute of the end was offered to nobody; one decided before it was put was no choice.
 */
export function choiceRows(exercise: Exercise, truth: Truth): DilemmaRow[] {
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
        choice.option !== null
          ? []
          : decidedBy(exercise, choice) === 'machine'
            ? begunMeanwhile(exercise, choice)
            : begunAllTheSame(exercise, choice),
      unbegun: choice.refused.map(({ act }) => act),
      ...told(exercise, choice, truth),
    }));
}

function told(exercise: Exercise, choice: Choice, truth: Truth): Pick<DilemmaRow, 'outcome' | 'but'> {
  const outcome = drawTold(exercise, choice);
  if (outcome === null) return { outcome, but: null };
  const instead = drawnInstead(exercise, choice);
  if (instead !== null) return { outcome: null, but: instead };
  return { outcome, but: drawnBut(exercise, choice, outcome, truth) };
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

/** Of a person who chose none of the options: what they would have begun, and that was ordered for itself all the same. */
function begunAllTheSame(exercise: Exercise, { seat, dilemma, openedAt }: Choice): DilemmaRow['did'] {
  const wanted = new Set(dilemmaOf(exercise.ground.play, dilemma)?.options.flatMap(({ acts }) => acts) ?? []);
  return exercise.acts.flatMap(({ seat: by, spec, begunAt }) => {
    if (by !== seat || begunAt < openedAt || !wanted.delete(spec)) return [];
    return [{ act: spec, at: begunAt }];
  });
}
