import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { beyondAct } from '../../src/panels/console/beyondAct.ts';
import type { ActSpec } from '../../src/scenario/play/types.ts';
import en from '../../locales/en/play.json' with { type: 'json' };
import fr from '../../locales/fr/play.json' with { type: 'json' };
import { clockTimesIn, durationsIn, type Language } from './timesInTexts.ts';
import { play } from './exerciseSample.ts';
import { ROOT } from './sources.ts';

const TEXTS = { fr, en };

/** Dotted key to text. */
function flat(file: string, language: Language): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  const walk = (node: unknown, path: string): void => {
    if (typeof node === 'string') texts[path] = node;
    else for (const [key, value] of Object.entries(node as object)) walk(value, `${path}.${key}`);
  };
  walk(JSON.parse(readFileSync(join(ROOT, 'locales', language, file), 'utf8')), '');
  return texts;
}

/** What a text says of the world, not of its own act: what neighbours, other seats or the network take. */
const OF_THE_WORLD = [
  'anssi.askEvidence',
  'services.reportPrefecture',
  'services.extraHours',
  'services.crewsOut',
  'services.warnNeighbours',
  'services.doubleStaff',
  'services.openMobileLine',
];

/** All durations of an act's data, in minutes. */
function durations({ minutes, effects }: ActSpec): ReadonlySet<number> {
  const found = new Set([minutes]);
  for (const effect of effects) {
    if ('minutes' in effect) found.add(effect.minutes);
    if (effect.op === 'order' && typeof effect.args['watchMin'] === 'number')
      found.add(effect.args['watchMin']);
  }
  return found;
}

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  const texts = TEXTS[language];

  test('durations that an act’s text gives are those of its data', () => {
    const acts = texts.acts as unknown as Record<string, Record<string, { what: string }>>;
    const wrong = play.acts.flatMap((spec) => {
      if (OF_THE_WORLD.includes(spec.id)) return [];
      const [seat, name] = spec.id.split('.');
      const known = durations(spec);
      return durationsIn(acts[seat!]![name!]!.what, language)
        .filter((minutes) => !known.has(minutes))
        .map((minutes) => `${spec.id}: ${minutes}`);
    });
    expect(wrong).toEqual([]);
  });

  test('durations that an option gives are those of one of its acts', () => {
    const dilemmas = texts.dilemmas as unknown as Record<string, { options: Record<string, string> }>;
    const wrong = play.dilemmas.flatMap(({ id, options }) =>
      options.flatMap((option) => {
        const specs = option.acts.map((act) => play.acts.find((spec) => spec.id === act)!);
        const known = new Set(specs.flatMap((spec) => [...durations(spec)]));
        return specs.length === 0
          ? []
          : durationsIn(dilemmas[id]!.options[option.id]!, language)
              .filter((minutes) => !known.has(minutes))
              .map((minutes) => `${id}.${option.id}: ${minutes}`);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

test('a duration is read whatever its words: shares of an hour, hyphens, figures; a time of day is none', () => {
  expect(durationsIn('Vingt-cinq minutes, puis trois quarts d’heure et 6\u00a0min.', 'fr')).toEqual([
    6, 25, 45,
  ]);
  expect(durationsIn('Une demi-heure sur deux heures, à 20\u00a0heures.', 'fr')).toEqual([30, 120]);
  expect(durationsIn('A quarter of an hour, a thirty-five-minute wait, half an hour.', 'en')).toEqual([
    15, 30, 35,
  ]);
  expect(durationsIn('At eight, for four hours; give a time.', 'en')).toEqual([240]);
  expect(clockTimesIn('De 16\u00a0h\u00a044 à minuit, au journal de 20 heures.', 'fr')).toEqual([
    '0:00',
    '16:44',
    '20:00',
  ]);
  expect(clockTimesIn('From 16:44 to midnight, in the eight o’clock news.', 'en')).toEqual([
    '0:00',
    '16:44',
    '20:00',
  ]);
});

test.each([
  ['durations', durationsIn],
  ['clock times', clockTimesIn],
] as const)('both languages tell the same %s, text by text', (_, read) => {
  const differing = readdirSync(join(ROOT, 'locales/fr')).flatMap((file) => {
    const [fr, en] = (['fr', 'en'] as const).map((language) => flat(file, language));
    return Object.keys(fr!).flatMap((key) => {
      const told = [read(fr![key]!, 'fr'), read(en![key] ?? '', 'en')].map((each) => each.join());
      return en![key] === undefined || told[0] === told[1] ? [] : [`${file} ${key}: ${told.join(' / ')}`];
    });
  });
  expect(differing).toEqual([]);
});

test('whoever stays on an act after its minutes, and whoever it takes from others, is on its card', () => {
  for (const spec of play.acts)
    for (const effect of spec.effects) {
      if (effect.op !== 'occupy') continue;
      const lines = beyondAct(spec);
      expect(
        lines.some((line) => line.minutes === effect.minutes),
        spec.id,
      ).toBe(true);
    }
});
