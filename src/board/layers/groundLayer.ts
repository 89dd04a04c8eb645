import type Phaser from 'phaser';
import type { BoardArea } from '../../view/boardModel.ts';
import type { BoardContext } from '../context.ts';
import type { Rect } from '../layout/geometry.ts';
import { createAreaPainter, type DrawnArea, drawnAreas, paintCoast } from '../paint/areas.ts';
import { paintFurniture, paintHeap } from '../paint/furniture.ts';
import { type LegendSlots, paintLegend } from '../paint/legend.ts';
import { paintLight } from '../paint/light.ts';
import { paintRim } from '../paint/rim.ts';

/**
 * All that stands still, in one opaque texture: light, rim, map, glass, words. The ink lies on a transparent canvas
 * of its own, so that a département that changes class, or the light by one step, costs a small copy and no redraw.
 */
export class GroundLayer {
  readonly slots: LegendSlots;
  readonly areas: ReadonlyMap<string, DrawnArea>;
  private readonly ink: CanvasRenderingContext2D;
  private readonly texture: Phaser.Textures.CanvasTexture;
  private readonly context: BoardContext;
  private readonly paintArea: (area: DrawnArea, loss: number | null) => void;
  private light = 0;

  constructor(scene: Phaser.Scene, context: BoardContext, callsPerGrain: number) {
    this.context = context;
    const { layout, ratio } = context;
    const width = Math.round(layout.width * ratio);
    const height = Math.round(layout.height * ratio);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    this.ink = canvas.getContext('2d') as CanvasRenderingContext2D;
    this.ink.scale(ratio, ratio);
    this.areas = drawnAreas(context);
    this.paintArea = createAreaPainter(this.ink, context);
    paintRim(this.ink, context);
    paintCoast(this.ink, context, this.areas.values());
    for (const area of this.areas.values()) this.paintArea(area, null);
    paintFurniture(this.ink, context);
    paintHeap(this.ink, context, callsPerGrain);
    this.slots = paintLegend(this.ink, context, callsPerGrain);

    this.texture = scene.textures.createCanvas('ground', width, height) as Phaser.Textures.CanvasTexture;
    scene.add.image(0, 0, 'ground').setOrigin(0).setDisplaySize(layout.width, layout.height);
    this.compose(null);
  }

  recolour(areas: readonly BoardArea[]): void {
    for (const { key, loss } of areas) {
      const area = this.areas.get(key);
      if (!area) continue;
      this.paintArea(area, loss);
      for (const { box } of area.shapes) this.compose(box);
    }
    if (areas.length > 0) this.texture.refresh();
  }

  setLight(step: number): void {
    this.light = step;
    this.compose(null);
    this.texture.refresh();
  }

  /** Copies light and ink to the texture, all of it or a part. */
  private compose(part: Rect | null): void {
    const { ratio, layout } = this.context;
    const target = this.texture.context;
    const box = part ?? { x: 0, y: 0, width: layout.width, height: layout.height };
    const x = Math.max(0, Math.floor(box.x * ratio));
    const y = Math.max(0, Math.floor(box.y * ratio));
    const width = Math.min(this.texture.width - x, Math.ceil(box.width * ratio) + 1);
    const height = Math.min(this.texture.height - y, Math.ceil(box.height * ratio) + 1);
    if (width <= 0 || height <= 0) return;
    target.save();
    target.beginPath();
    target.rect(x, y, width, height);
    target.clip();
    target.scale(ratio, ratio);
    paintLight(target, this.context, this.light);
    target.restore();
    target.drawImage(this.ink.canvas, x, y, width, height, x, y, width, height);
  }
}
