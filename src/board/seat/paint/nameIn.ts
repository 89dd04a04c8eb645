import type { Ink } from '../../paint/canvas.ts';
import type { SeatContext } from '../context.ts';
import { face } from './words.ts';

/** A name of the play where it fits, else its short name for the table; the console has it in full. */
export function nameIn(
  ink: Ink,
  { t, layout }: SeatContext,
  width: number,
  group: 'acts' | 'goals' | 'pools' | 'seats' | 'tags',
  key: string,
  font = face(layout.font.small),
): string {
  const full = t(`play:${group}.${key}${group === 'acts' || group === 'seats' ? '.name' : ''}`);
  ink.font = font;
  if (ink.measureText(full).width <= width + 0.5) return full;
  return t(`table:seat.short.${group}.${key}`, { defaultValue: full });
}
