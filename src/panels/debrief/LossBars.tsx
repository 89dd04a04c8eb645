import { useFigures, useTexts } from '../../client/hooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { BarsChart } from '../charts/BarsChart.tsx';

/** What attempts failed of, as bars; their twin and the evening beside are in the table below. */
export default function LossBars({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const bars = model.losses.byCause
    .filter(({ tonight }) => tonight > 0)
    .toSorted((a, b) => b.tonight - a.tonight)
    .map(({ cause, tonight }) => ({
      key: cause,
      name: t(`debrief:causes.${cause}`),
      value: tonight,
      label: figures.count(tonight),
    }));
  return (
    <BarsChart
      title={t('debrief:screen.losses.bars')}
      nameColumn={t('debrief:screen.losses.cause')}
      valueColumn={t('debrief:screen.losses.failed')}
      bars={bars}
    />
  );
}
