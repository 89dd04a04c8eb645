/** Tells a spreadsheet that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell begun by one of these would be taken for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/** Rows as CSV (RFC 4180) that a spreadsheet opens as it is, in the list separator of its language. */
export function asTable(rows: readonly (readonly string[])[], separator: string): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('')}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Rows as a page of its own, which browsers and word processors open; `language` is that of its words (BCP 47). */
export function asPage(
  language: string,
  title: string,
  note: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((text) => `<${tag}>${escaped(text).replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`;
  return `${BYTE_ORDER_MARK}<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid #888;padding:4px 8px;text-align:left;vertical-align:top}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(note)}</p>
<table><thead>${line(head, 'th')}</thead>
<tbody>
${rows.map((row) => line(row, 'td')).join('\n')}
</tbody></table></body></html>
`;
}
