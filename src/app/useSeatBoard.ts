import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatBoard, SeatPick } from '../board/seat/options.ts';
import type { Language } from '../client/preferences.ts';
import type { TableInfo } from '../view/buildTableModel.ts';
import type { Appearance } from './useAppearance.ts';

/**
 * A drawn table of seats in `host`, made anew for another scenario and told of theme, motion and language. Its library
 * is loaded on its own; until then, and when it cannot be drawn (`failed`), `board` is null.
 */
export function useSeatBoard(
  host: RefObject<HTMLDivElement | null>,
  scenario: TableInfo['scenario'],
  { theme, still }: Appearance,
  onPick: (pick: SeatPick) => void,
  bare = false,
): { readonly board: SeatBoard | null; readonly failed: boolean } {
  const { i18n } = useTranslation();
  // The language whose texts are here, which comes a little after the choice.
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  const [board, setBoard] = useState<SeatBoard | null>(null);
  const [failed, setFailed] = useState(false);
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
        bare,
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
  }, [host, i18n, scenario, bare]);

  useEffect(() => board?.setTheme(theme), [board, theme]);
  useEffect(() => board?.setReducedMotion(still), [board, still]);
  useEffect(() => board?.setLanguage(language), [board, language]);
  return { board, failed };
}
