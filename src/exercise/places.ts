import { causeIndex } from '../callflow/attemptLog.ts';
import { areaOfKey } from '../callflow/callers.ts';
import { UNROUTED } from '../callflow/cause.ts';
import type { Evening } from '../callflow/evening.ts';
import { ROOMS } from '../callflow/spec.ts';
import type { Room } from '../callflow/spec.ts';
import { MINUTE } from '../kernel/time.ts';
import type { Exercise } from './exercise.ts';

/** By cause: 1 when the attempt was not routed. */
export const LOST = Uint8Array.from({ length: 16 }, (_, cause) =>
  UNROUTED.map(causeIndex).includes(cause) ? 1 : 0,
);
/** What people say of a place is of the last twenty minutes. */
const LATELY = 20 * MINUTE;
/** How many places a report names. */
const NAMED = 3;

/** Attempts and those not routed, by département, since a clock time. */
export interface Losses {
  readonly attempts: Int32Array;
  readonly lost: Int32Array;
}

/** A function entered often is compiled as it is; a long loop entered once is not. */
const CHUNK = 512;

export function lossesSince({ evening }: Exercise, from: number): Losses {
  const { log, spec } = evening;
  const losses = {
    attempts: new Int32Array(spec.areas.length),
    lost: new Int32Array(spec.areas.length),
  };
  for (let i = log.firstFrom(from); i < log.count; i += CHUNK)
    addLosses(evening, losses, i, Math.min(log.count, i + CHUNK));
  return losses;
}

function addLosses({ log, callers }: Evening, { attempts, lost }: Losses, first: number, end: number): void {
  const { info, caller } = log;
  const { key } = callers;
  for (let i = first; i < end; i++) {
    const area = areaOfKey(key[caller[i]!]!);
    attempts[area]!++;
    lost[area]! += LOST[info[i]! & 15]!;
  }
}

/** Share of a département's attempts that were not routed; 0 without attempts. */
export function shareLost({ attempts, lost }: Losses, area: number): number {
  return attempts[area] === 0 ? 0 : lost[area]! / attempts[area]!;
}

/** The places that lose most, or least, as codes: what someone who looks around would say. */
function ranked(exercise: Exercise, most: boolean, named = NAMED): string[] {
  const losses = lossesSince(exercise, exercise.now - LATELY);
  const sign = most ? -1 : 1;
  return exercise.spec.areas
    .map((area, index) => ({ code: area.code, index, share: shareLost(losses, index) }))
    .sort((a, b) => sign * (a.share - b.share) || a.index - b.index)
    .slice(0, named)
    .map(({ code }) => code);
}

/** One of those that lose most, the seat's own place apart: it speaks for itself. */
function elsewhere(exercise: Exercise, rank: number): string {
  const home = exercise.spec.areas[exercise.opening.home]!.code;
  return ranked(exercise, true, NAMED + 1).filter((code) => code !== home)[rank]!;
}

/** A place whose number is given out, from the drawn one on: one that is wrong, or any. The drawn one when none is. */
function listed({ evening: { numbers }, spec }: Exercise, place: number): number {
  const from = spec.areas.map((_, i) => (place + i) % spec.areas.length);
  const given = from.filter((area) =>
    ROOMS.some((_, room) => numbers.isPublished(area * ROOMS.length + room)),
  );
  const wrong = given.find((area) => ROOMS.some((_, room) => numbers.isWrong(area * ROOMS.length + room)));
  return wrong ?? given[0] ?? place;
}

/** Replaces the words of a place by codes of départements. */
export function placed(
  exercise: Exercise,
  about: Readonly<Record<string, unknown>>,
  place: number,
): Readonly<Record<string, unknown>> {
  const code = (area: number): string => exercise.spec.areas[area]!.code;
  const codes: Readonly<Record<string, () => string[]>> = {
    home: () => [code(exercise.opening.home)],
    drawn: () => [code(place)],
    listed: () => [code(listed(exercise, place))],
    hit: () => ranked(exercise, true),
    calm: () => ranked(exercise, false),
    worst: () => [elsewhere(exercise, 0)],
    second: () => [elsewhere(exercise, 1)],
    third: () => [elsewhere(exercise, 2)],
  };
  const full: Record<string, unknown> = { ...about };
  for (const name of ['area', 'areas']) {
    const word = full[name];
    const found = typeof word === 'string' ? codes[word]?.() : undefined;
    if (found !== undefined) full[name] = name === 'area' ? found[0] : found;
  }
  return full;
}

/** Indices of these rooms of an area among all rooms of the country. */
export function roomsIn(area: number, rooms: readonly Room[]): number[] {
  return rooms.map((room) => area * ROOMS.length + ROOMS.indexOf(room));
}
