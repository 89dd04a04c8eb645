import type { ActorEvent } from '../../actors/events.ts';
import { takes } from '../../actors/host.ts';
import type { OptionSpec } from '../../scenario/play/choices.ts';
import type { EffectSpec } from '../../scenario/play/types.ts';
import type { SeatId } from '../../scenario/play/vocabulary.ts';
import type { Exercise } from '../exercise.ts';
import { forSecondCase, sentToSecondCase } from './secondCase.ts';

/**
 * What an act of an option would bring about is so already, by the same act done before: crews that stand outside; or
 * by whatever said it: a telephone that has been recommended. Persons only; what tells, asks, looks or works on
 * something has reasons to be done again.
 */
export function isAlreadySo(
  exercise: Exercise,
  seat: SeatId,
  act: string,
  { args = {} }: Pick<OptionSpec, 'args'>,
): boolean {
  if (!exercise.isPerson(seat)) return false;
  const spec = exercise.actSpec(act)!;
  const { effects } = spec;
  if (forSecondCase(spec) && sentToSecondCase(exercise) === 0) return false;
  const advice = effects.find((effect) => effect.op === 'order' && effect.type === 'advise');
  if (advice?.op === 'order') {
    const last = exercise.state.publicWords.findLast(({ by, wording }) => by === seat && wording !== null);
    return last !== undefined && last.wording === (args['wording'] ?? advice.args['wording']);
  }
  if (!exercise.actsOf(seat, act).some(({ ended, stopped }) => ended && !stopped)) return false;
  const changes = effects.filter(({ op }) => op === 'machine');
  return (
    changes.length > 0 &&
    effects.every(standsOnce) &&
    changes.every(
      (effect) =>
        effect.op === 'machine' &&
        !takes(exercise.actors, effect.to ?? seat, { type: effect.event } as ActorEvent),
    )
  );
}

/** Effects that are there or not, however often they are ordered. */
function standsOnce(effect: EffectSpec): boolean {
  switch (effect.op) {
    case 'machine':
    case 'trust':
    case 'occupy':
      return true;
    case 'tell':
      return effect.to.every((to) => to === 'public');
    default:
      return false;
  }
}
