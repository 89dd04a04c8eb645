import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import { formatClock } from '../client/clockTime.ts';
import { useTexts } from '../client/hooks.ts';
import { useExercise, usePlayState } from '../client/playHooks.ts';
import { BeforePage } from '../panels/home/BeforePage.tsx';
import { ClockBar } from '../panels/console/ClockBar.tsx';
import { Console } from '../panels/console/Console.tsx';
import { PlayAnnouncer } from '../panels/console/PlayAnnouncer.tsx';
import { useNarrow } from '../panels/parts/useNarrow.ts';
import { useTogglePlay } from '../panels/console/useTogglePlay.ts';
import { useSpaceBar } from '../panels/transport/useSpaceBar.ts';
import { SeatTable } from './SeatTable.tsx';
import { TableTools } from './TableTools.tsx';
import type { Appearance } from './useAppearance.ts';
import './styles/play.css';

const PlayDebrief = lazy(() => import('./PlayDebrief.tsx'));

/** An exercise: before it, in it, after it. */
export default function PlayPage({ appearance }: { readonly appearance: Appearance }) {
  const t = useTexts();
  const stage = usePlayState((state) => state.stage);
  const open = usePlayState((state) => state.exercise !== null);
  if (!open && stage !== 'before')
    return (
      <main className="page-loading">
        <p role="status">{t('console:opening')}</p>
      </main>
    );
  if (stage === 'before') return <BeforePage />;
  if (stage === 'debrief')
    return (
      <Suspense fallback={<p className="page-loading quiet">{t('common:loading')}</p>}>
        <PlayDebrief />
      </Suspense>
    );
  return <Playing appearance={appearance} />;
}

function Playing({ appearance }: { readonly appearance: Appearance }) {
  useSpaceBar(useTogglePlay());
  useEffect(() => {
    scrollTo(0, 0);
    document.getElementById('console-title')?.focus({ preventScroll: true });
  }, []);
  const { guided } = useExercise();
  const narrow = useNarrow();
  // In a first evening what happened in 2021 is told afterwards.
  const [ghosts, setGhosts] = useState(!guided);
  const [reading, setReading] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const closeReading = useCallback((): void => {
    setReading(false);
    opener.current?.focus();
  }, []);
  const table = (
    <div className="seat-table">
      <SeatTable appearance={appearance} ghosts={ghosts} reading={reading} onReadingClose={closeReading} />
    </div>
  );
  const tools = (
    <TableTools
      opener={opener}
      ghosts={ghosts}
      onGhosts={setGhosts}
      reading={reading}
      onReading={setReading}
    />
  );
  return (
    <main className="play-page">
      {!narrow && table}
      <Console
        tools={!narrow && tools}
        table={
          narrow ? (
            <>
              {tools}
              {table}
            </>
          ) : null
        }
      />
      <ClockBar />
      <PlayAnnouncer />
      <PrintFoot />
    </main>
  );
}

/** At the foot of each sheet of a printed console: what it is, whose, and of which minute. */
function PrintFoot() {
  const t = useTexts();
  const seat = usePlayState((state) => state.seat);
  const minute = usePlayState((state) => Math.floor((state.clock?.at ?? 0) / 60_000));
  return (
    <footer className="print-foot">
      <strong>{t('common:exercise')}</strong>{' '}
      {t('console:print', { seat: t(`play:seats.${seat}.name`), time: formatClock(minute * 60_000) })}
    </footer>
  );
}
