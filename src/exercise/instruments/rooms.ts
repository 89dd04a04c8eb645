import type { Evening } from '../../callflow/evening.ts';
import { NUMBERS, ROOM_OF_NUMBER } from '../../callflow/spec.ts';
import type { WorldSpec } from '../../callflow/spec.ts';
import { HOUR, MINUTE } from '../../kernel/time.ts';
import { heardBy } from './heard.ts';
import type { Heard } from './heard.ts';

/** What a room looks back on. */
export const WINDOW = 15 * MINUTE;

/** Assumed: a drop of a quarter against the usual, of at least so many calls expected… */
const DROP = 0.25;
const LEAST_EXPECTED = 12;
/** …and not a mere chance: below the usual by so many standard deviations, arrivals being overdispersed. */
const UNUSUAL = 1.65;
const DISPERSION = 1.42;
/** Assumed: callers who say that they had to try again strike a room when there are so many and such a share. */
export const LEAST_REPEATED = 2;
const REPEATED_SHARE = 0.07;
/** Conversations cut that make a head of room wonder. */
export const LEAST_CUT = 2;

export const ALL_ROOMS: readonly number[] = [0, 1, 2];

/** Calls a day that an inhabitant makes to each room, worried ones included. */
function perHead(spec: WorldSpec): readonly number[] {
  const { perDay, worriedFactor } = spec.demand;
  let people = 0;
  for (const area of spec.areas) people += area.population;
  const rooms = [0, 0, 0];
  perDay.forEach((calls, number) => (rooms[ROOM_OF_NUMBER[number]!]! += (calls * worriedFactor) / people));
  return rooms;
}

const known = new WeakMap<WorldSpec, readonly number[]>();

/**
 * Usual calls of a room over [from, to): the statistics of other evenings, which know nothing of this one. Nobody
 * compares with what came before the evening's own record begins.
 */
export function usualCalls(spec: WorldSpec, area: number, room: number, from: number, to: number): number {
  if (from < spec.clock.start)
    return to <= spec.clock.start ? 0 : usualCalls(spec, area, room, spec.clock.start, to);
  let rates = known.get(spec);
  if (rates === undefined) known.set(spec, (rates = perHead(spec)));
  const { population, hourShift } = spec.areas[area]!;
  const position = (from + to) / 2 / HOUR + hourShift - 0.5 + 48;
  const hour = Math.floor(position);
  const weight = position - hour;
  const { hourly } = spec.demand;
  const share = hourly[hour % 24]! * (1 - weight) + hourly[(hour + 1) % 24]! * weight;
  return (rates[room]! * population * share * (to - from)) / HOUR;
}

/** What strikes the people of some rooms of one area in a window. */
export interface Signs {
  readonly heard: number;
  readonly repeated: number;
  readonly cut: number;
  readonly usual: number;
  /** Clearly fewer calls than usual. */
  readonly silent: boolean;
  /** Callers say that they had to try again. */
  readonly told: boolean;
}

/** Callers of some rooms of one area say that they had to try again, often enough to strike. */
export function toldOfTries(heard: Heard, area: number, rooms: readonly number[] = ALL_ROOMS): boolean {
  let calls = 0;
  let repeated = 0;
  for (const room of rooms) {
    calls += heard.calls[area * 3 + room]!;
    repeated += heard.repeated[area * 3 + room]!;
  }
  const least = rooms.length > 1 ? LEAST_REPEATED + 1 : LEAST_REPEATED;
  return repeated >= least && repeated >= REPEATED_SHARE * calls;
}

export function signsOf(
  evening: Evening,
  heard: Heard,
  area: number,
  rooms: readonly number[],
  from: number,
  to: number,
): Signs {
  let calls = 0;
  let repeated = 0;
  let cut = 0;
  let usual = 0;
  for (const room of rooms) {
    calls += heard.calls[area * 3 + room]!;
    repeated += heard.repeated[area * 3 + room]!;
    cut += heard.cut[area * 3 + room]!;
    usual += usualCalls(evening.spec, area, room, from, to);
  }
  const silent =
    usual >= LEAST_EXPECTED &&
    calls <= usual * (1 - DROP) &&
    calls <= usual - UNUSUAL * Math.sqrt(DISPERSION * usual);
  return { heard: calls, repeated, cut, usual, silent, told: toldOfTries(heard, area, rooms) };
}

/** Short numbers of some rooms. */
export function numbersOf(rooms: readonly number[]): string[] {
  return NUMBERS.filter((_, number) => rooms.includes(ROOM_OF_NUMBER[number]!));
}

/** Rooms of an area where callers speak of several tries: two at least, or all of those given when none has two. */
export function roomsTold(heard: Heard, area: number): readonly number[] {
  const struck = ALL_ROOMS.filter((room) => heard.repeated[area * 3 + room]! >= 2);
  return struck.length > 0 ? struck : ALL_ROOMS;
}

/** What one area's three rooms heard in [from, to). */
export function heardInArea(evening: Evening, area: number, from: number, to: number): Heard {
  return heardBy(evening, { name: `area${area}`, areas: [area], rooms: ALL_ROOMS }, from, to);
}

/**
 * By room, callers heard in [from, to) who said that they had tried before: rooms remember all evening whom they had on the
 * line, so that a shorter stretch never counts more of them than a longer one that ends with it.
 */
export function insistedIn(evening: Evening, area: number, from: number, to: number): readonly number[] {
  const [all, before] = [to, from].map((end) => heardInArea(evening, area, 0, end).repeated);
  return ALL_ROOMS.map((room) => all![area * 3 + room]! - before![area * 3 + room]!);
}

/** One area's rooms over the window before `to`. */
export function signsAt(
  evening: Evening,
  area: number,
  to: number,
): { signs: Signs; rooms: readonly number[] } {
  const heard = heardInArea(evening, area, to - WINDOW, to);
  const signs = signsOf(evening, heard, area, ALL_ROOMS, to - WINDOW, to);
  return { signs, rooms: roomsTold(heard, area) };
}

/** How long ago a room still remembers trouble, so that its end is news. */
const MEMORY = 90 * MINUTE;

/** Callers of this area spoke of several tries within memory before the window that ends at `to`. */
export function hadTrouble(evening: Evening, area: number, to: number): boolean {
  return toldOfTries(heardInArea(evening, area, to - MEMORY, to - WINDOW), area);
}

/** Assumed: half an hour without a word of several tries, over enough calls to mean something, reads as the end. */
const QUIET = 30 * MINUTE;
const QUIET_CALLS = 30;
const QUIET_SHARE = 0.03;

/** Calls of the quiet that an area's rooms take for the end of the trouble they remember, 0 when there is none. */
export function quietAfterTrouble(evening: Evening, area: number, to: number): number {
  const lately = heardInArea(evening, area, to - QUIET, to);
  const signs = signsOf(evening, lately, area, ALL_ROOMS, to - QUIET, to);
  if (signs.heard < QUIET_CALLS || signs.silent || signs.cut >= LEAST_CUT) return 0;
  if (signs.repeated > QUIET_SHARE * signs.heard || !hadTrouble(evening, area, to - QUIET + WINDOW)) return 0;
  return signs.heard;
}
