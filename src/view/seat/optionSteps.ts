import { minutesOf } from '../../exercise/acts/acts.ts';
import { checkAct, opensByItself } from '../../exercise/acts/checkAct.ts';
import { withDoors } from '../../exercise/choices/doorFirst.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { serverOfChoice } from '../../exercise/choices/serverOfChoice.ts';
import type { OptionSpec } from '../../scenario/play/choices.ts';
import type { Cost, SeatId } from '../../scenario/play/vocabulary.ts';
import type { ChoiceView } from '../seatView.ts';

/** When people are back for whom alone an act would wait if it were begun now; null when it waits for nobody, or for more. */
function backFor(exercise: Exercise, seat: SeatId, act: string): number | null {
  const refusal = checkAct(exercise, seat, act);
  return refusal !== null && opensByItself(refusal) ? Number(refusal.params['until']) : null;
}

type OptionView = ChoiceView['options'][number];

/** What taking an option would begin, whom that takes and for how long, and on which server; what is under way takes nobody more. */
export function stepsOf(
  exercise: Exercise,
  seat: SeatId,
  option: OptionSpec,
): Pick<OptionView, 'steps' | 'together' | 'minutes' | 'people' | 'costs' | 'server'> {
  const together = option.together === true;
  const costs = new Set<Cost>(option.costs);
  let minutes = 0;
  let people = 0;
  // Somebody above who must be asked first is a step like the others.
  const steps = withDoors(exercise, seat, option.acts).map((id, index): OptionView['steps'][number] => {
    const spec = exercise.actSpec(id)!;
    for (const cost of spec.costs) costs.add(cost);
    const { pool, people: needed } = spec.needs;
    const underWay = exercise.actsOf(seat, id).find(({ ended }) => !ended);
    if (underWay !== undefined)
      return { act: id, pool, people: 0, minutes: 0, until: underWay.endsAt, from: null };
    const long = minutesOf(exercise, spec);
    minutes = together ? Math.max(minutes, long) : minutes + long;
    people = together ? people + needed : Math.max(people, needed);
    const from = together || index === 0 ? backFor(exercise, seat, id) : null;
    return { act: id, pool, people: needed, minutes: long, until: null, from };
  });
  return {
    steps,
    together,
    minutes,
    people,
    costs: [...costs],
    server: serverOfChoice(exercise, option) ?? null,
  };
}
