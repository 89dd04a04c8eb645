import { useState } from 'react';
import { useTexts } from '../../client/hooks.ts';
import { usePlayState } from '../../client/playHooks.ts';

/** Why time goes at the pace it goes at: null while it has gone at the same since the beginning. */
type Why = 'lull' | 'writing' | 'awaited' | 'written' | 'plan' | null;

/** Beside the clock, while the tempo plan decides: its pace, and why it changed last. */
export function TempoNote() {
  const t = useTexts();
  const playing = usePlayState((state) => state.clock?.playing === true && state.clock.chosen === null);
  const speed = usePlayState((state) => Math.round(state.clock?.speed ?? 0));
  const now = usePlayState(({ clock }) =>
    clock?.lull === true ? 'lull' : clock?.composing === true ? 'writing' : 'plan',
  );
  const [last, setLast] = useState<{ readonly speed: number; readonly now: string; readonly why: Why }>({
    speed,
    now,
    why: null,
  });
  if (last.speed !== speed || last.now !== now) {
    const after = last.now === 'lull' ? 'awaited' : last.now === 'writing' ? 'written' : 'plan';
    setLast({ speed, now, why: now === 'plan' ? after : now });
  }
  if (!playing || last.why === null) return null;
  return <span className="tempo-note">{t(`console:clock.tempoWhy.${last.why}`)}</span>;
}
