import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { SeatBoard, SeatPick } from '../board/seat/options.ts';
import type { TableInfo } from '../view/buildTableModel.ts';
import type { Appearance } from './useAppearance.ts';
import { type LoadDrawing, useDrawnTable } from './useDrawnTable.ts';

/** A drawn table of seats in `host`, made anew for another scenario. `bare`: the map alone. */
export function useSeatBoard(
  host: RefObject<HTMLDivElement | null>,
  scenario: TableInfo['scenario'],
  appearance: Appearance,
  onPick: (pick: SeatPick) => void,
  bare = false,
): { readonly board: SeatBoard | null; readonly failed: boolean } {
  const picked = useRef(onPick);
  useEffect(() => {
    picked.current = onPick;
  }, [onPick]);
  const load = useCallback<LoadDrawing<SeatBoard>>(async () => {
    const { createSeatBoard } = await import('../board/seat/index.ts');
    return (parent, options) =>
      createSeatBoard(parent, {
        ...options,
        scenario,
        onPick: (pick) => picked.current(pick),
        onHover: null,
        bare,
      });
  }, [scenario, bare]);
  return useDrawnTable(host, load, appearance);
}
