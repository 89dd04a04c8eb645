import { useMemo } from 'react';
import { clockRange } from '../../client/clockRange.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';
import { MINUTE } from '../../kernel/time.ts';
import type { Series } from '../../view/eveningView.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { curvesPlot, type Curve } from './plots.ts';

interface CallsChartProps {
  readonly title: string;
  readonly series: Series;
  /** The model's "as in 2021" evening, for its lost calls. */
  readonly reference?: Series;
  readonly note?: string;
}

/** One point in the middle of each step, up to the end of the watched evening. */
function points(series: Series, values: readonly number[], scale: number, to: number): Curve['points'] {
  const all = values.map((value, index) => ({
    at: series.start + (index + 0.5) * series.step,
    value: value * scale,
  }));
  return all.filter(({ at }) => at <= to);
}

/** Calls per minute answered and lost. */
export function CallsChart({ title, series, reference, note }: CallsChartProps) {
  const t = useTexts();
  const figures = useFigures();
  const scenario = useClientState((state) => state.scenario);
  const at = useClientState((state) => state.slowView?.at ?? 0);
  const perMinute = MINUTE / series.step;

  const draw = useMemo(() => {
    const { to } = clockRange(scenario);
    const curves: Curve[] = [
      { points: points(series, series.answered, perMinute, to), colour: 'var(--ap-answered)' },
      { points: points(series, series.lost, perMinute, to), colour: 'var(--ap-broken)', filled: true },
    ];
    if (reference !== undefined)
      curves.push({
        points: points(reference, reference.lost, perMinute, to),
        colour: 'var(--ap-ghost)',
        dashed: true,
      });
    return (width: number) =>
      curvesPlot(curves, { width, ...clockRange(scenario), at, count: (v) => figures.decimal(v, 1) });
  }, [series, reference, perMinute, scenario, at, figures]);

  const columns = [
    t('panels:charts.time'),
    t('panels:charts.answered'),
    t('panels:charts.lost'),
    t('panels:charts.waiting'),
  ];
  if (reference !== undefined) columns.push(t('panels:charts.lostReference'));
  const rate = (value: number | undefined): string =>
    value === undefined ? '–' : figures.decimal(value * perMinute, 1);
  const rows = series.answered.map((answered, index) => {
    const cells = [
      formatClock(series.start + index * series.step),
      rate(answered),
      rate(series.lost[index]),
      figures.count(series.waiting[index] ?? 0),
    ];
    if (reference !== undefined) cells.push(rate(reference.lost[index]));
    return { key: String(index), cells };
  });
  return (
    <ChartFigure
      title={title}
      {...(note === undefined ? {} : { note })}
      draw={draw}
      columns={columns}
      rows={rows}
      legend={
        <ul className="legend" aria-hidden="true">
          <li className="legend-answered">{t('panels:charts.answered')}</li>
          <li className="legend-lost">{t('panels:charts.lost')}</li>
          {reference !== undefined && (
            <li className="legend-reference">{t('panels:charts.lostReference')}</li>
          )}
        </ul>
      }
    />
  );
}
