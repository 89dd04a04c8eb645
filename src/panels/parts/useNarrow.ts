import { useSyncExternalStore } from 'react';

/** As the style sheets have it: a screen on which the console and the table take turns. */
const NARROW = '(max-width: 899px)';

export const isNarrow = (): boolean => matchMedia(NARROW).matches;

function onTurn(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the screen is narrow, as it is turned or resized. */
export const useNarrow = (): boolean => useSyncExternalStore(onTurn, isNarrow);
