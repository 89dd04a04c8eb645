import type { Channel, SeatId } from '../../../session/playProtocol.ts';
import type { Tokens } from '../../../client/tokens.ts';
import type { Ink } from '../../paint/canvas.ts';
import { seatHue } from '../context.ts';
import { face } from './words.ts';

/** Letters of the emblems: the same in both languages, as on a chessboard. */
export const LETTERS: Readonly<Record<SeatId, string>> = {
  orange: 'O',
  ministry: 'M',
  anssi: 'A',
  services: 'S',
};

/** Outline of a seat's emblem around a centre; `size` is its height. Square, disc, triangle, cross. */
export function emblemPath(ink: Ink, seat: SeatId, x: number, y: number, size: number): void {
  const r = size / 2;
  ink.beginPath();
  if (seat === 'orange') ink.roundRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, r * 0.2);
  else if (seat === 'ministry') ink.arc(x, y, r, 0, 2 * Math.PI);
  else if (seat === 'anssi') {
    ink.moveTo(x, y - r);
    ink.lineTo(x + r * 1.08, y + r * 0.88);
    ink.lineTo(x - r * 1.08, y + r * 0.88);
    ink.closePath();
  } else {
    const a = r * 0.42;
    ink.moveTo(x - a, y - r);
    for (const [dx, dy] of [
      [a, -r],
      [a, -a],
      [r, -a],
      [r, a],
      [a, a],
      [a, r],
      [-a, r],
      [-a, a],
      [-r, a],
      [-r, -a],
      [-a, -a],
    ] as const)
      ink.lineTo(x + dx, y + dy);
    ink.closePath();
  }
}

export function paintEmblem(
  ink: Ink,
  tokens: Tokens,
  seat: SeatId,
  x: number,
  y: number,
  size: number,
  full = true,
): void {
  const hue = seatHue(tokens, seat);
  emblemPath(ink, seat, x, y, size);
  ink.lineJoin = 'round';
  ink.lineWidth = 1.6;
  ink.strokeStyle = hue;
  ink.fillStyle = full ? hue : tokens.panel;
  ink.fill();
  ink.stroke();
  const letter = size * (seat === 'anssi' ? 0.46 : seat === 'services' ? 0.44 : 0.58);
  ink.font = face(letter, true);
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  ink.fillStyle = full ? tokens.panel : hue;
  ink.fillText(LETTERS[seat], x, y + size * (seat === 'anssi' ? 0.15 : 0.03));
}

/** A person seen from above and before: head and shoulders; feet at `y`. Hollow: busy with routine. */
export function paintPawn(
  ink: Ink,
  hue: string,
  edge: string,
  x: number,
  y: number,
  height: number,
  hollow: boolean,
): void {
  const head = height * 0.2;
  const half = height * 0.29;
  ink.lineWidth = Math.max(1.2, height * 0.075);
  ink.lineJoin = 'round';
  ink.strokeStyle = hollow ? hue : edge;
  ink.fillStyle = hollow ? edge : hue;
  ink.beginPath();
  ink.moveTo(x - half, y - 1);
  ink.bezierCurveTo(x - half, y - height * 0.62, x + half, y - height * 0.62, x + half, y - 1);
  ink.closePath();
  ink.fill();
  ink.stroke();
  ink.beginPath();
  ink.arc(x, y - height + head + 1, head, 0, 2 * Math.PI);
  ink.fill();
  ink.stroke();
}

/** An envelope, closed or opened, around a centre. */
export function paintEnvelope(
  ink: Ink,
  paper: string,
  fold: string,
  x: number,
  y: number,
  width: number,
  opened = false,
): void {
  const height = width * 0.64;
  const left = x - width / 2;
  const top = y - height / 2;
  ink.beginPath();
  ink.roundRect(left, top, width, height, width * 0.06);
  ink.fillStyle = opened ? 'transparent' : paper;
  ink.fill();
  ink.strokeStyle = opened ? paper : fold;
  ink.lineWidth = Math.max(1, width * 0.045);
  ink.lineJoin = 'round';
  ink.stroke();
  ink.beginPath();
  ink.moveTo(left + 1, top + 1);
  ink.lineTo(x, y + height * (opened ? -0.05 : 0.12));
  ink.lineTo(left + width - 1, top + 1);
  ink.stroke();
}

/** What travels by each channel, around a centre: an envelope, a handset, linked voices, waves, a loudspeaker. */
export function paintChannel(
  ink: Ink,
  channel: Channel,
  colours: { readonly paper: string; readonly fold: string },
  x: number,
  y: number,
  width: number,
): void {
  const { paper, fold } = colours;
  if (channel === 'email' || channel === 'crisis') {
    paintEnvelope(ink, paper, fold, x, y, width);
    if (channel === 'crisis') {
      ink.beginPath();
      ink.moveTo(x, y - width * 0.2);
      ink.lineTo(x, y + width * 0.06);
      ink.moveTo(x, y + width * 0.14);
      ink.lineTo(x, y + width * 0.2);
      ink.lineWidth = width * 0.09;
      ink.stroke();
    }
    return;
  }
  // A disc of paper, with the sign of the channel.
  const r = width * 0.42;
  ink.beginPath();
  ink.arc(x, y, r, 0, 2 * Math.PI);
  ink.fillStyle = paper;
  ink.fill();
  ink.strokeStyle = fold;
  ink.lineWidth = Math.max(1, width * 0.045);
  ink.stroke();
  ink.lineCap = 'round';
  ink.lineWidth = width * 0.1;
  ink.beginPath();
  if (channel === 'phone') {
    ink.arc(x + r * 0.75, y - r * 0.75, r * 1.25, Math.PI * 0.62, Math.PI * 0.88);
    ink.stroke();
    ink.beginPath();
    ink.lineWidth = width * 0.15;
    ink.moveTo(x - r * 0.5, y - r * 0.42);
    ink.lineTo(x - r * 0.28, y - r * 0.28);
    ink.moveTo(x + r * 0.42, y + r * 0.5);
    ink.lineTo(x + r * 0.28, y + r * 0.28);
    ink.stroke();
  } else if (channel === 'bridge') {
    for (const [dx, dy] of [
      [0, -0.48],
      [0.46, 0.34],
      [-0.46, 0.34],
    ] as const) {
      ink.moveTo(x, y);
      ink.lineTo(x + dx * r, y + dy * r);
    }
    ink.stroke();
  } else if (channel === 'radio') {
    for (const k of [0.3, 0.62]) {
      ink.moveTo(x + r * k, y - r * k);
      ink.arc(x, y, r * k * 1.41, -Math.PI / 4, Math.PI / 4);
    }
    ink.moveTo(x - r * 0.3, y);
    ink.lineTo(x - r * 0.1, y);
    ink.stroke();
  } else {
    ink.moveTo(x - r * 0.5, y);
    ink.lineTo(x + r * 0.4, y - r * 0.45);
    ink.lineTo(x + r * 0.4, y + r * 0.45);
    ink.closePath();
    ink.stroke();
  }
  ink.lineCap = 'butt';
}
