import { type BoardContext, rimText, SANS } from '../context.ts';
import { type Ink, roundedRect, write } from './canvas.ts';

const MINUTE = 60_000;

/** The frame of the table: EXERCICE and, where time runs along it, the hours and a tick each five minutes. */
export function paintRim(ink: Ink, context: BoardContext, hours = true): void {
  const { layout, tokens, t } = context;
  const { outer, inner, font, plaque, compact } = layout;
  ink.beginPath();
  roundedRect(ink, outer, layout.outerRadius);
  roundedRect(ink, inner, layout.innerRadius);
  ink.fillStyle = tokens.rim;
  ink.fill('evenodd');
  ink.lineWidth = 1;
  ink.strokeStyle = tokens.faint;
  ink.beginPath();
  roundedRect(ink, outer, layout.outerRadius);
  ink.stroke();
  ink.strokeStyle = tokens.line;
  ink.beginPath();
  roundedRect(ink, inner, layout.innerRadius);
  ink.stroke();

  write(
    ink,
    t('table:exercise'),
    plaque.x + (compact ? 4 : 8),
    plaque.y + plaque.height / 2 + 0.5,
    `bold ${font.rim}px ${SANS}`,
    tokens.muted,
    'left',
    compact ? 1 : 2,
  );

  if (hours) paintTicks(ink, context);
}

/** Painted again over the time that has passed. */
export function paintTicks(ink: Ink, { layout, tokens }: BoardContext): void {
  const { track, font, compact, outer, inner } = layout;
  const rimX = inner.x - outer.x;
  for (let at = track.from; at <= track.to; at += 5 * MINUTE) {
    const { inner: edge, outer: rim, inward, side } = track.place(at);
    const minutes = Math.round(at / MINUTE);
    const half = minutes % 30 === 0;
    const long = half ? 8 : minutes % 15 === 0 ? 6 : 4;
    const length = compact ? long * 0.7 : long;
    ink.beginPath();
    ink.moveTo(edge.x, edge.y);
    ink.lineTo(edge.x - inward.x * length, edge.y - inward.y * length);
    ink.lineWidth = half ? 1.5 : 1;
    ink.strokeStyle = half ? tokens.muted : tokens.line;
    ink.stroke();
    if (!half || (compact && minutes % 60 !== 0)) continue;
    // On a line of its own between the outer edge and the ticks.
    const share =
      side === 'top' || side === 'bottom'
        ? layout.kind === 'wide'
          ? 0.42
          : 0.38
        : (rimX - (compact ? 6 : 9)) / 2 / rimX;
    const x = rim.x + (edge.x - rim.x) * share;
    const y = rim.y + (edge.y - rim.y) * share;
    // The first hour stands after the plaque, the last under the corner.
    const first = at === track.from;
    const text = compact ? `${minutes / 60} h` : rimText(at);
    write(
      ink,
      text,
      first ? x + 2 : x,
      y + 0.5,
      `${font.rim}px ${SANS}`,
      tokens.ink,
      first ? 'left' : 'center',
    );
  }
}
