import { useEffect, useRef } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import type { SeatId } from '../../session/playProtocol.ts';
import { SeatEmblem } from '../parts/SeatEmblem.tsx';
import { usePlayWords } from './words.ts';

/** At one table: whose console this is, changed by one press, and what waits at each of the others. */
export function SeatSwitch() {
  const t = useTexts();
  const client = usePlay();
  const { seats } = useExercise();
  const seat = usePlayState((state) => state.seat);
  if (seats.length < 2) return null;
  return (
    <div className="seat-switch">
      <fieldset className="segments">
        <legend className="visually-hidden">{t('console:seats.label')}</legend>
        {seats.map((each) => (
          <label key={each} className="segment">
            <input type="radio" name="seat" checked={seat === each} onChange={() => client.turn(each)} />
            <span className={`seat-mark seat-${each}`}>
              <span className="seat-switch-name">
                <SeatEmblem seat={each} />
                {t(`play:seats.${each}.name`)}
              </span>
              <Waits seat={each} />
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** What waits at a seat: letters not opened, choices open, and when the first of these closes. */
function Waits({ seat }: { readonly seat: SeatId }) {
  const t = useTexts();
  const words = usePlayWords();
  // As one text: drawn again only when it says something else.
  const [letters = 0, choices = 0, closes = 0] = usePlayState((state) => {
    const open = state.views[seat]?.choices.filter((choice) => choice.state === 'open') ?? [];
    const unopened = state.views[seat]?.inTray.filter(({ readAt }) => readAt === null).length ?? 0;
    return `${unopened},${open.length},${Math.min(...open.map(({ closesAt }) => closesAt))}`;
  })
    .split(',')
    .map(Number);
  if (letters === 0 && choices === 0) return null;
  const said = [
    ...(letters > 0 ? [t('console:held.unopened', { count: letters })] : []),
    ...(choices > 0 ? [t('console:seats.choices', { count: choices, time: words.hour(closes) })] : []),
  ];
  return (
    <>
      <span aria-hidden="true" className="waits" title={said.join(', ')}>
        {letters > 0 && (
          <span className="count">
            <span className="envelope-small" />
            {letters}
          </span>
        )}
        {choices > 0 && (
          <span className="count count-choice">{`${choices}\u200a→\u200a${words.hour(closes)}`}</span>
        )}
      </span>
      <span className="visually-hidden">, {said.join(', ')}</span>
    </>
  );
}

/** Open-handed, unless a curtain between two seats is asked for; `told`: what it does is written beside it. */
export function CurtainCheck({ told = false }: { readonly told?: boolean }) {
  const t = useTexts();
  const client = usePlay();
  const wanted = usePlayState((state) => state.curtainWanted);
  return (
    <label className="check" title={told ? undefined : t('console:seats.curtainNote')}>
      <input
        type="checkbox"
        checked={wanted}
        onChange={(event) => client.store.trigger.curtained({ wanted: event.target.checked })}
      />
      <span>
        {t('console:seats.curtain')}
        {told && <span className="under">{t('console:seats.curtainNote')}</span>}
      </span>
    </label>
  );
}

/** Between two seats: nothing is shown, and the clock stands, until the next one takes the screen. */
export function Curtain() {
  const t = useTexts();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const playing = usePlayState((state) => state.clock?.playing === true);
  const stoppedFor = usePlayState((state) => state.clock?.beat?.seat ?? null);
  const button = useRef<HTMLButtonElement>(null);
  // It ran when the curtain fell, or somebody started it since: it goes on once the screen is taken.
  const ran = useRef(false);
  useEffect(() => button.current?.focus(), []);
  useEffect(() => {
    if (!playing) return;
    ran.current = true;
    client.send({ type: 'pause' });
  }, [client, playing]);
  return (
    <div className="curtain">
      <h2>{t('console:seats.turn', { seat: t(`play:seats.${seat}.name`) })}</h2>
      <p className="quiet" role="status">
        {stoppedFor === null
          ? t('console:seats.still')
          : t('console:seats.stillFor', { seat: t(`play:seats.${stoppedFor}.name`) })}
      </p>
      <button
        ref={button}
        type="button"
        className="button button-main"
        onClick={() => {
          client.store.trigger.curtained({ drawn: false });
          if (ran.current) client.send({ type: 'play' });
        }}
      >
        {t('console:seats.take')}
      </button>
    </div>
  );
}
