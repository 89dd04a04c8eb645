import { useTexts } from '../../client/hooks.ts';
import { DataTable } from '../parts/DataTable.tsx';

/** Quantities of a place, one a line. */
export function FigureTable({
  place,
  figures,
}: {
  readonly place: string;
  readonly figures: readonly (readonly [name: string, value: string])[];
}) {
  const t = useTexts();
  return (
    <DataTable caption={t('panels:place.figures', { place })} focusable>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('panels:place.figure')}</th>
          <th scope="col">{t('panels:place.value')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{value}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
