import type { ThemeChoice } from '../client/preferences.ts';
import { THEMES, cssVariables, type ThemeName } from '../client/tokens.ts';

/** One sheet with the colours of every theme; `data-theme` on the root chooses. */
export function installThemes(root: Document): void {
  const rules = THEMES.map((theme) => {
    const variables = Object.entries(cssVariables(theme)).map(([name, value]) => `${name}:${value}`);
    const scheme = theme === 'day' ? 'light' : 'dark';
    return `:root[data-theme="${theme}"]{color-scheme:${scheme};${variables.join(';')}}`;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

const CONTRAST = '(prefers-contrast: more)';
const LIGHT = '(prefers-color-scheme: light)';
const STILL = '(prefers-reduced-motion: reduce)';

/** The theme to show, when the choice is left to the system. */
export function resolveTheme(choice: ThemeChoice): ThemeName {
  if (choice !== 'system') return choice;
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return matchMedia(LIGHT).matches ? 'day' : 'night';
}

export const systemStill = (): boolean => matchMedia(STILL).matches;

/** Calls back when one of the system's wishes changes. */
export function onSystemChange(listener: () => void): () => void {
  const queries = [CONTRAST, LIGHT, STILL].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
