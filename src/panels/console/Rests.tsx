import { useSeatView } from '../../client/playHooks.ts';
import { useTexts } from '../../client/hooks.ts';
import type { OfferView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { usePlayWords } from './words.ts';

/** What an act rests on: what the seat knows of it, with its time and source, and what it does not. */
export function Rests({ rests }: { readonly rests: OfferView['rests'] }) {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  if (rests.length === 0) return <p className="quiet">{t('console:rests.nothing')}</p>;
  const known = rests.flatMap(({ statement }) => facts.find((each) => each.statement === statement) ?? []);
  const unknown = rests.filter(({ statement }) => statement === null);
  return (
    <dl className="rests">
      <dt>{t('console:rests.known')}</dt>
      {known.length === 0 && <dd className="quiet">{t('console:rests.none')}</dd>}
      {known.map((fact) => (
        <dd key={fact.statement}>
          {words.statement(fact)}{' '}
          <span className="quiet">
            <ClockTime at={fact.since} /> · {words.source(fact.source)}
          </span>
        </dd>
      ))}
      {unknown.length > 0 && (
        <>
          <dt>{t('console:rests.unknown')}</dt>
          {unknown.map(({ fact }) => (
            <dd key={fact}>{words.whether(fact)}</dd>
          ))}
        </>
      )}
    </dl>
  );
}
