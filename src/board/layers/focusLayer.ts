import type Phaser from 'phaser';
import { type BoardContext, hex } from '../context.ts';
import type { Pick } from '../options.ts';
import { placeOf } from '../paint/areas.ts';

/** Outlines of what is pointed at and of what is selected. */
export class FocusLayer {
  private readonly context: BoardContext;
  private readonly hover: Phaser.GameObjects.Graphics;
  private readonly chosen: Phaser.GameObjects.Graphics;

  constructor(scene: Phaser.Scene, context: BoardContext) {
    this.context = context;
    this.chosen = scene.add.graphics();
    this.hover = scene.add.graphics();
  }

  setHover(pick: Pick | null): void {
    this.outline(
      this.hover,
      pick?.kind === 'area' || pick?.kind === 'server' ? pick.key : null,
      hex(this.context.tokens.ink),
      1.6,
    );
  }

  setSelected(key: string | null): void {
    this.outline(this.chosen, key, hex(this.context.tokens.accent), 2.4);
  }

  private outline(
    graphics: Phaser.GameObjects.Graphics,
    key: string | null,
    colour: number,
    width: number,
  ): void {
    graphics.clear();
    if (key === null) return;
    const { map, layout } = this.context;
    const area = map.areas.find((each) => each.code === key);
    graphics.lineStyle(width, colour, 1);
    if (area) {
      for (const { place } of placeOf(this.context, area)) {
        for (const ring of area.rings) {
          graphics.beginPath();
          for (let i = 0; i < ring.length; i += 2) {
            const x = place.x + place.scale * ring[i];
            const y = place.y + place.scale * ring[i + 1];
            if (i === 0) graphics.moveTo(x, y);
            else graphics.lineTo(x, y);
          }
          graphics.closePath();
          graphics.strokePath();
        }
      }
    }
    const lantern = layout.lanterns.find((each) => each.key === key);
    if (lantern) {
      const { x, y, width: w, height: h } = lantern.rect;
      graphics.strokeRoundedRect(x - 4, y - 9, w + 8, h + 17, 10);
    }
  }
}
