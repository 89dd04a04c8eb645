import { useTexts } from '../../client/hooks.ts';
import { usePlayState } from '../../client/playHooks.ts';
import type { FactView } from '../../view/seatView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { Places } from './Places.tsx';
import { ageOf, usePlayWords } from './words.ts';
import { sureness } from './reportFacts.ts';

/** Who else says the same, at most. */
const OTHER_SOURCES = 3;

/** Statements held, each with its time, source, certainty and age in words. */
export function FactLines({
  facts,
  actions,
}: {
  readonly facts: readonly FactView[];
  readonly actions?: (fact: FactView) => React.ReactNode;
}) {
  const t = useTexts();
  const words = usePlayWords();
  // Ages turn by the minute, not by the frame.
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  if (facts.length === 0) return null;
  return (
    <ul className="fact-lines">
      {facts.map((fact) => {
        const age = ageOf(fact.of, minute * 60_000);
        const notes = [
          t(`console:age.${age}`),
          t(`console:sure.${sureness(fact.confidence)}`),
          ...(fact.superseded ? [t('console:facts.superseded')] : []),
          ...(fact.contradictedBy.length > 0 ? [t('console:facts.contradicted')] : []),
          ...(fact.writtenDown ? [t('console:facts.written')] : []),
        ];
        const main = words.source(fact.source);
        const others = [...new Set(fact.sources.map(({ source }) => words.source(source)))]
          .filter((source) => source !== main)
          .slice(0, OTHER_SOURCES);
        return (
          <li
            key={fact.statement}
            className={`fact fact-${age}${fact.superseded ? ' fact-past' : ''}${fact.contradictedBy.length > 0 ? ' fact-contradicted' : ''}`}
          >
            <p>{words.statement(fact)}</p>
            <Places about={fact.about} />
            <p className="quiet">
              <ClockTime at={fact.of} /> · {words.source(fact.source)}
              {others.length > 0 && ` (${t('console:source.also', { sources: others.join(', ') })})`} ·{' '}
              {notes.join(' · ')}
            </p>
            {actions?.(fact)}
          </li>
        );
      })}
    </ul>
  );
}
