import type { Exercise } from '../exercise.ts';
import { holdingsSaying } from './knownIndex.ts';
import type { HolderId } from '../seat.ts';

/**
 * A person holds this in confidence alone: nobody else has said it, and no instrument has shown it. It goes into no letter
 * by itself; who attaches it does so knowingly. Machines keep no confidence, which leaves the documented hours theirs.
 */
export function isConfided(exercise: Exercise, holder: HolderId, says: string): boolean {
  if (!exercise.isPerson(holder)) return false;
  const { knowledge, messages } = exercise;
  const held = holdingsSaying(knowledge.held[holder], knowledge.statements, says);
  return (
    held.length > 0 &&
    held.every(
      ({ source }) => source.kind === 'message' && messages[source.message]!.inConfidence !== undefined,
    )
  );
}
