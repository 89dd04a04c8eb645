import type { Exercise } from '../../src/exercise/exercise.ts';
import { placed } from '../../src/exercise/places.ts';

/** Codes of the places that a fact of a letter names tonight, were it written now. */
export function places(exercise: Exercise, about: Readonly<Record<string, unknown>>): readonly string[] {
  const { area, areas } = placed(exercise, about, 0);
  if (Array.isArray(areas)) return areas as readonly string[];
  return typeof area === 'string' ? [area] : [];
}
