import type { Language } from './preferences.ts';

const DATE = /\b(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?\b/g;

/** A source as the scenario writes it ("Orange, 2021-06-11"), its dates in words ("Orange, 11 juin 2021"). */
export function sourceWords(source: string, language: Language): string {
  return source.replace(DATE, (_, year: string, month: string, day: string | undefined) => {
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
    return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      ...(day === undefined ? {} : { day: 'numeric' }),
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(date);
  });
}
