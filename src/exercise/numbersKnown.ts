import { ROOMS } from '../callflow/spec.ts';
import type { Exercise } from './exercise.ts';
import type { HolderId } from './seat.ts';

/** Facts that name substitute numbers by their départements. */
const NAMING: readonly string[] = [
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
  const told = new Set<unknown>();
  for (const { statement } of knowledge.held[holder]) {
    const { type, about } = knowledge.statements[statement]!;
    if (!NAMING.includes(type)) continue;
    const { area, areas } = about;
    for (const code of Array.isArray(areas) ? (areas as readonly unknown[]) : [area]) told.add(code);
  }
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

/** Of the numbers that a holder knows, those of the départements that an act names (a list, or all). */
export function knownAmong(exercise: Exercise, holder: HolderId, named: unknown): string[] {
  const known = numbersKnown(exercise, holder);
  return Array.isArray(named) ? known.filter((code) => named.includes(code)) : known;
}
