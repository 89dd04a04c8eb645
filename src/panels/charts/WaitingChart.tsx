import { useMemo } from 'react';
import { clockRange } from '../../client/clockRange.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import type { Series } from '../../view/eveningView.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { curvesPlot } from './plots.ts';

/** People in a queue at the end of each step. */
export function WaitingChart({ title, series }: { readonly title: string; readonly series: Series }) {
  const t = useTexts();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const at = useClientState((state) => state.slowView?.at ?? 0);
  const draw = useMemo(() => {
    const points = series.waiting.map((value, index) => ({
      at: series.start + (index + 1) * series.step,
      value,
    }));
    return (width: number) =>
      curvesPlot([{ points, colour: 'var(--ap-waiting)', filled: true }], {
        width,
        ...clockRange(scenario),
        at,
        height: 130,
        count: (v) => figures.decimal(v, 0),
      });
  }, [series, scenario, at, figures]);
  return (
    <ChartFigure
      title={title}
      draw={draw}
      columns={[t('panels:charts.time'), t('panels:charts.waiting')]}
      rows={series.waiting.map((value, index) => ({
        key: String(index),
        cells: [formatClock(series.start + (index + 1) * series.step), figures.count(value)],
      }))}
    />
  );
}
