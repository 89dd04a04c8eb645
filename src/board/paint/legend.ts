import { LOSS_LIMITS } from '../../client/tokens.ts';
import { type BoardContext, SANS } from '../context.ts';
import type { Rect } from '../layout/geometry.ts';
import { LEGEND_LINE } from '../layout/regions.ts';
import { hatch, type Ink, wrap, write } from './canvas.ts';

/** Where the line that changes is written: n calls for a filament. */
export interface LegendSlots {
  readonly flow: Rect;
}

/** How to read the table: the scale of loss, and each mark with its word. */
export function paintLegend(ink: Ink, context: BoardContext, callsPerGrain: number): LegendSlots {
  return context.layout.compact ? paintTall(ink, context, callsPerGrain) : paintColumn(ink, context);
}

function paintScale(
  ink: Ink,
  { layout, tokens }: BoardContext,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const step = width / tokens.loss.length;
  tokens.loss.forEach((colour, i) => {
    ink.fillStyle = colour;
    ink.fillRect(x + i * step, y, step - 1, height);
  });
  ink.strokeStyle = tokens.line;
  ink.lineWidth = 1;
  ink.strokeRect(x - 0.5, y - 0.5, width, height + 1);
  LOSS_LIMITS.forEach((limit, i) => {
    const last = i === LOSS_LIMITS.length - 1;
    const text = `${Math.round(limit * 100)}`;
    const px = x + (i + 1) * step;
    write(
      ink,
      text,
      px,
      y + height + layout.font.small * 0.75,
      `${layout.font.small}px ${SANS}`,
      tokens.muted,
      'center',
    );
    if (last) {
      const after = px + ink.measureText(text).width / 2 + 4;
      write(
        ink,
        '%',
        after,
        y + height + layout.font.small * 0.75,
        `${layout.font.small}px ${SANS}`,
        tokens.muted,
      );
    }
  });
}

type Mark = (ink: Ink, context: BoardContext) => void;

/** Each mark around the origin, at the size of a letter of 14 px. */
const MARKS: Readonly<Record<string, Mark>> = {
  flow(ink, { tokens }) {
    ink.strokeStyle = tokens.through;
    ink.lineWidth = 1.5;
    ink.moveTo(-8, 3);
    ink.quadraticCurveTo(0, -6, 8, 0);
    ink.stroke();
  },
  ember(ink, { tokens }) {
    ink.fillStyle = tokens.ember;
    ink.fillRect(-1.75, -1.75, 3.5, 3.5);
  },
  moment(ink, { tokens }) {
    ink.fillStyle = tokens.ghost;
    ink.moveTo(0, -6);
    ink.lineTo(6, 0);
    ink.lineTo(0, 6);
    ink.lineTo(-6, 0);
    ink.fill();
  },
  order(ink, { tokens }) {
    ink.fillStyle = tokens.order;
    ink.arc(0, 0, 4.5, 0, 2 * Math.PI);
    ink.fill();
  },
  modules(ink, { tokens }) {
    ink.fillStyle = tokens.town;
    ink.fillRect(-4, 2.5, 8, 4);
    ink.fillRect(-4, -3, 8, 4);
    ink.strokeStyle = tokens.line;
    ink.lineWidth = 1;
    ink.strokeRect(-3.5, -7.5, 7, 3);
  },
  unknown(ink, { tokens, ratio }) {
    ink.fillStyle = tokens.unknown;
    ink.fillRect(-8, -6, 16, 12);
    ink.fillStyle = hatch(ink, tokens.line, 5, ratio) ?? tokens.unknown;
    ink.fillRect(-8, -6, 16, 12);
  },
  town(ink, { tokens }) {
    ink.fillStyle = tokens.town;
    ink.arc(0, 0, 3, 0, 2 * Math.PI);
    ink.fill();
  },
  tenDigit(ink, { tokens }) {
    ink.strokeStyle = tokens.ink;
    ink.lineWidth = 1;
    ink.arc(0, 0, 4, 0, 2 * Math.PI);
    ink.stroke();
  },
  around(ink, { tokens }) {
    ink.strokeStyle = tokens.ink;
    ink.lineWidth = 1;
    ink.moveTo(-5, 4);
    ink.lineTo(0, -4);
    ink.lineTo(5, 4);
    ink.stroke();
  },
};

function paintMark(ink: Ink, context: BoardContext, key: string, x: number, y: number): void {
  const size = context.layout.font.small / 14;
  ink.save();
  ink.translate(x, y);
  ink.scale(size, size);
  ink.beginPath();
  MARKS[key](ink, context);
  ink.restore();
}

/** In a column: the scale, then as many marks as there is room for, what is least obvious first. */
function paintColumn(ink: Ink, context: BoardContext): LegendSlots {
  const { layout, tokens, t } = context;
  const { legend, font, kind } = layout;
  const text = `${font.small}px ${SANS}`;
  const line = font.small * LEGEND_LINE;
  const title = wrap(
    ink,
    t(kind === 'low' ? 'table:legend.lossShort' : 'table:legend.loss'),
    text,
    legend.width,
  );
  const leading = font.small * 1.22;
  // From the bottom up: a title of two lines leaves no hole under the marks.
  const spare = kind === 'wide' ? Math.max(0, 3 - title.length) * leading : 0;
  let y = legend.y + spare + leading / 2;
  title.forEach((each, i) => write(ink, each, legend.x, y + i * leading, text, tokens.ink));
  y += (title.length - 1) * leading + leading * 0.72;
  paintScale(
    ink,
    context,
    legend.x,
    y,
    Math.min(legend.width - font.small * 1.7, font.small * 13.3),
    font.small * 0.72,
  );
  y += font.small * 2.75;
  const size = font.small / 14;
  const words = legend.x + 26 * size;
  const row = (key: string, word: string): Rect => {
    const slot = { x: words, y: y - line / 2, width: legend.x + legend.width - words, height: line };
    // A short legend keeps its first rows.
    if (y + line * 0.4 > legend.y + legend.height) return { ...slot, width: 0 };
    paintMark(ink, context, key, legend.x + 8 * size, y);
    ink.font = text;
    const fitted = font.small * Math.min(1, slot.width / Math.max(1, ink.measureText(word).width));
    write(ink, word, words, y, `${fitted}px ${SANS}`, tokens.muted);
    y += line;
    return slot;
  };
  const flow = row('flow', '');
  for (const key of ['ember', 'moment', 'order', 'modules', 'unknown', 'town', 'tenDigit', 'around'])
    row(key, t(`table:legend.${key}`));
  return { flow };
}

function paintTall(ink: Ink, context: BoardContext, callsPerGrain: number): LegendSlots {
  const { layout, tokens, t } = context;
  const { legend, font } = layout;
  const text = `${font.small}px ${SANS}`;
  const half = legend.width * 0.6;
  const line = font.small * 1.3;
  write(ink, t('table:legend.lossShort'), legend.x, legend.y + line / 2, text, tokens.ink);
  paintScale(ink, context, legend.x, legend.y + line + 1, half - 24, line * 0.6);
  const x = legend.x + half;
  const at = (row: number): number => legend.y + line * (row + 0.5);
  write(ink, t('table:legend.grain', { count: callsPerGrain }), x, at(1), text, tokens.muted);
  write(ink, t('table:legend.memory'), x, at(2), text, tokens.muted);
  const slot = { flow: { x, y: legend.y, width: legend.width - half, height: line } };
  if (at(3) + 4 > legend.y + legend.height) return slot;
  // One row for the marks of the rim and the embers, spread over the width.
  const marks = [
    ['moment', t('table:legend.moment')],
    ['order', t('table:legend.orderShort')],
    ['ember', t('table:legend.emberShort')],
  ] as const;
  ink.font = text;
  const before = font.small * 0.9;
  const widths = marks.map(([, word]) => before + ink.measureText(word).width);
  const gap = (legend.width - widths.reduce((sum, each) => sum + each, 0)) / (marks.length - 1);
  const y = at(3) + 4;
  let left = legend.x;
  marks.forEach(([key, word], i) => {
    paintMark(ink, context, key, left + font.small * 0.35, y);
    write(ink, word, left + before, y, text, tokens.muted);
    left += widths[i] + gap;
  });
  return slot;
}
