import Phaser from 'phaser';
import type { BoardServer } from '../../view/boardModel.ts';
import { type BoardContext, hex, MONO, SANS } from '../context.ts';
import type { LanternBox } from '../layout/regions.ts';

interface Lantern {
  readonly box: LanternBox;
  readonly glow: Phaser.GameObjects.Image;
  readonly graphics: Phaser.GameObjects.Graphics;
  readonly percent: Phaser.GameObjects.BitmapText;
  readonly state: Phaser.GameObjects.Text;
  /** What the figure is: "memory". A small table says it in its legend. */
  readonly word: Phaser.GameObjects.Text | null;
}

/** Call servers: the light is the memory still free; the dark water is the memory taken; a tick for each module. */
export class LanternLayer {
  private readonly lanterns = new Map<string, Lantern>();
  private readonly context: BoardContext;

  constructor(scene: Phaser.Scene, context: BoardContext) {
    this.context = context;
    const { layout, tokens, ratio } = context;
    const size = Math.round((layout.compact ? layout.font.small : layout.font.title) * ratio);
    makeDigits(scene, 'percent', size, tokens.ink);
    makeGlow(scene, context);
    for (const box of layout.lanterns) {
      const centred = box.align === 'centre';
      const x = centred ? box.percent.x + box.percent.width / 2 : box.percent.x;
      const y = box.percent.y + box.percent.height / 2;
      const percent = scene.add
        .bitmapText(x, y, 'percent', '')
        .setOrigin(0)
        .setScale(1 / ratio);
      const state = scene.add
        .text(x, y, '', {
          fontFamily: SANS,
          fontSize: `${layout.font.small}px`,
          color: tokens.ember,
          resolution: ratio,
        })
        .setOrigin(centred ? 0.5 : 0, 0.5);
      const word = layout.compact
        ? null
        : scene.add
            .text(x, y, context.t('table:lantern.memory'), {
              fontFamily: SANS,
              fontSize: `${layout.font.small}px`,
              color: tokens.muted,
              resolution: ratio,
            })
            .setOrigin(0, 0.5);
      const glow = scene.add
        .image(box.rect.x + box.rect.width / 2, box.rect.y, 'glow')
        .setOrigin(0.5, 0)
        .setVisible(false);
      this.lanterns.set(box.key, { box, glow, graphics: scene.add.graphics(), percent, state, word });
    }
  }

  apply(servers: readonly BoardServer[]): void {
    for (const server of servers) {
      const lantern = this.lanterns.get(server.key);
      if (lantern) this.draw(lantern, server);
    }
  }

  private draw({ box, glow, graphics, percent, state, word }: Lantern, server: BoardServer): void {
    const { tokens, layout, t, language } = this.context;
    const { rect } = box;
    const dark = server.state === 'down' || server.state === 'isolated';
    graphics.clear();
    const inset = 3;
    const width = rect.width - 2 * inset;
    const height = rect.height - 2 * inset;
    const x = rect.x + inset;
    const y = rect.y + inset;
    const radius = rect.width * 0.16;
    const fill = Math.max(0, Math.min(1, server.fill));
    glow.setVisible(false);
    if (dark) {
      graphics.fillStyle(hex(tokens.memoryDown), server.state === 'down' ? 0.55 : 0.25);
      graphics.fillRoundedRect(x, y, width, height, radius);
      // Crossed out: the state does not hang on the colour.
      graphics.lineStyle(1.6, hex(tokens.ember), 1);
      graphics.lineBetween(x + 5, y + 5, x + width - 5, y + height - 5);
      if (server.state === 'down') graphics.lineBetween(x + width - 5, y + 5, x + 5, y + height - 5);
    } else {
      const free = height * (1 - fill);
      const light = server.modules > 0 ? server.modulesUp / server.modules : 0;
      // The flame has the room that the memory leaves, and the strength of the modules that serve.
      glow.setPosition(x + width / 2, y).setDisplaySize(width, Math.max(1, free));
      glow.setAlpha(0.25 + 0.75 * light).setVisible(free > 1);
      if (fill > 0.01) {
        graphics.fillStyle(hex(tokens.memory), 1);
        graphics.fillRoundedRect(x, y + free, width, height - free, { tl: 0, tr: 0, bl: radius, br: radius });
        graphics.lineStyle(1.5, hex(tokens.ink), 0.9);
        graphics.lineBetween(x, y + free, x + width, y + free);
      }
    }
    this.drawModules(graphics, box, server);
    percent.setVisible(!dark);
    word?.setVisible(!dark);
    state.setVisible(dark);
    if (dark) state.setText(layout.compact ? '×' : t(`table:lantern.${server.state}`));
    else {
      const after = word ? word.width + layout.font.small * 0.45 : 0;
      this.setPercent(box, percent, after, `${Math.round(fill * 100)}${language === 'fr' ? '\u00a0' : ''}%`);
    }
  }

  /** On whole pixels, or the digits blur. */
  private setPercent(
    box: LanternBox,
    percent: Phaser.GameObjects.BitmapText,
    after: number,
    text: string,
  ): void {
    const { ratio } = this.context;
    const { x, y, width, height } = box.percent;
    percent.setText(text);
    const left = box.align === 'centre' ? x + (width - percent.width) / 2 : x + after;
    const snap = (value: number): number => Math.round(value * ratio) / ratio;
    percent.setPosition(snap(left), snap(y + (height - percent.height) / 2));
  }

  private drawModules(
    graphics: Phaser.GameObjects.Graphics,
    { rect, align }: LanternBox,
    server: BoardServer,
  ): void {
    const { tokens } = this.context;
    const count = Math.max(1, server.modules);
    for (let i = 0; i < server.modules; i++) {
      const up = i < server.modulesUp && server.state !== 'isolated';
      // Upwards beside the glass, or in a row under it.
      const step = align === 'left' ? rect.height / count : rect.width / count;
      const [x, y, w, h] =
        align === 'left'
          ? [rect.x + rect.width + 5, rect.y + rect.height - (i + 1) * step + 1, 8, Math.max(2, step - 2.5)]
          : [rect.x + i * step + 0.5, rect.y + rect.height + 6.5, Math.max(1.5, step - 1.2), 4];
      if (up) graphics.fillStyle(hex(tokens.town), 1).fillRect(x, y, w, h);
      else graphics.lineStyle(1, hex(tokens.line), 1).strokeRect(x + 0.5, y + 0.5, w - 1, h - 1);
    }
  }
}

/** Digits and the per cent sign as a bitmap font: figures change without any new texture. */
function makeDigits(scene: Phaser.Scene, key: string, size: number, colour: string): void {
  const characters = '0123456789%\u00a0';
  const width = Math.ceil(size * 0.66);
  const height = Math.ceil(size * 1.2);
  const texture = scene.textures.createCanvas(key, width * characters.length, height);
  if (!texture) return;
  const ink = texture.context;
  ink.font = `${size}px ${MONO}`;
  ink.fillStyle = colour;
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  [...characters].forEach((each, i) => ink.fillText(each, (i + 0.5) * width, height / 2));
  texture.refresh();
  const config: Phaser.Types.GameObjects.BitmapText.RetroFontConfig = {
    image: key,
    width,
    height,
    chars: characters,
    charsPerRow: characters.length,
    'offset.x': 0,
    'offset.y': 0,
    'spacing.x': 0,
    'spacing.y': 0,
    lineSpacing: 0,
  };
  // Phaser's types leave out that the data come in an entry of its cache.
  const font = Phaser.GameObjects.RetroFont.Parse(scene, config) as unknown as {
    data: { chars: Record<number, { xAdvance: number } | undefined> };
  };
  // A cell's width would tear the sign from its figure.
  const space = font.data.chars[0xa0];
  if (space) space.xAdvance = Math.round(width * 0.4);
  scene.cache.bitmapFont.add(key, font);
}

/** A flame behind glass: stretched over the free part of the lantern. */
function makeGlow(scene: Phaser.Scene, { tokens }: BoardContext): void {
  const size = 64;
  const texture = scene.textures.createCanvas('glow', size, size);
  if (!texture) return;
  const rgb = hex(tokens.flame);
  const colour = (alpha: number): string => `rgba(${rgb >> 16},${(rgb >> 8) & 255},${rgb & 255},${alpha})`;
  const light = texture.context.createRadialGradient(
    size / 2,
    size * 0.62,
    0,
    size / 2,
    size * 0.62,
    size * 0.72,
  );
  light.addColorStop(0, colour(1));
  light.addColorStop(0.25, colour(0.75));
  light.addColorStop(0.6, colour(0.28));
  light.addColorStop(1, colour(0.08));
  texture.context.fillStyle = light;
  texture.context.beginPath();
  texture.context.roundRect(0, 0, size, size, size * 0.12);
  texture.context.fill();
  texture.refresh();
}
