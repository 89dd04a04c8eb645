export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEME_CHOICES = ['system', 'day', 'night', 'contrast'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];
export const MOTION_CHOICES = ['system', 'reduced'] as const;
export type MotionChoice = (typeof MOTION_CHOICES)[number];

/** What a person chose about how the evening is shown; never about what is computed. */
export interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly motion: MotionChoice;
  /** Off until asked, at every visit: never remembered. */
  readonly sound: boolean;
}

const KEY = 'appels-perdus.preferences';

const oneOf = <T extends string>(choices: readonly T[], value: unknown, otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;

/** Reads what was kept; anything unknown takes its default. Storage may be forbidden: then nothing is kept. */
export function loadPreferences(
  storage: Pick<Storage, 'getItem'> | null,
  languages: readonly string[],
): Preferences {
  let kept: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) kept = { ...parsed };
  } catch {
    // A damaged entry is worth no more than no entry.
  }
  const spoken = languages
    .find((tag) => /^(fr|en)\b/i.test(tag))
    ?.slice(0, 2)
    .toLowerCase();
  return {
    language: oneOf(LANGUAGES, kept['language'], oneOf(LANGUAGES, spoken, 'fr')),
    theme: oneOf(THEME_CHOICES, kept['theme'], 'system'),
    motion: oneOf(MOTION_CHOICES, kept['motion'], 'system'),
    sound: false,
  };
}

export function savePreferences(storage: Pick<Storage, 'setItem'> | null, preferences: Preferences): void {
  const { language, theme, motion } = preferences;
  try {
    storage?.setItem(KEY, JSON.stringify({ language, theme, motion }));
  } catch {
    // Private windows refuse to keep anything; the choice still holds for this visit.
  }
}
