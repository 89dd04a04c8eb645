import { useTexts } from '../../client/hooks.ts';
import { useSeatView } from '../../client/playHooks.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { Beliefs } from './Beliefs.tsx';
import { FactLines } from './FactLines.tsx';
import { Gauges } from './Gauges.tsx';
import { saidInPublic } from './journalWords.ts';
import { usePlayWords } from './words.ts';

/** What the seat sees by itself, what it holds, what it believes of each département, and what the public was told. */
export function Know() {
  return (
    <div className="panel-stack">
      <Gauges />
      <Held />
      <Beliefs />
      <PublicWords />
    </div>
  );
}

function Held() {
  const t = useTexts();
  const words = usePlayWords();
  const facts = useSeatView((view) => view.facts);
  const current = facts.filter(({ superseded }) => !superseded);
  const past = facts.filter(({ superseded }) => superseded);
  const contradicted = current.filter(({ contradictedBy }) => contradictedBy.length > 0);
  const shown = new Set<number>();
  const pairs = contradicted.flatMap((fact) => {
    if (shown.has(fact.statement)) return [];
    const others = current.filter(({ statement }) => fact.contradictedBy.includes(statement));
    for (const { statement } of [fact, ...others]) shown.add(statement);
    return others.length === 0 ? [] : [[fact, ...others]];
  });
  const rest = current.filter(({ statement }) => !shown.has(statement));
  return (
    <section className="section" aria-labelledby="facts-title">
      <h3 id="facts-title" tabIndex={-1}>
        {t('console:facts.title')}
      </h3>
      {facts.length === 0 && <p className="quiet">{t('console:facts.nothing')}</p>}
      {pairs.map((group) => (
        <div key={group[0].statement} className="against">
          <p className="against-title">{t('console:facts.against', { fact: words.fact(group[0].type) })}</p>
          <div className="against-sides">
            {group.map((fact) => (
              <FactLines key={fact.statement} facts={[fact]} />
            ))}
          </div>
        </div>
      ))}
      <FactLines facts={rest} />
      {past.length > 0 && (
        <details className="more">
          <summary>{t('console:facts.past', { count: past.length })}</summary>
          <FactLines facts={past} />
        </details>
      )}
    </section>
  );
}

function PublicWords() {
  const t = useTexts();
  const words = usePlayWords();
  const said = useSeatView((view) => view.publicWords);
  return (
    <section className="section" aria-labelledby="public-title">
      <h3 id="public-title">{t('console:public.title')}</h3>
      {said.length === 0 ? (
        <p className="quiet">{t('console:public.nothing')}</p>
      ) : (
        <ul className="plain-list">
          {said.map(({ by, at, key, text, wording }) => (
            <li key={`${by}-${at}-${key ?? text}`}>
              <ClockTime at={at} />{' '}
              {t('console:journal.heard', {
                who: words.who(by),
                what: saidInPublic({ key, text, wording }, words, t),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
