import type { AreaChoice } from '../callflow/orders.ts';
import type { Exercise } from './exercise.ts';
import type { Statement } from './knowledge.ts';
import type { HolderId } from './seat.ts';

/** What a seat may know of the entries of the substitute numbers of an area. */
export type Entries = 'tested' | 'faulty';

/** What one statement says of the entries it names; null when it says neither. */
function saidOf({ type, about }: Statement): Entries | null {
  switch (type) {
    case 'workaround.tested':
      return about['passed'] === about['tries'] ? 'tested' : 'faulty';
    case 'workaround.crosses':
      return about['answer'] === 'yes' ? 'faulty' : null;
    case 'workaround.withdrawn':
      return 'faulty';
    default:
      return null;
  }
}

/**
 * Areas, of those asked for, whose entries the holder knows to have answered a test, or not to hold, in the order of the
 * world; the latest word on an area stands. What was tried beforehand is known to answer.
 */
export function knownEntries(
  exercise: Exercise,
  holder: HolderId,
  entries: Entries,
  asked: AreaChoice,
): string[] {
  const { knowledge, preparedness, spec } = exercise;
  const known = new Map<string, Entries>();
  for (const { statement } of knowledge.held[holder]) {
    const said = knowledge.statements[statement]!;
    const word = saidOf(said);
    if (word !== null) for (const code of codesIn(said.about)) known.set(code, word);
  }
  const usual = preparedness.testedList ? 'tested' : undefined;
  return spec.areas.flatMap(({ code }) =>
    (asked === 'all' || asked.includes(code)) && (known.get(code) ?? usual) === entries ? [code] : [],
  );
}

/** Areas that a statement names one by one. */
function codesIn({ area, areas }: Statement['about']): readonly string[] {
  const named: readonly unknown[] = Array.isArray(areas) ? areas : [area];
  return named.filter((code) => typeof code === 'string');
}
