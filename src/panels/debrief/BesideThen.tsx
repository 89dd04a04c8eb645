import { apart } from '../../client/apart.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise } from '../../client/playHooks.ts';
import type { DebriefModel } from '../../session/playProtocol.ts';
import { gapOf, gapWords } from './besideWords.ts';
import { costliest } from './costliest.ts';
import { useDebriefWords } from './useDebriefWords.ts';

/** Seats that move the country's lost calls by less than this share are told so. */
const LITTLE = 0.1;

/**
 * The country beside the evening as in 2021, with what luck makes of the gap; what these seats could move of it; and where
 * clearly more was lost, the moments that cost most.
 */
export function BesideThen({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const words = useDebriefWords();
  const { seats } = useExercise();
  const { ghost, reach, turningPoints } = model;
  const lost = figures.count(ghost.unrouted);
  if (reach === null)
    return <p className="debrief-beside">{t('debrief:screen.reveal.beside.computing', { ghost: lost })}</p>;
  const { asIn2021, unrouted, neverServed } = reach;
  const named = costliest(turningPoints ?? []).map((point) =>
    t('debrief:screen.reveal.costly', {
      time: formatClock(point.at),
      what: words.moment(point),
      calls: figures.count(point.unrouted),
    }),
  );
  const apartBy = (unrouted.most - unrouted.least) / Math.max(1, unrouted.most);
  return (
    <>
      <p className="debrief-beside">
        {t('debrief:screen.reveal.beside.then', {
          ghost: lost,
          evenings: reach.evenings,
          calls: gapWords(t, figures, asIn2021.unrouted, asIn2021.unroutedMargin),
          people: gapWords(t, figures, asIn2021.neverServed, asIn2021.neverServedMargin),
        })}
        {gapOf(asIn2021.unrouted, asIn2021.unroutedMargin) === 'more' &&
          turningPoints !== null &&
          ` ${
            named.length > 0
              ? t('debrief:screen.reveal.why', { moments: apart(t, named) })
              : t('debrief:screen.reveal.whyNone')
          }`}
      </p>
      {seats.length > 0 && seats.length < model.seats.length && (
        <p>
          {t(`debrief:screen.reveal.reach.${apartBy < LITTLE ? 'little' : 'much'}`, {
            count: seats.length,
            least: figures.count(unrouted.least),
            most: figures.count(unrouted.most),
            share: figures.share(apartBy),
            leastPeople: figures.count(neverServed.least),
            mostPeople: figures.count(neverServed.most),
          })}
        </p>
      )}
    </>
  );
}
