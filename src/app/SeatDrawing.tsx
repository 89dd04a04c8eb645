import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatPick } from '../board/seat/options.ts';
import { buildTableModel, type TableClock, type TableInfo } from '../view/buildTableModel.ts';
import type { SeatView } from '../view/seatView.ts';
import type { Appearance } from './useAppearance.ts';
import { useSeatBoard } from './useSeatBoard.ts';

export interface SeatDrawingProps {
  /** Views of the seats held here, latest. */
  readonly views: readonly SeatView[];
  readonly clock: TableClock;
  /** Another scenario makes the table anew. */
  readonly info: TableInfo;
  readonly appearance: Appearance;
  readonly sound: boolean;
  readonly onPick: (pick: SeatPick) => void;
}

/**
 * The drawn table of the seats held here. Its library comes only after the text and the clock can be used, and what it
 * shows is hidden from readers: the console beside it says the same.
 */
export function SeatDrawing({ views, clock, info, appearance, sound, onPick }: SeatDrawingProps) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const { board, failed } = useSeatBoard(host, info.scenario, appearance, onPick);

  useEffect(() => {
    if (board === null) return;
    const model = buildTableModel(views, clock, info);
    if (model !== null) board.apply(model);
  }, [board, views, clock, info]);
  useEffect(() => board?.setSound(sound), [board, sound]);
  // A choice that comes rings: nobody has to be looking.
  const offered = views.reduce((sum, view) => sum + view.choices.length, 0);
  const heard = useRef(offered);
  useEffect(() => {
    if (offered > heard.current) board?.ring();
    heard.current = offered;
  }, [board, offered]);

  return (
    <>
      <div ref={host} className="board-canvas" aria-hidden="true" />
      {board === null && (
        <p className="board-loading quiet">{t(failed ? 'table:seat.failed' : 'panels:begin.boardLoading')}</p>
      )}
    </>
  );
}
