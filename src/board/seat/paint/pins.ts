import { clockText } from '../../context.ts';
import type { Ink } from '../../paint/canvas.ts';
import { seatHue, type SeatContext } from '../context.ts';
import { PIN_HEIGHT, type PlacedPin } from '../pins.ts';
import type { SeatId } from '../../../session/playProtocol.ts';
import { face, line } from './words.ts';

/** Reports as pins with the hour they speak of; samples with a square head. */
export function paintPins(
  ink: Ink,
  { tokens, layout }: SeatContext,
  seat: SeatId,
  pins: readonly PlacedPin[],
): void {
  const hue = seatHue(tokens, seat);
  // Oldest first: the latest stand in front.
  for (const { also, old, foot } of pins) {
    for (const { x, y } of old ? [foot, ...also] : also) {
      ink.beginPath();
      ink.arc(x, y, 1.9, 0, 2 * Math.PI);
      ink.fillStyle = hue;
      ink.fill();
      ink.strokeStyle = tokens.edge;
      ink.lineWidth = 0.8;
      ink.stroke();
    }
  }
  for (const { pin, foot, old } of pins.toReversed()) {
    if (old) continue;
    ink.strokeStyle = tokens.ink;
    ink.lineWidth = 1.3;
    ink.beginPath();
    ink.moveTo(foot.x, foot.y);
    ink.lineTo(foot.x, foot.y - PIN_HEIGHT + 3);
    ink.stroke();
    ink.beginPath();
    if (pin.kind === 'sample') ink.rect(foot.x - 3.6, foot.y - PIN_HEIGHT - 3.6, 7.2, 7.2);
    else ink.arc(foot.x, foot.y - PIN_HEIGHT, 3.9, 0, 2 * Math.PI);
    ink.fillStyle = hue;
    ink.fill();
    ink.strokeStyle = tokens.edge;
    ink.lineWidth = 1.2;
    ink.stroke();
  }
  for (const { pin, time } of pins) {
    if (time === null) continue;
    ink.fillStyle = tokens.panel;
    ink.globalAlpha = 0.86;
    ink.beginPath();
    ink.roundRect(time.x - 1, time.y, time.width + 2, time.height, 2);
    ink.fill();
    ink.globalAlpha = 1;
    line(ink, clockText(pin.at), time, face(layout.font.small), tokens.ink, 'center');
  }
}
