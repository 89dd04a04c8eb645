import { useClientState, useTexts } from '../../client/hooks.ts';
import { areaName } from '../../client/places.ts';
import type { LossView } from '../../view/eveningView.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { LossRow } from './LossRow.tsx';

interface LossTableProps {
  readonly losses: readonly LossView[];
  readonly caption: string;
  /** False where every call is of the same département. */
  readonly withArea?: boolean;
}

/** Failed attempts, newest first; each opens its story. */
export function LossTable({ losses, caption, withArea = true }: LossTableProps) {
  const t = useTexts();
  const scenario = useClientState((state) => state.scenario);
  if (losses.length === 0) return <p className="quiet">{t('panels:losses.empty')}</p>;
  return (
    <DataTable caption={caption} tall>
      <thead>
        <tr>
          <th scope="col">{t('panels:losses.time')}</th>
          {withArea && <th scope="col">{t('panels:losses.area')}</th>}
          <th scope="col">{t('panels:losses.call')}</th>
          <th scope="col">{t('panels:losses.cause')}</th>
        </tr>
      </thead>
      <tbody>
        {losses.map((loss) => (
          <LossRow key={loss.attempt} {...loss} area={areaName(scenario, loss.area)} withArea={withArea} />
        ))}
      </tbody>
    </DataTable>
  );
}
