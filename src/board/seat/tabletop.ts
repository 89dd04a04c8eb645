import type Phaser from 'phaser';
import type { Rect } from '../layout/geometry.ts';
import type { Ink } from '../paint/canvas.ts';
import type { SeatContext } from './context.ts';

/**
 * All that stands still, in one opaque texture. What never changes for a size and a theme is painted once on a canvas
 * of its own; a part that changes is painted again over a copy of it, and nothing else is touched.
 */
export class Tabletop {
  private readonly base: HTMLCanvasElement;
  private readonly texture: Phaser.Textures.CanvasTexture;
  private readonly ratio: number;
  private dirty = false;

  constructor(scene: Phaser.Scene, { layout, ratio }: SeatContext, paintBase: (ink: Ink) => void) {
    this.ratio = ratio;
    const width = Math.round(layout.width * ratio);
    const height = Math.round(layout.height * ratio);
    this.base = document.createElement('canvas');
    this.base.width = width;
    this.base.height = height;
    const ink = this.base.getContext('2d') as Ink;
    ink.scale(ratio, ratio);
    paintBase(ink);
    this.texture = scene.textures.createCanvas('tabletop', width, height) as Phaser.Textures.CanvasTexture;
    this.texture.context.drawImage(this.base, 0, 0);
    this.texture.refresh();
    scene.add.image(0, 0, 'tabletop').setOrigin(0).setDisplaySize(layout.width, layout.height);
  }

  /** Paints a part again; what is painted is cut at its edges. Shown at the next `flush`. */
  repaint(part: Rect, paint: (ink: Ink) => void): void {
    const { ratio } = this;
    const ink = this.texture.context;
    const x = Math.max(0, Math.floor(part.x * ratio));
    const y = Math.max(0, Math.floor(part.y * ratio));
    const width = Math.min(this.texture.width - x, Math.ceil(part.width * ratio) + 1);
    const height = Math.min(this.texture.height - y, Math.ceil(part.height * ratio) + 1);
    if (width <= 0 || height <= 0) return;
    ink.save();
    ink.beginPath();
    ink.rect(x, y, width, height);
    ink.clip();
    ink.drawImage(this.base, x, y, width, height, x, y, width, height);
    ink.scale(ratio, ratio);
    paint(ink);
    ink.restore();
    this.dirty = true;
  }

  flush(): void {
    if (this.dirty) this.texture.refresh();
    this.dirty = false;
  }
}
