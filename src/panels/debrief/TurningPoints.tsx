import { apart } from '../../client/apart.ts';
import { formatClock } from '../../client/clockTime.ts';
import { useFigures, useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import type { DebriefModel, LossAccount, TurningPoint } from '../../session/playProtocol.ts';
import { gapOf, gapWords } from './besideWords.ts';
import { goalsBeside, leversOf } from './besideBook.ts';
import type { GoalRow } from './besideBook.ts';
import { useOwnFigure } from './OwnFigures.tsx';
import { Section } from '../parts/Section.tsx';
import { firstMoments } from './firstMoments.ts';
import { isClear, marginOf } from '../../session/playProtocol.ts';
import { goalsInstead, isOwnMoment, ownMomentsFirst } from './ownMoments.ts';
import { PartProgress } from './PartProgress.tsx';
import { Verdict } from './Verdict.tsx';
import { useDebriefWords } from './useDebriefWords.ts';

/** As many as are told at most: with fewer, no other one weighed. */
const MOST = 5;
/** A change of a goal under this, percent or minutes, is not told. */
const SOME = 1;
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
      {goals.length > 0 && <Levers model={model} />}
      {model.account !== null && <Account account={model.account} model={model} />}
    </Section>
  );
}

/** The rest of a gap beyond this share of the evening's lost calls is told. */
const LITTLE = 0.03;

/**
 * What the evening by the book would have lost, in every seat then in people's alone, with what luck makes of the gap; how
 * much of it the moments hold; and what one does better than the other on goals.
 */
function Account({ account, model }: { readonly account: LossAccount; readonly model: DebriefModel }) {
  const t = useTexts();
  const figures = useFigures();
  const { seats, play } = useExercise();
  const words = useDebriefWords();
  const { tonight, book, moments, together } = account;
  const { byTheBook, reach } = model;
  const said: string[] = [];
  if (byTheBook !== null)
    said.push(
      t('debrief:screen.turning.account.all', {
        time: words.hour(model.at),
        all: figures.count(byTheBook.unrouted),
        tonight: figures.count(tonight),
      }),
    );
  const gap = reach === null ? 'single' : gapOf(reach.book.unrouted, reach.book.unroutedMargin);
  // Whoever held every seat has been told already.
  if (reach !== null && (byTheBook === null || (seats.length > 0 && seats.length < model.seats.length)))
    said.push(
      t('debrief:screen.turning.account.beside', {
        count: Math.max(1, seats.length),
        book: figures.count(book),
        evenings: reach.evenings,
        gap: gapWords(t, figures, reach.book.unrouted, reach.book.unroutedMargin),
      }),
    );
  if (reach !== null && seats.length > 0) {
    const pulls = new Set(play.seats.map(({ pull }) => pull));
    const name = ({ goal }: GoalRow): string =>
      pulls.has(goal)
        ? t('debrief:screen.verdicts.pull', { pull: t(`play:pulls.${goal}`) })
        : t(`play:goals.${goal}`);
    const { gained, kept } = goalsBeside(model.verdicts, reach.bookGrades);
    const list = (rows: readonly GoalRow[]): string => rows.map(name).join(' ');
    if (gained.length > 0)
      said.push(
        t(`debrief:screen.turning.account.${gap === 'fewer' ? 'price' : 'gained'}`, { goals: list(gained) }),
      );
    if (kept.length > 0) said.push(t('debrief:screen.turning.account.kept', { goals: list(kept) }));
    if (gained.length + kept.length === 0) said.push(t('debrief:screen.turning.account.same'));
  }
  if (together !== null)
    said.push(
      t('debrief:screen.turning.account.together', { count: moments, together: figures.count(together) }),
    );
  if (gap === 'more' && (together === null || together - book > LITTLE * tonight))
    said.push(t(`debrief:screen.turning.account.${together === null ? 'none' : 'rest'}`));
  return <p className="turning-account">{said.join(' ')}</p>;
}

/** Where no decision of one's own weighed clearly: the figures of one's seats that the book would have bettered. */
function Levers({ model }: { readonly model: DebriefModel }) {
  const t = useTexts();
  const figure = useOwnFigure();
  const { seats } = useExercise();
  const { reach } = model;
  if (reach === null || seats.length === 0) return null;
  const levers = leversOf(model.own, reach.bookOwn, seats);
  if (levers.length === 0) return <p>{t('debrief:screen.turning.levers.none')}</p>;
  return (
    <>
      <p>{t('debrief:screen.turning.levers.lead', { count: seats.length })}</p>
      <ul className="verdict-notes">
        {levers.map(({ seat, tonight, book }) => (
          <li key={`${seat} ${tonight.key}`}>
            {t('debrief:screen.turning.levers.row', {
              what: t(`debrief:own.${tonight.key}`),
              book: figure(book),
              tonight: figure(tonight),
            })}
          </li>
        ))}
      </ul>
    </>
  );
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
  const { differs, unrouted, neverServed, seat } = point;
  const acts = (ids: readonly string[]): string => apart(t, ids.slice(0, DIFFERING).map(words.act));
  const goal =
    point.goal !== null && seat !== null && Math.abs(point.goal.value) >= SOME
      ? {
          sure: isClear(point.goal.value, point.goal.error),
          words: t(`debrief:goalEffect.${seat}.${point.goal.value < 0 ? 'saved' : 'cost'}`, {
            figure: figures.count(Math.abs(point.goal.value)),
            error: figures.decimal(marginOf(point.goal.error), 1),
          }),
        }
      : null;
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
        error: figures.count(marginOf(error)),
      });
      const sure = isClear(value, error);
      return { sure, words: sure ? change : t('debrief:screen.turning.unsure', { change }) };
    })
    .concat(goal?.sure === true ? [goal] : [])
    // What luck could have done alone is not read first.
    .toSorted((a, b) => Number(b.sure) - Number(a.sure));
  return (
    <li className={`turning turning-${point.key.includes('.saved.') ? 'saved' : 'cost'}`}>
      <span className="turning-number" aria-hidden="true">
        {number}
      </span>
      <div className="turning-words">
        <p>
          {words.turning(point)} {words.cause(point)}
        </p>
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
        {isClear(unrouted, point.unroutedError) &&
          isClear(neverServed, point.neverServedError) &&
          unrouted * neverServed < 0 && <p className="quiet">{t('debrief:screen.turning.opposed')}</p>}
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
          if (!opening) client.branch(branchAt, { moment: point, ...(other !== null && { seat: other }) });
        }}
      >
        {words}
      </button>
    </>
  );
}
