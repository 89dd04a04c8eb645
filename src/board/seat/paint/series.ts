import type { TableInstrument } from '../../../view/tableModel.ts';
import type { Rect } from '../../layout/geometry.ts';
import type { Ink } from '../../paint/canvas.ts';
import { clockText } from '../../context.ts';
import type { SeatContext } from '../context.ts';
import { hourMarks, valueMarks } from '../scale.ts';
import { face, line, ROW } from './words.ts';

/** Share as a percentage, in the language of the table. */
const percent = ({ language }: Pick<SeatContext, 'language'>, value: number): string =>
  `${Math.round(value * 100)}${language === 'fr' ? '\u00a0' : ''}%`;

/** Height of the hours under a curve, in heights of letters. */
const HOURS = 1.15;

/**
 * Readings by five minutes on their axes, a dash for each: nothing is drawn between two, where nothing was read. Values at
 * the left, hours below, the usual behind as thin dashes; the last value in figures, with its minute. Without room for
 * the hours the axis of values stays.
 */
export function paintSeries(
  ink: Ink,
  context: SeatContext,
  rect: Rect,
  series: Extract<TableInstrument, { kind: 'series' }>,
  hue: string,
  most: number,
): number {
  const { tokens, t, layout } = context;
  const { small } = layout.font;
  const row = small * ROW;
  const written = (value: number): string =>
    series.unit === 'share' ? percent(context, value) : String(Math.round(value));
  const last = series.values.at(-1);
  // Before the first stretch is over nothing has been measured: no nought.
  const figure = last === undefined ? '–' : written(last);
  ink.font = face(small, true);
  const tail = ink.measureText(figure).width;
  const time = clockText(series.start + Math.max(0, series.values.length - 1) * series.step);
  const readAt = (key: string): string =>
    t('table:seat.instrument.readAt', { what: t(`table:seat.instrument.${key}`), time });
  const named = { ...rect, width: rect.width - tail - 6, height: row };
  ink.font = face(small);
  const whole = [readAt(series.key), readAt(`${series.key}Short`)].find(
    (words) => ink.measureText(words).width <= named.width,
  );
  // Where no words leave room for their minute, it has a line of its own; the curve's axis ends there anyway.
  const under = whole === undefined && rect.height > 2 * row + small * 3;
  const head = under ? 1.9 * row : row;
  const height = Math.min(rect.height, head + most);
  line(ink, whole ?? t(`table:seat.instrument.${series.key}Short`), named, face(small), tokens.muted);
  line(ink, figure, { ...rect, height: row }, face(small, true), tokens.ink, 'right');
  if (under)
    line(ink, time, { ...rect, y: rect.y + row * 0.9, height: row }, face(small), tokens.muted, 'right');

  const count = Math.max(2, series.values.length, series.usual?.length ?? 0);
  const span = (count - 1) * series.step;
  const hoursFit = height - head > small * (HOURS + 2.4);
  const below = hoursFit ? small * HOURS : 4;
  const plotHeight = height - head - 4 - below;
  if (plotHeight < small * 1.2) return head;
  const highest = Math.max(series.unit === 'share' ? 0.1 : 1, ...series.values, ...(series.usual ?? []));
  const marks = valueMarks(highest * 1.06, Math.max(1, Math.floor(plotHeight / (small * 1.6))), series.unit);
  const top = Math.max(highest * 1.06, marks.at(-1)!);
  ink.font = face(small);
  const left = Math.ceil(Math.max(...marks.map((value) => ink.measureText(written(value)).width))) + 5;
  const plot = { x: rect.x + left, y: rect.y + head + 4, width: rect.width - left, height: plotHeight };

  const yOf = (value: number): number => plot.y + plot.height * (1 - value / top);
  const xOf = (at: number): number => plot.x + (plot.width * (at - series.start)) / span;
  const rule = (x: number, y: number, width: number, long: number): void => {
    ink.fillStyle = tokens.faint;
    ink.fillRect(Math.round(x), Math.round(y), width, long);
  };
  for (const value of marks) {
    const y = yOf(value);
    rule(plot.x, y, plot.width, 1);
    line(
      ink,
      written(value),
      { x: rect.x, y: y - row / 2, width: left - 5, height: row },
      face(small),
      tokens.muted,
      'right',
    );
  }
  rule(plot.x, plot.y, 1, plot.height);
  if (hoursFit) {
    const name = (hour: number): string => t('table:seat.instrument.hour', { hour });
    const width = ink.measureText(name(20)).width + 6;
    let told = -Infinity;
    for (const { hour, at } of hourMarks(series.start, span, Math.max(1, Math.floor(plot.width / width)))) {
      const x = xOf(at);
      rule(x, plot.y + plot.height - 3, 1, 6);
      const from = Math.min(Math.max(x - width / 2, plot.x - width / 2), plot.x + plot.width - width + 3);
      // The last one is held in: where it would lie on the one before, its tick is enough.
      if (from < told) continue;
      told = from + width - 3;
      line(
        ink,
        name(hour),
        { x: from, y: plot.y + plot.height + 3, width, height: small * HOURS },
        face(small),
        tokens.muted,
        'center',
      );
    }
  }

  const trace = (values: readonly number[]): void => {
    ink.beginPath();
    const half = Math.max(1, (plot.width * series.step) / span / 2 - 0.5);
    values.forEach((value, i) => {
      const x = xOf(series.start + i * series.step);
      ink.moveTo(Math.max(plot.x, x - half), yOf(value));
      ink.lineTo(Math.min(plot.x + plot.width, x + half), yOf(value));
    });
  };
  if (series.usual) {
    trace(series.usual);
    ink.strokeStyle = tokens.muted;
    ink.lineWidth = 1.2;
    ink.stroke();
  }
  trace(series.values);
  ink.strokeStyle = hue;
  ink.lineWidth = 2;
  ink.stroke();
  return height;
}
