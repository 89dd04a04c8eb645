import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { errorParams, KINDS, SCENARIO_ERROR_CODES, type ScenarioError } from '../../src/scenario/errors.ts';
import { ORDER_CATALOGUE } from '../../src/scenario/orderCatalogue.ts';
import { GROUPS, PARAMETER_NAMES, UNITS } from '../../src/scenario/parameterCatalogue.ts';
import { ACTORS, CONFIDENCES, STATUSES } from '../../src/scenario/schema.ts';
import { scenarioFile } from './scenarioSample.ts';

const read = (language: string, namespace: string): Record<string, Record<string, unknown>> =>
  JSON.parse(
    readFileSync(new URL(`../../locales/${language}/${namespace}.json`, import.meta.url), 'utf8'),
  ) as Record<string, Record<string, unknown>>;

describe.each(['fr', 'en'])('in %s', (language) => {
  const texts = read(language, 'scenario');

  test('everything the scenario names has its text, and nothing else', () => {
    const named: Record<string, readonly string[]> = {
      parameters: PARAMETER_NAMES,
      groups: GROUPS,
      units: UNITS,
      status: [...STATUSES, 'documented'],
      confidence: CONFIDENCES,
      actors: ACTORS,
      orders: ORDER_CATALOGUE.map((entry) => entry.type),
      chronology: scenarioFile().chronology.map((row) => row.key),
    };
    expect(Object.keys(texts).sort()).toEqual(Object.keys(named).sort());
    for (const [part, names] of Object.entries(named)) {
      expect(Object.keys(texts[part]!).sort(), part).toEqual([...names].sort());
    }
    for (const name of PARAMETER_NAMES)
      expect(Object.keys(texts.parameters![name]!)).toEqual(['name', 'help']);
  });

  test('every error is a whole sentence', async () => {
    const instance = i18next.createInstance();
    await instance.init({
      lng: language,
      ns: ['errors'],
      resources: { [language]: { errors: read(language, 'errors') } },
      interpolation: { escapeValue: false },
    });
    for (const code of SCENARIO_ERROR_CODES) {
      for (const nearest of [undefined, 'leak']) {
        const error: ScenarioError = {
          code,
          path: '',
          expected: code === 'wrongType' ? KINDS[0] : '0..1',
          // A text of the file is shown as it is, never interpreted.
          found: '"$t(errors:empty) {{path}}"',
          ...(nearest === undefined ? {} : { nearest }),
        };
        const text = instance.t(`errors:${code}`, errorParams(error));
        expect(text).not.toBe(code);
        expect(text).toMatch(/[.?»”]$|trouvé|found|"$/i);
        expect(text.replace(error.found, '')).not.toMatch(/\{\{|\$t\(|undefined/);
      }
    }
    for (const kind of KINDS) expect(instance.exists(`errors:wrongType_${kind}`)).toBe(true);
    const atLine = instance.t('errors:atLine', { line: 3, message: 'x' });
    expect(atLine).toMatch(/3.*x/);
  });
});
