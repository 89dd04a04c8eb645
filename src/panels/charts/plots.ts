import { areaY, axisX, axisY, barX, lineY, plot, ruleX, ruleY, text } from '@observablehq/plot';
import { formatClock } from '../../client/clockTime.ts';
import { HOUR } from '../../kernel/time.ts';

/** Drawings only: no text but figures and clock times, colours from the page's variables so that themes follow. */
export interface Curve {
  readonly points: readonly { readonly at: number; readonly value: number }[];
  readonly colour: string;
  readonly dashed?: boolean;
  readonly filled?: boolean;
}

const FONT = {
  fontFamily: 'inherit',
  fontSize: '14px',
  background: 'transparent',
  color: 'inherit',
  overflow: 'visible',
};

/** Curves over the hours of the evening. */
export function curvesPlot(
  curves: readonly Curve[],
  options: {
    readonly width: number;
    readonly from: number;
    readonly to: number;
    readonly at: number;
    readonly height?: number;
    readonly count: (value: number) => string;
  },
): Element {
  const { width, from, to, at } = options;
  const every = width < 520 ? 2 * HOUR : HOUR;
  const ticks: number[] = [];
  for (let hour = Math.ceil(from / HOUR) * HOUR; hour <= to; hour += every) ticks.push(hour);
  return plot({
    width,
    height: options.height ?? 190,
    marginLeft: 46,
    marginBottom: 26,
    marginTop: 12,
    marginRight: 22,
    style: FONT,
    x: { domain: [from, to] },
    y: { zero: true, nice: true },
    marks: [
      ruleY([0], { stroke: 'var(--ap-line)' }),
      axisX({ ticks, tickFormat: formatClock, tickSize: 4, label: null }),
      axisY({ ticks: 4, tickFormat: options.count, tickSize: 0, label: null }),
      ruleX([at], { stroke: 'var(--ap-accent)' }),
      ...curves.flatMap(({ points, colour, dashed, filled }) => [
        ...(filled === true ? [areaY(points, { x: 'at', y: 'value', fill: colour, fillOpacity: 0.25 })] : []),
        lineY(points, {
          x: 'at',
          y: 'value',
          stroke: colour,
          strokeWidth: 2,
          ...(dashed === true ? { strokeDasharray: '2 4' } : {}),
        }),
      ]),
    ],
  });
}

/** Horizontal bars, longest first, the figure at the end of each. */
export function barsPlot(
  bars: readonly { readonly name: string; readonly value: number; readonly label: string }[],
  options: { readonly width: number; readonly colour: string },
): Element {
  const longest = Math.max(0, ...bars.map(({ name }) => name.length));
  return plot({
    width: options.width,
    height: bars.length * 26 + 8,
    marginLeft: Math.min(longest * 8 + 12, options.width * 0.5),
    marginRight: 58,
    marginTop: 4,
    marginBottom: 4,
    style: FONT,
    x: { axis: null, zero: true },
    y: { label: null, domain: bars.map(({ name }) => name), padding: 0.3 },
    marks: [
      axisY({ tickSize: 0, label: null }),
      barX(bars, { x: 'value', y: 'name', fill: options.colour }),
      text(bars, { x: 'value', y: 'name', text: 'label', textAnchor: 'start', dx: 6, fill: 'currentColor' }),
    ],
  });
}
