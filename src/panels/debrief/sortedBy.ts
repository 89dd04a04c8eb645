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
