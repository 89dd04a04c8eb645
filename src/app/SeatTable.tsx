import { useCallback, useMemo, useState } from 'react';
import type { SeatPick } from '../board/seat/options.ts';
import { useClientState, useTexts } from '../client/hooks.ts';
import { useExercise, usePlay, usePlayState } from '../client/playHooks.ts';
import type { ConsoleTab } from '../client/playStore.ts';
import type { TableInfo } from '../view/buildTableModel.ts';
import { SeatDrawing } from './SeatDrawing.tsx';
import { TableReading } from './TableReading.tsx';
import type { Appearance } from './useAppearance.ts';

/** Where the console tells more of what is pointed at on the table. */
const TABS: Readonly<Record<SeatPick['kind'], ConsoleTab>> = {
  area: 'know',
  server: 'know',
  instrument: 'know',
  trust: 'know',
  token: 'log',
  ladder: 'log',
  act: 'people',
  pool: 'people',
  tray: 'inTray',
  envelope: 'inTray',
  mat: 'decide',
};

/** The table of the seats held here. Until the exercise has told what its seats see, an empty place. */
export function SeatTable({ appearance }: { readonly appearance: Appearance }) {
  const ready = usePlayState(
    (state) => state.exercise !== null && state.clock !== null && state.views[state.seat] !== undefined,
  );
  return ready ? <OpenTable appearance={appearance} /> : null;
}

function OpenTable({ appearance }: { readonly appearance: Appearance }) {
  const t = useTexts();
  const client = usePlay();
  const { scenario, play, guided, seats } = useExercise();
  const clock = usePlayState((state) => state.clock);
  const all = usePlayState((state) => state.views);
  const focus = usePlayState((state) => state.seat);
  const curtain = usePlayState((state) => state.curtain);
  const sound = useClientState((state) => state.preferences.sound);
  // In a first evening what happened in 2021 is told afterwards.
  const [ghosts, setGhosts] = useState(!guided);
  const info = useMemo<TableInfo>(
    () => ({ scenario, play, focus, ghosts, selected: null }),
    [scenario, play, focus, ghosts],
  );
  const curtained = usePlayState((state) => state.curtainWanted);
  const views = useMemo(
    () =>
      seats.flatMap((seat) => {
        const view = all[seat];
        // Open-handed, unless a curtain keeps each seat to itself.
        return view === undefined || (curtained && seat !== focus) ? [] : [view];
      }),
    [seats, all, curtained, focus],
  );
  const pick = useCallback(
    (picked: SeatPick) => {
      const held = 'seat' in picked && seats.includes(picked.seat);
      if (held && picked.seat !== focus) client.turn(picked.seat);
      // A mat that is not held here is somebody to speak to.
      client.show(picked.kind === 'mat' && !held ? 'say' : TABS[picked.kind]);
    },
    [client, seats, focus],
  );
  if (clock === null || curtain) return null;
  return (
    <>
      <SeatDrawing
        views={views}
        clock={clock}
        info={info}
        appearance={appearance}
        sound={sound}
        onPick={pick}
      />
      <TableReading theme={appearance.theme} />
      <button
        type="button"
        className="ghost-toggle"
        aria-pressed={ghosts}
        aria-label={t('table:seat.ghosts')}
        title={t('table:seat.ghosts')}
        onClick={() => setGhosts((shown) => !shown)}
      >
        {t('table:seat.ghostsShort')}
      </button>
    </>
  );
}
