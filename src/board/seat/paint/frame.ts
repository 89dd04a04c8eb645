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
  for (const inset of layout.insets) {
    const full =
      inset.key === 'ring'
        ? t('table:ringShort')
        : (scenario.areas.find(({ code }) => code === inset.key)?.name ?? inset.key);
    // Where a name has no room, the number of the département, which everybody here knows.
    const name = (ADVANCE + 0.06) * font.small * full.length > inset.label.width ? inset.key : full;
    line(ink, name === 'ring' ? full : name, inset.label, face(font.small), tokens.muted, 'center');
  }
  paintSeatLegend(ink, context, patterns);
}

function paintClock(ink: Ink, { layout, tokens, t }: SeatContext): void {
  const { font, clock } = layout;
  line(ink, t('table:date'), layout.date, face(font.small), tokens.muted);
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
