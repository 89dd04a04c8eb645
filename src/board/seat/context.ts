import type { SeatId } from '../../session/playProtocol.ts';
import type { Tokens } from '../../client/tokens.ts';
import type { TableText, TableToken } from '../../view/tableModel.ts';
import type { BoardContext } from '../context.ts';
import type { Rect } from '../layout/geometry.ts';
import type { SeatPick } from './options.ts';
import type { SeatLayout } from './seatLayout.ts';

/** What a painter of the seats' table needs: made anew for each size, theme, language, or mat in front. */
export interface SeatContext extends Omit<BoardContext, 'layout'> {
  readonly layout: SeatLayout;
}

/** A place that answers to a pointer. */
export interface Hit {
  readonly rect: Rect;
  readonly pick: SeatPick;
}

export function seatHue(tokens: Tokens, seat: SeatId): string {
  const hues: Readonly<Record<SeatId, string>> = {
    orange: tokens.seatOrange,
    ministry: tokens.seatMinistry,
    anssi: tokens.seatAnssi,
    services: tokens.seatServices,
  };
  return hues[seat];
}

/** The rim has room for a few words: its own short name of a moment of 2021, else the chronology's. */
export function nameMark(context: Pick<SeatContext, 't'>, token: TableToken): string {
  const long = say(context, token.label);
  return token.kind === 'ghost'
    ? context.t(`table:ghost.${token.key.replace(/^ghost:/, '')}`, { defaultValue: long })
    : long;
}

/**
 * The words of a text: a person's own, or those of its key. Keys name a text or a group of texts whose name, title or
 * subject is meant.
 */
export function say({ t }: Pick<SeatContext, 't'>, { key, text }: TableText): string {
  if (text !== '' || key === null) return text;
  const full = key.includes(':') ? key : `play:${key}`;
  for (const part of ['.name', '.title', '.subject']) {
    const found = t(`${full}${part}`, { defaultValue: '' });
    if (found !== '') return found;
  }
  return t(full, { defaultValue: '' });
}
