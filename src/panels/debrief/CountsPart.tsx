import type { ReactNode } from 'react';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefCounts, DebriefModel } from '../../session/playProtocol.ts';
import { usePlayWords } from '../console/words.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Fold } from './Fold.tsx';
import { isStopped } from './isStopped.ts';

const ROWS = [
  'unrouted',
  'share',
  'neverServed',
  'servedLate',
  'serious',
  'attempts',
  'answered',
  'ordinaryRefused',
] as const;

/** Lost calls beside those of the same callers on the evening as in 2021, and by the book once it is played. */
export function CountsPart({
  model,
  children,
}: {
  readonly model: DebriefModel;
  readonly children: ReactNode;
}) {
  const t = useTexts();
  const figures = useFigures();
  const cell = (row: (typeof ROWS)[number], counts: DebriefCounts): string => {
    if (row === 'share') return figures.share(counts.unrouted / Math.max(1, counts.attempts), 1);
    if (row === 'serious')
      return t('debrief:screen.counts.range', {
        low: figures.count(counts.seriousLow),
        high: figures.count(counts.seriousHigh),
      });
    return figures.count(counts[row]);
  };
  const { scenario } = useExercise();
  const { counts, ghost, byTheBook } = model;
  const time = usePlayWords().hour(model.at);
  return (
    <Fold id="debrief-counts" title={t('debrief:screen.counts.title')}>
      <p>
        {t('debrief:screen.counts.lead', { time })}
        {isStopped(model, scenario) && ` ${t('debrief:screen.counts.stopped', { time })}`}
      </p>
      <DataTable caption={t('debrief:screen.counts.title')} focusable>
        <thead>
          <tr>
            <th scope="col">{t('debrief:screen.counts.count')}</th>
            <th scope="col" className="number">
              {t('debrief:screen.tonight')}
            </th>
            <th scope="col" className="number">
              {t('debrief:screen.ghost')}
            </th>
            <th scope="col" className="number">
              {t('debrief:screen.book')}
              <span className="under">{t('debrief:screen.counts.allSeats')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row} className={row === 'unrouted' || row === 'neverServed' ? 'headline' : ''}>
              <th scope="row">{t(`debrief:screen.counts.rows.${row}`)}</th>
              <td className="number">{cell(row, counts)}</td>
              <td className="number">{cell(row, ghost)}</td>
              <td className="number">
                {byTheBook === null ? t('debrief:screen.progress.short') : cell(row, byTheBook)}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className="quiet">{t('debrief:screen.counts.opposite')}</p>
      <p className="quiet">{t('debrief:screen.counts.ordinary')}</p>
      {children}
    </Fold>
  );
}
