import { CAUSES } from '../../callflow/cause.ts';
import { lossShare } from '../../client/figures.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { areaName, serverName } from '../../client/places.ts';
import { BarsChart } from './BarsChart.tsx';
import { CallsChart } from './CallsChart.tsx';
import { WaitingChart } from './WaitingChart.tsx';

const WORST = 15;
/** Fewer attempts than this give a share that means nothing. */
const ENOUGH = 20;

/** The charts of the whole country. A chunk of its own: the drawing library loads with it. */
export default function EveningCharts() {
  const t = useTexts();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const view = useClientState((state) => state.slowView);
  if (view === null) return null;

  const areas = view.areas
    .map(({ code, attempts, unrouted }) => ({
      code,
      share: attempts < ENOUGH ? 0 : (lossShare(unrouted, attempts) ?? 0),
    }))
    .sort((a, b) => b.share - a.share || a.code.localeCompare(b.code, 'en'))
    .slice(0, WORST)
    .map(({ code, share }) => ({
      key: code,
      name: areaName(scenario, code),
      value: share,
      label: figures.share(share),
    }));
  const servers = view.servers.map(({ id, unrouted }) => ({
    key: id,
    name: serverName(scenario, id),
    value: unrouted,
    label: figures.count(unrouted),
  }));
  const causes = CAUSES.flatMap((cause) => {
    if (cause === 'open' || cause === 'answered') return [];
    const value = view.totals.byCause[cause];
    return [{ key: cause, name: t(`panels:causes.${cause}`), value, label: figures.count(value) }];
  }).sort((a, b) => b.value - a.value);
  return (
    <div className="charts">
      <CallsChart
        title={t('panels:charts.calls')}
        note={t('panels:charts.callsNote')}
        series={view.series}
        reference={view.referenceSeries}
      />
      <WaitingChart title={t('panels:charts.waiting')} series={view.series} />
      <BarsChart
        title={t('panels:charts.byArea')}
        note={t('panels:charts.byAreaNote')}
        nameColumn={t('panels:charts.area')}
        valueColumn={t('panels:charts.share')}
        bars={areas}
      />
      <BarsChart
        title={t('panels:charts.byServer')}
        nameColumn={t('panels:charts.server')}
        valueColumn={t('panels:charts.count')}
        bars={servers}
      />
      <BarsChart
        title={t('panels:charts.byCause')}
        nameColumn={t('panels:charts.cause')}
        valueColumn={t('panels:charts.count')}
        bars={causes}
      />
    </div>
  );
}
