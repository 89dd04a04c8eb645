import { memo } from 'react';
import { useClient } from '../../client/hooks.ts';

interface AreaTableRowProps {
  readonly code: string;
  readonly area: string;
  readonly attempts: string;
  readonly unrouted: string;
  readonly share: string;
  readonly share15: string;
  readonly answered: string;
  readonly waiting: string;
  readonly note: string;
}

/** One département, as written: a row whose figures have not changed is not drawn again. */
export const AreaTableRow = memo(function AreaTableRow(row: AreaTableRowProps) {
  const client = useClient();
  return (
    <tr>
      <td>{row.code}</td>
      <th scope="row">
        <button
          type="button"
          className="link"
          onClick={() => client.select({ kind: 'area', code: row.code })}
        >
          {row.area}
        </button>
      </th>
      <td className="number">{row.attempts}</td>
      <td className="number">{row.unrouted}</td>
      <td className="number">{row.share}</td>
      <td className="number">{row.share15}</td>
      <td className="number">{row.answered}</td>
      <td className="number">{row.waiting}</td>
      <td>{row.note}</td>
    </tr>
  );
});
