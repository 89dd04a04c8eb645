import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './preferences.ts';

/**
 * Texts of one language are fetched together and only when that language is asked for: the first load holds
 * one. Namespaces the client does not show (the command line's) stay out.
 */
const files = import.meta.glob<Record<string, unknown>>(
  '../../locales/*/{common,home,console,play,panels,method,scenario,table,errors,debrief}.json',
  { import: 'default' },
);

const NAMESPACE = /locales\/(\w+)\/(\w+)\.json$/;

async function loadLanguage(language: Language, instance: i18n): Promise<void> {
  if (instance.hasResourceBundle(language, 'common')) return;
  await Promise.all(
    Object.entries(files).map(async ([path, load]) => {
      const [, found, namespace] = NAMESPACE.exec(path) ?? [];
      if (found !== language || namespace === undefined) return;
      instance.addResourceBundle(language, namespace, await load());
    }),
  );
}

export async function startTexts(language: Language): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    defaultNS: 'common',
    ns: [],
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await loadLanguage(language, instance);
  document.documentElement.lang = language;
  return instance;
}

/** Loads the language, then turns every text of the page to it. */
export async function turnTexts(instance: i18n, language: Language): Promise<void> {
  await loadLanguage(language, instance);
  await instance.changeLanguage(language);
  document.documentElement.lang = language;
}
