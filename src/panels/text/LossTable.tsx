import { formatClock } from '../../client/clockTime.ts';
import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { areaName } from '../../client/places.ts';
import type { LossView } from '../../view/eveningView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { DataTable } from '../parts/DataTable.tsx';

/** Failed attempts, newest first; each opens its story. */
export function LossTable({
  losses,
  caption,
}: {
  readonly losses: readonly LossView[];
  readonly caption: string;
}) {
  const t = useTexts();
  const client = useClient();
  const scenario = useClientState((state) => state.scenario);
  if (losses.length === 0) return <p className="quiet">{t('panels:losses.empty')}</p>;
  return (
    <DataTable caption={caption} tall>
      <thead>
        <tr>
          <th scope="col">{t('panels:losses.time')}</th>
          <th scope="col">{t('panels:losses.area')}</th>
          <th scope="col">{t('panels:losses.number')}</th>
          <th scope="col">{t('panels:losses.origin')}</th>
          <th scope="col">{t('panels:losses.cause')}</th>
          <th scope="col">{t('panels:losses.story')}</th>
        </tr>
      </thead>
      <tbody>
        {losses.map((loss) => {
          const area = areaName(scenario, loss.area);
          const label = t('panels:losses.openLabel', {
            time: formatClock(loss.at),
            area,
            number: loss.number,
          });
          return (
            <tr key={loss.attempt}>
              <td>
                <ClockTime at={loss.at} seconds />
              </td>
              <th scope="row">{area}</th>
              <td className="number">{loss.number}</td>
              <td>{t(`panels:origins.${loss.origin}`)}</td>
              <td>{t(`panels:causes.${loss.cause}`)}</td>
              <td>
                <button
                  type="button"
                  className="link"
                  aria-label={label}
                  onClick={() => client.tell(loss.attempt)}
                >
                  {t('panels:losses.open')}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
