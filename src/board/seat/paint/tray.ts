import type { TableMat } from '../../../view/tableModel.ts';
import type { Rect } from '../../layout/geometry.ts';
import { type Ink, mix } from '../../paint/canvas.ts';
import type { SeatContext } from '../context.ts';
import { paintEnvelope } from './glyphs.ts';
import { face, line } from './words.ts';

/** The tray: unopened envelopes lie in it, one on another; the count says how many. */
export function paintTray(ink: Ink, context: SeatContext, mat: TableMat, rect: Rect, broad: boolean): void {
  const { tokens, t, layout } = context;
  const { small, title } = layout.font;
  if (mat.tray === null || rect.width <= 0) return;
  const { count, unopened, asking } = mat.tray;
  if (!broad) {
    const width = small * 1.5;
    paintEnvelope(
      ink,
      unopened > 0 ? tokens.flapInk : tokens.muted,
      tokens.flap,
      rect.x + width / 2 + 1,
      rect.y + rect.height / 2,
      width,
      unopened === 0,
    );
    line(
      ink,
      String(unopened),
      { x: rect.x + width + 4, y: rect.y, width: rect.width - width - 4, height: rect.height },
      face(small, unopened > 0),
      unopened > 0 ? tokens.ink : tokens.muted,
    );
    return;
  }
  ink.beginPath();
  ink.roundRect(rect.x, rect.y, rect.width, rect.height, 6);
  ink.fillStyle = mix(tokens.panel, tokens.edge, 0.55);
  ink.fill();
  ink.strokeStyle = tokens.faint;
  ink.lineWidth = 1;
  ink.stroke();
  const pad = 8;
  const inner = rect.width - 2 * pad;
  const row = small * 1.35;
  let y = rect.y + pad * 0.75;
  const words = (text: string, colour: string, bold = false, size = small): void => {
    line(ink, text, { x: rect.x + pad, y, width: inner, height: size * 1.35 }, face(size, bold), colour);
    y += size * 1.35;
  };
  words(t('table:seat.tray.title'), tokens.muted);
  const stackHeight = Math.max(20, rect.y + rect.height - pad - (asking > 0 ? 3 : 2) * row - y - title * 0.2);
  const width = Math.min(inner * 0.5, stackHeight * 1.1);
  const shown = Math.min(4, unopened);
  const paper = tokens.flapInk;
  for (let i = 0; i < Math.max(1, shown); i++)
    paintEnvelope(
      ink,
      unopened === 0 ? tokens.line : paper,
      tokens.flap,
      rect.x + pad + width / 2 + i * inner * 0.14,
      y + stackHeight / 2 + (i % 2) * 3 - 1,
      width,
      unopened === 0,
    );
  y += stackHeight;
  words(
    unopened === 0 ? t('table:seat.tray.none') : t('table:seat.tray.toOpen', { count: unopened }),
    unopened === 0 ? tokens.muted : tokens.ink,
    unopened > 0,
  );
  if (asking > 0) words(t('table:seat.tray.asking', { count: asking }), tokens.ink);
  words(t('table:seat.tray.received', { count }), tokens.muted);
}
