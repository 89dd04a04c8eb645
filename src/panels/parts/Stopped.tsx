import { useEffect, useRef } from 'react';
import { formatClock } from '../../client/clockTime.ts';
import { useTexts } from '../../client/hooks.ts';
import { usePlay, usePlayState } from '../../client/playHooks.ts';

/** What held the exercise has failed: what happened, what is kept, and one button to go on. */
export function Stopped() {
  const t = useTexts();
  const client = usePlay();
  const why = usePlayState((state) => state.stopped);
  const kept = usePlayState((state) => state.keeping !== 'failed');
  const opening = usePlayState((state) => state.opening);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (why !== null) heading.current?.focus();
  }, [why]);
  if (why === null) return null;
  const time = formatClock(minute * 60_000);
  return (
    <section className="notice notice-stopped" role="alert" aria-labelledby="stopped-title">
      <h3 id="stopped-title" ref={heading} tabIndex={-1}>
        {t('console:stopped.title', { time })}
      </h3>
      <p>{t(kept ? 'console:stopped.kept' : 'console:stopped.notKept')}</p>
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={opening}
          onClick={() => void client.recover()}
        >
          {t(opening ? 'console:stopped.going' : 'console:stopped.goOn')}
        </button>
      </div>
      {why !== '' && (
        <details>
          <summary>{t('console:stopped.why')}</summary>
          <p className="quiet">{why}</p>
        </details>
      )}
    </section>
  );
}
