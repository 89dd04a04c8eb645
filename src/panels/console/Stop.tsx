import { useEffect, useRef } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState, useSeatView } from '../../client/playHooks.ts';
import type { StopView } from '../../session/playProtocol.ts';
import { isNarrow } from '../parts/useNarrow.ts';
import { focusSoon, openAct } from './openAct.ts';
import { useStopWords } from './stopWords.ts';
import { usePlayWords } from './words.ts';

/** Acts that save what a stop says is about to be lost. */
const SAVED_BY: Readonly<Record<string, string>> = { secondCase: 'anssi.serveSecondCase' };

/** What the clock stands at: why, what else came at the same minute, and where one goes from there. */
export function Stop() {
  const t = useTexts();
  const words = usePlayWords();
  const client = usePlay();
  const wordsOf = useStopWords();
  const beat = usePlayState((state) => state.clock?.beat ?? null);
  const seat = usePlayState((state) => state.seat);
  const closes = usePlayState(
    ({ clock, views }) =>
      (clock?.beat?.kind === 'dilemma' &&
        views[clock.beat.seat]?.choices.find(({ dilemma }) => dilemma === clock.beat?.id)?.closesAt) ||
      null,
  );
  const lostAt = useSeatView(({ gauges }) => {
    if (beat?.id !== 'secondCase') return null;
    const cases = gauges.find(({ kind }) => kind === 'cases');
    return cases?.kind === 'cases' ? (cases.cases.find(({ id }) => id === 'second')?.before ?? null) : null;
  });
  const saves = lostAt === null || beat === null ? undefined : SAVED_BY[beat.id];
  const notice = useRef<HTMLDivElement>(null);
  const stop = beat === null ? '' : `${beat.id} ${beat.at}`;
  useEffect(() => {
    // On a phone the page is long and the notice scrolls with it: it is brought into sight, once.
    if (stop !== '' && isNarrow()) notice.current?.scrollIntoView({ block: 'nearest' });
  }, [stop]);
  if (beat === null) return null;
  const here = beat.seat === seat;
  const { text, done } = here
    ? wordsOf(beat)
    : { text: t('console:beats.other', { seat: t(`play:seats.${beat.seat}.name`) }), done: false };
  return (
    <div ref={notice} className="notice notice-beat">
      <p>
        <strong>{t('console:beats.stopped', { time: words.hour(beat.at) })}</strong>{' '}
        {done ? t('console:beats.read') : text}
        {here && lostAt !== null && (
          <span>
            {' '}
            {t('console:beats.lostAt', {
              time: words.hour(lostAt),
              left: t('console:dilemma.left', { count: Math.max(0, Math.ceil((lostAt - beat.at) / 60_000)) }),
            })}
          </span>
        )}
        {!done && closes !== null && (
          <span className="quiet">
            {' '}
            {t('console:beats.closes', {
              time: words.hour(closes),
              left: t('console:dilemma.left', {
                count: Math.max(0, Math.ceil((closes - beat.at) / 60_000)),
              }),
            })}
          </span>
        )}
      </p>
      <Also stops={(beat.also ?? []).filter((each) => each.seat === seat)} />
      <div className="buttons">
        {here && saves !== undefined && (
          <button type="button" className="button button-main" onClick={() => openAct(client, saves)}>
            {t('console:beats.save', { act: words.act(saves) })}
          </button>
        )}
        {!done && <Look stop={beat} />}
        <button type="button" className="button" onClick={() => client.send({ type: 'play' })}>
          {t('console:beats.goOn')}
        </button>
      </div>
    </div>
  );
}

/** What came at the same minute. */
function Also({ stops }: { readonly stops: readonly StopView[] }) {
  const t = useTexts();
  const words = usePlayWords();
  const wordsOf = useStopWords();
  const left = stops.filter((stop) => !wordsOf(stop).done);
  if (left.length === 0) return null;
  return (
    <>
      <p className="quiet">{t('console:beats.also')}</p>
      <ul className="plain-list">
        {left.map((stop) => {
          const { text, look } = wordsOf(stop);
          return (
            <li key={stop.id}>
              {text} {stop.kind === 'dilemma' && stop.why === undefined && `${words.question(stop.id)} `}
              {look.label !== 'news' && <Look stop={stop} small />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Look({ stop, small = false }: { readonly stop: StopView; readonly small?: boolean }) {
  const t = useTexts();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const wordsOf = useStopWords();
  const { label, tab, focus, act } = wordsOf(stop).look;
  const look = (): void => {
    if (stop.seat !== seat) client.turn(stop.seat);
    if (act !== undefined) return openAct(client, act);
    // Put aside, it comes back to the front.
    const { aside } = client.store.getSnapshot().context.desks[stop.seat];
    client.arrange({ tab, aside: aside.filter((each) => each !== stop.id) });
    if (focus !== null) focusSoon(focus);
  };
  return (
    <button type="button" className={small ? 'link' : 'button'} onClick={look}>
      {t(`console:beats.look.${label}`)}
    </button>
  );
}
