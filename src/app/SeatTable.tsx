import { useCallback, useDeferredValue, useMemo } from 'react';
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

interface SeatTableProps {
  readonly appearance: Appearance;
  /** Whether 2021 runs beside tonight on the rim. */
  readonly ghosts: boolean;
  /** Whether its legend lies over it. */
  readonly reading: boolean;
  readonly onReadingClose: () => void;
}

/** The table of the seats held here. Until the exercise has told what its seats see, an empty place. */
export function SeatTable(props: SeatTableProps) {
  const ready = usePlayState(
    (state) => state.exercise !== null && state.clock !== null && state.views[state.seat] !== undefined,
  );
  return ready ? <OpenTable {...props} /> : null;
}

function OpenTable({ appearance, ghosts, reading, onReadingClose }: SeatTableProps) {
  const t = useTexts();
  const client = usePlay();
  const { scenario, play, seats } = useExercise();
  const clock = usePlayState((state) => state.clock);
  // The words answer first: the drawing follows them by a frame.
  const all = useDeferredValue(usePlayState((state) => state.views));
  const focus = usePlayState((state) => state.seat);
  const curtain = usePlayState((state) => state.curtain);
  const sound = useClientState((state) => state.preferences.sound);
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
  if (curtain) return <p className="table-covered">{t('table:seat.curtain')}</p>;
  if (clock === null) return null;
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
      {reading && <TableReading theme={appearance.theme} onClose={onReadingClose} />}
    </>
  );
}
