import type { FactType } from '../scenario/play/vocabulary.ts';
import { placesMeet } from './claims.ts';
import type { Exercise } from './exercise.ts';
import { VOICE_SEEN, refusedNow } from './instruments/common.ts';
import { holdingsOf } from './knownIndex.ts';
import type { Reading } from './reading.ts';
import type { HolderId } from './seat.ts';

const FAILURES: readonly FactType[] = ['voice.degraded', 'emergency.affected'];

/**
 * Of what a look shows, what its holder may conclude from it. "Restored" is a word on the end of a failure: nobody says
 * so of places where they knew of none, and no operator does while its own table shows calls refused. Calls that passed
 * are counted all the same.
 */
export function concluded(exercise: Exercise, holder: HolderId, readings: Reading[]): Reading[] {
  if (readings.every(({ type }) => type !== 'restored')) return readings;
  const refused = holder === 'orange' && refusedNow(exercise.evening) >= VOICE_SEEN;
  return readings.filter(
    (reading) => reading.type !== 'restored' || (!refused && knewOfFailure(exercise, holder, reading)),
  );
}

function knewOfFailure({ knowledge }: Exercise, holder: HolderId, { about }: Reading): boolean {
  return FAILURES.some((fact) =>
    holdingsOf(knowledge.held[holder], knowledge.statements, fact).some(({ statement }) =>
      placesMeet(knowledge.statements[statement]!.about, about),
    ),
  );
}
