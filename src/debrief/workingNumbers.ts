import { DIALLED } from '../callflow/attemptLog.ts';
import { CAUSES } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { ROOM_OF_NUMBER, ROOMS } from '../callflow/spec.ts';
import type { Tally } from './tally.ts';
import { THRESHOLDS } from './thresholds.ts';

const ANSWERED = CAUSES.indexOf('answered');

/** Of the départements hit. */
export interface WorkingNumbers {
  /** How many were hit, and how many of them had one good number at least. */
  readonly hit: number;
  readonly places: number;
  /** Share of their people with a number that works; null when none was hit. */
  readonly share: number | null;
}

/**
 * Where a right number outside the call servers was published, or has served somebody. Each room has a number of its
 * own: where one of three works, a third of the people counts.
 */
export function workingNumbers(
  { log, callers, spec, numbers }: Evening,
  byArea: Tally['byArea'],
): WorkingNumbers {
  const works = new Uint8Array(spec.areas.length * ROOMS.length);
  for (let i = 0; i < log.count; i++)
    if (log.dialled(i) === DIALLED.tenDigit && log.cause(i) === ANSWERED && log.server(i) < 0) {
      const caller = log.caller[i]!;
      works[callers.area[caller]! * ROOMS.length + ROOM_OF_NUMBER[callers.number[caller]!]!] = 1;
    }
  let hit = 0;
  let places = 0;
  let people = 0;
  let know = 0;
  spec.areas.forEach(({ population }, area) => {
    const { attempts, lost } = byArea[area]!;
    if (lost === 0 || lost < THRESHOLDS.truth.nationalShare * attempts) return;
    hit++;
    people += population;
    const right = ROOMS.filter((_, room) => {
      const at = area * ROOMS.length + room;
      const published = numbers.isPublished(at) && !numbers.isWrong(at) && !numbers.isCopper(at);
      return published || works[at] !== 0;
    });
    if (right.length > 0) places++;
    know += (population * right.length) / ROOMS.length;
  });
  return { hit, places, share: hit === 0 ? null : know / people };
}
