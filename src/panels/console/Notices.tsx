import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useDesk, usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { Stopped } from '../parts/Stopped.tsx';
import { Ended } from './Ended.tsx';
import { Freed } from './Freed.tsx';
import { JournalLines } from './JournalLines.tsx';
import { focusSoon } from './openAct.ts';
import { Stop } from './Stop.tsx';
import { TrustMoved } from './TrustMoved.tsx';
import { useGuide } from './useGuide.ts';
import { usePlayWords } from './words.ts';

/** Why the clock stands still: a beat, a real event, the end. */
export function Notices() {
  const clock = usePlayState((state) => state.clock);
  const chosen = usePlayState((state) => state.desks[state.seat].chosenAt === state.clock?.at);
  const failed = usePlayState((state) => state.stopped !== null);
  // What a first evening says already is not said twice.
  const step = useGuide();
  const from = usePlayState((state) => state.exercise?.setup.from ?? null);
  if (clock === null) return null;
  if (failed) return <Stopped />;
  if (clock.realEvent) return <RealEvent />;
  if (clock.finished) return <Finished />;
  return (
    <>
      {!clock.playing &&
        (clock.beat !== null ? (
          <Stop />
        ) : step === null && chosen ? (
          <Chosen />
        ) : step === null && clock.at === from ? (
          <Ready />
        ) : (
          <Resumed />
        ))}
      <div className="lately">
        <ChoicesCome />
        <Ended />
        <Freed />
        <TrustMoved />
      </div>
    </>
  );
}

/** Choices that have come without a stop of the clock: each stays written here until somebody has looked. */
function ChoicesCome() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const choices = useSeatView((view) => view.choices);
  const noticed = useDesk((desk) => desk.noticed);
  const aside = useDesk((desk) => desk.aside);
  const held = usePlayState((state) => state.clock?.beat?.id ?? null);
  // Where the choices themselves are, nothing announces them.
  const there = useDesk((desk) => desk.tab === 'decide');
  const playing = usePlayState((state) => state.clock?.playing === true);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const came = choices.filter(
    ({ dilemma, state }) =>
      state === 'open' && dilemma !== held && !noticed.includes(dilemma) && !aside.includes(dilemma),
  );
  if (there || came.length === 0) return null;
  return (
    <div className="notice notice-choice">
      <ul className="plain-list">
        {came.map(({ dilemma, closesAt }) => (
          <li key={dilemma}>
            <strong>{t(playing ? 'console:beats.came' : 'console:beats.cameStopped')}</strong>{' '}
            {words.question(dilemma)}{' '}
            <span className="quiet">
              {t('console:dilemma.until')} <ClockTime at={closesAt} />
              {', '}
              {t('console:dilemma.left', { count: Math.max(0, Math.ceil(closesAt / 60_000) - minute) })}
            </span>
            <span className="buttons">
              <button
                type="button"
                className="button"
                onClick={() => {
                  client.arrange({ tab: 'decide', noticed: [...noticed, dilemma] });
                  focusSoon(`dilemma-${dilemma}`);
                }}
              >
                {t('console:beats.look.dilemma')}
                <span className="visually-hidden"> : {words.question(dilemma)}</span>
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  client.arrange({ noticed: [...noticed, dilemma] });
                  focusSoon('console-title');
                }}
              >
                {t('console:beats.seen')}
                <span className="visually-hidden"> : {words.question(dilemma)}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** After a choice the clock stands still until somebody starts it. */
function Chosen() {
  const t = useTexts();
  return <Standing>{t('console:guide.chosen', { play: t('console:clock.play') })}</Standing>;
}

/** Before the first minute: what there is to look at, and what starts the clock. */
function Ready() {
  const t = useTexts();
  const words = usePlayWords();
  const at = usePlayState((state) => state.clock?.at ?? 0);
  return (
    <Standing>{t('console:beats.ready', { time: words.hour(at), play: t('console:clock.play') })}</Standing>
  );
}

/** After a page loaded again, a file opened, or a moment taken up again from a debrief: where one is, until the clock goes on. */
function Resumed() {
  const t = useTexts();
  const words = usePlayWords();
  const resumedAt = usePlayState((state) => state.exercise?.resumedAt ?? null);
  const earlier = usePlayState((state) => state.exercise?.earlier ?? null);
  const here = usePlayState((state) => state.clock?.at === resumedAt);
  if (resumedAt === null || !here) return null;
  const time = words.hour(resumedAt);
  if (earlier?.from !== resumedAt) return <Standing>{t('console:beats.resumed', { time })}</Standing>;
  const { moment } = earlier;
  return (
    <Standing>
      {moment === undefined
        ? t('console:beats.again', { time })
        : t('console:beats.againMoment', { time, at: words.hour(moment.at), what: words.moment(moment) })}
    </Standing>
  );
}

/** Why the clock stands, and what starts it. */
function Standing({ children }: { readonly children: string }) {
  const t = useTexts();
  const client = usePlay();
  return (
    <div className="notice notice-chosen">
      <p role="status">{children}</p>
      <button
        type="button"
        className="button"
        onClick={() => {
          client.send({ type: 'play' });
          focusSoon('console-title');
        }}
      >
        {t('console:clock.play')}
      </button>
    </div>
  );
}

function RealEvent() {
  const t = useTexts();
  const client = usePlay();
  return (
    <div className="notice notice-real" role="alert">
      <p>
        <strong>{t('console:real.title')}</strong> {t('console:real.text')}
      </p>
      <button type="button" className="button" onClick={() => client.send({ type: 'resumeReal' })}>
        {t('console:real.resume')}
      </button>
    </div>
  );
}

function Finished() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const at = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000) * 60_000);
  const first = usePlayState((state) => state.exercise !== null && state.exercise.setup.to < 24 * 3_600_000);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="notice notice-finished">
      <h2 ref={heading} tabIndex={-1}>
        {t('console:finished.title', { time: words.hour(at) })}
      </h2>
      <p>{t('console:finished.text')}</p>
      <div className="buttons">
        <button type="button" className="button button-main" onClick={() => client.debrief()}>
          {t('console:finished.debrief')}
        </button>
        {first && (
          <button type="button" className="button" onClick={() => client.branch(at, { longer: true })}>
            {t('console:finished.goOn')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Lines of a recap in sight, the latest: what came before them is one press away. */
const RECAP_SHOWN = 5;

/** What the seat would have learnt during a jump. */
export function RecapPanel() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const recap = useDesk((desk) => desk.recap);
  const open = useDesk((desk) => desk.recapOpen);
  const stopped = usePlayState((state) => state.clock?.beat != null);
  // By the recap itself: another one is short again.
  const [whole, setWhole] = useState<typeof recap>(null);
  if (recap === null) return null;
  // A stop says itself what has come: that there is nothing else is no news.
  if (stopped && recap.entries.length === 0) return null;
  const shown = whole === recap ? recap.entries : recap.entries.slice(-RECAP_SHOWN);
  const before = recap.entries.length - shown.length;
  return (
    <details
      className="notice recap"
      open={open}
      onToggle={(event) => client.arrange({ recapOpen: event.currentTarget.open })}
    >
      <summary id="recap-title">
        {t('console:recap.title', { from: words.hour(recap.from), to: words.hour(recap.to) })}
      </summary>
      {recap.entries.length === 0 ? (
        <p>{t('console:recap.nothing')}</p>
      ) : (
        <>
          {before > 0 && (
            <button type="button" className="link" onClick={() => setWhole(recap)}>
              {t('console:recap.before', { count: before })}
            </button>
          )}
          <JournalLines entries={shown} />
        </>
      )}
      {recap.more > 0 && <p className="quiet">{t('console:recap.more', { count: recap.more })}</p>}
      <button
        type="button"
        className="button"
        onClick={() => {
          client.arrange({ recap: null });
          focusSoon('console-title');
        }}
      >
        {t('console:recap.close')}
      </button>
    </details>
  );
}
