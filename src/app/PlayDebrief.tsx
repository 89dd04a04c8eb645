import { useEffect, useRef } from 'react';
import { formatClock } from '../client/clockTime.ts';
import { useFigures, useTexts } from '../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../client/playHooks.ts';
import { DataTable } from '../panels/parts/DataTable.tsx';

const COUNTS = ['attempts', 'unrouted', 'neverServed', 'servedLate', 'answered'] as const;

/** After an exercise: what was lost beside the evening of 2021, and what may be done next. */
export default function PlayDebrief() {
  const t = useTexts();
  const figures = useFigures();
  const client = usePlay();
  const { id } = useExercise();
  const model = usePlayState((state) => state.debrief);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="method">
      <h2 ref={heading} className="method-title" tabIndex={-1}>
        {t('console:debrief.title')}
      </h2>
      {model === null ? (
        <p role="status">{t('console:debrief.computing')}</p>
      ) : (
        <>
          <p>{t('console:debrief.lead', { time: formatClock(model.at) })}</p>
          <DataTable caption={t('console:debrief.title')} focusable>
            <thead>
              <tr>
                <th scope="col">{t('console:debrief.count')}</th>
                <th scope="col" className="number">
                  {t('console:debrief.tonight')}
                </th>
                <th scope="col" className="number">
                  {t('console:debrief.then')}
                </th>
              </tr>
            </thead>
            <tbody>
              {COUNTS.map((count) => (
                <tr key={count}>
                  <th scope="row">{t(`console:debrief.counts.${count}`)}</th>
                  <td className="number">{figures.count(model.counts[count])}</td>
                  <td className="number">{figures.count(model.ghost[count])}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p className="quiet">{t('console:debrief.estimate')}</p>
        </>
      )}
      <p className="buttons">
        <a className="button" href={`#/exercice/${id}`}>
          {t('console:debrief.back')}
        </a>
        <a className="button" href="#/">
          {t('console:debrief.home')}
        </a>
        {model !== null && (
          <button type="button" className="button" onClick={() => client.branch(model.at - 30 * 60_000)}>
            {t('console:debrief.again')}
          </button>
        )}
      </p>
    </main>
  );
}
