import { TOKENS } from '../../client/tokens.ts';
import type { SeatId } from '../../session/playProtocol.ts';
import type { TableModel } from '../../view/tableModel.ts';
import { createRoomSound } from '../sound.ts';
import { openStage } from '../stage.ts';
import { phaseOf } from './diff.ts';
import type { SeatBoard, SeatBoardOptions } from './options.ts';
import { createSeatLayout, type SeatPlan } from './seatLayout.ts';
import { SeatScene } from './seatScene.ts';

/** The mats as a model wants them: that of who plays first. */
function planOf(model: TableModel): SeatPlan {
  const seats: SeatId[] = model.mats.map(({ seat }) => seat).filter((seat) => seat !== model.focus);
  return {
    seats: [model.focus, ...seats],
    held: model.mats.filter(({ held }) => held).map(({ seat }) => seat),
    lit: model.servers.some(({ state }) => state !== 'unseen'),
  };
}

/** How much of what is heard now fails: for the busy tones of the room. */
function failing({ voice, arrivals }: TableModel): number {
  if (voice) return voice.refused;
  return arrivals ? Math.max(0, 1 - arrivals.arrived / Math.max(1, arrivals.usual)) * 0.5 : 0;
}

/** Draws the table of the seats held here in `parent` and follows its size. */
export async function createSeatBoard(parent: HTMLElement, options: SeatBoardOptions): Promise<SeatBoard> {
  let { theme, language, reducedMotion: reduced } = options;
  const sound = createRoomSound();
  const { map, scenario, t } = options;
  let plan: SeatPlan = { seats: [], held: [], lit: false };
  let phase: string | null = null;
  const { stage, scene } = await openStage(
    parent,
    options.renderer,
    (lighten) => new SeatScene(options, lighten),
    (drawn, { width, height, ratio }) =>
      drawn.build({
        layout: createSeatLayout(map, scenario.servers, scenario.clock, plan, width, height),
        tokens: TOKENS[theme],
        map,
        scenario,
        language,
        t,
        ratio,
        reduced,
      }),
  );

  return {
    apply(model) {
      if (!stage.open) return;
      const next = options.bare ? plan : planOf(model);
      if (JSON.stringify(next) !== JSON.stringify(plan)) {
        plan = next;
        stage.build();
      }
      const came = scene.apply(model);
      sound.setLoss(failing(model));
      // A knock for an envelope, none for the many of a jump; a bell for a phase.
      if (came > 0 && came <= 3) sound.knock();
      const reached = phaseOf(model);
      if (phase !== null && phase !== reached) sound.bell();
      phase = reached;
    },
    believe(belief) {
      if (stage.open) scene.believe(belief);
    },
    reveal: (belief, truth, durationMs) =>
      stage.open ? scene.reveal(belief, truth, durationMs) : Promise.resolve(),
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
    ring: () => sound.bell(),
    stats: () => ({ ...scene.stats, renderer: stage.renderer }),
    destroy() {
      if (!stage.open) return;
      sound.destroy();
      stage.close();
    },
  };
}
