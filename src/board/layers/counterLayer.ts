import type Phaser from 'phaser';
import type { BoardCounter } from '../../view/boardModel.ts';
import { type BoardContext, clockText, SANS } from '../context.ts';
import { THOUSANDS_GAP } from '../layout/regions.ts';
import { wrap } from '../paint/canvas.ts';
import { labelLine } from '../paint/furniture.ts';
import { Flap, makeFlaps } from './flaps.ts';

/** Split-flap figures: the five counters and the clock. */
export class CounterLayer {
  private readonly counters = new Map<string, Flap[]>();
  private readonly clock: Flap[];
  private readonly all: Flap[];
  private readonly still: boolean;
  private readonly context: BoardContext;
  private readonly note: Phaser.GameObjects.Text;
  private readonly ink = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;

  constructor(scene: Phaser.Scene, context: BoardContext) {
    const { layout, tokens, ratio } = context;
    this.still = context.reduced;
    this.context = context;
    const { cell } = layout.counters[0];
    makeFlaps(scene, 'flaps', context, cell, tokens.flapInk);
    makeFlaps(scene, 'flapsLost', context, cell, emberOn(context));
    makeFlaps(scene, 'flapsClock', context, layout.clock.cell, tokens.flapInk);
    for (const { key, rect, digits } of layout.counters) {
      const flaps = Array.from({ length: digits }, (_, i) => {
        const gap = digits > 3 && i >= digits - 3 ? cell.width * THOUSANDS_GAP : 0;
        const texture = key === 'lost' ? 'flapsLost' : 'flaps';
        return new Flap(scene, texture, rect.x + i * cell.width + gap, rect.y, cell.height, ratio);
      });
      this.counters.set(key, flaps);
    }
    const { x, y, cell: wide, width } = layout.clock;
    const colon = width - 4 * wide.width;
    this.clock = Array.from(
      { length: 4 },
      (_, i) =>
        new Flap(scene, 'flapsClock', x + i * wide.width + (i > 1 ? colon : 0), y, wide.height, ratio),
    );
    const never = layout.counters.find((each) => each.key === 'neverServed');
    this.note = scene.add.text(
      never?.label.x ?? 0,
      Math.round((never?.label.y ?? 0) + labelLine(context)),
      '',
      {
        fontFamily: SANS,
        fontSize: `${layout.font.small}px`,
        color: tokens.muted,
        resolution: ratio,
      },
    );
    this.all = [...[...this.counters.values()].flat(), ...this.clock];
  }

  set({ key, value, ordinary }: BoardCounter, atOnce: boolean): void {
    if (key === 'neverServed') this.setNote(ordinary);
    const flaps = this.counters.get(key);
    if (!flaps) return;
    const text = String(Math.max(0, Math.round(value)))
      .padStart(flaps.length, ' ')
      .slice(-flaps.length);
    flaps.forEach((flap, i) => flap.set(text[i], this.still || atOnce));
  }

  /** Of the never served, how many a usual evening has: without it, the figure would accuse the outage alone. */
  private setNote(ordinary: number | undefined): void {
    const { layout, language, t } = this.context;
    const box = layout.counters.find((each) => each.key === 'neverServed');
    if (!box) return;
    const text =
      ordinary === undefined
        ? t('table:counterNote.neverServed')
        : t('table:counterNote.neverServedOf', { ordinary: ordinary.toLocaleString(language) });
    const size = layout.font.small;
    const lines = wrap(this.ink, text, `${size}px ${SANS}`, box.label.width);
    if (lines.join('\n') === this.note.text) return;
    this.note.setLineSpacing(0).setText(lines.join('\n'));
    this.note.setLineSpacing(labelLine(this.context) - this.note.height / lines.length);
  }

  setTime(at: number, atOnce: boolean): void {
    const text = clockText(at).replace(':', '');
    this.clock.forEach((flap, i) => flap.set(text[i], this.still || atOnce));
  }

  update(now: number): void {
    for (const flap of this.all) flap.update(now);
  }
}

const light = (colour: string): number =>
  [1, 3, 5].reduce((sum, i) => sum + parseInt(colour.slice(i, i + 2), 16), 0);

/** Ink of the figure of what is lost: the ember's colour where it reads on the flap, else the flap's own ink. */
const emberOn = ({ tokens }: BoardContext): string =>
  light(tokens.ember) - light(tokens.flap) > 280 ? tokens.ember : tokens.flapInk;
