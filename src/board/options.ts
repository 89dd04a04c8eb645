import type { ThemeName } from '../client/tokens.ts';
import type { ScenarioInfo } from '../session/protocol.ts';
import type { BoardModel } from '../view/boardModel.ts';
import type { MapAsset } from './mapAsset.ts';

export type Translate = (key: string, params?: Record<string, unknown>) => string;

/**
 * What a person points at: a département or a server by its code, a lost call by its attempt, a mark of the rim by
 * the key of its token. A mark is named on the rim itself: `onHover` is told of it, `onPick` never is.
 */
export interface Pick {
  readonly kind: 'area' | 'server' | 'ember' | 'token';
  readonly key: string;
}

export interface BoardOptions {
  readonly map: MapAsset;
  /** Its name says which evening the table is dated from. */
  readonly scenario: Fields<ScenarioInfo, 'areas' | 'servers' | 'clock'> & { readonly id?: string };
  readonly theme: ThemeName;
  readonly reducedMotion: boolean;
  readonly language: 'fr' | 'en';
  readonly t: Translate;
  readonly onPick: (pick: Pick) => void;
  /** Null when nothing is pointed at any more. `x`, `y`: CSS pixels inside the parent. */
  readonly onHover: ((pick: Pick | null, x: number, y: number) => void) | null;
  /** For measurements only: the board chooses by itself. */
  readonly renderer?: 'canvas' | 'webgl';
}

type Fields<T, K extends keyof T> = { readonly [P in K]: T[P] };

export interface BoardStats {
  /** Frames per second over the last second or so. */
  readonly fps: number;
  /** Filaments and embers in flight, as drawn. */
  readonly drawn: number;
  readonly renderer: 'canvas' | 'webgl';
}

export interface Board {
  apply(model: BoardModel): void;
  setTheme(theme: ThemeName): void;
  setLanguage(language: 'fr' | 'en'): void;
  setReducedMotion(reduced: boolean): void;
  setSound(on: boolean): void;
  stats(): BoardStats;
  destroy(): void;
}
