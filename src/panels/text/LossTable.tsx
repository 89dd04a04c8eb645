import { formatClockSeconds } from '../../client/clockTime.ts';
import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { areaName } from '../../client/places.ts';
import type { LossView } from '../../view/eveningView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { DataTable } from '../parts/DataTable.tsx';

interface LossTableProps {
  readonly losses: readonly LossView[];
  readonly caption: string;
  /** False where every call is of the same département. */
  readonly withArea?: boolean;
}

/** Failed attempts, newest first; each opens its story. */
export function LossTable({ losses, caption, withArea = true }: LossTableProps) {
  const t = useTexts();
  const client = useClient();
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
        {losses.map((loss) => {
          const area = areaName(scenario, loss.area);
          const time = formatClockSeconds(loss.at);
          const label = t('panels:losses.openLabel', { time, area, number: loss.number });
          return (
            <tr key={loss.attempt}>
              <td>
                <button
                  type="button"
                  className="link"
                  aria-label={label}
                  onClick={() => client.tell(loss.attempt)}
                >
                  <ClockTime at={loss.at} seconds />
                </button>
              </td>
              {withArea && <td>{area}</td>}
              <td>
                {loss.number} · {t(`panels:origins.${loss.origin}`)}
              </td>
              <td>{t(`panels:causes.${loss.cause}`)}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
