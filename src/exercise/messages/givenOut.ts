import type { AreaChoice } from '../../callflow/orders.ts';
import { ROOMS } from '../../callflow/spec.ts';
import { say } from '../acts/actResults.ts';
import type { Act } from '../acts/acts.ts';
import { knownEntries } from '../knowledge/entries.ts';
import type { Exercise } from '../exercise.ts';
import { knownAmong } from '../knowledge/numbersKnown.ts';
import type { HolderId } from '../seat.ts';

/** Of the numbers known, what a publication of the tested ones leaves out: those that failed, and those nobody tried. */
export function sayLeftOut(exercise: Exercise, holder: HolderId, asked: AreaChoice, act: Act | null): void {
  const faulty = knownEntries(exercise, holder, 'faulty', asked);
  const tested = knownEntries(exercise, holder, 'tested', asked);
  const untried = knownAmong(exercise, holder, asked).filter(
    (code) => !tested.includes(code) && !faulty.includes(code),
  );
  if (faulty.length > 0) say(exercise, act, 'failedLeftOut', { count: faulty.length });
  if (untried.length > 0) say(exercise, act, 'untriedLeftOut', { count: untried.length });
}

/**
 * What is given out without a word on tests is worth what it is worth: numbers that the holder knows to have answered a
 * test are given out as tested, the others as they stand. One order for each, without départements none.
 */
export function asKnown(
  exercise: Exercise,
  holder: HolderId,
  args: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  const own = exercise.ownAreas(holder);
  const named = args['areas'];
  const all = exercise.spec.areas.map(({ code }) => code);
  const asked = Array.isArray(named) ? (named as readonly string[]) : own === 'all' ? all : own;
  const tested = knownEntries(exercise, holder, 'tested', asked);
  const others = asked.filter((code) => !tested.includes(code));
  return [
    { ...args, areas: tested, tested: true },
    { ...args, areas: others },
  ].filter(({ areas }) => areas.length > 0);
}

/** Départements whose numbers are given out now, for all to read. */
export function publishedAreas({ evening, spec }: Exercise): string[] {
  return spec.areas.flatMap(({ code }, area) =>
    ROOMS.some((_, room) => evening.numbers.isPublished(area * ROOMS.length + room)) ? [code] : [],
  );
}

/** Of these départements, those whose number is given out and known not to hold: what nobody gave out wants no correction. */
export function listedFaulty(exercise: Exercise, holder: HolderId, asked: AreaChoice): string[] {
  const given = publishedAreas(exercise);
  const among = asked === 'all' ? given : given.filter((code) => asked.includes(code));
  return knownEntries(exercise, holder, 'faulty', among);
}

/** A number given out is one that the holder has been told not to hold. */
export function hasListedFaulty(exercise: Exercise, holder: HolderId): boolean {
  return listedFaulty(exercise, holder, 'all').length > 0;
}

/** A number known not to hold: since when its list has been out, and whose it is where that is known. */
export interface ListedWrong {
  readonly area: string;
  readonly at: number;
  readonly by: string | null;
}

/** When a département's number was given out, and by whom, as anybody can read; null when it is not. */
export function listOf(
  exercise: Exercise,
  code: string,
): { readonly at: number; readonly by: HolderId | null } | null {
  const { acts, evening, spec } = exercise;
  const area = spec.areas.findIndex((each) => each.code === code);
  const times = ROOMS.flatMap((_, room) => {
    const index = area * ROOMS.length + room;
    return evening.numbers.isPublished(index) ? [evening.numbers.publishedAt[index]!] : [];
  });
  if (times.length === 0) return null;
  const at = Math.min(...times);
  const author = acts.find(
    (act) =>
      !act.stopped &&
      (act.endsAt === at || act.begunAt === at) &&
      exercise
        .actSpec(act.spec)!
        .effects.some((each) => each.op === 'order' && each.type === 'publishNumbers'),
  );
  return { at, by: author?.seat ?? null };
}
