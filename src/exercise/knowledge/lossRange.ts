import { MINUTE } from '../../kernel/time.ts';
import { say } from '../acts/actResults.ts';
import type { Act } from '../acts/acts.ts';
import { placesOf, shareOf } from './claims.ts';
import type { Exercise } from '../exercise.ts';
import { ALL_ROOMS, usualCalls } from '../instruments/rooms.ts';
import { holdingsOf } from './knownIndex.ts';
import { lossInterval } from './lossInterval.ts';
import type { HolderId } from '../seat.ts';

/** Shares are told in steps of 5 %: half a step more or less. */
const HALF_STEP = 0.025;
/** Figures read out in round numbers: so many significant digits would be more than is known. */
const ROUND = 100;

/** Calls for help that somebody would say were lost, as a range. */
export interface LossRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Calls lost so far as far as a holder can tell from what it holds: the usual calls of the départements it was told of,
 * since the first of them was, times the shares that were measured or told to it (of tests, the losses that so many calls
 * leave possible). Null when it holds no place, or no share.
 */
export function lossRange(exercise: Exercise, holder: HolderId): LossRange | null {
  const { knowledge, now, spec } = exercise;
  const { held, statements } = knowledge;
  const codes = new Set<string>();
  let since = now;
  let low = 1;
  let high = 0;
  for (const type of ['emergency.affected', 'emergency.tested'] as const)
    for (const { statement } of holdingsOf(held[holder], statements, type)) {
      const said = statements[statement]!;
      if (type === 'emergency.affected') {
        for (const code of placesOf(said.about) ?? []) codes.add(code);
        since = Math.min(since, said.at);
      }
      const shares = sharesOf(said);
      low = Math.min(low, shares?.low ?? 1);
      high = Math.max(high, shares?.high ?? 0);
    }
  if (codes.size === 0 || high === 0 || now - since < MINUTE) return null;
  let usual = 0;
  spec.areas.forEach(({ code }, area) => {
    if (codes.has(code)) for (const room of ALL_ROOMS) usual += usualCalls(spec, area, room, since, now);
  });
  const round = (calls: number): number => ROUND * Math.round(calls / ROUND);
  return { low: round(low * usual), high: Math.max(ROUND, round(high * usual)) };
}

/** Whoever is asked for a number gives the range, or says that nothing held allows one. */
export function sayLosses(exercise: Exercise, range: LossRange | null, act: Act | null): void {
  if (range === null) say(exercise, act, 'lossesUnknown');
  else say(exercise, act, 'lossesGiven', { low: range.low, high: range.high });
}

function sharesOf(
  said: Parameters<typeof shareOf>[0],
): { readonly low: number; readonly high: number } | null {
  const { tries, passed } = said.about;
  if (typeof tries === 'number' && typeof passed === 'number' && tries > 0)
    return lossInterval(tries, Math.min(tries, Math.max(0, passed)));
  const share = shareOf(said);
  return share === null
    ? null
    : { low: Math.max(0, share - HALF_STEP), high: Math.min(1, share + HALF_STEP) };
}
