import type { useTexts } from '../../client/hooks.ts';
import type { Figures } from '../../client/figures.ts';

/** How a difference within its interval, or beyond it, is told: never as better or worse when luck alone may make it. */
export type Gap = 'none' | 'fewer' | 'more' | 'single';

/** `margin` is half the 95 % interval, null for one evening alone. */
export function gapOf(gap: number, margin: number | null): Gap {
  if (margin === null) return 'single';
  return Math.abs(gap) <= margin ? 'none' : gap < 0 ? 'fewer' : 'more';
}

/** A difference with its interval in words. */
export function gapWords(
  t: ReturnType<typeof useTexts>,
  figures: Figures,
  gap: number,
  margin: number | null,
): string {
  return t(`debrief:screen.reveal.difference.${gapOf(gap, margin)}`, {
    gap: figures.count(Math.abs(gap)),
    signed: figures.signed(gap),
    margin: figures.count(margin ?? 0),
  });
}
