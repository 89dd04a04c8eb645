import type { Exercise } from '../exercise/exercise.ts';
import type { FactType, SeatId } from '../scenario/play/vocabulary.ts';
import { placesOf } from '../exercise/knowledge/claims.ts';
import { heldBy } from './heldFacts.ts';

const HIT: readonly FactType[] = ['emergency.affected', 'voice.degraded'];

/**
 * Codes of the départements that a seat was told of as hit, by name, at any time of the evening: what its instruments
 * showed and what messages said. What only speaks of the country names none.
 */
export function learntOf(exercise: Exercise, seat: SeatId): string[] {
  const { statements } = exercise.knowledge;
  const named = new Set<string>();
  for (const fact of HIT)
    for (const { statement } of heldBy(exercise, seat, fact, exercise.now)) {
      const { about } = statements[statement]!;
      // A fault of one line alone says nothing of a place.
      if (about['ticket'] === 'individual') continue;
      for (const code of placesOf(about) ?? []) named.add(code);
    }
  return exercise.evening.spec.areas.flatMap(({ code }) => (named.has(code) ? [code] : []));
}
