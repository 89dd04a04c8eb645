import type { Ink } from '../../paint/canvas.ts';
import type { SeatContext } from '../context.ts';
import { face } from './words.ts';

/** A name of the play where it fits, else the longest of its short names that does; the console has it in full. */
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
  const names = ['short', 'brief'].reduce(
    (all, size) => [...all, t(`table:seat.${size}.${group}.${key}`, { defaultValue: all.at(-1) })],
    [full],
  );
  return names.find((name) => ink.measureText(name).width <= width + 0.5) ?? names.at(-1)!;
}
