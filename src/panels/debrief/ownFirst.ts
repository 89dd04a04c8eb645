/** Rows with that of one's own département before the others, however they are sorted; as they are without one. */
export function ownFirst<Row extends { readonly code: string }>(
  rows: readonly Row[],
  home: string | null,
): Row[] {
  return [...rows.filter(({ code }) => code === home), ...rows.filter(({ code }) => code !== home)];
}
