import type { Rect } from '../layout/geometry.ts';

export type Ink = CanvasRenderingContext2D;

export function roundedRect(ink: Ink, rect: Rect, radius: number): void {
  ink.roundRect(rect.x, rect.y, rect.width, rect.height, radius);
}

/** Writes one line; `letter` is extra space between letters, CSS pixels. */
export function write(
  ink: Ink,
  text: string,
  x: number,
  y: number,
  font: string,
  colour: string,
  align: CanvasTextAlign = 'left',
  letter = 0,
): void {
  ink.font = font;
  ink.fillStyle = colour;
  ink.textAlign = align;
  ink.textBaseline = 'middle';
  ink.letterSpacing = `${letter}px`;
  ink.fillText(text, x, y);
  ink.letterSpacing = '0px';
}

/** Breaks a text into lines no wider than `width`, at spaces only. */
export function wrap(ink: Ink, text: string, font: string, width: number): string[] {
  ink.font = font;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && ink.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Mixes two "#rrggbb" colours; `t` = 0 gives the first. */
export function mix(a: string, b: string, t: number): string {
  const part = (i: number): string =>
    Math.round(parseInt(a.slice(i, i + 2), 16) * (1 - t) + parseInt(b.slice(i, i + 2), 16) * t)
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** Oblique hatching: the mark of what is not known or not there. */
export function hatch(ink: Ink, colour: string, step: number, ratio: number): CanvasPattern | null {
  const size = Math.round(step * ratio);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const t = tile.getContext('2d');
  if (!t) return null;
  t.strokeStyle = colour;
  t.lineWidth = ratio;
  t.beginPath();
  for (const shift of [-size, 0, size]) {
    t.moveTo(shift - 1, size + 1);
    t.lineTo(shift + size + 1, -1);
  }
  t.stroke();
  const pattern = ink.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
