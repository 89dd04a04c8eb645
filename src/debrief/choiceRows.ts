import type { Exercise } from '../exercise/exercise.ts';
import type { DilemmaRow } from './debriefModel.ts';

/** Dilemmas that were offered, in order of time, with what the evening had drawn: told once it is over. */
export function choiceRows(exercise: Exercise): DilemmaRow[] {
  return exercise.choices.map(({ dilemma, seat, openedAt, state, option, by, decidedAt, outcome }) => ({
    dilemma,
    seat,
    openedAt,
    option,
    by: state === 'chosen' && by !== null ? by : 'nobody',
    at: decidedAt,
    outcome,
  }));
}
