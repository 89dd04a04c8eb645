type Texts = (key: string, params: Readonly<Record<string, string>>) => string;

/** Several things in one line, parted by the semicolon of the language. */
export function apart(t: Texts, parts: readonly string[]): string {
  return parts.reduce((before, after) => (before === '' ? after : t('common:apart', { before, after })), '');
}
