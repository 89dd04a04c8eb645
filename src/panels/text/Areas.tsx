import { useDeferredValue, useState } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { Section } from '../parts/Section.tsx';
import { AreaTableRow } from './AreaTableRow.tsx';
import { AREA_COLUMNS, areaRows, type AreaRow, type AreaSort } from './areaRows.ts';

const TEXT_COLUMNS: readonly string[] = ['code', 'area'];

export function Areas() {
  const t = useTexts();
  const figures = useFigures();
  const [sort, setSort] = useState<AreaSort>({ column: 'unrouted', descending: true });
  const scenario = useClientState((state) => state.scenario);
  // The longest table: it may be drawn in several goes, never in the way of a key.
  const view = useDeferredValue(useClientState((state) => state.calmView));
  const language = useClientState((state) => state.preferences.language);
  if (view === null) return null;

  const share = (value: number | null): string => (value === null ? '–' : figures.share(value));
  const note = (row: AreaRow): string => {
    const parts: string[] = [];
    if (row.tenDigit !== 'none')
      parts.push(t(`panels:areas.${row.tenDigit === 'open' ? 'openNumber' : 'published'}`));
    if (row.goneAround) parts.push(t('panels:areas.around'));
    return parts.length === 0 ? t('panels:areas.none') : parts.join(', ');
  };
  return (
    <Section id="areas" title={t('panels:areas.title')}>
      <DataTable
        tall
        caption={t('panels:areas.caption', {
          time: formatClock(view.at),
          column: t(`panels:areas.${sort.column}`),
        })}
      >
        <thead>
          <tr>
            {AREA_COLUMNS.map((column) => {
              const direction = sort.descending ? 'descending' : 'ascending';
              const text = TEXT_COLUMNS.includes(column);
              return (
                <th
                  key={column}
                  scope="col"
                  className={text ? '' : 'number'}
                  aria-sort={sort.column === column ? direction : undefined}
                >
                  <button
                    type="button"
                    className="sort"
                    onClick={() =>
                      setSort({ column, descending: sort.column === column ? !sort.descending : !text })
                    }
                  >
                    {t(`panels:areas.${column}`)}
                    <span aria-hidden="true" className="sort-arrow">
                      {sort.column === column ? (sort.descending ? '▾' : '▴') : ''}
                    </span>
                  </button>
                </th>
              );
            })}
            <th scope="col">{t('panels:areas.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {areaRows(view.areas, scenario, sort, language).map((row) => (
            <AreaTableRow
              key={row.code}
              code={row.code}
              area={row.area}
              attempts={figures.count(row.attempts)}
              unrouted={figures.count(row.unrouted)}
              share={share(row.share)}
              share15={share(row.share15)}
              answered={figures.count(row.answered)}
              waiting={figures.count(row.waiting)}
              note={note(row)}
            />
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
