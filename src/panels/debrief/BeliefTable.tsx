import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { areaName } from '../../client/places.ts';
import type { SeatId } from '../../session/playProtocol.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { GapRow } from './gaps.ts';
import { ownFirst } from './ownFirst.ts';
import { sortedBy } from './sortedBy.ts';
import { useSorting } from './useSorting.tsx';
import { usePrinting } from '../parts/usePrinting.ts';

type Column = 'area' | 'truth';

/** The map of the reveal in words: département by département, what was believed beside what was so. */
export function BeliefTable({ rows, seat }: { readonly rows: readonly GapRow[]; readonly seat: SeatId }) {
  const t = useTexts();
  const figures = useFigures();
  const { scenario, setup, seats } = useExercise();
  const home = seats.includes('services') ? setup.home : null;
  const printing = usePrinting();
  const { sorting, header } = useSorting<Column>({ column: 'truth', descending: true });
  const caption = t('debrief:screen.reveal.table', { seat: t(`play:seats.${seat}.name`) });
  const believed = ({ belief, believed: share, old }: GapRow): string => {
    const word =
      belief === 'hit' && share !== null
        ? t('debrief:screen.beliefs.share', { share: figures.share(share) })
        : t(`debrief:screen.beliefs.${belief}`);
    return old ? t('debrief:screen.beliefs.old', { word }) : word;
  };
  const shown = sortedBy(rows, sorting, (row, column) =>
    column === 'truth' ? row.truth : areaName(scenario, row.code),
  );
  return (
    <details className="debrief-twin" open={printing || undefined}>
      <summary>{caption}</summary>
      <p className="quiet">{t('debrief:screen.reveal.tableNote')}</p>
      <DataTable caption={caption} tall>
        <thead>
          <tr>
            {header('area', t('debrief:screen.area'), true)}
            <th scope="col">{t('debrief:screen.reveal.believed')}</th>
            {header('truth', t('debrief:screen.reveal.was'))}
            <th scope="col">{t('debrief:screen.reveal.gap')}</th>
          </tr>
        </thead>
        <tbody>
          {ownFirst(shown, home).map((row) => (
            <tr key={row.code} className={row.code === home ? 'headline' : ''}>
              <th scope="row">
                {areaName(scenario, row.code)}
                {row.code === home && <span className="under">{t('debrief:screen.ownArea')}</span>}
              </th>
              <td>{believed(row)}</td>
              <td className="number">{row.truth === null ? '–' : figures.share(row.truth)}</td>
              <td>
                <span className={`gap gap-${row.gap}`}>{t(`debrief:screen.gaps.${row.gap}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  );
}
