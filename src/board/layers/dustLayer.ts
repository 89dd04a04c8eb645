import type Phaser from 'phaser';
import { type BoardContext, hex } from '../context.ts';
import { createDustField, type DustField } from '../dustField.ts';
import { share } from '../hash.ts';
import type { Point } from '../layout/geometry.ts';
import type { TableLayout } from '../layout/layout.ts';

/** Side of a grain, CSS pixels. */
const GRAIN = 2;
/** The heap must hold an evening somewhat worse than 2021. */
const WORST = 15_000;

export function dustSize({ dust }: TableLayout): { columns: number; rows: number; callsPerGrain: number } {
  const columns = Math.floor(dust.width / GRAIN);
  const rows = Math.floor(dust.height / GRAIN);
  const callsPerGrain =
    [5, 10, 20, 25, 30, 40, 50].find((calls) => columns * rows * 0.9 * calls >= WORST) ?? 100;
  return { columns, rows, callsPerGrain };
}

/** What was lost stays: a heap of dust, grain by grain, drawn once each. */
export class DustLayer {
  readonly callsPerGrain: number;
  private readonly field: DustField;
  private readonly texture: Phaser.Textures.CanvasTexture;
  private readonly context: BoardContext;
  private grains = 0;

  constructor(scene: Phaser.Scene, context: BoardContext) {
    this.context = context;
    const { dust } = context.layout;
    const { columns, rows, callsPerGrain } = dustSize(context.layout);
    this.callsPerGrain = callsPerGrain;
    this.field = createDustField(columns, rows);
    const { ratio } = context;
    this.texture = scene.textures.createCanvas(
      'dust',
      Math.ceil(dust.width * ratio),
      Math.ceil(dust.height * ratio),
    ) as Phaser.Textures.CanvasTexture;
    scene.add
      .image(dust.x, dust.y, 'dust')
      .setOrigin(0)
      .setScale(1 / ratio);
  }

  setLost(lost: number): void {
    const target = Math.floor(lost / this.callsPerGrain);
    if (target === this.grains) return;
    if (target < this.grains) {
      this.texture.context.clearRect(0, 0, this.texture.width, this.texture.height);
      this.grains = 0;
    }
    for (; this.grains < target; this.grains++) this.paint(this.grains);
    this.texture.refresh();
  }

  /** Where the next embers come to rest. */
  landing(ahead: number): Point {
    const { dust } = this.context.layout;
    const place = this.field.place(this.grains + ahead) ?? {
      column: this.field.columns / 2,
      row: this.field.rows,
    };
    return { x: dust.x + (place.column + 0.5) * GRAIN, y: dust.y + dust.height - (place.row + 0.5) * GRAIN };
  }

  private paint(rank: number): void {
    const place = this.field.place(rank);
    if (!place) return;
    const { ratio, tokens, layout } = this.context;
    const ink = this.texture.context;
    const rgb = hex(tokens.dust);
    ink.fillStyle = `rgba(${rgb >> 16},${(rgb >> 8) & 255},${rgb & 255},${0.62 + 0.38 * share(rank, 5)})`;
    const size = Math.max(1, (GRAIN - 0.35) * ratio);
    ink.fillRect(
      place.column * GRAIN * ratio,
      (layout.dust.height - (place.row + 1) * GRAIN) * ratio,
      size,
      size,
    );
  }
}
