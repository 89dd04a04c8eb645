import type { FactType } from '../../session/playProtocol.ts';
import type { FactView, OfferView } from '../../view/seatView.ts';
import { firmest } from './firmest.ts';

/** What a choice about one kind of news is known by as well: calls that fail are first heard of as telephones that do. */
const KIN: Readonly<Partial<Record<FactType, readonly FactType[]>>> = {
  'emergency.affected': ['voice.degraded', 'emergency.tested'],
};

/** Of what bears on these without being named by them, what is held: nothing that one has just been told is left out. */
export function kinOf(rests: OfferView['rests'], facts: readonly FactView[]): OfferView['rests'] {
  const named = new Set(rests.map(({ fact }) => fact));
  const kin = new Set(rests.flatMap(({ fact, statement }) => (statement === null ? (KIN[fact] ?? []) : [])));
  return [...kin].flatMap((fact) => {
    const statement = named.has(fact) ? null : (firmest(facts, fact)?.statement ?? null);
    return statement === null ? [] : [{ fact, statement }];
  });
}

/**
 * Beside the statements that acts rest on, what the seat has measured itself of the same, were it replaced since: shown as
 * what replaced it. A word from outside never hides one's own reading.
 */
export function ownOf(rests: OfferView['rests'], facts: readonly FactView[]): OfferView['rests'] {
  const shown = new Set(rests.map(({ statement }) => statement));
  const own = facts.filter(({ source }) => source.kind === 'instrument' || source.kind === 'act');
  return [...new Set(rests.map(({ fact }) => fact))].flatMap((fact) => {
    const statement = latest(own, fact)?.statement ?? null;
    return statement === null || shown.has(statement) ? [] : [{ fact, statement }];
  });
}

function latest(facts: readonly FactView[], type: FactType): FactView | undefined {
  return facts
    .filter((fact) => fact.type === type)
    .reduce<FactView | undefined>(
      (last, fact) => (last === undefined || fact.of > last.of ? fact : last),
      undefined,
    );
}

/** Each fact once, with the latest statement held of it. */
export function mergedRests(offers: readonly OfferView[]): OfferView['rests'] {
  const rests = new Map<string, OfferView['rests'][number]>();
  for (const { rests: each } of offers)
    for (const rest of each)
      if ((rests.get(rest.fact)?.statement ?? -1) < (rest.statement ?? -1) || !rests.has(rest.fact))
        rests.set(rest.fact, rest);
  return [...rests.values()];
}
