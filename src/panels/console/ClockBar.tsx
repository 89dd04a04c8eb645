import { useState } from 'react';
import { formatClock, isoClock, parseClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { useTogglePlay } from './useTogglePlay.ts';
import { useExercise, usePlay, usePlayState } from '../../client/playHooks.ts';
import { TempoNote } from './TempoNote.tsx';

const SPEEDS = [1, 2, 4, 8, 12, 15, 30, 45, 60] as const;

/** Time: the hour, its pace, pause, jumps, and the two ways out: a real event, the end of the exercise. */
export function ClockBar() {
  const t = useTexts();
  const client = usePlay();
  const clock = usePlayState((state) => state.clock);
  const asked = usePlayState((state) => state.clockAsked);
  const jumping = usePlayState((state) => state.jumping);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const toggle = useTogglePlay();
  const [more, setMore] = useState(false);
  const failed = usePlayState((state) => state.stopped !== null);
  if (clock === null) return null;
  const { playing, finished, realEvent, speed } = clock;
  const { automaticPause, chosen } = { ...clock, ...asked };
  const stopped = realEvent || failed;
  const at = minute * 60_000;
  if (finished) return <Over at={at} />;
  return (
    <section
      className={playing ? 'clock-bar' : 'clock-bar clock-bar-stopped'}
      id="clock"
      aria-label={t('console:clock.label')}
      tabIndex={-1}
    >
      <button
        type="button"
        className={playing ? 'button play' : 'button button-main play'}
        aria-keyshortcuts="Space"
        disabled={stopped}
        onClick={toggle}
      >
        <span aria-hidden="true" className={playing ? 'icon icon-pause' : 'icon icon-play'} />
        <span className="play-word">{t(playing ? 'console:clock.pause' : 'console:clock.play')}</span>
      </button>
      <Hour at={at}>
        {playing ? t('console:clock.runs', { speed: Math.round(speed) }) : t('console:clock.stands')}
      </Hour>
      <label className="field-inline speed">
        <span>{t('console:clock.speed')}</span>
        <select
          value={chosen ?? ''}
          disabled={stopped}
          onChange={(event) =>
            client.send({
              type: 'speed',
              value: event.target.value === '' ? null : Number(event.target.value),
            })
          }
        >
          <option value="">{t('console:clock.tempo', { speed: Math.round(speed) })}</option>
          {SPEEDS.map((value) => (
            <option key={value} value={value}>
              ×{value}
            </option>
          ))}
        </select>
      </label>
      <TempoNote />
      <button
        type="button"
        className="button next-beat"
        aria-disabled={stopped || jumping}
        onClick={() => {
          if (!stopped && !jumping) client.jump('beat');
        }}
      >
        <span aria-hidden="true" className="icon icon-next" />
        <span>{t(jumping ? 'console:clock.jumping' : 'console:clock.nextBeat')}</span>
      </button>
      <button
        type="button"
        className="button clock-more"
        aria-expanded={more}
        aria-controls="clock-extra"
        onClick={() => setMore(!more)}
      >
        {t('console:clock.more')}
      </button>
      <div id="clock-extra" className={more ? 'clock-extra clock-extra-open' : 'clock-extra'}>
        <JumpField disabled={stopped} onJump={() => setMore(false)} />
        <label className="check">
          <input
            type="checkbox"
            checked={automaticPause}
            onChange={(event) => client.send({ type: 'automaticPause', on: event.target.checked })}
          />
          <span>{t('console:clock.automatic')}</span>
        </label>
        <span className="clock-spacer" />
        <button
          type="button"
          className="button real-event"
          disabled={stopped}
          title={t('console:clock.realEventNote')}
          onClick={() => client.send({ type: 'realEvent' })}
        >
          {t('console:clock.realEvent')}
        </button>
        <Finish />
      </div>
    </section>
  );
}

function Hour({ at, children }: { readonly at: number; readonly children: string }) {
  const t = useTexts();
  return (
    <p className="transport-clock">
      <span className="visually-hidden">{t('console:clock.now', { time: formatClock(at) })}</span>
      <time aria-hidden="true" dateTime={isoClock(at)}>
        {formatClock(at)}
      </time>{' '}
      <span className="clock-state">{children}</span>
    </p>
  );
}

/** After the end no time is left to move: what is left to do is to look back. */
function Over({ at }: { readonly at: number }) {
  const t = useTexts();
  const client = usePlay();
  const failed = usePlayState((state) => state.stopped !== null);
  return (
    <section
      className="clock-bar clock-bar-stopped"
      id="clock"
      aria-label={t('console:clock.label')}
      tabIndex={-1}
    >
      <Hour at={at}>{t('console:clock.over')}</Hour>
      <button type="button" className="button button-main" disabled={failed} onClick={() => client.debrief()}>
        {t('console:finished.debrief')}
      </button>
    </section>
  );
}

/** The end is asked twice, in place: no window over the table. */
function Finish() {
  const t = useTexts();
  const client = usePlay();
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {t('console:clock.finish')}
      </button>
    );
  return (
    <span className="buttons" role="group" aria-label={t('console:clock.finishSure')}>
      <span>{t('console:clock.finishSure')}</span>
      <button
        type="button"
        className="button button-main"
        onClick={() => {
          setAsked(false);
          client.finish();
        }}
      >
        {t('console:clock.finishYes')}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button pressed has just been replaced by this one */}
      <button type="button" className="button" autoFocus onClick={() => setAsked(false)}>
        {t('console:clock.finishNo')}
      </button>
    </span>
  );
}

function JumpField({ disabled, onJump }: { readonly disabled: boolean; readonly onJump: () => void }) {
  const t = useTexts();
  const client = usePlay();
  const { setup } = useExercise();
  const now = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000) * 60_000);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <form
      className="jump"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return setWrong(t('console:clock.noTime'));
        const at = parseClock(text);
        if (at === null || at <= now || at > setup.to) {
          setWrong(
            t('console:clock.wrongTime', { found: text, from: formatClock(now), to: formatClock(setup.to) }),
          );
          return;
        }
        setWrong(null);
        setText('');
        onJump();
        client.jump(at);
      }}
    >
      <label className="field-inline">
        <span>{t('console:clock.goTo')}</span>
        <input
          className="time-input"
          value={text}
          disabled={disabled}
          autoComplete="off"
          placeholder={t('console:clock.form')}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : 'play-jump-error'}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={disabled}>
        {t('console:clock.go')}
      </button>
      {wrong !== null && (
        <p id="play-jump-error" className="field-error jump-error" role="alert">
          {wrong}
        </p>
      )}
    </form>
  );
}
