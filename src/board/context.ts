import type { Tokens } from '../client/tokens.ts';
import type { MapAsset } from './mapAsset.ts';
import type { TableLayout } from './layout/layout.ts';
import type { BoardOptions, Translate } from './options.ts';

/** What a layer needs to draw itself: made anew for each size, theme or language. */
export interface BoardContext {
  readonly layout: TableLayout;
  readonly tokens: Tokens;
  readonly map: MapAsset;
  readonly scenario: BoardOptions['scenario'];
  readonly language: 'fr' | 'en';
  readonly t: Translate;
  /** Device pixels per CSS pixel, as drawn. */
  readonly ratio: number;
  readonly reduced: boolean;
}

export const SANS = 'Round, B612, system-ui, sans-serif';
export const MONO = '"B612 Mono", ui-monospace, monospace';

/** "#rrggbb" as the number Phaser wants. */
export const hex = (colour: string): number => parseInt(colour.slice(1), 16);

/** Clock time of the exercise: "18:05". The evening of the 2nd ends at 24:00, not at 00:00 of the 3rd. */
export function clockText(at: number): string {
  const minutes = Math.floor(at / 60_000);
  const hours = minutes === 24 * 60 ? 24 : Math.floor(minutes / 60) % 24;
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Hour on the rim; the end of the evening reads 24:00. */
export function rimText(at: number): string {
  const minutes = Math.round(at / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
