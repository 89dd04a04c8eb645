import type Phaser from 'phaser';
import type { BoardToken } from '../../view/boardModel.ts';
import { type BoardContext, hex, SANS } from '../context.ts';
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
  private drawnAt = -1;
  /** The thread's corners, with the time of each: straight parts need none between their ends. */
  private readonly thread: { readonly at: number; readonly x: number; readonly y: number }[] = [];

  constructor(scene: Phaser.Scene, context: BoardContext) {
    this.scene = scene;
    this.context = context;
    this.past = new Batch(scene.add.graphics());
    this.marks = scene.add.graphics();
    const { track } = context.layout;
    for (let at = track.from; at <= track.to; at += MINUTE / 2) {
      const { inner, inward } = track.place(at);
      const next = track.place(at + MINUTE / 2).inward;
      if (at !== track.from && next.x === inward.x && next.y === inward.y) continue;
      this.thread.push({ at, x: inner.x - inward.x * THREAD, y: inner.y - inward.y * THREAD });
    }
  }

  /** A bright thread along the inner edge, and a needle across the rim. Redrawn only when it has moved enough. */
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
    this.past.path(compact ? 2 : 2.5, hex(tokens.ink), 1);
    this.past.move(now.outer.x, now.outer.y);
    this.past.line(now.inner.x + now.inward.x * 5, now.inner.y + now.inward.y * 5);
    this.past.stroke();
    this.past.end();
  }

  setTokens(tokens: readonly BoardToken[]): void {
    for (const text of this.texts) text.destroy();
    this.texts = [];
    this.marks.clear();
    const { layout, tokens: colours, t } = this.context;
    const { track, compact, font } = layout;
    const { depth, size } = layout.mark;
    if (compact) this.nameLast(tokens);
    else this.nameAll(tokens, `${font.small}px ${SANS}`, t);
    for (const token of tokens) {
      if (token.at < track.from || token.at > track.to) continue;
      const { inner, inward } = track.place(token.at);
      if (token.kind === 'ghost') {
        const x = inner.x + inward.x * depth;
        const y = inner.y + inward.y * depth;
        this.diamond(x, y, size, hex(colours.ghost), token.passed);
      } else {
        // A disc across the edge of the rim, hollow until it is given.
        const x = inner.x - inward.x * 2;
        const y = inner.y - inward.y * 2;
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
    const { clock, legend } = layout;
    const x = clock.x + clock.width + layout.font.small * 0.7;
    const broken = wrap(ink, `◆ ${shortName(last, t)}`, font, legend.x + legend.width + 8 - x);
    this.write(broken.join('\n'), x, clock.y + (clock.cell.height - line * broken.length) / 2, 'left');
  }

  /** On a small table only the last moment that has passed is named, in the head. */
  private nameLast(tokens: readonly BoardToken[]): void {
    const last = tokens.filter((token) => token.kind === 'ghost' && token.passed).at(-1);
    if (!last) return;
    const { layout, t } = this.context;
    const { date, clock } = layout;
    this.write(`◆ ${shortName(last, t)}`, date.x, clock.y + clock.cell.height + 5, 'left');
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
