import type { FactView } from '../../view/seatView.ts';

/** How sure a seat is of what it holds, as its words say it. */
type Sureness = 'doubtful' | 'likely' | 'sure';

export function sureness(confidence: number): Sureness {
  if (confidence < 0.45) return 'doubtful';
  return confidence < 0.8 ? 'likely' : 'sure';
}

interface ReportFacts {
  readonly known: readonly FactView[];
  readonly doubtful: readonly FactView[];
}

/**
 * What a situation report says of what is held, in the order of the hours spoken of: what is held for sure or likely,
 * and apart what is doubted or contradicted. What a later statement replaces is left out, and so is a statement without
 * places, hour or figures beside one of its kind that has some.
 */
export function reportFacts(facts: readonly FactView[]): ReportFacts {
  const current = facts.filter(({ superseded }) => !superseded);
  const told = current.filter(
    (fact) => !isBare(fact) || !current.some((other) => other.type === fact.type && !isBare(other)),
  );
  const inOrder = told.toSorted((a, b) => a.of - b.of || a.since - b.since);
  return {
    known: inOrder.filter((fact) => !doubted(fact)),
    doubtful: inOrder.filter(doubted),
  };
}

function isBare({ about }: FactView): boolean {
  return Object.values(about).every(
    (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

const doubted = ({ confidence, contradictedBy }: FactView): boolean =>
  sureness(confidence) === 'doubtful' || contradictedBy.length > 0;
