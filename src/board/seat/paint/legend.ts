import { LOSS_LIMITS } from '../../../client/tokens.ts';
import type { Ink } from '../../paint/canvas.ts';
import type { SeatContext } from '../context.ts';
import type { Patterns } from './belief.ts';
import { face, line } from './words.ts';

/** How to read what is believed: the scale of the loss, and each state of knowledge with its word. */
export function paintSeatLegend(ink: Ink, context: SeatContext, patterns: Patterns): void {
  const { layout, tokens, t, language } = context;
  const { legend, font } = layout;
  if (legend.width <= 0) return;
  const { small } = font;
  const row = small * 1.32;
  const swatch = { width: small * 1.5, height: small * 0.85 };
  let { y } = legend;
  line(
    ink,
    t(layout.mats.length > 0 ? 'table:seat.legend.share' : 'table:seat.legend.plain'),
    { ...legend, y, height: row },
    face(small),
    tokens.ink,
  );
  y += row;
  const step = Math.min(small * 1.9, legend.width / (tokens.loss.length + 0.9));
  tokens.loss.forEach((colour, i) => {
    ink.fillStyle = colour;
    ink.fillRect(legend.x + i * step, y + 1, step - 1, small * 0.6);
  });
  ink.strokeStyle = tokens.line;
  ink.lineWidth = 1;
  ink.strokeRect(legend.x - 0.5, y + 0.5, step * tokens.loss.length, small * 0.6 + 1);
  y += small * 0.75;
  const unit = language === 'fr' ? '\u00a0%' : '%';
  LOSS_LIMITS.forEach((limit, i) => {
    // Every other limit: seven figures would touch.
    if (i % 2 === 0 && i !== 0) return;
    const text = `${Math.round(limit * 100)}${i === LOSS_LIMITS.length - 1 ? unit : ''}`;
    line(
      ink,
      text,
      { x: legend.x + (i + 1) * step - step, y, width: step * 2, height: small * 1.2 },
      face(small),
      tokens.muted,
      'center',
    );
  });
  y += small * 1.45;
  const kinds = ['unknown', 'old', 'contradicted', 'hit'] as const;
  for (const kind of kinds) {
    if (y + row > legend.y + legend.height + 1) return;
    const box = { x: legend.x, y: y + (row - swatch.height) / 2, ...swatch };
    const pour = (style: string | CanvasPattern | null, x = box.x, width = box.width, alpha = 1): void => {
      if (style === null) return;
      ink.globalAlpha = alpha;
      ink.fillStyle = style;
      ink.fillRect(x, box.y, width, box.height);
      ink.globalAlpha = 1;
    };
    pour(tokens.unknown);
    pour(patterns.unknown);
    if (kind === 'old') {
      pour(tokens.loss[4]!, box.x, box.width, 0.5);
      pour(patterns.old, box.x, box.width, 0.5);
    } else if (kind === 'contradicted') {
      pour(tokens.loss[1]!, box.x, box.width / 2);
      pour(tokens.loss[5]!, box.x + box.width / 2, box.width / 2);
      ink.fillStyle = tokens.ink;
      ink.fillRect(box.x + box.width / 2 - 0.5, box.y, 1, box.height);
    } else if (kind === 'hit') {
      pour(tokens.loss[4]!);
      pour(patterns.dots);
    }
    ink.strokeStyle = tokens.line;
    ink.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
    const x = legend.x + swatch.width + small * 0.5;
    line(
      ink,
      t(`table:seat.legend.${kind}`),
      { x, y, width: legend.x + legend.width - x, height: row },
      face(small),
      tokens.muted,
    );
    y += row;
  }
}
