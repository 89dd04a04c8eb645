import type Phaser from 'phaser';
import { hex, SANS } from '../../context.ts';
import { clamp } from '../../layout/geometry.ts';
import type { SeatContext } from '../context.ts';

/** The plate that names what is pointed at, beside the pointer and wholly inside the rim. */
export class PlateLayer {
  private readonly plate: Phaser.GameObjects.Graphics;
  private readonly text: Phaser.GameObjects.Text;
  private readonly context: SeatContext;

  constructor(scene: Phaser.Scene, context: SeatContext) {
    this.context = context;
    const { layout, tokens, ratio } = context;
    this.plate = scene.add.graphics().setDepth(5).setVisible(false);
    this.text = scene.add
      .text(0, 0, '', {
        fontFamily: SANS,
        fontSize: `${layout.font.small}px`,
        color: tokens.ink,
        lineSpacing: 2,
        resolution: ratio,
      })
      .setDepth(5)
      .setVisible(false);
  }

  set(words: string, x: number, y: number): void {
    const shown = words !== '';
    this.plate.clear().setVisible(shown);
    this.text.setVisible(shown);
    if (!shown) return;
    const { layout, tokens } = this.context;
    const { inner, font } = layout;
    this.text.setWordWrapWidth(Math.min(inner.width * 0.7, font.small * 26)).setText(words);
    const pad = 7;
    const width = this.text.width + 2 * pad;
    const height = this.text.height + 2 * pad;
    const left = clamp(x + 14, inner.x + 4, inner.x + inner.width - width - 4);
    const above = y - height - 14;
    const top = clamp(above < inner.y + 4 ? y + 20 : above, inner.y + 4, inner.y + inner.height - height - 4);
    this.plate
      .fillStyle(hex(tokens.panel), 1)
      .fillRoundedRect(left, top, width, height, 4)
      .lineStyle(1, hex(tokens.line), 1)
      .strokeRoundedRect(left, top, width, height, 4);
    this.text.setPosition(Math.round(left + pad), Math.round(top + pad));
  }
}
