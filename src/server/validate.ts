import type { TFunction } from 'i18next';
import { parseScenario } from '../scenario/load.ts';
import { sayScenarioError } from './readable.ts';
import { readJson, readTerritory } from './world.ts';

/** What `validate` prints: every error of the file, one a line, or that there is none. */
export function validateFile(path: string, json: boolean, t: TFunction): { text: string; valid: boolean } {
  const result = parseScenario(readJson(path), readTerritory());
  const errors = result.ok ? [] : result.error;
  if (json) return { text: JSON.stringify({ valid: result.ok, errors }), valid: result.ok };
  if (result.ok) {
    const { id, parameters, chronology, orders } = result.value;
    return {
      text: t('cli:validate.valid', {
        id,
        parameters: Object.keys(parameters).length,
        chronology: chronology.length,
        orders: orders.length,
      }),
      valid: true,
    };
  }
  const lines = errors.map((error) => sayScenarioError(error, t));
  return { text: [t('cli:validate.invalid', { count: errors.length }), ...lines].join('\n'), valid: false };
}
