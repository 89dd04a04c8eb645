import type { AreaChoice } from '../../callflow/orders.ts';
import type { Exercise } from '../exercise.ts';
import type { Statement } from './knowledge.ts';
import type { HolderId } from '../seat.ts';

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
 * world; the latest word on an area stands, as held at `by`. What was tried beforehand is known to answer.
 */
export function knownEntries(
  exercise: Exercise,
  holder: HolderId,
  entries: Entries,
  asked: AreaChoice,
  by = exercise.now,
): string[] {
  const { knowledge, preparedness, spec } = exercise;
  const known = new Map<string, { readonly word: Entries; readonly at: number }>();
  for (const { statement, since } of knowledge.held[holder]) {
    if (since > by) continue;
    const said = knowledge.statements[statement]!;
    const word = saidOf(said);
    if (word === null) continue;
    for (const code of codesIn(said.about)) {
      const before = known.get(code);
      // Of calls made at the same time from different telephones, one that fails is enough.
      if (before?.word === 'faulty' && before.at === said.at) continue;
      known.set(code, { word, at: said.at });
    }
  }
  const usual = preparedness.testedList ? 'tested' : undefined;
  return spec.areas.flatMap(({ code }) =>
    (asked === 'all' || asked.includes(code)) && (known.get(code)?.word ?? usual) === entries ? [code] : [],
  );
}

/** Areas that a statement names one by one. */
export function codesIn({ area, areas }: Statement['about']): readonly string[] {
  const named: readonly unknown[] = Array.isArray(areas) ? areas : [area];
  return named.filter((code) => typeof code === 'string');
}
