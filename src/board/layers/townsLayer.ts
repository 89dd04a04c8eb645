import type Phaser from 'phaser';
import type { BoardArea } from '../../view/boardModel.ts';
import { type BoardContext, hex } from '../context.ts';
import { placeOf } from '../paint/areas.ts';

const HALO = 7;

/** A badge says that there is another way in: present, and quieter than the loss itself. */
function badge(ink: CanvasRenderingContext2D, colour: string): void {
  ink.strokeStyle = colour;
  ink.globalAlpha = 0.8;
  ink.lineWidth = 1;
  ink.stroke();
}

/** A light for each département: the warmer, the more of its calls are being answered. */
export class TownsLayer {
  private readonly towns = new Map<string, Phaser.GameObjects.Image[]>();
  private readonly badges = new Map<string, Phaser.GameObjects.Image[]>();
  private readonly scene: Phaser.Scene;

  constructor(scene: Phaser.Scene, context: BoardContext) {
    this.scene = scene;
    this.makeTextures(context);
    for (const area of context.map.areas) {
      const images: Phaser.GameObjects.Image[] = [];
      const badges: Phaser.GameObjects.Image[] = [];
      for (const { place, enlarged } of placeOf(context, area)) {
        // On the map itself, Paris and its neighbours are too close for four lights: their inset holds them.
        if (!enlarged && area.code.length === 2 && ['92', '93', '94'].includes(area.code)) continue;
        const x = place.x + place.scale * area.label[0];
        const y = place.y + place.scale * area.label[1];
        images.push(
          scene.add
            .image(x, y, 'town')
            .setScale(1 / context.ratio)
            .setAlpha(0),
        );
        badges.push(
          scene.add
            .image(x, y, 'ring')
            .setScale(1 / context.ratio)
            .setVisible(false),
        );
      }
      this.towns.set(area.code, images);
      this.badges.set(area.code, badges);
    }
  }

  apply(areas: readonly BoardArea[]): void {
    for (const { key, warmth, badge } of areas) {
      for (const image of this.towns.get(key) ?? [])
        image.setAlpha(warmth <= 0 ? 0 : 0.25 + 0.75 * Math.min(1, warmth));
      for (const image of this.badges.get(key) ?? []) {
        image.setVisible(badge !== 'none');
        if (badge !== 'none') image.setTexture(badge === 'around' ? 'around' : 'ring');
      }
    }
  }

  private makeTextures({ tokens, ratio, layout }: BoardContext): void {
    const size = Math.max(0.45, Math.min(1.4, layout.map.scale / 0.88));
    const make = (key: string, half: number, paint: (ink: CanvasRenderingContext2D) => void): void => {
      const px = Math.ceil(2 * half * ratio * size);
      const texture = this.scene.textures.createCanvas(key, px, px);
      if (!texture) return;
      texture.context.translate(px / 2, px / 2);
      texture.context.scale(ratio * size, ratio * size);
      paint(texture.context);
      texture.refresh();
    };
    make('town', HALO, (ink) => {
      const rgb = hex(tokens.town);
      const colour = (alpha: number): string =>
        `rgba(${rgb >> 16},${(rgb >> 8) & 255},${rgb & 255},${alpha})`;
      const halo = ink.createRadialGradient(0, 0, 0, 0, 0, HALO);
      halo.addColorStop(0, colour(0.55));
      halo.addColorStop(1, colour(0));
      ink.fillStyle = halo;
      ink.fillRect(-HALO, -HALO, 2 * HALO, 2 * HALO);
      ink.fillStyle = tokens.town;
      ink.beginPath();
      ink.arc(0, 0, 1.7, 0, 2 * Math.PI);
      ink.fill();
    });
    make('ring', 7, (ink) => {
      ink.beginPath();
      ink.arc(0, 0, 3.9, 0, 2 * Math.PI);
      badge(ink, tokens.ink);
    });
    make('around', 9, (ink) => {
      ink.beginPath();
      ink.moveTo(-4.5, -2);
      ink.lineTo(0, -6.5);
      ink.lineTo(4.5, -2);
      badge(ink, tokens.ink);
    });
  }
}
