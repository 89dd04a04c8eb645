import type Phaser from 'phaser';
import type { TableMat } from '../../../view/tableModel.ts';
import type { SeatId } from '../../../session/playProtocol.ts';
import { seatHue, type SeatContext } from '../context.ts';
import { type MatLayout, pawnHeight, pawnWidth } from '../matLayout.ts';
import { paintPawn } from '../paint/glyphs.ts';
import { type Pawn, settlePawns } from '../pawns.ts';
import { spotsOf } from '../spots.ts';

/** A walk across a mat, real ms: people are seen leaving. */
const WALK = 900;

interface Walker {
  readonly image: Phaser.GameObjects.Image;
  fromX: number;
  fromY: number;
  toX: number;
  toY: number;
  began: number;
}

/** People: they walk to an act, and are visibly not elsewhere. */
export class PawnLayer {
  private pawns: readonly Pawn[] = [];
  private readonly walkers = new Map<string, Walker>();
  private readonly walking = new Set<Walker>();
  private readonly scene: Phaser.Scene;
  private readonly context: SeatContext;

  constructor(scene: Phaser.Scene, context: SeatContext, seats: readonly SeatId[]) {
    this.scene = scene;
    this.context = context;
    const { tokens, ratio, layout } = context;
    const height = pawnHeight(layout.font.small) + 2;
    const width = pawnWidth(layout.font.small) + 3;
    for (const seat of seats) {
      for (const hollow of [false, true]) {
        const texture = scene.textures.createCanvas(
          pawnKey(seat, hollow),
          Math.ceil(width * ratio),
          Math.ceil(height * ratio),
        );
        if (!texture) continue;
        texture.context.scale(ratio, ratio);
        paintPawn(
          texture.context,
          seatHue(tokens, seat),
          tokens.panel,
          width / 2,
          height - 1,
          height - 2,
          hollow,
        );
        texture.refresh();
      }
    }
  }

  /** Puts people where their mats want them; `atOnce` for a first sight, a jump or reduced motion. */
  apply(
    mats: readonly TableMat[],
    layouts: ReadonlyMap<string, MatLayout>,
    now: number,
    atOnce: boolean,
  ): void {
    this.pawns = settlePawns(this.pawns, mats);
    const spots = spotsOf(this.pawns, mats, layouts, this.context.layout.font);
    const seen = new Set<string>();
    for (const { key, seat } of this.pawns) {
      const spot = spots.get(key);
      if (!spot) continue;
      seen.add(key);
      let walker = this.walkers.get(key);
      if (!walker) {
        const image = this.scene.add
          .image(spot.x, spot.y, pawnKey(seat, spot.hollow))
          .setOrigin(0.5, 1)
          .setScale(1 / this.context.ratio)
          .setDepth(1);
        walker = { image, fromX: spot.x, fromY: spot.y, toX: spot.x, toY: spot.y, began: -1 };
        this.walkers.set(key, walker);
      }
      walker.image
        .setTexture(pawnKey(seat, spot.hollow))
        .setVisible(spot.shown)
        .setAlpha(spot.busy ? 0.55 : 1);
      if (walker.toX === spot.x && walker.toY === spot.y) continue;
      walker.fromX = walker.image.x;
      walker.fromY = walker.image.y;
      walker.toX = spot.x;
      walker.toY = spot.y;
      walker.began = now;
      if (atOnce || this.context.reduced) rest(walker);
      else this.walking.add(walker);
    }
    for (const [key, walker] of this.walkers) {
      if (seen.has(key)) continue;
      walker.image.destroy();
      this.walking.delete(walker);
      this.walkers.delete(key);
    }
  }

  update(now: number): void {
    for (const walker of this.walking) {
      const t = (now - walker.began) / WALK;
      if (t >= 1) {
        rest(walker);
        this.walking.delete(walker);
        continue;
      }
      const eased = t * t * (3 - 2 * t);
      walker.image.x = walker.fromX + (walker.toX - walker.fromX) * eased;
      // Steps: a person's head goes up and down.
      walker.image.y =
        walker.fromY + (walker.toY - walker.fromY) * eased - Math.abs(Math.sin(t * Math.PI * 5)) * 2;
    }
  }
}

const pawnKey = (seat: SeatId, hollow: boolean): string => `pawn:${seat}${hollow ? ':routine' : ''}`;

function rest(walker: Walker): void {
  walker.image.setPosition(walker.toX, walker.toY);
  walker.began = -1;
}
