import { useState } from 'react';
import { formatClock, isoClock, parseClock } from '../../client/clockTime.ts';
import { EVENING_RANGE } from '../../client/address.ts';
import { clockRange } from '../../client/clockRange.ts';
import { SPEEDS } from '../../client/eveningClient.ts';
import { useClient, useClientState, useTexts } from '../../client/hooks.ts';
import { TimeSlider } from './TimeSlider.tsx';

/** Clock of the evening: play, speed, scrub, jump. Everything here works before the table is drawn. */
export function Transport() {
  const t = useTexts();
  const client = useClient();
  const ready = useClientState((state) => state.view !== null);
  const playing = useClientState((state) => state.view?.playing ?? false);
  const speed = useClientState((state) => state.view?.speed ?? 1);
  const at = useClientState((state) => state.wanted ?? state.view?.at ?? EVENING_RANGE.from);
  const over = useClientState(
    (state) => (state.wanted ?? state.view?.at ?? 0) >= clockRange(state.scenario).to,
  );
  const speeds = SPEEDS.some((known) => known === speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
  return (
    <section className="transport" id="controls" aria-label={t('panels:transport.label')} tabIndex={-1}>
      <button
        type="button"
        className="button button-main play"
        title={t('panels:transport.playHint')}
        aria-keyshortcuts="Space"
        disabled={!ready}
        onClick={() => client.togglePlay()}
      >
        <span aria-hidden="true" className={playing ? 'icon icon-pause' : 'icon icon-play'} />
        {t(playing ? 'panels:transport.pause' : 'panels:transport.play')}
      </button>
      <p className="transport-clock">
        <span className="visually-hidden">{t('panels:transport.clock', { time: formatClock(at) })}</span>
        <time aria-hidden="true" dateTime={isoClock(at)}>
          {formatClock(at)}
        </time>
      </p>
      <label className="field-inline speed">
        <span>{t('panels:transport.speed')}</span>
        <select
          value={speed}
          disabled={!ready}
          onChange={(event) => client.setSpeed(Number(event.target.value))}
        >
          {speeds.map((value) => (
            <option key={value} value={value}>
              ×{value}
            </option>
          ))}
        </select>
      </label>
      <TimeSlider at={at} disabled={!ready} />
      <JumpField disabled={!ready} />
      <button
        type="button"
        className="button next"
        disabled={!ready}
        // At the end it keeps the focus that walked here, and says that it does nothing more.
        aria-disabled={over}
        onClick={() => {
          if (!over) client.nextMoment();
        }}
      >
        <span aria-hidden="true" className="icon icon-next" />
        <span>{t('panels:transport.next')}</span>
      </button>
    </section>
  );
}

function JumpField({ disabled }: { readonly disabled: boolean }) {
  const t = useTexts();
  const client = useClient();
  const scenario = useClientState((state) => state.scenario);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const { from, to } = clockRange(scenario);
  const go = (): void => {
    const at = parseClock(text);
    if (at === null || at < from || at > to) {
      setWrong(t('common:errors.time', { found: text, from: formatClock(from), to: formatClock(to) }));
      return;
    }
    setWrong(null);
    setText('');
    client.jump(at);
  };
  return (
    <form
      className="jump"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label className="field-inline">
        <span>{t('panels:transport.go')}</span>
        <input
          className="time-input"
          value={text}
          disabled={disabled}
          inputMode="text"
          autoComplete="off"
          placeholder="18:12"
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : 'jump-error'}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={disabled}>
        {t('panels:transport.goButton')}
      </button>
      {wrong !== null && (
        <p id="jump-error" className="field-error jump-error" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
