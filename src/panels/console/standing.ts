import type { FactView } from '../../view/seatView.ts';

/**
 * Of what one would cite, what stands now: in place of a fact that something has replaced, what replaced it; beside a
 * fact that something contradicts, what says otherwise. Nothing newer that says the contrary is left out.
 */
export function standing(facts: readonly FactView[], cited: readonly FactView[]): readonly FactView[] {
  const shown = new Set<number>();
  for (const { statement, superseded, replacedBy, contradictedBy } of cited) {
    if (!superseded || replacedBy.length === 0) shown.add(statement);
    for (const other of superseded ? replacedBy : contradictedBy) shown.add(other);
  }
  return [...shown].flatMap((statement) => facts.find((each) => each.statement === statement) ?? []);
}
