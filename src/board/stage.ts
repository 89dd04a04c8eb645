import Phaser from 'phaser';
import { chooseRenderer } from './renderer.ts';

/** Beyond this, more pixels cost more than they show. */
const MAX_RATIO = 3;

/** CSS pixels of the drawing, and device pixels per CSS pixel. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** A drawing of one scene inside an element, which follows its size. */
export interface Stage {
  readonly renderer: 'canvas' | 'webgl';
  /** False once it is closed: a board may be told a last thing after its end, and does nothing then. */
  readonly open: boolean;
  /** Draws everything anew. */
  build(): void;
  close(): void;
}

async function fontsReady(): Promise<void> {
  const faces = ['400 15px B612', '700 15px B612', '400 15px "B612 Mono"', '700 15px "B612 Mono"'];
  const signs = ['400 15px Round', '700 15px Round'];
  await Promise.all([
    ...faces.map((face) => document.fonts.load(face, 'Éé0').catch(() => [])),
    ...signs.map((face) => document.fonts.load(face, '()').catch(() => [])),
  ]);
}

/**
 * Opens a drawing in `parent`. `makeScene` is given what draws with fewer pixels from then on (false when it cannot);
 * `draw` makes every layer anew for a frame.
 */
export async function openStage<Scene extends Phaser.Scene>(
  parent: HTMLElement,
  wished: 'canvas' | 'webgl' | undefined,
  makeScene: (lighten: () => boolean) => Scene,
  draw: (scene: Scene, frame: Frame) => void,
): Promise<{ readonly stage: Stage; readonly scene: Scene }> {
  await fontsReady();
  const renderer = wished ?? chooseRenderer();
  let gone = false;
  let maxRatio = MAX_RATIO;
  const ratio = (): number => Math.min(maxRatio, Math.max(1, window.devicePixelRatio || 1));
  const size = (): { width: number; height: number } => ({
    width: Math.max(240, parent.clientWidth),
    height: Math.max(240, parent.clientHeight),
  });
  const scene = makeScene(() => {
    const before = ratio();
    if (before <= 1) return false;
    maxRatio = before > 1.6 ? before * 0.7 : 1;
    // Not in the middle of a frame.
    setTimeout(build, 0);
    return true;
  });
  const start = size();
  const game = await new Promise<Phaser.Game>((resolve) => {
    const made: Phaser.Game = new Phaser.Game({
      type: renderer === 'webgl' ? Phaser.WEBGL : Phaser.CANVAS,
      parent,
      banner: false,
      audio: { noAudio: true },
      disableContextMenu: false,
      // Black until something is drawn: the ground of the page shows meanwhile.
      canvasStyle: 'visibility: hidden',
      autoFocus: false,
      scale: {
        mode: Phaser.Scale.NONE,
        width: Math.round(start.width * ratio()),
        height: Math.round(start.height * ratio()),
        zoom: 1 / ratio(),
      },
      render: { antialias: true, powerPreference: 'low-power', clearBeforeRender: false },
      // The page stays free to scroll under a finger or a wheel.
      input: {
        keyboard: false,
        gamepad: false,
        touch: { capture: false },
        mouse: { preventDefaultWheel: false },
      },
      scene,
      callbacks: { postBoot: (booted) => booted.events.once(Phaser.Core.Events.STEP, () => resolve(made)) },
    });
  });
  game.canvas.setAttribute('aria-hidden', 'true');
  game.canvas.style.display = 'block';
  game.canvas.style.touchAction = 'manipulation';

  function build(): void {
    if (gone) return;
    const { width, height } = size();
    const r = ratio();
    game.scale.setZoom(1 / r);
    game.scale.resize(Math.round(width * r), Math.round(height * r));
    // Phaser leaves the style alone when a pixel is a pixel, which keeps the size of the first drawing.
    game.canvas.style.width = `${width}px`;
    game.canvas.style.height = `${height}px`;
    game.scale.refresh();
    draw(scene, { width, height, ratio: r });
  }
  build();
  game.events.once(Phaser.Core.Events.POST_RENDER, () => {
    game.canvas.style.visibility = '';
  });

  let waiting = 0;
  let shown = size();
  const observer = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      const next = size();
      if (next.width === shown.width && next.height === shown.height) return;
      shown = next;
      build();
    }, 80);
  });
  observer.observe(parent);

  return {
    scene,
    stage: {
      renderer,
      get open() {
        return !gone;
      },
      build,
      close() {
        if (gone) return;
        gone = true;
        clearTimeout(waiting);
        observer.disconnect();
        game.destroy(true);
      },
    },
  };
}
