import { readFileSync } from 'node:fs';

const LOCALES = new URL('../../locales/', import.meta.url);

/** Spaces that do not break, and runs of spaces, written as one space. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the product says for a key ("console:tabs.say"), in the language of a browser's locale, as plain text. */
export function textsOf(locale: string): (key: string) => string {
  const files = new Map<string, unknown>();
  return (key) => {
    const [file = '', path = ''] = key.split(':', 2);
    const address = new URL(`${locale.slice(0, 2)}/${file}.json`, LOCALES);
    if (!files.has(file)) files.set(file, JSON.parse(readFileSync(address, 'utf8')));
    const found = path
      .split('.')
      .reduce<unknown>(
        (node, name) => (node as Record<string, unknown> | undefined)?.[name],
        files.get(file),
      );
    if (typeof found !== 'string') throw new Error(`${locale} has no text ${key}`);
    return plain(found);
  };
}
