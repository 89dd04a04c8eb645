import { useEffect, useRef } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';

/** At one table: whose console this is, changed by one press. Open-handed, unless a curtain is asked for. */
export function SeatSwitch() {
  const t = useTexts();
  const client = usePlay();
  const { seats } = useExercise();
  const seat = usePlayState((state) => state.seat);
  const curtainWanted = usePlayState((state) => state.curtainWanted);
  const unopened = usePlayState((state) =>
    seats.map((each) => state.views[each]?.inTray.filter(({ readAt }) => readAt === null).length ?? 0).join(),
  ).split(',');
  if (seats.length < 2) return null;
  return (
    <div className="seat-switch">
      <fieldset className="segments">
        <legend className="visually-hidden">{t('console:seats.label')}</legend>
        {seats.map((each, i) => (
          <label key={each} className="segment">
            <input type="radio" name="seat" checked={seat === each} onChange={() => client.turn(each)} />
            <span className={`seat-mark seat-${each}`}>
              {t(`play:seats.${each}.name`)}
              {unopened[i] !== '0' && (
                <>
                  {' '}
                  <span aria-hidden="true" className="count">
                    {unopened[i]}
                  </span>
                  <span className="visually-hidden">
                    {t('console:held.unopened', { count: Number(unopened[i]) })}
                  </span>
                </>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <label className="check">
        <input
          type="checkbox"
          checked={curtainWanted}
          onChange={(event) => client.store.trigger.curtained({ wanted: event.target.checked })}
        />
        <span>{t('console:seats.curtain')}</span>
      </label>
    </div>
  );
}

/** Between two seats: nothing is shown until the next one takes the screen. */
export function Curtain() {
  const t = useTexts();
  const client = usePlay();
  const seat = usePlayState((state) => state.seat);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="curtain">
      <h2>{t('console:seats.turn', { seat: t(`play:seats.${seat}.name`) })}</h2>
      <button
        ref={button}
        type="button"
        className="button button-main"
        onClick={() => client.store.trigger.curtained({ drawn: false })}
      >
        {t('console:seats.take')}
      </button>
    </div>
  );
}
