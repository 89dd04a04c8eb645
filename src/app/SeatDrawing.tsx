import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatBoard, SeatPick } from '../board/seat/options.ts';
import type { Language } from '../client/preferences.ts';
import { buildTableModel, type TableClock, type TableInfo } from '../view/buildTableModel.ts';
import type { SeatView } from '../view/seatView.ts';
import type { Appearance } from './useAppearance.ts';

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
  const { t, i18n } = useTranslation();
  // The language whose texts are here, which comes a little after the choice.
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  const host = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<SeatBoard | null>(null);
  const [failed, setFailed] = useState(false);
  const { theme, still } = appearance;
  const { scenario } = info;
  const picked = useRef(onPick);
  // What the board is made with; later changes reach it by its setters.
  const first = useRef({ theme, still, language });
  useEffect(() => {
    picked.current = onPick;
    first.current = { theme, still, language };
  }, [onPick, theme, still, language]);

  useEffect(() => {
    const parent = host.current;
    if (parent === null) return undefined;
    let gone = false;
    let made: SeatBoard | null = null;
    const make = async (): Promise<void> => {
      const [{ createSeatBoard }, { default: map }] = await Promise.all([
        import('../board/seat/index.ts'),
        import('../../assets/map/france.json'),
      ]);
      if (gone) return;
      const options = first.current;
      const created = await createSeatBoard(parent, {
        map,
        scenario,
        theme: options.theme,
        reducedMotion: options.still,
        language: options.language,
        t: (key, params) => i18n.t(key, params ?? {}),
        onPick: (pick) => picked.current(pick),
        onHover: null,
      });
      if (gone) {
        created.destroy();
        return;
      }
      made = created;
      setBoard(created);
    };
    make().catch(() => setFailed(true));
    return () => {
      gone = true;
      made?.destroy();
      setBoard(null);
    };
  }, [i18n, scenario]);

  useEffect(() => {
    if (board === null) return;
    const model = buildTableModel(views, clock, info);
    if (model !== null) board.apply(model);
  }, [board, views, clock, info]);
  useEffect(() => board?.setTheme(theme), [board, theme]);
  useEffect(() => board?.setReducedMotion(still), [board, still]);
  useEffect(() => board?.setLanguage(language), [board, language]);
  useEffect(() => board?.setSound(sound), [board, sound]);

  return (
    <>
      <div ref={host} className="board-canvas" aria-hidden="true" />
      {board === null && (
        <p className="board-loading quiet">{t(failed ? 'table:seat.failed' : 'panels:begin.boardLoading')}</p>
      )}
    </>
  );
}
