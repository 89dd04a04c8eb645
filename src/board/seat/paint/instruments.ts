import type { TableInstrument, TableModel } from '../../../view/tableModel.ts';
import { clockText } from '../../context.ts';
import type { Rect } from '../../layout/geometry.ts';
import type { Ink } from '../../paint/canvas.ts';
import { seatHue, type SeatContext } from '../context.ts';
import { paintPawn } from './glyphs.ts';
import { paintOutlines, paintRoom } from './rooms.ts';
import { paintSeries } from './series.ts';
import { face, line, lines, ROW } from './words.ts';

type Of<K extends TableInstrument['kind']> = Extract<TableInstrument, { kind: K }>;

/** Lines each takes, a curve's own picture aside. */
const LINES: Readonly<Record<TableInstrument['kind'], number>> = {
  series: 2.2,
  figure: 2,
  room: 1,
  chain: 2,
  case: 2.1,
  sample: 2.3,
};

/** What the seat measures by itself, from the top of its panel down, as much as there is room for. */
export function paintInstruments(ink: Ink, context: SeatContext, model: TableModel): void {
  const { layout, tokens, t } = context;
  const { instruments: panel, font } = layout;
  if (panel.width <= 0) return;
  const { small } = font;
  const hue = seatHue(tokens, model.focus);
  const row = small * ROW;
  let y = panel.y;
  line(
    ink,
    t(`table:seat.instruments.${model.focus}`),
    { x: panel.x, y, width: panel.width, height: row },
    face(small, true),
    hue,
  );
  y += row;
  ink.fillStyle = hue;
  ink.globalAlpha = 0.6;
  ink.fillRect(panel.x, y, panel.width, 1);
  ink.globalAlpha = 1;
  y += small * 0.4;
  const rest = (): Rect => ({
    x: panel.x,
    y,
    width: panel.width,
    height: Math.max(0, panel.y + panel.height - y),
  });
  if (model.instruments.length === 0) {
    lines(ink, t('table:seat.instruments.none'), rest(), small, tokens.muted, 4);
    return;
  }
  // The département's own shape first: its calls that came, and the outlines of those that did not.
  const rows = model.instruments.filter(({ kind }) => kind === 'room');
  const wide = panel.width > panel.height * 1.6;
  if (model.arrivals && !wide) {
    const after = rows.length * (row + small * 0.25);
    const height = Math.min(
      panel.width * 0.8,
      rest().height - after,
      Math.max(panel.width * 0.5, rest().height * 0.42),
    );
    if (height > small * 4) {
      paintOutlines(ink, context, { ...rest(), height }, model.arrivals, hue);
      y += height + small * 0.3;
    }
  }
  const others = model.instruments.reduce((sum, each) => sum + LINES[each.kind] * row + small * 0.25, 0);
  const plot = Math.max(small * 4.6, Math.min(small * 9, rest().height - others + small * 1.7));
  for (const instrument of model.instruments) {
    if (rest().height < row * 0.95) return;
    y += paintOne(ink, context, rest(), instrument, hue, plot) + small * 0.25;
  }
}

function paintOne(
  ink: Ink,
  context: SeatContext,
  rect: Rect,
  instrument: TableInstrument,
  hue: string,
  plot: number,
): number {
  switch (instrument.kind) {
    case 'series':
      return paintSeries(ink, context, rect, instrument, hue, plot);
    case 'figure':
      return paintFigure(ink, context, rect, instrument);
    case 'room':
      return paintRoom(ink, context, rect, instrument);
    case 'chain':
      return paintChain(ink, context, rect, instrument);
    case 'case':
      return paintCase(ink, context, rect, instrument, hue);
    case 'sample':
      return paintSample(ink, context, rect, instrument, hue);
  }
}

function paintFigure(
  ink: Ink,
  context: SeatContext,
  rect: Rect,
  { key, value, usual }: Of<'figure'>,
): number {
  const { tokens, t, layout, language } = context;
  const { small } = layout.font;
  const row = small * ROW;
  const figure = Math.round(value).toLocaleString(language);
  const tail = small * 0.64 * figure.length + 4;
  line(
    ink,
    t(`table:seat.instrument.${key}`),
    { ...rect, width: rect.width - tail - 4, height: row },
    face(small),
    tokens.muted,
  );
  line(ink, figure, { ...rect, height: row }, face(small, true), tokens.ink, 'right');
  if (rect.height < 2 * row) return row;
  line(
    ink,
    t('table:seat.instrument.usual', { value: Math.round(usual).toLocaleString(language) }),
    { ...rect, y: rect.y + row * 0.92, height: row },
    face(small),
    tokens.muted,
    'right',
  );
  return row * 1.92;
}

/** A chain of reports; the hour of the latest stands beside its name, or under it where the name leaves no room. */
function paintChain(ink: Ink, context: SeatContext, rect: Rect, chain: Of<'chain'>): number {
  const { tokens, t, layout } = context;
  const { small } = layout.font;
  const row = small * ROW;
  const name = t(`table:seat.chain.${chain.key}`);
  const hour = chain.latest === null ? 0 : small * 3.1;
  ink.font = face(small, true);
  const named = ink.measureText(name).width;
  const beside = named + 6 + hour <= rect.width;
  const reports = t('table:seat.instrument.reports', { count: chain.reports });
  const areas = t('table:seat.instrument.areas', { count: chain.areas });
  const words =
    chain.reports === 0
      ? [t('table:seat.instrument.silent')]
      : chain.areas === 0
        ? [reports]
        : [`${reports} · ${areas}`, reports];
  ink.font = face(small);
  // A telephone's panel is wide and low: everything on one line.
  const lined = named + 12 + ink.measureText(words[0]!).width + 8 + hour <= rect.width;
  const under = { ...rect, y: rect.y + row * 0.95, height: row };
  line(ink, name, { ...rect, height: row }, face(small, true), chain.reports > 0 ? tokens.ink : tokens.muted);
  if (chain.latest !== null && (beside || rect.height >= 2 * row))
    line(
      ink,
      clockText(chain.latest),
      beside ? { ...rect, height: row } : under,
      face(small),
      tokens.ink,
      'right',
    );
  if (lined) {
    const left = rect.x + named + 12;
    line(
      ink,
      words[0]!,
      { ...rect, x: left, width: rect.width - named - 12, height: row },
      face(small),
      tokens.muted,
    );
    return row;
  }
  if (rect.height < 2 * row) return row;
  const room = rect.width - (beside ? 0 : hour + 4);
  ink.font = face(small);
  line(
    ink,
    words.find((each) => ink.measureText(each).width <= room) ?? words.at(-1)!,
    { ...under, width: room },
    face(small),
    tokens.muted,
  );
  return row * 1.95;
}

function paintCase(ink: Ink, context: SeatContext, rect: Rect, each: Of<'case'>, hue: string): number {
  const { tokens, t, layout } = context;
  const { small } = layout.font;
  const row = small * ROW;
  const height = row * 2.1;
  const grave = each.state === 'starved' || each.state === 'lost';
  ink.fillStyle = grave ? tokens.ember : each.state === 'closed' ? tokens.faint : hue;
  ink.fillRect(rect.x, rect.y + 2, 3, Math.min(rect.height, height) - 4);
  const inner = { ...rect, x: rect.x + 9, width: rect.width - 9 };
  line(ink, t(`table:seat.case.${each.key}`), { ...inner, height: row }, face(small, true), tokens.ink);
  // How many people are on it, as people.
  const pawn = small * 1.15;
  for (let i = 0; i < Math.min(4, each.people); i++)
    paintPawn(
      ink,
      hue,
      tokens.panel,
      rect.x + rect.width - pawn * 0.45 - i * pawn * 0.7,
      rect.y + row - 2,
      pawn,
      false,
    );
  if (rect.height < 2 * row) return row;
  const state = t(`table:seat.caseState.${each.state}`);
  const before =
    each.before === null ? '' : t('table:seat.instrument.before', { time: clockText(each.before) });
  const both = [state, before].filter((part) => part !== '').join(' · ');
  ink.font = face(small);
  // Where both do not fit, the hour says more: nothing has one but what is left alone.
  line(
    ink,
    before === '' || ink.measureText(both).width <= inner.width ? both : before,
    { ...inner, y: rect.y + row * 0.95, height: row },
    face(small),
    grave ? tokens.ember : tokens.muted,
  );
  return height;
}

/** A sample: what passed, and the losses still compatible with it as a span on a scale of 0 to 100 %. */
function paintSample(ink: Ink, context: SeatContext, rect: Rect, sample: Of<'sample'>, hue: string): number {
  const { tokens, t, layout } = context;
  const { small } = layout.font;
  const row = small * ROW;
  line(
    ink,
    sample.numbers === null
      ? t('table:seat.instrument.sample', { passed: sample.passed, tries: sample.tries })
      : t('table:seat.instrument.sampleNumbers', sample.numbers),
    { ...rect, height: row },
    face(small, true),
    tokens.ink,
  );
  line(ink, clockText(sample.at), { ...rect, height: row }, face(small), tokens.muted, 'right');
  if (rect.height < row * 2) return row;
  const words = t('table:seat.instrument.range', {
    low: Math.round(sample.low * 100),
    high: Math.round(sample.high * 100),
  });
  ink.font = face(small);
  const told = Math.min(rect.width * 0.7, ink.measureText(words).width + 2);
  const bar = { x: rect.x, y: rect.y + row * 1.45 - 3.5, width: rect.width - told - 8, height: 7 };
  ink.fillStyle = tokens.faint;
  ink.fillRect(bar.x, bar.y + 3, bar.width, 1);
  for (const end of [bar.x, bar.x + bar.width - 1]) ink.fillRect(end, bar.y, 1, bar.height);
  ink.fillStyle = hue;
  ink.beginPath();
  ink.roundRect(
    bar.x + bar.width * sample.low,
    bar.y,
    Math.max(3, bar.width * (sample.high - sample.low)),
    bar.height,
    3,
  );
  ink.fill();
  line(
    ink,
    words,
    { x: rect.x + rect.width - told, y: rect.y + row * 0.95, width: told, height: row },
    face(small),
    tokens.muted,
    'right',
  );
  return row * 2 + 2;
}
