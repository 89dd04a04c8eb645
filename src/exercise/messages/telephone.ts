import { PURPOSE } from '../../callflow/purpose.ts';
import { Draws } from '../../kernel/threefry.ts';
import type { Exercise } from '../exercise.ts';
import { crosses } from '../instruments/probe.ts';

/**
 * Whether a call to `to` gets through at its first try or at one of the next ones. Lines on the failing equipment meet
 * the call servers as they are now; nobody else's luck moves.
 *
 * @param message Number of the message, and so the index of its draws.
 */
export function getsThrough(exercise: Exercise, message: number, to: string): boolean {
  const { phone, lines } = exercise.ground.play.rules;
  const index = lines.findIndex(({ who }) => who === to);
  if (index < 0) return true;
  const draws = new Draws(exercise.setup.seed);
  draws.draw(message * 64 + index, PURPOSE.telephone, 0);
  if (draws.u0 >= lines[index]!.copper) return true;
  const area = areaOf(exercise, to, draws.u1);
  if (exercise.spec.areas[area]!.technology !== 'copper') return true;
  for (let attempt = 1; attempt <= phone.tries; attempt++) {
    draws.draw(message * 64 + index, PURPOSE.telephone, attempt);
    if (crosses(exercise.evening, area, draws)) return true;
  }
  return false;
}

/** Where a side's telephone is: the rooms' own département, or one drawn for those who are everywhere. */
function areaOf({ opening, spec }: Exercise, to: string, luck: number): number {
  if (to === 'services') return opening.home;
  if (to === 'ministry')
    return Math.max(
      0,
      spec.areas.findIndex(({ code }) => code === '75'),
    );
  const { areas } = spec;
  return Math.floor(luck * areas.length);
}
