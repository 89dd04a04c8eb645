import type { Refusal } from '../../exercise/commands.ts';
import { isSettled } from '../../exercise/choices/dilemmaAnswers.ts';
import { doorFirst, withDoors } from '../../exercise/choices/doorFirst.ts';
import type { Exercise } from '../../exercise/exercise.ts';
import { isDone } from '../../exercise/choices/optionRefusal.ts';
import type { DilemmaSpec } from '../../scenario/play/types.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { ChoiceView } from '../seatView.ts';
import { refusalOf } from './offers.ts';
import type { Sayer } from './says.ts';
import { stepsOf } from './optionSteps.ts';

type OptionSpec = DilemmaSpec['options'][number];

/** Dilemmas that have been put to the seat, open ones first, then the latest; never what the evening drew behind them. */
export function choicesOf(exercise: Exercise, seat: SeatId, says: Sayer): ChoiceView[] {
  const views = exercise.choices
    .filter((choice) => choice.seat === seat && !isSettled(choice))
    .map((choice): ChoiceView => {
      const spec = exercise.ground.play.dilemmas.find(({ id }) => id === choice.dilemma)!;
      return {
        dilemma: choice.dilemma,
        openedAt: choice.openedAt,
        closesAt: choice.closesAt,
        state: choice.state,
        option: choice.option,
        act: choice.act === undefined ? null : exercise.acts[choice.act]!.spec,
        options: spec.options.map((option) => ({
          id: option.id,
          acts: option.acts,
          ...stepsOf(exercise, seat, option),
          refusal: refusal(exercise, seat, spec, option),
          says:
            choice.state === 'open'
              ? says({ ...option, acts: withDoors(exercise, seat, option.acts) })
              : null,
        })),
        coming: choice.coming.map(({ act, waits, on, until }) => ({ act, waits, on, until })),
        refused: choice.refused,
      };
    })
    .toReversed();
  return [...views.filter(({ state }) => state === 'open'), ...views.filter(({ state }) => state !== 'open')];
}

/** An option is refused when nothing of it could be begun. */
function refusal(exercise: Exercise, seat: SeatId, { id }: DilemmaSpec, option: OptionSpec): Refusal | null {
  const refused = exercise.check(seat, { type: 'choose', dilemma: id, option: option.id });
  if (refused) return refused;
  const acts = option.acts.map((act) =>
    doorFirst(exercise, seat, act) === undefined ? refusalOf(exercise, seat, act) : null,
  );
  return acts.length > 0 && acts.every((each) => each !== null && !isDone(each)) ? acts[0]! : null;
}
