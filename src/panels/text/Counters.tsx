import { Fragment } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { lossShare } from '../../client/figures.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import type { EveningView } from '../../view/eveningView.ts';
import { Published } from './Published.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';

const ROWS = [
  'attempts',
  'unrouted',
  'unroutedShare',
  'answered',
  'waitingNow',
  'talkingNow',
  'neverServed',
  'servedLate',
  'ordinaryRefused',
] as const;

/** What these count is said below them, over the whole width: a column of figures would be a column of words. */
const isNoted = (row: (typeof ROWS)[number]): boolean => row === 'neverServed' || row === 'ordinaryRefused';

/** The evenings beside tonight's do not count everything that it does. */
type Counts = Partial<EveningView['totals']> & EveningView['reference'];

export function Counters() {
  const t = useTexts();
  const figures = useFigures();
  const view = useClientState((state) => state.calmView);
  if (view === null) return null;

  const value = (totals: Counts, row: (typeof ROWS)[number]): string => {
    if (row !== 'unroutedShare') return row in totals ? figures.count(totals[row] ?? 0) : '–';
    const share = lossShare(totals.unrouted, totals.attempts);
    return share === null ? '–' : figures.share(share, 1);
  };
  return (
    <Section id="counters" title={t('panels:counters.title', { time: formatClock(view.at) })}>
      <DataTable caption={t('panels:counters.caption')} focusable>
        <thead>
          <tr>
            <th scope="col">{t('panels:counters.what')}</th>
            <th scope="col" className="number">
              {t('panels:counters.tonight')}
            </th>
            <th scope="col" className="number">
              {t('panels:counters.reference')}
            </th>
            <th scope="col" className="number">
              {t('panels:counters.ordinary')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <Fragment key={row}>
              <tr>
                <th scope="row">{t(`panels:counters.${row}`)}</th>
                <td className="number">{value(view.totals, row)}</td>
                <td className="number">{value(view.reference, row)}</td>
                <td className="number">{value(view.ordinary, row)}</td>
              </tr>
              {isNoted(row) && (
                <tr>
                  <td colSpan={4} className="row-note">
                    {t(`panels:counters.${row}Note`, { ordinary: value(view.ordinary, row) })}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </DataTable>
      <Published />
    </Section>
  );
}
