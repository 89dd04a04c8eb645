/** Number words of durations, as the texts write them. */
const NUMBERS = {
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
} as const;
const TENS = {
  fr: { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 },
  en: { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 },
} as const;
export type Language = keyof typeof NUMBERS;

function numberWords(language: Language): ReadonlyMap<string, number> {
  const units = NUMBERS[language].split(' ');
  const words = new Map<string, number>(units.map((word, value) => [word, value]));
  if (language === 'fr') words.set('une', 1);
  for (const [ten, value] of Object.entries(TENS[language])) {
    words.set(ten, value);
    for (let unit = 1; unit < 10; unit++) words.set(`${ten}-${units[unit]}`, value + unit);
    words.set(`${ten} et un`, value + 1).set(`${ten} et une`, value + 1);
  }
  return words;
}
const WORDS = { fr: numberWords('fr'), en: numberWords('en') };

/**
 * Named lengths of time; taken out of the text in this order, since one holds another. French "une heure" is a time of
 * day as well, and "une minute" a moment: one of either is left out of both languages.
 */
const SHARES: Readonly<Record<Language, readonly (readonly [RegExp, number])[]>> = {
  fr: [
    [/trois quarts d’heure/g, 45],
    [/quart d’heure/g, 15],
    [/demi-heure/g, 30],
    [/dizaine de minutes/g, 10],
    [/douzaine de minutes/g, 12],
    [/quinzaine de minutes/g, 15],
  ],
  en: [
    [/three[ -]quarters of an hour/g, 45],
    [/quarter(?: of an |-)hour/g, 15],
    [/half(?: an |-an-|-)hour/g, 30],
  ],
};
const UNITS: Readonly<Record<Language, RegExp>> = {
  fr: /([\p{L}\d-]+(?: et une?)?)(?: premières| dernières)?[ \u00a0\u202f](min|minute|heure)s?(?!\p{L})/gu,
  en: /([\p{L}\d-]+?)(?: more)?[ \u00a0\u202f-](min|minute|hour)s?(?!\p{L})/gu,
};

/** Durations that a text tells, minutes, in ascending order; one told twice is there twice. */
export function durationsIn(text: string, language: Language): readonly number[] {
  const found: number[] = [];
  let rest = text.toLowerCase();
  for (const [share, minutes] of SHARES[language])
    rest = rest.replace(share, () => {
      found.push(minutes);
      return '·';
    });
  for (const [, number, unit] of rest.matchAll(UNITS[language])) {
    const inHours = unit === 'heure' || unit === 'hour';
    // Figures of hours are times of day.
    const value = WORDS[language].get(number!) ?? (inHours ? undefined : Number(number));
    if (value === undefined || Number.isNaN(value) || value < 2) continue;
    found.push(value * (inHours ? 60 : 1));
  }
  return found.sort((a, b) => a - b);
}

/** A clock time: 16 h 44, 20 heures or 16:44 in French, 16:44 in English; and the hours that have a name. */
const TIMES: Readonly<Record<Language, RegExp>> = {
  fr: /(?<![\d:,])(\d{1,2})(?::(\d\d)|[ \u00a0\u202f](?:h|heures)(?!\p{L})(?:[ \u00a0\u202f](\d\d)(?!\d))?)/gu,
  en: /(?<![\d:,])(\d{1,2}):(\d\d)(?!\d)/gu,
};
const NAMED_HOURS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  fr: [[/minuit/i, '0:00']],
  en: [
    [/midnight/i, '0:00'],
    [/eight o.clock/i, '20:00'],
  ],
};

/** Clock times that a text tells, each once. */
export function clockTimesIn(text: string, language: Language): readonly string[] {
  const found = [...text.matchAll(TIMES[language])].map(
    ([, hour, minute, after]) => `${Number(hour) % 24}:${minute ?? after ?? '00'}`,
  );
  const named = NAMED_HOURS[language].filter(([name]) => name.test(text)).map(([, hour]) => hour);
  return [...new Set([...found, ...named])].sort();
}
