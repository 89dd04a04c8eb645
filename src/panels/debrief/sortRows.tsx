import { useState, type ReactNode } from 'react';

export interface Sorting<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

/** Rows put in order by one of their columns; of equals the first stays first. */
export function sortedBy<Row, Column extends string>(
  rows: readonly Row[],
  { column, descending }: Sorting<Column>,
  valueOf: (row: Row, column: Column) => number | string | null,
): Row[] {
  const way = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a, column), valueOf(b, column)];
    // What has no value comes last either way.
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'string' && typeof other === 'string') return way * one.localeCompare(other, 'fr');
    return way * (Number(one) - Number(other));
  });
}

export function useSorting<Column extends string>(first: Sorting<Column>) {
  const [sorting, setSorting] = useState(first);
  const header = (column: Column, label: ReactNode, text = false): ReactNode => (
    <th
      key={column}
      scope="col"
      className={text ? '' : 'number'}
      aria-sort={sorting.column !== column ? undefined : sorting.descending ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className="sort"
        onClick={() =>
          setSorting({ column, descending: sorting.column === column ? !sorting.descending : !text })
        }
      >
        {label}
        <span aria-hidden="true" className="sort-arrow">
          {sorting.column === column ? (sorting.descending ? '▾' : '▴') : ''}
        </span>
      </button>
    </th>
  );
  return { sorting, header };
}
