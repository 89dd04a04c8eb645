import { SANS } from '../../context.ts';
import type { Rect } from '../../layout/geometry.ts';
import { type Ink, wrap, write } from '../../paint/canvas.ts';

/** One line of words and figures, in heights of letters. */
export const ROW = 1.4;

export const face = (size: number, bold = false): string => `${bold ? 'bold ' : ''}${size}px ${SANS}`;

/** One line in a rectangle, cut with an ellipsis when it is too long: the console has it in full. */
export function line(
  ink: Ink,
  text: string,
  { x, y, width, height }: Rect,
  font: string,
  colour: string,
  align: CanvasTextAlign = 'left',
): void {
  ink.font = font;
  let shown = text;
  if (ink.measureText(text).width > width + 0.5) {
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ink.measureText(`${text.slice(0, middle).trimEnd()}…`).width <= width) low = middle;
      else high = middle - 1;
    }
    shown = low === 0 ? '' : `${text.slice(0, low).trimEnd()}…`;
  }
  const left = align === 'right' ? x + width : align === 'center' ? x + width / 2 : x;
  write(ink, shown, left, y + height / 2 + 0.5, font, colour, align);
}

/** One line set smaller when it is too long, down to `least`, then cut. */
export function fitted(
  ink: Ink,
  text: string,
  rect: Rect,
  size: number,
  least: number,
  colour: string,
  bold = true,
  align: CanvasTextAlign = 'left',
): void {
  ink.font = face(size, bold);
  const share = rect.width / Math.max(1, ink.measureText(text).width);
  let set = Math.max(least, Math.min(size, size * share * 0.99));
  // Small letters are not exactly as much narrower.
  for (; set > least; set -= 0.25) {
    ink.font = face(set, bold);
    if (ink.measureText(text).width <= rect.width) break;
  }
  line(ink, text, rect, face(Math.max(least, set), bold), colour, align);
}

/** Lines broken at spaces from the top of a rectangle, the last one cut if there are more than fit; their number. */
export function lines(
  ink: Ink,
  text: string,
  rect: Rect,
  size: number,
  colour: string,
  most: number,
  bold = false,
): number {
  const font = face(size, bold);
  const step = size * 1.3;
  const broken = wrap(ink, text, font, rect.width);
  const room = Math.min(most, Math.floor((rect.height + 1) / step));
  const shown = broken.slice(0, Math.max(0, room));
  if (broken.length > shown.length && shown.length > 0)
    shown[shown.length - 1] = broken.slice(shown.length - 1).join(' ');
  shown.forEach((each, i) =>
    line(ink, each, { x: rect.x, y: rect.y + i * step, width: rect.width, height: step }, font, colour),
  );
  return shown.length;
}
