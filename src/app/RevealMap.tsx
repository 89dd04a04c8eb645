import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useExercise } from '../client/playHooks.ts';
import type { RevealMapProps } from '../panels/debrief/Reveal.tsx';
import { useAppearance } from './useAppearance.ts';
import { useSeatBoard } from './useSeatBoard.ts';

/** The wipe from belief to truth, real ms: slow. */
const REVEAL = 10_000;
const pickNothing = (): void => undefined;

/**
 * The map of what a seat believed, and the truth laid over it by one slow wipe. It begins when it is first seen, and
 * again on request; what it shows is hidden from readers: the tables of the debrief say the same.
 */
export function RevealMap({ belief, truth }: RevealMapProps) {
  const { scenario } = useExercise();
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  // Without a drawing the tables remain.
  const { board } = useSeatBoard(host, scenario, useAppearance(), pickNothing, true);

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
    else board?.believe(belief);
  }, [shown, reveal, board, belief]);

  return (
    <div className="reveal">
      <div ref={host} className="reveal-map" aria-hidden="true" />
      <button type="button" className="button" onClick={reveal}>
        {t('table:seat.reveal.again')}
      </button>
    </div>
  );
}
