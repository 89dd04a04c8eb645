import { existsSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import type { TFunction } from 'i18next';

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const NAMESPACES = ['cli', 'errors'];

/** `--lang` among the arguments, wherever it stands; French unless told otherwise. */
export function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at].split('=')[1] ?? args[at + 1]);
  return LANGUAGES.find((language) => language === asked) ?? 'fr';
}

/** The texts of the command line in one language. */
export async function startTexts(language: Language): Promise<TFunction> {
  const files = NAMESPACES.map((namespace) => ({
    namespace,
    url: new URL(`../../locales/${language}/${namespace}.json`, import.meta.url),
  })).filter(({ url }) => existsSync(url));
  const texts = Object.fromEntries(
    files.map(({ namespace, url }) => [
      namespace,
      JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>,
    ]),
  );
  return i18next.createInstance().init({
    lng: language,
    ns: NAMESPACES,
    defaultNS: 'cli',
    resources: { [language]: texts },
    interpolation: { escapeValue: false },
  });
}
