import type Phaser from 'phaser';
import { hex, SANS } from '../../context.ts';
import type { DrawnArea } from '../../paint/areas.ts';
import type { SeatContext } from '../context.ts';
import type { TrueArea } from '../options.ts';
import { paintTruth, type Patterns } from '../paint/belief.ts';

/** The truth, laid over the belief by one slow wipe from west to east. */
export class RevealLayer {
  private readonly image: Phaser.GameObjects.Image;
  private readonly edge: Phaser.GameObjects.Graphics;
  private readonly truth: Phaser.GameObjects.Text;
  private readonly belief: Phaser.GameObjects.Text;
  private readonly texture: Phaser.Textures.CanvasTexture;
  private readonly context: SeatContext;
  private began = 0;
  private duration = 0;
  private done: (() => void) | null = null;
  private on = false;

  constructor(scene: Phaser.Scene, context: SeatContext) {
    this.context = context;
    const { layout, ratio, tokens, t } = context;
    const { beliefs } = layout;
    this.texture = scene.textures.createCanvas(
      'truth',
      Math.ceil(beliefs.width * ratio),
      Math.ceil(beliefs.height * ratio),
    ) as Phaser.Textures.CanvasTexture;
    this.image = scene.add
      .image(beliefs.x, beliefs.y, 'truth')
      .setOrigin(0)
      .setScale(1 / ratio)
      .setDepth(2)
      .setVisible(false);
    this.edge = scene.add.graphics().setDepth(2).setVisible(false);
    const words = (key: string): Phaser.GameObjects.Text =>
      scene.add
        .text(0, 0, t(key), {
          fontFamily: SANS,
          fontSize: `${layout.font.title}px`,
          fontStyle: 'bold',
          color: tokens.ink,
          backgroundColor: tokens.panel,
          padding: { x: 6, y: 2 },
          resolution: ratio,
        })
        .setDepth(2)
        .setVisible(false);
    this.truth = words('table:seat.reveal.truth').setOrigin(1, 0);
    this.belief = words('table:seat.reveal.belief').setOrigin(0, 0);
  }

  start(
    areas: readonly TrueArea[],
    drawn: ReadonlyMap<string, DrawnArea>,
    patterns: Patterns,
    durationMs: number,
    now: number,
    done: () => void,
  ): void {
    this.stop();
    const { layout, ratio, reduced } = this.context;
    const { beliefs } = layout;
    const { context: ink } = this.texture;
    ink.setTransform(1, 0, 0, 1, 0, 0);
    ink.clearRect(0, 0, this.texture.width, this.texture.height);
    ink.scale(ratio, ratio);
    ink.translate(-beliefs.x, -beliefs.y);
    paintTruth(ink, this.context, patterns, drawn, areas);
    this.texture.refresh();
    this.began = now;
    this.duration = reduced ? 0 : durationMs;
    this.done = done;
    this.on = true;
    this.image.setVisible(true);
    this.truth.setVisible(true);
    this.update(now);
  }

  stop(): void {
    this.on = false;
    for (const part of [this.image, this.edge, this.truth, this.belief]) part.setVisible(false);
    const { done } = this;
    this.done = null;
    done?.();
  }

  update(now: number): void {
    if (!this.on || this.done === null) return;
    const { layout, tokens } = this.context;
    const { beliefs } = layout;
    const t = this.duration <= 0 ? 1 : Math.min(1, (now - this.began) / this.duration);
    // Slow to begin and slow to end.
    const share = t * t * (3 - 2 * t);
    const width = beliefs.width * share;
    this.image.setCrop(0, 0, this.texture.width * share, this.texture.height);
    const x = beliefs.x + width;
    const end = t >= 1;
    const y = Math.round(beliefs.y - layout.font.title * 1.6);
    // Each on its side of the edge as long as there is room, side by side always.
    const right = beliefs.x + beliefs.width;
    const beside = end ? right : right - this.belief.width - 8;
    const truth = Math.max(beliefs.x + this.truth.width, Math.min(x - 8, beside));
    this.truth.setPosition(Math.round(truth), y);
    this.belief.setPosition(
      Math.round(Math.min(Math.max(x, truth) + 8, Math.max(right - this.belief.width, truth + 8))),
      y,
    );
    this.belief.setVisible(!end);
    this.edge
      .clear()
      .setVisible(!end)
      .lineStyle(2, hex(tokens.ink), 1)
      .lineBetween(x, beliefs.y - 4, x, beliefs.y + beliefs.height);
    if (!end) return;
    const { done } = this;
    this.done = null;
    done?.();
  }
}
