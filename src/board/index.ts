import Phaser from 'phaser';
import { TOKENS } from '../client/tokens.ts';
import type { BoardContext } from './context.ts';
import { createLayout } from './layout/layout.ts';
import type { Board, BoardOptions } from './options.ts';
import { chooseRenderer } from './renderer.ts';
import { TableScene } from './scenes/tableScene.ts';
import { createRoomSound } from './sound.ts';

/** Beyond this, more pixels cost more than they show. */
const MAX_RATIO = 3;

async function fontsReady(): Promise<void> {
  const faces = ['400 15px B612', '700 15px B612', '400 15px "B612 Mono"', '700 15px "B612 Mono"'];
  await Promise.all(faces.map((face) => document.fonts.load(face, 'Éé0').catch(() => []))).catch(() => []);
}

/** Draws the table in `parent` and follows its size. Nothing is drawn before a first `apply`. */
export async function createBoard(parent: HTMLElement, options: BoardOptions): Promise<Board> {
  await fontsReady();
  const renderer = options.renderer ?? chooseRenderer();
  /** A board may be told a last thing after its end: it does nothing then. */
  let gone = false;
  let maxRatio = MAX_RATIO;
  const ratio = (): number => Math.min(maxRatio, Math.max(1, window.devicePixelRatio || 1));
  const size = (): { width: number; height: number } => ({
    width: Math.max(240, parent.clientWidth),
    height: Math.max(240, parent.clientHeight),
  });
  let { theme, language, reducedMotion: reduced } = options;
  const sound = createRoomSound();
  const scene = new TableScene(options, () => {
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
    const servers = options.scenario.servers.map((server) => server.id);
    const context: BoardContext = {
      layout: createLayout(options.map, servers, options.scenario.clock, width, height),
      tokens: TOKENS[theme],
      map: options.map,
      scenario: options.scenario,
      language,
      t: options.t,
      ratio: r,
      reduced,
    };
    scene.build(context);
  }
  build();

  let waiting = 0;
  let shown = size();
  let named = 0;
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
    apply(model) {
      if (gone) return;
      scene.apply(model);
      sound.setLoss(model.lossNow);
      // A knock as the clock reaches a documented moment, whose name appears on the rim; none for a jump over many.
      const passed = model.track.tokens.filter((token) => token.kind === 'ghost' && token.passed).length;
      if (passed > named && passed <= named + 2) sound.knock();
      named = passed;
    },
    setTheme(next) {
      if (next === theme) return;
      theme = next;
      build();
    },
    setLanguage(next) {
      if (next === language) return;
      language = next;
      build();
    },
    setReducedMotion(next) {
      if (next === reduced) return;
      reduced = next;
      build();
    },
    setSound: (on) => sound.setOn(on && !gone),
    stats: () => ({ ...scene.stats, renderer }),
    destroy() {
      if (gone) return;
      gone = true;
      clearTimeout(waiting);
      observer.disconnect();
      sound.destroy();
      game.destroy(true);
    },
  };
}
