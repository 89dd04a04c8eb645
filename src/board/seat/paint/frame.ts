import { MONO } from '../../context.ts';
import { type Ink, write } from '../../paint/canvas.ts';
import type { SeatContext } from '../context.ts';
import { ADVANCE } from '../seatLayout.ts';
import type { Patterns } from './belief.ts';
import { paintSeatLegend } from './legend.ts';
import { face, line } from './words.ts';

/** What never changes for a size and a language: the date, the clock's colon, names of the insets, the legend. */
export function paintFrame(ink: Ink, context: SeatContext, patterns: Patterns): void {
  const { layout, tokens, t, scenario } = context;
  const { font } = layout;
  if (layout.mats.length > 0) paintClock(ink, context);
  const fullOf = (key: string): string =>
    key === 'ring' ? t('table:ringShort') : (scenario.areas.find(({ code }) => code === key)?.name ?? key);
  // Where one name has no room, all have the number of the département, which everybody here knows.
  const numbers = layout.insets.some(
    ({ key, label }) => key !== 'ring' && (ADVANCE + 0.06) * font.small * fullOf(key).length > label.width,
  );
  for (const inset of layout.insets) {
    const name = numbers ? inset.key : fullOf(inset.key);
    line(
      ink,
      inset.key === 'ring' ? fullOf(inset.key) : name,
      inset.label,
      face(font.small),
      tokens.muted,
      'center',
    );
  }
  paintSeatLegend(ink, context, patterns);
}

function paintClock(ink: Ink, { layout, tokens, t, scenario }: SeatContext): void {
  const { font, clock } = layout;
  const date = t(`table:seat.date.${scenario.id ?? ''}`, { defaultValue: t('table:date') });
  line(ink, date, layout.date, face(font.small), tokens.muted);
  write(
    ink,
    ':',
    clock.x + clock.width / 2,
    clock.y + clock.cell.height * 0.46,
    `bold ${clock.cell.height * 0.6}px ${MONO}`,
    tokens.muted,
    'center',
  );
}
