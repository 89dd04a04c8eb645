import type Phaser from 'phaser';
import type { TableMat } from '../../../view/tableModel.ts';
import { Batch } from '../../batch.ts';
import { hex } from '../../context.ts';
import type { Rect } from '../../layout/geometry.ts';
import { seatHue, type SeatContext } from '../context.ts';
import type { MatLayout } from '../matLayout.ts';

interface Bar {
  readonly rect: Rect;
  readonly colour: number;
  readonly from: number;
  readonly to: number;
}

/** How far each act is, in one batch: bars grow at every frame without painting a mat again. */
export class BarLayer {
  private readonly batch: Batch;
  private readonly context: SeatContext;
  private bars: readonly Bar[] = [];

  constructor(scene: Phaser.Scene, context: SeatContext) {
    this.context = context;
    this.batch = new Batch(scene.add.graphics());
  }

  apply(mats: readonly TableMat[], layouts: ReadonlyMap<string, MatLayout>): void {
    this.bars = mats.flatMap((mat) =>
      (layouts.get(mat.seat)?.acts ?? []).flatMap(({ bar }, i): Bar[] => {
        const act = mat.acts[i];
        return act === undefined
          ? []
          : [
              {
                rect: bar,
                colour: hex(seatHue(this.context.tokens, mat.seat)),
                from: act.begunAt,
                to: act.endsAt,
              },
            ];
      }),
    );
  }

  update(at: number): void {
    const { batch } = this;
    batch.start();
    for (const { rect, colour, from, to } of this.bars) {
      const share = Math.max(0.02, Math.min(1, (at - from) / Math.max(1, to - from)));
      batch.fill(colour, 1);
      batch.rect(rect.x, rect.y, rect.width * share, rect.height);
    }
    batch.end();
  }
}
