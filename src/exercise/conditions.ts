import type { SeatTags } from '../scenario/play/choices.ts';
import type { Exercise } from './exercise.ts';

/** Whether what was done, and not done, lets it happen. */
export function met(
  exercise: Exercise,
  { unless, given }: { readonly unless?: SeatTags; readonly given?: SeatTags },
): boolean {
  const has = ({ seat, tags }: SeatTags): boolean => tags.some((tag) => exercise.tagsOf(seat).has(tag));
  return (unless === undefined || !has(unless)) && (given === undefined || has(given));
}
