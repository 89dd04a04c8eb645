import { useState, type ReactNode } from 'react';
import { usePrinting } from '../parts/usePrinting.ts';
import type { Sorting } from './sortedBy.ts';

export function useSorting<Column extends string>(first: Sorting<Column>) {
  const [sorting, setSorting] = useState(first);
  const printing = usePrinting();
  const header = (column: Column, label: ReactNode, text = false): ReactNode => (
    <th
      key={column}
      scope="col"
      className={text ? '' : 'number'}
      aria-sort={sorting.column !== column ? undefined : sorting.descending ? 'descending' : 'ascending'}
    >
      {printing ? (
        // A button is drawn once: the head that is repeated on each sheet must be words.
        label
      ) : (
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
      )}
    </th>
  );
  return { sorting, header };
}
