import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import type { DebriefModel, TurningPoint } from '../../session/playProtocol.ts';
import { Section } from '../parts/Section.tsx';
import { firstMoments } from './firstMoments.ts';
import { PartProgress } from './PartProgress.tsx';
import { useDebriefWords } from './useDebriefWords.ts';

/** As many as are told at most: with fewer, no other one weighed. */
const MOST = 5;

/** The second screen: the moments that changed the evening, each in one sentence, and a way back into it. */
export function TurningPoints({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const { guided, seats } = useExercise();
  const { turningPoints } = model;
  const shown = guided ? turningPoints && firstMoments(turningPoints, seats) : turningPoints;
  return (
    <Section
      id="turning"
      title={t(guided ? 'debrief:screen.turning.titleFirst' : 'debrief:screen.turning.title')}
    >
      <p>{t('debrief:screen.turning.lead')}</p>
      {shown === null ? (
        <PartProgress part="turningPoints" />
      ) : shown.length === 0 ? (
        <p>{t('debrief:screen.turning.none')}</p>
      ) : (
        <>
          <ol className="turning-list">
            {shown.map((point, index) => (
              <Moment key={`${point.key} ${point.at}`} point={point} number={index + 1} />
            ))}
          </ol>
          {turningPoints !== null && turningPoints.length < MOST && (
            <p className="quiet">{t('debrief:screen.turning.noOther')}</p>
          )}
        </>
      )}
    </Section>
  );
}

function Moment({ point, number }: { readonly point: TurningPoint; readonly number: number }) {
  const t = useTexts();
  const figures = useFigures();
  const words = useDebriefWords();
  const client = usePlay();
  const opening = usePlayState((state) => state.opening);
  const time = formatClock(point.branchAt);
  const changes = (
    [
      ['calls', point.unrouted, point.unroutedError],
      ['people', point.neverServed, point.neverServedError],
    ] as const
  )
    .map(([what, value, error]) => {
      const change = t(`debrief:screen.turning.${what}.${value < 0 ? 'saved' : 'cost'}`, {
        count: Math.round(Math.abs(value)),
        figure: figures.count(Math.abs(value)),
        error: figures.count(Math.abs(error)),
      });
      const sure = Math.abs(value) > error;
      return { sure, words: sure ? change : t('debrief:screen.turning.unsure', { change }) };
    })
    // What luck could have done alone is not read first.
    .toSorted((a, b) => Number(b.sure) - Number(a.sure));
  return (
    <li className={`turning turning-${point.key.includes('.saved.') ? 'saved' : 'cost'}`}>
      <span className="turning-number" aria-hidden="true">
        {number}
      </span>
      <div className="turning-words">
        <p>{words.turning(point)}</p>
        {point.earlier !== null && <p>{words.earlier(point.earlier)}</p>}
        <p className="quiet">
          {t('debrief:screen.turning.otherwise')} {changes.map(({ words: change }) => change).join(' · ')}
        </p>
        <button
          type="button"
          className="button"
          aria-disabled={opening}
          aria-label={t('debrief:screen.turning.againNumber', { time, number })}
          onClick={() => {
            if (!opening) client.branch(point.branchAt);
          }}
        >
          {t('debrief:screen.turning.again', { time })}
        </button>
      </div>
    </li>
  );
}
