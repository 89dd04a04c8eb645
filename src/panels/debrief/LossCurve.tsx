import { useMemo } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { curvesPlot, type Curve } from '../charts/plots.ts';

/** Attempts not routed by five minutes, beside the ghost's; a chunk of its own with the drawing library. */
export default function LossCurve({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const { curve, at } = model;
  const draw = useMemo(() => {
    const { start, step } = curve;
    const points = (values: readonly number[]): Curve['points'] =>
      values.map((value, index) => ({ at: start + (index + 0.5) * step, value }));
    const curves: Curve[] = [
      { points: points(curve.tonight), colour: 'var(--ap-broken)', filled: true },
      { points: points(curve.ghost), colour: 'var(--ap-ghost)', dashed: true },
    ];
    return (width: number) =>
      curvesPlot(curves, {
        width,
        from: start,
        to: Math.max(at, start + step),
        at,
        height: 220,
        count: (value) => figures.count(value),
      });
  }, [curve, at, figures]);
  const title = t('debrief:screen.counts.curve');
  return (
    <ChartFigure
      title={title}
      draw={draw}
      columns={[t('panels:charts.time'), t('debrief:screen.tonight'), t('debrief:screen.ghost')]}
      rows={curve.tonight.map((value, index) => ({
        key: String(index),
        cells: [
          formatClock(curve.start + index * curve.step),
          figures.count(value),
          figures.count(curve.ghost[index] ?? 0),
        ],
      }))}
      legend={
        <ul className="legend" aria-hidden="true">
          <li className="legend-lost">{t('debrief:screen.tonight')}</li>
          <li className="legend-reference">{t('debrief:screen.ghost')}</li>
        </ul>
      }
    />
  );
}
