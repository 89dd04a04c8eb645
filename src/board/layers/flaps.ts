import type Phaser from 'phaser';
import { type BoardContext, MONO } from '../context.ts';

/** Half a turn of a flap, ms. */
const TURN = 190;
const GLYPHS = ' 0123456789';

/** Draws the flaps of one size and ink once: full, upper half, lower half of each glyph. */
export function makeFlaps(
  scene: Phaser.Scene,
  key: string,
  { ratio, tokens }: BoardContext,
  cell: { readonly width: number; readonly height: number },
  ink: string,
): void {
  const width = Math.round((cell.width - 1.5) * ratio);
  const half = Math.round((cell.height * ratio) / 2);
  const texture = scene.textures.createCanvas(key, width * GLYPHS.length, 2 * half);
  if (!texture) return;
  const c = texture.context;
  [...GLYPHS].forEach((glyph, i) => {
    c.save();
    c.translate(i * width, 0);
    c.beginPath();
    c.roundRect(0, 0, width, 2 * half, 3 * ratio);
    c.clip();
    c.fillStyle = tokens.flap;
    c.fillRect(0, 0, width, 2 * half);
    c.strokeStyle = tokens.flapEdge;
    c.lineWidth = Math.max(1, ratio);
    c.beginPath();
    c.roundRect(0.5, 0.5, width - 1, 2 * half - 1, 3 * ratio);
    c.stroke();
    c.font = `${cell.height * 0.7 * ratio}px ${MONO}`;
    c.textAlign = 'center';
    c.textBaseline = 'alphabetic';
    c.fillStyle = ink;
    const { actualBoundingBoxAscent: rise } = c.measureText('0');
    c.fillText(glyph, width / 2, half + rise / 2);
    // The hinge.
    c.fillStyle = tokens.edge;
    c.globalAlpha = 0.7;
    c.fillRect(0, half - ratio * 0.5, width, Math.max(1, ratio));
    c.restore();
    texture.add(`full${glyph}`, 0, i * width, 0, width, 2 * half);
    texture.add(`top${glyph}`, 0, i * width, 0, width, half);
    texture.add(`low${glyph}`, 0, i * width, half, width, half);
  });
  texture.refresh();
}

/** One character of a split-flap figure. Turns to the latest target, never faster than a flap can. */
export class Flap {
  private shown = ' ';
  private target = ' ';
  private from = ' ';
  private began = -1;
  private readonly full: Phaser.GameObjects.Image;
  private readonly top: Phaser.GameObjects.Image;
  private readonly low: Phaser.GameObjects.Image;
  private readonly leaf: Phaser.GameObjects.Image;
  private readonly scale: number;

  constructor(scene: Phaser.Scene, key: string, x: number, y: number, height: number, ratio: number) {
    this.scale = 1 / ratio;
    const middle = y + Math.round((height * ratio) / 2) / ratio;
    const image = (frame: string, at: number, origin: number): Phaser.GameObjects.Image =>
      scene.add.image(x, at, key, frame).setOrigin(0, origin).setScale(this.scale);
    this.full = image('full ', y, 0);
    this.top = image('top ', middle, 1).setVisible(false);
    this.low = image('low ', middle, 0).setVisible(false);
    this.leaf = image('top ', middle, 1).setVisible(false);
  }

  set(glyph: string, still: boolean): void {
    this.target = glyph;
    if (still && (this.shown !== glyph || this.began >= 0)) this.rest(glyph);
  }

  /** Advances the turn; does nothing at rest. */
  update(now: number): void {
    if (this.began < 0) {
      if (this.target === this.shown) return;
      this.from = this.shown;
      this.shown = this.target;
      this.began = now;
      this.full.setVisible(false);
      this.top.setFrame(`top${this.shown}`).setVisible(true);
      this.low.setFrame(`low${this.from}`).setVisible(true);
      this.leaf.setFrame(`top${this.from}`).setOrigin(0, 1).setVisible(true);
    }
    const t = (now - this.began) / TURN;
    if (t >= 1) this.rest(this.shown);
    else if (t < 0.5) this.leaf.scaleY = this.scale * Math.max(0.01, 1 - 4 * t * t);
    else {
      if (this.leaf.originY !== 0) this.leaf.setFrame(`low${this.shown}`).setOrigin(0, 0);
      this.leaf.scaleY = this.scale * Math.max(0.01, 1 - 4 * (1 - t) * (1 - t));
    }
  }

  private rest(glyph: string): void {
    this.shown = glyph;
    this.began = -1;
    this.full.setFrame(`full${glyph}`).setVisible(true);
    this.top.setVisible(false);
    this.low.setVisible(false);
    this.leaf.setVisible(false);
  }
}
