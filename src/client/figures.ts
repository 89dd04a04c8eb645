import type { Language } from './preferences.ts';

/** How figures are written in each language; shares come as 0..1. */
export interface Figures {
  count(value: number): string;
  /** A mean or a parameter, with at most this many decimals. */
  decimal(value: number, digits?: number): string;
  /** As one types it in a field: the language's decimal sign, no grouping. */
  typed(value: number): string;
  signed(value: number, digits?: number): string;
  share(value: number, digits?: number): string;
}

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.NumberFormat(LOCALES[language], options);
    formats.set(key, made);
  }
  return made;
}

export function figures(language: Language): Figures {
  return {
    count: (value) => format(language, { maximumFractionDigits: 0 }).format(value),
    decimal: (value, digits = 2) => format(language, { maximumFractionDigits: digits }).format(value),
    typed: (value) => format(language, { maximumFractionDigits: 6, useGrouping: false }).format(value),
    // A hyphen is too short beside a plus sign.
    signed: (value, digits = 0) =>
      format(language, { maximumFractionDigits: digits, signDisplay: 'exceptZero' })
        .format(value)
        .replace('-', '\u2212'),
    share: (value, digits = 0) =>
      format(language, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value),
  };
}

/** Share lost, or null when there is nothing to divide by. */
export const lossShare = (unrouted: number, attempts: number): number | null =>
  attempts > 0 ? unrouted / attempts : null;
