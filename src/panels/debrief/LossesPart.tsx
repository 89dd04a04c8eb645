import { useState, type ReactNode } from 'react';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import { areaName } from '../../client/places.ts';
import type { DebriefModel, LossRow } from '../../session/playProtocol.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ownFirst } from './ownFirst.ts';
import { sortedBy } from './sortedBy.ts';
import { useSorting } from './useSorting.tsx';
import { usePrinting } from '../parts/usePrinting.ts';
import { Fold } from './Fold.tsx';

const WORST = 15;

/** Where calls were lost: by cause, number, origin, place. */
export function LossesPart({
  model,
  children,
}: {
  readonly model: DebriefModel;
  readonly children: ReactNode;
}) {
  const t = useTexts();
  const figures = useFigures();
  const { losses } = model;
  return (
    <Fold id="debrief-losses" title={t('debrief:screen.losses.title')}>
      <p>{t('debrief:screen.losses.lead')}</p>
      {children}
      <h4>{t('debrief:screen.losses.byCause')}</h4>
      <DataTable caption={t('debrief:screen.losses.byCause')} focusable>
        <thead>
          <tr>
            <th scope="col">{t('debrief:screen.losses.cause')}</th>
            <th scope="col" className="number">
              {t('debrief:screen.tonight')}
            </th>
            <th scope="col" className="number">
              {t('debrief:screen.ghost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {losses.byCause.map(({ cause, tonight, ghost }) => (
            <tr key={cause}>
              <th scope="row">{t(`debrief:causes.${cause}`)}</th>
              <td className="number">{figures.count(tonight)}</td>
              <td className="number">{figures.count(ghost)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <div className="loss-pair">
        <Simple
          title={t('debrief:screen.losses.byNumber')}
          column={t('debrief:screen.losses.number')}
          rows={losses.byNumber}
          name={(key) => key}
        />
        <Simple
          title={t('debrief:screen.losses.byOrigin')}
          column={t('debrief:screen.losses.origin')}
          rows={losses.byOrigin}
          name={(key) => t(`debrief:screen.losses.origins.${key}`)}
        />
      </div>
      <p className="quiet">{t('debrief:screen.losses.originNote')}</p>
      <ByArea rows={losses.byArea} />
    </Fold>
  );
}

function Simple({
  title,
  column,
  rows,
  name,
}: {
  readonly title: string;
  readonly column: string;
  readonly rows: readonly LossRow[];
  readonly name: (key: string) => string;
}) {
  const t = useTexts();
  const figures = useFigures();
  return (
    <div className="loss-simple">
      <h4>{title}</h4>
      <DataTable caption={title} focusable>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col" className="number">
              {t('debrief:screen.losses.lost')}
            </th>
            <th scope="col" className="number">
              {t('debrief:screen.losses.share')}
            </th>
            <th scope="col" className="number">
              {t('debrief:screen.ghost')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, attempts, lost, ghostLost }) => (
            <tr key={key}>
              <th scope="row">{name(key)}</th>
              <td className="number">{figures.count(lost)}</td>
              <td className="number">{attempts === 0 ? '–' : figures.share(lost / attempts)}</td>
              <td className="number">{figures.count(ghostLost)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

type AreaRow = DebriefModel['losses']['byArea'][number];
type Column = 'area' | 'lost' | 'share' | 'neverServed' | 'ghostLost';

function ByArea({ rows }: { readonly rows: readonly AreaRow[] }) {
  const t = useTexts();
  const figures = useFigures();
  const printing = usePrinting();
  const { scenario, setup, seats } = useExercise();
  const home = seats.includes('services') ? setup.home : null;
  const [whole, setWhole] = useState(false);
  const { sorting, header } = useSorting<Column>({ column: 'lost', descending: true });
  const shareOf = ({ attempts, lost }: AreaRow): number | null => (attempts === 0 ? null : lost / attempts);
  const sorted = sortedBy(rows, sorting, (row, column) => {
    if (column === 'area') return areaName(scenario, row.code);
    return column === 'share' ? shareOf(row) : row[column];
  });
  const ordered = ownFirst(sorted, home);
  const shown = whole || printing ? ordered : ordered.slice(0, WORST);
  const title = t('debrief:screen.losses.byArea');
  return (
    <>
      <h4>{title}</h4>
      <DataTable caption={title}>
        <thead>
          <tr>
            {header('area', t('debrief:screen.area'), true)}
            {header('lost', t('debrief:screen.losses.lost'))}
            {header('share', t('debrief:screen.losses.share'))}
            {header('neverServed', t('debrief:screen.losses.never'))}
            {header('ghostLost', t('debrief:screen.ghost'))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => {
            const share = shareOf(row);
            return (
              <tr key={row.code} className={row.code === home ? 'headline' : ''}>
                <th scope="row">
                  {areaName(scenario, row.code)}
                  {row.code === home && <span className="under">{t('debrief:screen.ownArea')}</span>}
                </th>
                <td className="number">{figures.count(row.lost)}</td>
                <td className="number">{share === null ? '–' : figures.share(share)}</td>
                <td className="number">{figures.count(row.neverServed)}</td>
                <td className="number">{figures.count(row.ghostLost)}</td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      {shown.length < rows.length && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {t('debrief:screen.losses.all', { count: rows.length })}
        </button>
      )}
    </>
  );
}
