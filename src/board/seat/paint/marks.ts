import { rimText } from '../../context.ts';
import { type Ink, wrap } from '../../paint/canvas.ts';
import { nameMark, seatHue, type SeatContext } from '../context.ts';
import type { PlacedMark } from '../marks.ts';
import { paintEmblem } from './glyphs.ts';
import { face, line } from './words.ts';

/** Tonight's marks on the rim, beside the ghosts of 2021. */
export function paintMarks(ink: Ink, { tokens, layout }: SeatContext, marks: readonly PlacedMark[]): void {
  const { size } = layout.mark;
  // Words last: they are the ones looked for.
  const order = ['ghost', 'act', 'tag', 'word'];
  for (const { token, at } of marks.toSorted(
    (a, b) => order.indexOf(a.token.kind) - order.indexOf(b.token.kind),
  )) {
    const { x, y } = at;
    const hue = token.seat === null ? tokens.order : seatHue(tokens, token.seat);
    if (token.kind === 'ghost') {
      ink.beginPath();
      ink.moveTo(x, y - size);
      ink.lineTo(x + size, y);
      ink.lineTo(x, y + size);
      ink.lineTo(x - size, y);
      ink.closePath();
      ink.fillStyle = token.passed ? tokens.ghost : tokens.edge;
      ink.fill();
      ink.strokeStyle = tokens.ghost;
      ink.lineWidth = 1.2;
      ink.stroke();
    } else if (token.kind === 'word' && token.seat !== null) {
      ink.beginPath();
      ink.arc(x, y, size * 1.75, 0, 2 * Math.PI);
      ink.fillStyle = tokens.edge;
      ink.fill();
      paintEmblem(ink, tokens, token.seat, x, y, size * 2.8);
    } else {
      ink.beginPath();
      // Acts are bars across the rim's edge, changes of state discs.
      if (token.kind === 'act') ink.roundRect(x - size * 0.55, y - size * 0.55, size * 1.1, size * 1.1, 1.5);
      else ink.arc(x, y, size * 0.8, 0, 2 * Math.PI);
      ink.fillStyle = hue;
      ink.fill();
      ink.strokeStyle = tokens.edge;
      ink.lineWidth = 1.3;
      ink.stroke();
    }
  }
}

/** The latest marks named on the Channel, under the clock: the rim itself has no room for names between the mats. */
export function paintLatest(ink: Ink, context: SeatContext, marks: readonly PlacedMark[]): void {
  const { layout, tokens } = context;
  const { lastName, font } = layout;
  const { small } = font;
  const row = small * 1.25;
  if (lastName.height < row * 2 || lastName.width < small * 4) return;
  let y = lastName.y;
  const named = marks.filter(({ token }) => token.passed && token.kind !== 'act').toReversed();
  for (const { token } of named) {
    const words = wrap(ink, nameMark(context, token), face(small), lastName.width).slice(0, 2);
    if (y + row * (1 + words.length) > lastName.y + lastName.height) return;
    const colour =
      token.kind === 'ghost'
        ? tokens.ghost
        : token.seat === null
          ? tokens.order
          : seatHue(tokens, token.seat);
    line(
      ink,
      `${token.kind === 'ghost' ? '◆' : '●'} ${rimText(token.at)}`,
      { ...lastName, y, height: row },
      face(small),
      colour,
    );
    y += row;
    for (const word of words) {
      line(ink, word, { ...lastName, y, height: row }, face(small), tokens.muted);
      y += row;
    }
    y += 3;
  }
}
