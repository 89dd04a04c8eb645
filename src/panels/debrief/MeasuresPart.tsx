import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { marginOf } from '../../session/playProtocol.ts';
import { PartProgress } from './PartProgress.tsx';
import { sortedBy } from './sortedBy.ts';
import { useSorting } from './useSorting.tsx';
import { Fold } from './Fold.tsx';

type Column = 'measure' | 'unrouted' | 'neverServed';

/** What each measure of the reports was worth tonight, with its error. */
export function MeasuresPart({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const { setup } = useExercise();
  const { measures } = model;
  const { sorting, header } = useSorting<Column>({ column: 'unrouted', descending: true });
  const name = (id: string): string => t(`play:measures.${id}.name`);
  // Told as what it spares.
  const first = measures?.some(({ evenings }) => evenings === 1) === true;
  const spared = (value: number, error: number): string =>
    first
      ? figures.signed(Math.round(-value))
      : t('debrief:screen.measures.figure', {
          figure: figures.signed(Math.round(-value)),
          error: figures.count(marginOf(error)),
        });
  const title = t('debrief:screen.measures.title');
  return (
    <Fold id="debrief-measures" title={title}>
      <p>{t('debrief:screen.measures.lead')}</p>
      {first && <p>{t('debrief:screen.measures.first')}</p>}
      {(measures === null || first) && <PartProgress part="measures" />}
      {measures !== null && (
        <DataTable caption={title}>
          <thead>
            <tr>
              {header('measure', t('debrief:screen.measures.measure'), true)}
              {header('unrouted', t(`debrief:screen.measures.${first ? 'callsFirst' : 'calls'}`))}
              {header('neverServed', t(`debrief:screen.measures.${first ? 'peopleFirst' : 'people'}`))}
              <th scope="col">{t('debrief:screen.measures.tonight')}</th>
            </tr>
          </thead>
          <tbody>
            {sortedBy(measures, sorting, (row, column) =>
              column === 'measure' ? name(row.measure) : -row[column],
            ).map((row) => (
              <tr key={row.measure}>
                <th scope="row">
                  {name(row.measure)}
                  <span className="under">{t(`play:measures.${row.measure}.help`)}</span>
                </th>
                <td className="number">{spared(row.unrouted, row.error)}</td>
                <td className="number">{spared(row.neverServed, row.neverServedError)}</td>
                <td>
                  {t(
                    setup.measures.includes(row.measure)
                      ? 'debrief:screen.measures.on'
                      : 'debrief:screen.measures.off',
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </Fold>
  );
}
