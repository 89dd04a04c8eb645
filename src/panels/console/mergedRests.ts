import type { OfferView } from '../../view/seatView.ts';

/** Each fact once, with the latest statement held of it. */
export function mergedRests(offers: readonly OfferView[]): OfferView['rests'] {
  const rests = new Map<string, OfferView['rests'][number]>();
  for (const { rests: each } of offers)
    for (const rest of each)
      if ((rests.get(rest.fact)?.statement ?? -1) < (rest.statement ?? -1) || !rests.has(rest.fact))
        rests.set(rest.fact, rest);
  return [...rests.values()];
}
