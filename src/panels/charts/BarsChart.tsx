import { useMemo } from 'react';
import { ChartFigure } from './ChartFigure.tsx';
import { barsPlot } from './plots.ts';

interface BarsChartProps {
  readonly title: string;
  readonly note?: string;
  readonly nameColumn: string;
  readonly valueColumn: string;
  readonly bars: readonly {
    readonly key: string;
    readonly name: string;
    readonly value: number;
    readonly label: string;
  }[];
}

export function BarsChart({ title, note, nameColumn, valueColumn, bars }: BarsChartProps) {
  // Views come faster than these figures change: an equal chart is not drawn again.
  const same = JSON.stringify(bars);
  const draw = useMemo(() => {
    const kept: BarsChartProps['bars'] = JSON.parse(same);
    return (width: number) => barsPlot(kept, { width, colour: 'var(--ap-broken)' });
  }, [same]);
  return (
    <ChartFigure
      title={title}
      {...(note === undefined ? {} : { note })}
      draw={draw}
      columns={[nameColumn, valueColumn]}
      rows={bars.map(({ key, name, label }) => ({ key, cells: [name, label] }))}
    />
  );
}
