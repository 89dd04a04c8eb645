import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, sourcesUnder, withoutComments } from './sources.ts';

/** Plural forms i18next asks for in each language (Intl.PluralRules). */
const PLURALS: Readonly<Record<string, readonly string[]>> = {
  fr: ['many', 'one', 'other'],
  en: ['one', 'other'],
};
const FORM = /_(zero|one|two|few|many|other)$/;
const LANGUAGES = ['fr', 'en'];

type Texts = Readonly<Record<string, string>>;

function namespacesOf(language: string): string[] {
  const folder = join(ROOT, 'locales', language);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -5))
        .sort()
    : [];
}

/** Dotted key to text. */
function textsOf(language: string, namespace: string): Texts {
  const file = join(ROOT, 'locales', language, `${namespace}.json`);
  const flat: Record<string, string> = {};
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') flat[path] = node;
    else if (typeof node === 'object' && node !== null && !Array.isArray(node)) {
      for (const [key, value] of Object.entries(node)) walk(value, path === '' ? key : `${path}.${key}`);
    } else throw new Error(`${file}: ${path} is neither a text nor a group of texts`);
  };
  walk(JSON.parse(readFileSync(file, 'utf8')), '');
  return flat;
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|<(\/?\w+)\/?>/g)]
    .map((found) => found[1] ?? `<${found[2]}>`)
    .sort();
const singular = (key: string): string => key.replace(FORM, '');
const keysOf = (texts: Texts): string[] => [...new Set(Object.keys(texts).map(singular))].sort();
const formsOf = (texts: Texts, base: string): string[] =>
  Object.keys(texts)
    .filter((key) => FORM.test(key) && singular(key) === base)
    .map((key) => FORM.exec(key)![1]!)
    .sort();

const namespaces = namespacesOf('fr');

test('both languages have the same namespaces', () => {
  expect(namespacesOf('en')).toEqual(namespaces);
});

describe.each(namespaces)('the namespace %s', (namespace) => {
  const [fr, en] = LANGUAGES.map((language) => textsOf(language, namespace)) as [Texts, Texts];

  test('has the same keys in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(fr));
  });

  test.each(LANGUAGES)('has every plural form of %s, and no other', (language) => {
    const texts = language === 'fr' ? fr : en;
    const bases = new Set(
      Object.keys(texts)
        .filter((key) => FORM.test(key))
        .map(singular),
    );
    const wrong = [...bases]
      .filter((base) => formsOf(texts, base).join() !== PLURALS[language]!.join())
      .map((base) => `${base}: ${formsOf(texts, base).join()}`);
    expect(wrong).toEqual([]);
  });

  test('has the same placeholders in both languages', () => {
    const wrong = Object.keys(fr).flatMap((key) => {
      // A form of the plural that English lacks is compared with its general one; "one" may leave the number out.
      const other = en[key] ?? en[`${singular(key)}_other`] ?? '';
      const found = [placeholders(fr[key]!), placeholders(other)].map((names) =>
        key.endsWith('_one') ? names.filter((name) => name !== 'count') : names,
      );
      return found[0]!.join() === found[1]!.join()
        ? []
        : [`${key}: ${found[0]!.join()} / ${found[1]!.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  test('has no empty text and no three dots for an ellipsis', () => {
    const wrong = [fr, en].flatMap((texts) =>
      Object.keys(texts).filter((key) => texts[key]!.trim() === '' || texts[key]!.includes('...')),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps French punctuation from the start of a line', () => {
    // Before : ; ? ! and inside « », French wants a space that does not break (U+00A0 or U+202F).
    const wrong = Object.keys(fr).filter((key) => / [:;?!»%]|« |\p{L}[;?!](?=\s|$)/u.test(fr[key]!));
    expect(wrong).toEqual([]);
  });

  test('keeps the spaces inside « » narrow', () => {
    expect(Object.keys(fr).filter((key) => /«(?!\u202F)|(?<!\u202F)»/u.test(fr[key]!))).toEqual([]);
  });
});

test('every text named in the program exists', () => {
  const known = new Set<string>();
  for (const namespace of namespaces) {
    for (const key of Object.keys(textsOf('fr', namespace))) {
      known.add(`${namespace}:${key}`);
      known.add(`${namespace}:${singular(key)}`);
    }
  }
  const missing = sourcesUnder('src', /\.tsx?$/).flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/(['"`])([a-z][\w]*):([\w-]+(?:\.[\w-]+)*)\1/g)]
      .filter(([, , namespace, key]) => namespaces.includes(namespace) && !known.has(`${namespace}:${key}`))
      .map(([, , namespace, key]) => `${path}: ${namespace}:${key}`),
  );
  expect(missing).toEqual([]);
});
