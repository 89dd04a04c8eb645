import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatBoard } from '../board/seat/options.ts';
import type { Language } from '../client/preferences.ts';
import { useExercise } from '../client/playHooks.ts';
import type { RevealMapProps } from '../panels/debrief/Reveal.tsx';
import { useAppearance } from './useAppearance.ts';

/** The wipe from belief to truth, real ms: slow. */
const REVEAL = 10_000;

/**
 * The map of what a seat believed, and the truth laid over it by one slow wipe. It begins when it is first seen, and
 * again on request; what it shows is hidden from readers: the tables of the debrief say the same.
 */
export function RevealMap({ belief, truth }: RevealMapProps) {
  const { scenario } = useExercise();
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  const host = useRef<HTMLDivElement>(null);
  const [board, setBoard] = useState<SeatBoard | null>(null);
  const [shown, setShown] = useState(false);
  const { theme, still } = useAppearance();
  const first = useRef({ theme, still, language });
  useEffect(() => {
    first.current = { theme, still, language };
  }, [theme, still, language]);

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
        onPick: () => undefined,
        onHover: null,
        bare: true,
      });
      if (gone) {
        created.destroy();
        return;
      }
      made = created;
      setBoard(created);
    };
    // Without a drawing the tables remain.
    make().catch(() => undefined);
    return () => {
      gone = true;
      made?.destroy();
      setBoard(null);
    };
  }, [i18n, scenario]);

  useEffect(() => {
    const parent = host.current;
    if (parent === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setShown(true);
      },
      { threshold: 0.6 },
    );
    observer.observe(parent);
    return () => observer.disconnect();
  }, []);
  const reveal = useCallback(() => {
    board?.reveal(belief, truth, REVEAL).catch(() => undefined);
  }, [board, belief, truth]);
  useEffect(() => {
    if (shown) reveal();
  }, [shown, reveal]);
  useEffect(() => board?.setTheme(theme), [board, theme]);
  useEffect(() => board?.setReducedMotion(still), [board, still]);
  useEffect(() => board?.setLanguage(language), [board, language]);

  return (
    <div className="reveal">
      <div ref={host} className="reveal-map" aria-hidden="true" />
      <button type="button" className="button" onClick={reveal}>
        {t('table:seat.reveal.again')}
      </button>
    </div>
  );
}
