import { PURPOSE } from '../../callflow/purpose.ts';
import { Draws } from '../../kernel/threefry.ts';
import type { ActSpec } from '../../scenario/play/types.ts';
import type { Exercise } from '../exercise.ts';
import type { HolderId } from '../seat.ts';

/**
 * Minutes a national statement waits for a minister who is on the road: none once the duty officer or the minister has
 * been reached, whose authority it then goes out under. `index` is that of its draw.
 */
export function validationMinutes(exercise: Exercise, holder: HolderId, index: number): number {
  const between = validationOf(exercise, holder);
  if (between === null) return 0;
  const { least, most } = between;
  const draws = new Draws(exercise.setup.seed);
  draws.draw(index, PURPOSE.validation, 0);
  return Math.round(least + (most - least) * draws.u0);
}

/** Between how many minutes a national statement of this holder would wait now; null when it waits for nobody. */
export function validationOf(
  { authorities, ground }: Exercise,
  holder: HolderId,
): { readonly least: number; readonly most: number } | null {
  if (holder !== 'ministry') return null;
  const reached = authorities.ministry.some((each) => each === 'head' || each === 'minister');
  return reached ? null : ground.play.rules.validation;
}

/** An act that speaks to the country. */
export function isNational(spec: ActSpec<string>): boolean {
  return spec.effects.some(
    (effect) => effect.op === 'tell' && effect.channel === 'public' && effect.to.includes('public'),
  );
}
