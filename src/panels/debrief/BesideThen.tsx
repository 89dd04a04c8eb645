import { apart } from '../../client/apart.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { costliest } from './costliest.ts';
import { useDebriefWords } from './useDebriefWords.ts';

/** A gap under this share of the lost calls is none. */
const LITTLE = 0.03;

/** The headline beside the evening as in 2021, and where more was lost, the moments that cost most. */
export function BesideThen({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const words = useDebriefWords();
  const { counts, ghost, turningPoints } = model;
  const gap = counts.unrouted - ghost.unrouted;
  const how = Math.abs(gap) < LITTLE * ghost.unrouted ? 'alike' : gap > 0 ? 'more' : 'fewer';
  const named = costliest(turningPoints ?? []).map((point) =>
    t('debrief:screen.reveal.costly', {
      time: formatClock(point.at),
      what: words.moment(point),
      calls: figures.count(point.unrouted),
    }),
  );
  return (
    <p className="debrief-beside">
      {t(`debrief:screen.reveal.beside.${how}`, {
        count: Math.abs(gap),
        gap: figures.count(Math.abs(gap)),
        ghost: figures.count(ghost.unrouted),
      })}
      {how === 'more' &&
        turningPoints !== null &&
        ` ${
          named.length > 0
            ? t('debrief:screen.reveal.why', { moments: apart(t, named) })
            : t('debrief:screen.reveal.whyNone')
        }`}
    </p>
  );
}
