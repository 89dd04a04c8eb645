import { TOKENS } from '../client/tokens.ts';
import { createLayout } from './layout/layout.ts';
import type { Board, BoardOptions } from './options.ts';
import { TableScene } from './scenes/tableScene.ts';
import { createRoomSound } from './sound.ts';
import { openStage } from './stage.ts';

/** Draws the table in `parent` and follows its size. Nothing is drawn before a first `apply`. */
export async function createBoard(parent: HTMLElement, options: BoardOptions): Promise<Board> {
  let { theme, language, reducedMotion: reduced } = options;
  const sound = createRoomSound();
  const servers = options.scenario.servers.map((server) => server.id);
  const { stage, scene } = await openStage(
    parent,
    options.renderer,
    (lighten) => new TableScene(options, lighten),
    (drawn, { width, height, ratio }) =>
      drawn.build({
        layout: createLayout(options.map, servers, options.scenario.clock, width, height),
        tokens: TOKENS[theme],
        map: options.map,
        scenario: options.scenario,
        language,
        t: options.t,
        ratio,
        reduced,
      }),
  );
  let named = 0;

  return {
    apply(model) {
      if (!stage.open) return;
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
      stage.build();
    },
    setLanguage(next) {
      if (next === language) return;
      language = next;
      stage.build();
    },
    setReducedMotion(next) {
      if (next === reduced) return;
      reduced = next;
      stage.build();
    },
    setSound: (on) => sound.setOn(on && stage.open),
    stats: () => ({ ...scene.stats, renderer: stage.renderer }),
    destroy() {
      if (!stage.open) return;
      sound.destroy();
      stage.close();
    },
  };
}
