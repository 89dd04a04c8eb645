import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardOptions } from '../board/options.ts';
import type { Language } from '../client/preferences.ts';
import type { Appearance } from './useAppearance.ts';

/** What every drawn table is made with. */
export type DrawnOptions = Pick<BoardOptions, 'map' | 'theme' | 'reducedMotion' | 'language' | 't'>;

/** What every drawn table can be told once it is there. */
export interface Drawn {
  setTheme(theme: DrawnOptions['theme']): void;
  setReducedMotion(still: boolean): void;
  setLanguage(language: DrawnOptions['language']): void;
  destroy(): void;
}

/** Brings a table's library, and how to make the table with it. */
export type LoadDrawing<B extends Drawn> = () => Promise<
  (parent: HTMLElement, options: DrawnOptions) => Promise<B>
>;

/**
 * A drawn table in `host`: its library is loaded on its own, the table made anew for another `load` and told of theme,
 * motion and language. Until it is there, without a `load`, and when it cannot be drawn (`failed`), `board` is null.
 */
export function useDrawnTable<B extends Drawn>(
  host: RefObject<HTMLDivElement | null>,
  load: LoadDrawing<B> | null,
  { theme, still }: Appearance,
): { readonly board: B | null; readonly failed: boolean } {
  const { i18n } = useTranslation();
  // The language whose texts are here, which comes a little after the choice.
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  const [board, setBoard] = useState<B | null>(null);
  const [failed, setFailed] = useState(false);
  // What the table is made with; later changes reach it by its setters.
  const first = useRef({ theme, still, language });
  useEffect(() => {
    first.current = { theme, still, language };
  }, [theme, still, language]);

  useEffect(() => {
    const parent = host.current;
    if (load === null || parent === null) return undefined;
    let gone = false;
    let made: B | null = null;
    const make = async (): Promise<void> => {
      const [create, { default: map }] = await Promise.all([load(), import('../../assets/map/france.json')]);
      if (gone) return;
      const options = first.current;
      const created = await create(parent, {
        map,
        theme: options.theme,
        reducedMotion: options.still,
        language: options.language,
        t: (key, params) => i18n.t(key, params ?? {}),
      });
      if (gone) {
        created.destroy();
        return;
      }
      made = created;
      setBoard(() => created);
    };
    make().catch(() => setFailed(true));
    return () => {
      gone = true;
      made?.destroy();
      setBoard(null);
    };
  }, [host, i18n, load]);

  useEffect(() => board?.setTheme(theme), [board, theme]);
  useEffect(() => board?.setReducedMotion(still), [board, still]);
  useEffect(() => board?.setLanguage(language), [board, language]);
  return { board, failed };
}
