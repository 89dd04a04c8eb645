import { apart } from '../../client/apart.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import type { DebriefModel, LossAccount, TurningPoint } from '../../session/playProtocol.ts';
import { Section } from '../parts/Section.tsx';
import { firstMoments } from './firstMoments.ts';
import { isClear } from './isClear.ts';
import { goalsInstead, isOwnMoment, ownMomentsFirst } from './ownMoments.ts';
import { PartProgress } from './PartProgress.tsx';
import { Verdict } from './Verdict.tsx';
import { useDebriefWords } from './useDebriefWords.ts';

/** As many as are told at most: with fewer, no other one weighed. */
const MOST = 5;
/** Acts named at most as what only one of two evenings saw. */
const DIFFERING = 4;

/** The second screen: the moments that changed the evening, each in one sentence, and a way back into it. */
export function TurningPoints({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const { guided, seats, play } = useExercise();
  const { turningPoints } = model;
  const shown =
    turningPoints && ownMomentsFirst(guided ? firstMoments(turningPoints, seats) : turningPoints, seats);
  const goals = goalsInstead(
    model,
    turningPoints ?? [],
    turningPoints === null ? [] : seats,
    new Set(play.seats.map(({ pull }) => pull)),
  );
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
              <Moment
                key={`${point.key} ${point.at}`}
                point={point}
                number={index + 1}
                evening={model.counts.unrouted}
              />
            ))}
          </ol>
          {turningPoints !== null && turningPoints.length < MOST && (
            <p className="quiet">{t('debrief:screen.turning.noOther')}</p>
          )}
        </>
      )}
      {goals.length > 0 && (
        <>
          <p>{t('debrief:screen.turning.byGoals', { count: seats.length })}</p>
          <ul className="verdict-list">
            {goals.map((row) => (
              <Verdict key={row.goal} model={model} row={row} pull={false} />
            ))}
          </ul>
        </>
      )}
      {model.account !== null && <Account account={model.account} model={model} />}
    </Section>
  );
}

/** A gap under this share of the evening's lost calls is little. */
const LITTLE = 0.03;

/** What the evening by the book would have lost, in every seat then in people's alone, and how much of it the moments hold. */
function Account({ account, model }: { readonly account: LossAccount; readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const { seats } = useExercise();
  const words = useDebriefWords();
  const { tonight, book, moments, together } = account;
  const { byTheBook } = model;
  const gap = tonight - book;
  // Whoever played as the book does weighed all the same: the moments say so.
  const weighed = (model.turningPoints ?? []).some(
    (point) => isOwnMoment(point, seats) && Math.abs(point.unrouted) > LITTLE * tonight,
  );
  const little = Math.abs(gap) < LITTLE * tonight;
  const how = little ? (weighed ? 'alike' : 'little') : gap < 0 ? 'better' : 'gap';
  const said: string[] = [];
  if (byTheBook !== null)
    said.push(
      t('debrief:screen.turning.account.all', {
        time: words.hour(model.at),
        all: figures.count(byTheBook.unrouted),
        tonight: figures.count(tonight),
      }),
    );
  // Whoever held every seat has been told already.
  if (byTheBook === null || (seats.length > 0 && seats.length < model.seats.length))
    said.push(
      t(`debrief:screen.turning.account.${how}`, {
        count: Math.max(1, seats.length),
        book: figures.count(book),
        gap: figures.count(Math.abs(gap)),
      }),
    );
  if (together !== null)
    said.push(
      t('debrief:screen.turning.account.together', { count: moments, together: figures.count(together) }),
    );
  if (how === 'gap' && (together === null || together - book > LITTLE * tonight))
    said.push(t(`debrief:screen.turning.account.${together === null ? 'none' : 'rest'}`));
  return <p className="turning-account">{said.join(' ')}</p>;
}

function Moment({
  point,
  number,
  evening,
}: {
  readonly point: TurningPoint;
  readonly number: number;
  /** Calls that the whole evening lost. */
  readonly evening: number;
}) {
  const t = useTexts();
  const figures = useFigures();
  const words = useDebriefWords();
  const { differs, unrouted, neverServed } = point;
  const acts = (ids: readonly string[]): string => apart(t, ids.slice(0, DIFFERING).map(words.act));
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
      const sure = isClear(value, error);
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
        {differs !== null && differs.here.length > 0 && (
          <p className="quiet">{t('debrief:screen.turning.here', { acts: acts(differs.here) })}</p>
        )}
        {differs !== null && differs.there.length > 0 && (
          <p className="quiet">{t('debrief:screen.turning.there', { acts: acts(differs.there) })}</p>
        )}
        <p className="quiet">
          {t('debrief:screen.turning.otherwise')} {changes.map(({ words: change }) => change).join(' · ')}
        </p>
        {changes.every(({ sure }) => sure) && unrouted * neverServed < 0 && (
          <p className="quiet">{t('debrief:screen.turning.opposed')}</p>
        )}
        {-unrouted > evening && <p className="quiet">{t('debrief:screen.turning.beyond')}</p>}
        <AgainFrom point={point} number={number} />
      </div>
    </li>
  );
}

/** The way back into a moment: from the seat in whose hands it lay, which may be another one than one's own. */
function AgainFrom({ point, number }: { readonly point: TurningPoint; readonly number: number }) {
  const t = useTexts();
  const client = usePlay();
  const { seats } = useExercise();
  const opening = usePlayState((state) => state.opening);
  const { seat, branchAt, params } = point;
  if (params['seat'] === 'rooms') return <p className="quiet">{t('debrief:screen.turning.ofRooms')}</p>;
  const time = formatClock(branchAt);
  const other = seat === null || isOwnMoment(point, seats) ? null : seat;
  const words =
    other === null
      ? t('debrief:screen.turning.again', { time })
      : t('debrief:screen.turning.againSeat', { time, seat: t(`play:seats.${other}.name`) });
  return (
    <>
      {other !== null && (
        <p className="quiet">
          {t('debrief:screen.turning.ofOther', { count: seats.length, seat: t(`play:seats.${other}.name`) })}
          {other === 'services' && ` ${t('debrief:screen.turning.oneArea')}`}
        </p>
      )}
      <button
        type="button"
        className="button"
        aria-disabled={opening}
        aria-label={t('debrief:screen.turning.againNumber', { again: words, number })}
        onClick={() => {
          if (!opening) client.branch(branchAt, other === null ? {} : { seat: other });
        }}
      >
        {words}
      </button>
    </>
  );
}
