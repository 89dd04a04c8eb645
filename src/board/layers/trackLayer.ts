import type Phaser from 'phaser';
import type { BoardToken } from '../../view/boardModel.ts';
import { type BoardContext, hex, rimText, SANS } from '../context.ts';
import { tokenPlace } from '../hitTest.ts';
import { clamp } from '../layout/geometry.ts';
import { placeLabels } from '../layout/labels.ts';
import { obstaclesOf } from '../layout/obstacles.ts';
import { wrap } from '../paint/canvas.ts';
import { Batch } from '../batch.ts';

const MINUTE = 60_000;
/** Distance of the thread's middle from the inner edge, outwards. */
const THREAD = 1.5;

/** The rim has room for a few words: its own short name of the moment, else the chronology's. */
const shortName = (token: BoardToken, t: BoardContext['t']): string =>
  t(`table:ghost.${token.key.replace(/^ghost:/, '')}`, { defaultValue: t(token.labelKey) });

/** The rim's own life: time that has passed, the needle, the ghosts of 2021 and the orders of tonight. */
export class TrackLayer {
  private readonly context: BoardContext;
  private readonly scene: Phaser.Scene;
  private readonly past: Batch;
  private readonly marks: Phaser.GameObjects.Graphics;
  private texts: Phaser.GameObjects.Text[] = [];
  private tokens: readonly BoardToken[] = [];
  /** The plate that names the mark pointed at. */
  private readonly plate: Phaser.GameObjects.Graphics;
  private readonly plateText: Phaser.GameObjects.Text;
  private named: string | null = null;
  private drawnAt = -1;
  /** The thread's corners, with the time of each: straight parts need none between their ends. */
  private readonly thread: { readonly at: number; readonly x: number; readonly y: number }[] = [];

  constructor(scene: Phaser.Scene, context: BoardContext) {
    this.scene = scene;
    this.context = context;
    this.past = new Batch(scene.add.graphics());
    this.marks = scene.add.graphics();
    // Over lanterns and counters: a name that was asked for is read first.
    this.plate = scene.add.graphics().setDepth(2).setVisible(false);
    this.plateText = scene.add
      .text(0, 0, '', {
        fontFamily: SANS,
        fontSize: `${context.layout.font.small}px`,
        color: context.tokens.ink,
        lineSpacing: 2,
        resolution: context.ratio,
      })
      .setDepth(2)
      .setVisible(false);
    const { track } = context.layout;
    for (let at = track.from; at <= track.to; at += MINUTE / 2) {
      const { inner, inward } = track.place(at);
      const next = track.place(at + MINUTE / 2).inward;
      if (at !== track.from && next.x === inward.x && next.y === inward.y) continue;
      this.thread.push({ at, x: inner.x - inward.x * THREAD, y: inner.y - inward.y * THREAD });
    }
  }

  /** A bright thread along the inner edge, and a pointer among the ticks, clear of the hours' names. Redrawn only when it has moved enough. */
  setTime(at: number): void {
    const step = Math.floor(at / (MINUTE / 4));
    if (step === this.drawnAt) return;
    this.drawnAt = step;
    const { layout, tokens } = this.context;
    const { track, compact } = layout;
    this.past.start();
    this.past.path(compact ? 2 : 2.5, hex(tokens.muted), 1);
    const end = Math.min(track.to, Math.max(track.from, at));
    this.thread.forEach(({ at: time, x, y }, i) => {
      if (i === 0) this.past.move(x, y);
      else if (time < end) this.past.line(x, y);
    });
    const { inner, inward } = track.place(end);
    this.past.line(inner.x - inward.x * THREAD, inner.y - inward.y * THREAD);
    this.past.stroke();
    const now = track.place(end);
    this.past.path(compact ? 2.5 : 3, hex(tokens.ink), 1);
    const { x, y } = now.inner;
    const back = layout.kind === 'wide' ? 7 : 5;
    const half = compact ? 3 : 4;
    const [ox, oy] = [x - now.inward.x * back, y - now.inward.y * back];
    this.past.move(x + now.inward.x * 6, y + now.inward.y * 6);
    this.past.line(ox, oy);
    this.past.move(ox - now.inward.y * half, oy + now.inward.x * half);
    this.past.line(ox + now.inward.y * half, oy - now.inward.x * half);
    this.past.stroke();
    this.past.end();
  }

  setTokens(tokens: readonly BoardToken[]): void {
    for (const text of this.texts) text.destroy();
    this.texts = [];
    this.tokens = tokens;
    this.marks.clear();
    const { layout, tokens: colours, t } = this.context;
    const { font } = layout;
    const { size } = layout.mark;
    if (layout.kind !== 'wide') this.nameLast(tokens);
    else this.nameAll(tokens, `${font.small}px ${SANS}`, t);
    for (const token of tokens) {
      const place = tokenPlace(layout, token);
      if (!place) continue;
      const { x, y } = place;
      if (token.kind === 'ghost') {
        this.diamond(x, y, size, hex(colours.ghost), token.passed);
      } else {
        // A disc across the edge of the rim, hollow until it is given.
        this.marks.fillStyle(hex(token.passed ? colours.order : colours.rim), 1).fillCircle(x, y, size - 1.5);
        this.marks
          .lineStyle(1.5, hex(token.passed ? colours.edge : colours.order), 1)
          .strokeCircle(x, y, size - 1);
      }
    }
  }

  private diamond(x: number, y: number, size: number, colour: number, full: boolean): void {
    this.marks.beginPath();
    this.marks.moveTo(x, y - size);
    this.marks.lineTo(x + size, y);
    this.marks.lineTo(x, y + size);
    this.marks.lineTo(x - size, y);
    this.marks.closePath();
    this.marks.fillStyle(full ? colour : hex(this.context.tokens.edge), 1).fillPath();
    this.marks.lineStyle(1.3, colour, full ? 1 : 0.75).strokePath();
  }

  /** Ghosts are named once the clock has passed them. */
  private nameAll(tokens: readonly BoardToken[], font: string, t: BoardContext['t']): void {
    const { layout } = this.context;
    const ink = document.createElement('canvas').getContext('2d');
    if (!ink) return;
    const line = Math.round(layout.font.small * 1.2);
    const lines = new Map<string, string[]>();
    const inputs = tokens
      .filter(
        (token) =>
          token.kind === 'ghost' &&
          token.passed &&
          token.at >= layout.track.from &&
          token.at <= layout.track.to,
      )
      .map((token) => {
        const { side } = layout.track.place(token.at);
        const narrow = side === 'left' || side === 'right';
        const room = narrow ? Math.max(100, layout.bandX - 26) : 400;
        const broken = wrap(ink, shortName(token, t), font, room);
        lines.set(token.key, broken);
        const width = Math.max(...broken.map((each) => ink.measureText(each).width));
        return { key: token.key, at: token.at, width: Math.ceil(width) + 2, height: line * broken.length };
      });
    const { map } = this.context;
    // Moments still to come have their marks already: no name may lie on them.
    const { depth, size } = layout.mark;
    const obstacles = obstaclesOf(layout, map);
    for (const token of tokens) {
      if (token.kind !== 'ghost' || token.passed) continue;
      const { inner, inward } = layout.track.place(token.at);
      const x = inner.x + inward.x * depth - size - 2;
      const y = inner.y + inward.y * depth - size - 2;
      obstacles.push({ x, y, width: 2 * size + 4, height: 2 * size + 4 });
    }
    const placed = placeLabels(layout.track, layout.inner, inputs, obstacles, layout.mark);
    for (const { key, side, rect, leader } of placed) {
      const right =
        side === 'right' ||
        (leader === null && rect.x + rect.width > layout.inner.x + layout.inner.width - 40);
      const text = this.write((lines.get(key) ?? []).join('\n'), rect.x, rect.y, right ? 'right' : 'left');
      if (right) text.setOrigin(1, 0).setX(rect.x + rect.width);
      if (!leader) continue;
      const x = Math.max(rect.x + 6, Math.min(rect.x + rect.width - 6, leader.x));
      const y = leader.y < rect.y ? rect.y + 2 : rect.y + rect.height - 2;
      this.marks.lineStyle(1, hex(this.context.tokens.line), 1).lineBetween(leader.x, leader.y, x, y);
    }
    // A narrow table has no room for them all: the last one always has its place, beside the clock.
    const last = tokens.filter((token) => inputs.some(({ key }) => key === token.key)).at(-1);
    if (!last || placed.some(({ key }) => key === last.key)) return;
    this.nameLast(tokens);
  }

  /** The last moment that has passed, where the rim has no room for its name. */
  private nameLast(tokens: readonly BoardToken[]): void {
    const last = tokens.filter((token) => token.kind === 'ghost' && token.passed).at(-1);
    const ink = document.createElement('canvas').getContext('2d');
    if (!last || !ink) return;
    const { layout, t } = this.context;
    const { x, y, width, height } = layout.lastName;
    const line = Math.round(layout.font.small * 1.2);
    const broken = wrap(ink, `◆\u00a0${shortName(last, t)}`, `${layout.font.small}px ${SANS}`, width);
    const top = layout.kind === 'wide' ? y + (height - line * broken.length) / 2 : y;
    this.write(broken.join('\n'), x, top, 'left');
  }

  /** Names the mark of this key beside it, on a plate inside the rim; null takes the plate away. */
  setNamed(key: string | null): void {
    if (key === this.named) return;
    this.named = key;
    const { layout, tokens: colours, t } = this.context;
    const token = this.tokens.find((each) => each.key === key);
    const place = token ? tokenPlace(layout, token) : null;
    this.plate.clear().setVisible(place !== null);
    this.plateText.setVisible(place !== null);
    if (!token || !place) return;
    const { inward } = layout.track.place(token.at);
    const name = token.kind === 'ghost' ? shortName(token, t) : t(token.labelKey);
    const when = t(`table:mark.${token.kind}`, { time: rimText(token.at) });
    const { inner, mark } = layout;
    this.plateText.setWordWrapWidth(inner.width * 0.6).setText(`${when}\n${name}`);
    const pad = 7;
    const width = this.plateText.width + 2 * pad;
    const height = this.plateText.height + 2 * pad;
    const away = mark.size + 8;
    // Away from its mark towards the middle, wholly inside the rim.
    const x = clamp(
      place.x - width / 2 + inward.x * (width / 2 + away),
      inner.x + 4,
      inner.x + inner.width - width - 4,
    );
    const y = clamp(
      place.y - height / 2 + inward.y * (height / 2 + away),
      inner.y + 4,
      inner.y + inner.height - height - 4,
    );
    this.plate
      .lineStyle(1.6, hex(token.kind === 'ghost' ? colours.ghost : colours.order), 1)
      .strokeCircle(place.x, place.y, mark.size + 4)
      .fillStyle(hex(colours.panel), 1)
      .fillRoundedRect(x, y, width, height, 4)
      .lineStyle(1, hex(colours.line), 1)
      .strokeRoundedRect(x, y, width, height, 4);
    this.plateText.setPosition(Math.round(x + pad), Math.round(y + pad));
  }

  private write(text: string, x: number, y: number, align: 'left' | 'right'): Phaser.GameObjects.Text {
    const { layout, tokens, ratio } = this.context;
    const made = this.scene.add.text(Math.round(x), Math.round(y), text, {
      fontFamily: SANS,
      fontSize: `${layout.font.small}px`,
      color: tokens.ghost,
      align,
      resolution: ratio,
    });
    made.setLineSpacing(
      Math.round(layout.font.small * 1.2) - made.height / Math.max(1, text.split('\n').length),
    );
    this.texts.push(made);
    return made;
  }
}
