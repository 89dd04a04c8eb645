import { memo } from 'react';
import { UNROUTED, type Cause } from '../../callflow/cause.ts';
import { formatClockSeconds } from '../../client/clockTime.ts';
import { useClient, useTexts } from '../../client/hooks.ts';
import type { LossView } from '../../view/eveningView.ts';
import { ClockTime } from '../parts/ClockTime.tsx';

const LOST: readonly Cause[] = UNROUTED;

interface LossRowProps {
  readonly attempt: number;
  readonly at: number;
  readonly area: string;
  readonly number: LossView['number'];
  readonly origin: LossView['origin'];
  readonly cause: LossView['cause'];
  readonly withArea: boolean;
}

/** One failed attempt: it never changes, so it is drawn once. */
export const LossRow = memo(function LossRow(loss: LossRowProps) {
  const t = useTexts();
  const client = useClient();
  const { attempt, at, area, number, origin, cause } = loss;
  const label = t('panels:losses.openLabel', { time: formatClockSeconds(at), area, number });
  return (
    <tr>
      <td>
        <button type="button" className="link" aria-label={label} onClick={() => client.tell(attempt)}>
          <ClockTime at={at} seconds />
        </button>
      </td>
      {loss.withArea && <td>{area}</td>}
      <td className="nowrap">
        {number} · {t(`panels:origins.${origin}`)}
      </td>
      <td>
        {t(`panels:causes.${cause}`)}
        {LOST.includes(cause) && <span className="under">{t('panels:losses.lost')}</span>}
      </td>
    </tr>
  );
});
