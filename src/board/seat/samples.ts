import { type ThemeName, TOKENS } from '../../client/tokens.ts';
import type { TableArea } from '../../view/tableModel.ts';
import type { Ink } from '../paint/canvas.ts';
import { face, line } from './paint/words.ts';
import { makePatterns, paintBadge, paintBelieved } from './paint/belief.ts';
import { paintChannel, paintEmblem, paintEnvelope, paintPawn } from './paint/glyphs.ts';
import { paintLosing } from './paint/lanterns.ts';

/** Size of a sample, CSS px. */
export const SAMPLE = { width: 46, height: 26 } as const;

/** Everything that the legend of the table names, by the part of the table it lies in. */
export const READING = {
  map: ['loss', 'unknown', 'old', 'contradicted', 'hit', 'own', 'pin', 'sample', 'number', 'thread', 'town'],
  mats: ['open', 'closed', 'free', 'routine', 'call', 'gone', 'ladder', 'trust', 'progress', 'tray'],
  messages: ['email', 'crisis', 'phone', 'radio', 'bridge', 'public', 'failed'],
  instruments: ['lantern', 'losing', 'stopped', 'unseen', 'came', 'missing', 'usual', 'series', 'span'],
  rim: ['now', 'ghostPassed', 'ghostComing', 'word', 'change', 'act'],
} as const;

export type ReadingGroup = keyof typeof READING;
export type ReadingMark = (typeof READING)[ReadingGroup][number];

type Paint = (ink: Ink, theme: ThemeName, ratio: number) => void;

const MIDDLE = { x: SAMPLE.width / 2, y: SAMPLE.height / 2 };
const UNKNOWN: TableArea = {
  key: '',
  state: 'unknown',
  share: null,
  hit: null,
  other: null,
  own: false,
  badge: 'none',
};

/** A place on the map, as it would be painted there. */
const place =
  (area: Partial<TableArea>): Paint =>
  (ink, theme, ratio) => {
    const box = { x: 4, y: 3, width: 38, height: 20 };
    const path = new Path2D();
    path.roundRect(box.x, box.y, box.width, box.height, 4);
    const context = { tokens: TOKENS[theme], ratio };
    const drawn = { code: '', shapes: [{ path, box, enlarged: false }] };
    paintBelieved(ink, context, makePatterns(ink, context), { ...UNKNOWN, ...area }, drawn);
    ink.strokeStyle = area.own === true ? TOKENS[theme].seatServices : TOKENS[theme].coast;
    ink.lineWidth = area.own === true ? 2.4 : 1;
    ink.stroke(path);
  };

const pawn =
  (kind: 'free' | 'routine' | 'call' | 'gone'): Paint =>
  (ink, theme) => {
    const { seatOrange, panel, faint } = TOKENS[theme];
    if (kind === 'gone') {
      ink.fillStyle = faint;
      ink.beginPath();
      ink.ellipse(MIDDLE.x, 21, 5, 2, 0, 0, 2 * Math.PI);
      ink.fill();
      return;
    }
    ink.globalAlpha = kind === 'call' ? 0.55 : 1;
    paintPawn(ink, seatOrange, panel, MIDDLE.x, 23, 20, kind === 'routine');
    ink.globalAlpha = 1;
  };

const mat =
  (held: boolean): Paint =>
  (ink, theme) => {
    const tokens = TOKENS[theme];
    ink.beginPath();
    ink.roundRect(3, 3, 40, 20, 4);
    ink.strokeStyle = tokens.seatMinistry;
    ink.lineWidth = 1.6;
    if (!held) ink.setLineDash([4, 3]);
    ink.stroke();
    ink.setLineDash([]);
    paintEmblem(ink, tokens, 'ministry', MIDDLE.x, MIDDLE.y, 14, held);
  };

const channel =
  (name: 'email' | 'crisis' | 'phone' | 'radio' | 'bridge' | 'public', broken = false): Paint =>
  (ink, theme) => {
    const { flapInk, flap, ember } = TOKENS[theme];
    paintChannel(ink, name, { paper: flapInk, fold: flap }, MIDDLE.x, MIDDLE.y, 25);
    if (!broken) return;
    ink.strokeStyle = ember;
    ink.lineWidth = 2.6;
    ink.beginPath();
    ink.moveTo(MIDDLE.x - 10, 3);
    ink.lineTo(MIDDLE.x + 10, 23);
    ink.moveTo(MIDDLE.x + 10, 3);
    ink.lineTo(MIDDLE.x - 10, 23);
    ink.stroke();
  };

const diamond =
  (full: boolean): Paint =>
  (ink, theme) => {
    const { ghost, edge } = TOKENS[theme];
    ink.beginPath();
    ink.moveTo(MIDDLE.x, MIDDLE.y - 7);
    ink.lineTo(MIDDLE.x + 7, MIDDLE.y);
    ink.lineTo(MIDDLE.x, MIDDLE.y + 7);
    ink.lineTo(MIDDLE.x - 7, MIDDLE.y);
    ink.closePath();
    ink.fillStyle = full ? ghost : edge;
    ink.fill();
    ink.strokeStyle = ghost;
    ink.lineWidth = 1.2;
    ink.stroke();
  };

const pin =
  (square: boolean): Paint =>
  (ink, theme) => {
    const { ink: line, seatMinistry, edge } = TOKENS[theme];
    ink.strokeStyle = line;
    ink.lineWidth = 1.4;
    ink.beginPath();
    ink.moveTo(MIDDLE.x, 23);
    ink.lineTo(MIDDLE.x, 10);
    ink.stroke();
    ink.beginPath();
    if (square) ink.rect(MIDDLE.x - 4, 4, 8, 8);
    else ink.arc(MIDDLE.x, 8, 4.4, 0, 2 * Math.PI);
    ink.fillStyle = seatMinistry;
    ink.fill();
    ink.strokeStyle = edge;
    ink.stroke();
  };

const lantern =
  (state: 'up' | 'losing' | 'down' | 'unseen'): Paint =>
  (ink, theme) => {
    const { glass, memory, flame, line, muted, broken } = TOKENS[theme];
    ink.beginPath();
    ink.roundRect(MIDDLE.x - 8, 3, 16, 20, 4);
    if (state === 'unseen') {
      ink.strokeStyle = muted;
      ink.setLineDash([3, 3]);
      ink.stroke();
      ink.setLineDash([]);
      return;
    }
    ink.save();
    ink.clip();
    ink.fillStyle = glass;
    ink.fillRect(MIDDLE.x - 8, 3, 16, 20);
    if (state !== 'down') {
      ink.fillStyle = flame;
      ink.globalAlpha = 0.5;
      ink.fillRect(MIDDLE.x - 8, 3, 16, 11);
      ink.globalAlpha = 1;
      ink.fillStyle = memory;
      ink.fillRect(MIDDLE.x - 8, 14, 16, 9);
    }
    ink.restore();
    ink.strokeStyle = line;
    ink.lineWidth = 1.4;
    ink.stroke();
    if (state === 'losing') paintLosing(ink, TOKENS[theme], { x: MIDDLE.x - 8, y: 3, width: 16, height: 17 });
    if (state !== 'down') {
      ink.fillStyle = flame;
      for (let i = 0; i < 5; i++) ink.fillRect(MIDDLE.x + 12, 5 + i * 3.6, 4, 2.2);
      return;
    }
    ink.strokeStyle = broken;
    ink.lineWidth = 2;
    ink.beginPath();
    ink.moveTo(MIDDLE.x - 5, 6);
    ink.lineTo(MIDDLE.x + 5, 20);
    ink.moveTo(MIDDLE.x + 5, 6);
    ink.lineTo(MIDDLE.x - 5, 20);
    ink.stroke();
  };

const rounds =
  (full: boolean): Paint =>
  (ink, theme) => {
    const { town, muted } = TOKENS[theme];
    for (const x of [-11, 0, 11]) {
      ink.beginPath();
      ink.arc(MIDDLE.x + x, MIDDLE.y, 4, 0, 2 * Math.PI);
      if (full) {
        ink.fillStyle = town;
        ink.fill();
      } else {
        ink.strokeStyle = muted;
        ink.lineWidth = 1.2;
        ink.stroke();
      }
    }
  };

const thread =
  (whole: boolean): Paint =>
  (ink, theme) => {
    const { through, refused, town } = TOKENS[theme];
    ink.strokeStyle = through;
    ink.lineWidth = 1.6;
    ink.beginPath();
    ink.moveTo(3, 20);
    ink.quadraticCurveTo(15, 4, whole ? 42 : 23, 8);
    ink.stroke();
    ink.fillStyle = whole ? town : refused;
    ink.beginPath();
    ink.arc(whole ? 42 : 24, 8, 2.6, 0, 2 * Math.PI);
    ink.fill();
  };

const mark =
  (kind: 'act' | 'change'): Paint =>
  (ink, theme) => {
    const { seatServices, order, edge } = TOKENS[theme];
    ink.beginPath();
    if (kind === 'act') ink.roundRect(MIDDLE.x - 4, MIDDLE.y - 4, 8, 8, 1.5);
    else ink.arc(MIDDLE.x, MIDDLE.y, 5, 0, 2 * Math.PI);
    ink.fillStyle = kind === 'act' ? seatServices : order;
    ink.fill();
    ink.strokeStyle = edge;
    ink.stroke();
  };

const PAINTERS: Readonly<Record<ReadingMark, Paint>> = {
  loss: (ink, theme) => {
    const { loss } = TOKENS[theme];
    loss.forEach((colour, i) => {
      ink.fillStyle = colour;
      ink.fillRect(3 + (40 * i) / loss.length, 7, 40 / loss.length, 12);
    });
  },
  unknown: place({}),
  old: place({ state: 'old', share: 0.35 }),
  contradicted: place({ state: 'contradicted', share: 0.5, other: 0.01 }),
  hit: place({ state: 'known', hit: true }),
  own: place({ own: true }),
  pin: pin(false),
  sample: pin(true),
  number: (ink, theme) => {
    const context = { tokens: TOKENS[theme] };
    paintBadge(ink, context, 'heard', 6, MIDDLE.y);
    paintBadge(ink, context, 'tested', 17, MIDDLE.y);
    paintBadge(ink, context, 'crosses', 29, MIDDLE.y);
    paintBadge(ink, context, 'withdrawn', 41, MIDDLE.y);
  },
  thread: thread(false),
  town: thread(true),
  open: mat(true),
  closed: mat(false),
  free: pawn('free'),
  routine: pawn('routine'),
  call: pawn('call'),
  gone: pawn('gone'),
  ladder: (ink, theme) => {
    const { seatOrange, line, panel } = TOKENS[theme];
    for (let i = 0; i < 4; i++) {
      ink.beginPath();
      ink.roundRect(6 + i * 9, 19 - (6 + i * 3), 6, 6 + i * 3, 1.5);
      ink.fillStyle = i < 2 ? seatOrange : panel;
      ink.fill();
      ink.strokeStyle = i < 2 ? seatOrange : line;
      ink.stroke();
    }
  },
  trust: (ink, theme) => {
    const { ink: full, panel, muted } = TOKENS[theme];
    for (let i = 0; i < 3; i++) {
      ink.beginPath();
      ink.arc(12 + i * 11, MIDDLE.y, 3.8, 0, 2 * Math.PI);
      ink.fillStyle = i < 2 ? full : panel;
      ink.fill();
      ink.strokeStyle = muted;
      ink.stroke();
    }
  },
  progress: (ink, theme) => {
    const { seatOrange, faint } = TOKENS[theme];
    ink.fillStyle = faint;
    ink.fillRect(3, MIDDLE.y - 2.5, 40, 5);
    ink.fillStyle = seatOrange;
    ink.fillRect(3, MIDDLE.y - 2.5, 24, 5);
  },
  tray: (ink, theme) => {
    const { flapInk, flap } = TOKENS[theme];
    for (let i = 0; i < 3; i++)
      paintEnvelope(ink, flapInk, flap, 16 + i * 7, MIDDLE.y + (i % 2) * 3 - 1, 24, false);
  },
  email: channel('email'),
  crisis: channel('crisis'),
  phone: channel('phone'),
  radio: channel('radio'),
  bridge: channel('bridge'),
  public: channel('public'),
  failed: channel('phone', true),
  lantern: lantern('up'),
  losing: lantern('losing'),
  stopped: lantern('down'),
  unseen: lantern('unseen'),
  came: rounds(true),
  missing: rounds(false),
  usual: (ink, theme) => {
    const box = { x: 0, y: 3, width: SAMPLE.width, height: 20 };
    line(ink, '32 (44)', box, face(13), TOKENS[theme].ink, 'center');
  },
  series: (ink, theme) => {
    const { seatServices, ink: usual } = TOKENS[theme];
    ink.fillStyle = seatServices;
    [16, 10, 18, 13].forEach((y, i) => ink.fillRect(3 + i * 10, y, 9, 2.4));
    ink.strokeStyle = usual;
    ink.lineWidth = 1.2;
    ink.setLineDash([2, 2.5]);
    ink.beginPath();
    ink.moveTo(3, 13);
    ink.lineTo(43, 8);
    ink.stroke();
    ink.setLineDash([]);
  },
  span: (ink, theme) => {
    const { seatAnssi, muted } = TOKENS[theme];
    ink.fillStyle = muted;
    ink.fillRect(3, MIDDLE.y - 0.5, 40, 1);
    for (const end of [3, 42]) ink.fillRect(end, MIDDLE.y - 4, 1, 8);
    ink.fillStyle = seatAnssi;
    ink.beginPath();
    ink.roundRect(6, MIDDLE.y - 4, 20, 8, 3);
    ink.fill();
  },
  now: (ink, theme) => {
    const { muted, ink: bright } = TOKENS[theme];
    ink.strokeStyle = muted;
    ink.lineWidth = 2.5;
    ink.beginPath();
    ink.moveTo(3, MIDDLE.y);
    ink.lineTo(30, MIDDLE.y);
    ink.stroke();
    ink.strokeStyle = bright;
    ink.lineWidth = 3;
    ink.beginPath();
    ink.moveTo(30, MIDDLE.y - 7);
    ink.lineTo(30, MIDDLE.y + 7);
    ink.stroke();
  },
  ghostPassed: diamond(true),
  ghostComing: diamond(false),
  word: (ink, theme) => paintEmblem(ink, TOKENS[theme], 'ministry', MIDDLE.x, MIDDLE.y, 18),
  change: mark('change'),
  act: mark('act'),
};

/** Paints a mark of the legend as the table paints it. `ratio`: device pixels per CSS pixel. */
export function paintSample(ink: Ink, name: ReadingMark, theme: ThemeName, ratio: number): void {
  ink.clearRect(0, 0, SAMPLE.width, SAMPLE.height);
  PAINTERS[name](ink, theme, ratio);
}
