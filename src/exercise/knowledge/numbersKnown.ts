import { ROOMS } from '../../callflow/spec.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import { codesIn } from './entries.ts';
import type { Exercise } from '../exercise.ts';
import { holdingsOf } from './knownIndex.ts';
import type { HolderId } from '../seat.ts';

/** Facts that name substitute numbers by their départements. */
const NAMING: readonly FactType[] = [
  'workaround.number',
  'workaround.tested',
  'workaround.crosses',
  'workaround.withdrawn',
];

/**
 * Départements of which a holder knows a substitute number, in the scenario's order: it has been told of it, has tried it,
 * has opened it in its own rooms, or it is published for all to read.
 */
export function numbersKnown(exercise: Exercise, holder: HolderId): string[] {
  const { evening, knowledge, spec } = exercise;
  const told = new Set<string>();
  for (const type of NAMING)
    for (const { statement } of holdingsOf(knowledge.held[holder], knowledge.statements, type))
      for (const code of codesIn(knowledge.statements[statement]!.about)) told.add(code);
  const rooms = holder === 'services' || holder === 'rooms';
  const own = rooms ? exercise.ownAreas(holder) : [];
  return spec.areas.flatMap(({ code }, area) => {
    if (told.has(code)) return [code];
    const each = ROOMS.map((_, room) => area * ROOMS.length + room);
    const published = each.some((room) => evening.numbers.isPublished(room));
    const opened =
      (own === 'all' || own.includes(code)) && each.some((r) => evening.numbers.technology[r]! >= 0);
    return published || opened ? [code] : [];
  });
}

/** Whether it knows any: asked each time that a machine thinks. */
export function knowsNumber(exercise: Exercise, holder: HolderId): boolean {
  const { evening, knowledge, spec } = exercise;
  const { held, statements } = knowledge;
  const isArea = (named: string): boolean => spec.areas.some(({ code }) => code === named);
  for (const type of NAMING)
    for (const { statement } of holdingsOf(held[holder], statements, type))
      if (codesIn(statements[statement]!.about).some(isArea)) return true;
  const { numbers } = evening;
  if (numbers.published > 0 && numbers.technology.some((_, room) => numbers.isPublished(room))) return true;
  if (holder !== 'services' && holder !== 'rooms') return false;
  const own = exercise.ownAreas(holder);
  return numbers.technology.some(
    (technology, room) =>
      technology >= 0 && (own === 'all' || own.includes(spec.areas[Math.floor(room / ROOMS.length)]!.code)),
  );
}

/** Of the numbers that a holder knows, those of the départements that an act names (a list, or all). */
export function knownAmong(exercise: Exercise, holder: HolderId, named: unknown): string[] {
  const known = numbersKnown(exercise, holder);
  return Array.isArray(named) ? known.filter((code) => named.includes(code)) : known;
}
