import { LOSS_LIMITS } from '../../client/tokens.ts';
import { type BoardContext, SANS } from '../context.ts';
import type { Rect } from '../layout/geometry.ts';
import { LEGEND_LINE } from '../layout/regions.ts';
import { hatch, type Ink, write } from './canvas.ts';

/** Where the two lines that change are written: n calls for a filament, n for a grain. */
export interface LegendSlots {
  readonly flow: Rect;
}

/** How to read the table: the scale of loss, and each mark with its word. */
export function paintLegend(ink: Ink, context: BoardContext, callsPerGrain: number): LegendSlots {
  return context.layout.compact
    ? paintTall(ink, context, callsPerGrain)
    : paintWide(ink, context, callsPerGrain);
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

function paintWide(ink: Ink, context: BoardContext, callsPerGrain: number): LegendSlots {
  const { layout, tokens, t, ratio } = context;
  const { legend, font } = layout;
  const text = `${font.small}px ${SANS}`;
  const line = font.small * LEGEND_LINE;
  let y = legend.y + line / 2;
  write(ink, t('table:legend.loss'), legend.x, y, text, tokens.ink);
  y += line * 0.62;
  paintScale(
    ink,
    context,
    legend.x,
    y,
    Math.min(legend.width - font.small * 1.7, font.small * 13.3),
    line * 0.52,
  );
  y += line * 1.95;
  const size = font.small / 14;
  const mark = legend.x + 8 * size;
  const words = legend.x + 26 * size;
  const row = (paint: (x: number, y: number) => void, word: string): void => {
    // A short legend keeps its first rows.
    if (y + line * 0.4 > legend.y + legend.height) return;
    ink.save();
    ink.translate(mark, y);
    ink.scale(size, size);
    paint(0, 0);
    ink.restore();
    write(ink, word, words, y, text, tokens.muted);
    y += line;
  };
  const flow = { x: words, y: y - line / 2, width: legend.width - 26, height: line };
  row((x, at) => {
    ink.strokeStyle = tokens.through;
    ink.lineWidth = 1.5;
    ink.beginPath();
    ink.moveTo(x - 8, at + 3);
    ink.quadraticCurveTo(x, at - 6, x + 8, at);
    ink.stroke();
  }, '');
  row(
    (x, at) => {
      ink.fillStyle = tokens.ember;
      ink.fillRect(x - 1.5, at - 1.5, 3, 3);
    },
    t('table:legend.grain', { count: callsPerGrain }),
  );
  row((x, at) => {
    ink.fillStyle = tokens.unknown;
    ink.fillRect(x - 8, at - 6, 16, 12);
    ink.fillStyle = hatch(ink, tokens.line, 5, ratio) ?? tokens.unknown;
    ink.fillRect(x - 8, at - 6, 16, 12);
  }, t('table:legend.unknown'));
  row((x, at) => {
    ink.fillStyle = tokens.town;
    ink.beginPath();
    ink.arc(x, at, 3, 0, 2 * Math.PI);
    ink.fill();
  }, t('table:legend.town'));
  row((x, at) => {
    ink.strokeStyle = tokens.ink;
    ink.lineWidth = 1;
    ink.beginPath();
    ink.arc(x, at, 4, 0, 2 * Math.PI);
    ink.stroke();
  }, t('table:legend.tenDigit'));
  row((x, at) => {
    ink.strokeStyle = tokens.ink;
    ink.lineWidth = 1;
    ink.beginPath();
    ink.moveTo(x - 5, at + 4);
    ink.lineTo(x, at - 4);
    ink.lineTo(x + 5, at + 4);
    ink.stroke();
  }, t('table:legend.around'));
  return { flow };
}

function paintTall(ink: Ink, context: BoardContext, callsPerGrain: number): LegendSlots {
  const { layout, tokens, t } = context;
  const { legend, font } = layout;
  const text = `${font.small}px ${SANS}`;
  const half = legend.width * 0.56;
  const line = font.small * 1.35;
  write(ink, t('table:legend.lossShort'), legend.x, legend.y + line / 2, text, tokens.ink);
  paintScale(ink, context, legend.x, legend.y + line + 1, half - 24, line * 0.6);
  const x = legend.x + half;
  write(ink, t('table:legend.grain', { count: callsPerGrain }), x, legend.y + line * 1.6, text, tokens.muted);
  return { flow: { x, y: legend.y, width: legend.width - half, height: line } };
}
