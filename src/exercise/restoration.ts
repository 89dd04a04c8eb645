import { MINUTE } from '../kernel/time.ts';
import type { FactType } from '../scenario/play/vocabulary.ts';
import { placesMeet } from './claims.ts';
import type { Exercise } from './exercise.ts';
import { VOICE_SEEN, refusedNow } from './instruments/common.ts';
import { holdingsOf } from './knownIndex.ts';
import type { Reading } from './reading.ts';
import type { HolderId } from './seat.ts';
import { workUntil } from './work.ts';

const FAILURES: readonly FactType[] = ['voice.degraded', 'emergency.affected'];

/**
 * Of what a look shows, what its holder may conclude from it. "Restored" is a word on the end of a failure: nobody says
 * so of places where they knew of none, and no operator does while its own table shows calls refused. Calls that passed
 * are counted all the same.
 */
export function concluded(exercise: Exercise, holder: HolderId, seen: Reading[]): Reading[] {
  const readings = seen.map((reading) => notBeforeWork(exercise, holder, reading));
  if (readings.every(({ type }) => type !== 'restored')) return readings;
  const refused = holder === 'orange' && refusedNow(exercise.evening) >= VOICE_SEEN;
  return readings.filter(
    (reading) => reading.type !== 'restored' || (!refused && knewOfFailure(exercise, holder, reading)),
  );
}

const STEP = 15 * MINUTE;

/** No team hopes for an hour before that at which its own work under way will be over. */
function notBeforeWork(exercise: Exercise, holder: HolderId, reading: Reading): Reading {
  const { type, about } = reading;
  const until = type === 'restoration.eta' ? workUntil(exercise, holder) : null;
  if (until === null || typeof about['at'] !== 'number' || about['at'] >= until) return reading;
  return { ...reading, about: { ...about, at: Math.ceil(until / STEP) * STEP } };
}

function knewOfFailure({ knowledge }: Exercise, holder: HolderId, { about }: Reading): boolean {
  return FAILURES.some((fact) =>
    holdingsOf(knowledge.held[holder], knowledge.statements, fact).some(({ statement }) =>
      placesMeet(knowledge.statements[statement]!.about, about),
    ),
  );
}
