import type { SeatId } from '../../session/playProtocol.ts';
import type { ThemeName } from '../../client/tokens.ts';
import type { AreaBelief } from '../../view/seatView.ts';
import type { TableModel } from '../../view/tableModel.ts';
import type { BoardOptions, BoardStats } from '../options.ts';

/**
 * What a person points at on the seats' table. `key`: code of the département, id of the server, of the act under way,
 * of the pool, of the message, of the mark of the rim; `seat`: whose mat it lies on.
 */
export type SeatPick =
  | { readonly kind: 'area' | 'server' | 'token' | 'instrument'; readonly key: string }
  | {
      readonly kind: 'act' | 'pool' | 'envelope' | 'ladder' | 'trust' | 'tray' | 'mat';
      readonly key: string;
      readonly seat: SeatId;
    };

export interface SeatBoardOptions extends Pick<
  BoardOptions,
  'map' | 'scenario' | 'theme' | 'reducedMotion' | 'language' | 't' | 'renderer'
> {
  readonly onPick: (pick: SeatPick) => void;
  readonly onHover: ((pick: SeatPick | null, x: number, y: number) => void) | null;
  /** The map alone, without mats: what a debrief shows of the reveal. */
  readonly bare?: boolean;
}

/** Share of attempts not routed in a département, 0..1; null when there were too few to say. */
export interface TrueArea {
  readonly code: string;
  readonly share: number | null;
}

export interface SeatBoard {
  apply(model: TableModel): void;
  /** The map as a seat believed it to be, until the truth is laid over it. */
  believe(belief: readonly AreaBelief[]): void;
  /**
   * One slow wipe over the map from what was believed to what was so, at once under reduced motion. Resolves when the
   * truth lies there; another call, or a model applied, takes it away again.
   */
  reveal(belief: readonly AreaBelief[], truth: readonly TrueArea[], durationMs: number): Promise<void>;
  setTheme(theme: ThemeName): void;
  setLanguage(language: 'fr' | 'en'): void;
  setReducedMotion(reduced: boolean): void;
  setSound(on: boolean): void;
  /** A bell, for whoever has the sound on: a choice has come. */
  ring(): void;
  stats(): BoardStats;
  destroy(): void;
}
