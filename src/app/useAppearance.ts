import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useClientState } from '../client/hooks.ts';
import type { ThemeName } from '../client/tokens.ts';
import { onSystemChange, resolveTheme, systemStill } from './theme.ts';

export interface Appearance {
  readonly theme: ThemeName;
  readonly still: boolean;
}

/** Theme and motion as they stand, written on the root element for the style sheets. */
export function useAppearance(): Appearance {
  const themeChoice = useClientState((state) => state.preferences.theme);
  const motionChoice = useClientState((state) => state.preferences.motion);
  const theme = useSyncExternalStore(onSystemChange, () => resolveTheme(themeChoice));
  const still = useSyncExternalStore(onSystemChange, () => motionChoice === 'reduced' || systemStill());
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['motion'] = still ? 'still' : 'full';
  }, [theme, still]);
  return { theme, still };
}
