import type { FactType } from '../../session/playProtocol.ts';
import type { ChoiceView, FactView, OfferView } from '../../view/seatView.ts';
import { mergedRests } from './mergedRests.ts';

type Option = ChoiceView['options'][number];

/** The strongest reason for an option, from what the seat holds; or what would have to be known to have one. */
export type Reason =
  /** A fact held that speaks for it; `shared` when it speaks as much for every other option. */
  | { readonly kind: 'because' | 'shared'; readonly fact: FactView }
  /** Nothing held: this would support it. */
  | { readonly kind: 'needs'; readonly fact: FactType }
  /** To do nothing: what the other ways would rest on and that is not known, if there is such a thing. */
  | { readonly kind: 'wait'; readonly fact: FactType | null }
  /** No fact bears on it: it is the shortest way, takes the fewest people, or has only a demand for a reason. */
  | { readonly kind: 'shortest' | 'lightest' | 'bare' };

const restsOf = (acts: readonly string[], offers: readonly OfferView[]): OfferView['rests'] =>
  mergedRests(offers.filter(({ act }) => acts.includes(act)));

export function deputyReason(
  { options }: Pick<ChoiceView, 'options'>,
  option: Option,
  offers: readonly OfferView[],
  facts: readonly FactView[],
): Reason {
  const others = options.filter(({ id, acts }) => id !== option.id && acts.length > 0);
  const theirs = others.map(({ acts }) => restsOf(acts, offers));
  if (option.acts.length === 0)
    return { kind: 'wait', fact: theirs.flat().find(({ statement }) => statement === null)?.fact ?? null };
  const rests = restsOf(option.acts, offers);
  // What every option rests on decides nothing between them.
  const isOwn = ({ fact }: { readonly fact: FactType }): boolean =>
    theirs.length === 0 || !theirs.every((each) => each.some((rest) => rest.fact === fact));
  const strongest = (among: OfferView['rests']): FactView | undefined =>
    facts
      .filter(
        ({ statement, superseded }) => !superseded && among.some((rest) => rest.statement === statement),
      )
      .sort((a, b) => b.confidence - a.confidence || b.since - a.since)[0];
  const own = strongest(rests.filter(isOwn));
  if (own !== undefined) return { kind: 'because', fact: own };
  const lacking = rests.filter(({ statement }) => statement === null);
  const missing = lacking.find(isOwn) ?? lacking[0];
  const shared = strongest(rests);
  if (shared !== undefined) return { kind: 'shared', fact: shared };
  if (missing !== undefined) return { kind: 'needs', fact: missing.fact };
  if (others.length > 0 && others.every(({ minutes }) => minutes > option.minutes))
    return { kind: 'shortest' };
  if (others.length > 0 && others.every(({ people }) => people > option.people)) return { kind: 'lightest' };
  return { kind: 'bare' };
}

/** What an option would rest on and that the seat does not know, the fact that would tell it from the others first. */
export function deputyDoubt(option: Option, offers: readonly OfferView[]): FactType | null {
  return restsOf(option.acts, offers).find(({ statement }) => statement === null)?.fact ?? null;
}
