import { useState } from 'react';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { areaName } from '../../client/places.ts';
import { useExercise, useSeatView } from '../../client/playHooks.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ClockTime } from '../parts/ClockTime.tsx';
import { usePlayWords } from './words.ts';

/** The map of what is believed, as a table: what is unknown is counted, not listed, unless one asks. */
export function Beliefs() {
  const t = useTexts();
  const figures = useFigures();
  const words = usePlayWords();
  const { scenario } = useExercise();
  const areas = useSeatView((view) => view.areas);
  const numbers = useSeatView((view) => view.numbers);
  const facts = useSeatView((view) => view.facts);
  const [all, setAll] = useState(false);
  const gauges = useSeatView((view) => view.gauges);
  const own = gauges.flatMap((gauge) => (gauge.kind === 'rooms' ? [gauge.area] : []));
  const known = areas.filter(({ state }) => state !== 'unknown');
  // One's own comes first, whatever is believed of it; a number known is told with its place.
  const listed = areas.filter(
    (area) =>
      !own.includes(area.code) &&
      (all || known.includes(area) || numbers.some((number) => number.area === area.code)),
  );
  const shown = [...areas.filter(({ code }) => own.includes(code)), ...listed];
  const share = (value: number | null): string => (value === null ? '' : ` (${figures.share(value)})`);
  return (
    <section className="section" aria-labelledby="beliefs-title">
      <h3 id="beliefs-title">{t('console:beliefs.title')}</h3>
      <p className="quiet">{t('console:beliefs.unknown', { count: areas.length - known.length })}</p>
      {shown.length > 0 && (
        <DataTable caption={t('console:beliefs.title')} focusable tall>
          <thead>
            <tr>
              <th scope="col">{t('console:beliefs.area')}</th>
              <th scope="col">{t('console:beliefs.belief')}</th>
              <th scope="col">{t('console:beliefs.from')}</th>
              <th scope="col">{t('console:beliefs.number')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((area) => {
              const fact = facts.find(({ statement }) => statement === area.statement);
              const number = numbers.find((each) => each.area === area.code);
              return (
                <tr key={area.code}>
                  <th scope="row">{areaName(scenario, area.code)}</th>
                  <td>
                    {area.state === 'unknown'
                      ? t('console:beliefs.states.unknown')
                      : area.state === 'contradicted'
                        ? t('console:beliefs.states.contradicted', {
                            one: figures.share(area.share ?? 0),
                            other: figures.share(area.other ?? 0),
                          })
                        : `${t(area.hit === true ? 'console:beliefs.states.hit' : 'console:beliefs.states.fine')}${share(area.share)}`}
                    {area.state === 'old' && <span className="under">{t('console:beliefs.states.old')}</span>}
                  </td>
                  <td>
                    {fact !== undefined && (
                      <>
                        <ClockTime at={fact.of} /> <span className="under">{words.source(fact.source)}</span>
                      </>
                    )}
                  </td>
                  <td>{number === undefined ? '–' : t(`console:beliefs.numbers.${number.state}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
      <button type="button" className="link" onClick={() => setAll(!all)}>
        {t(all ? 'console:beliefs.fewer' : 'console:beliefs.all')}
      </button>
    </section>
  );
}
