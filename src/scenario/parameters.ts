import { err, ok, type Result } from '../kernel/result.ts';
import { checkRemainders } from './checks.ts';
import { type ScenarioError, show, unknownName } from './errors.ts';
import {
  isParameterName,
  PARAMETER_NAMES,
  type ParameterName,
  type ParameterRule,
  ruleOf,
} from './parameterCatalogue.ts';
import type { ScenarioFile } from './schema.ts';

/** Values set over a scenario's: numbers, numbers as text, `on`/`off` for a switch. */
export type ParameterSet = Readonly<Record<string, number | string>>;

const SWITCH: Readonly<Record<string, number>> = { on: 1, true: 1, yes: 1, off: 0, false: 0, no: 0 };
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The file with these values. They may leave the plausible range of the file (min..max), which is for sweeps and
 * sliders; they must stay within what the model can compute.
 */
export function setParameters(file: ScenarioFile, set: ParameterSet): Result<ScenarioFile, ScenarioError[]> {
  const errors: ScenarioError[] = [];
  const parameters = { ...file.parameters };
  for (const [name, given] of Object.entries(set)) {
    if (!isParameterName(name)) {
      errors.push(unknownName('unknownParameter', name, name, PARAMETER_NAMES));
      continue;
    }
    const read = readValue(name, given, ruleOf(name));
    if (read.ok) parameters[name] = { ...parameters[name], value: read.value };
    else errors.push(read.error);
  }
  errors.push(...checkRemainders((name) => parameters[name].value, ''));
  return errors.length > 0 ? err(errors) : ok({ ...file, parameters });
}

function readValue(
  name: ParameterName,
  given: number | string,
  rule: ParameterRule,
): Result<number, ScenarioError> {
  const value = toNumber(given, rule);
  const at = { path: name, found: show(given) };
  if (value === null) {
    return err({ code: 'wrongType', ...at, expected: rule.unit === 'switch' ? 'switch' : 'number' });
  }
  if (value < rule.lowest || value > rule.highest) {
    return err({ code: 'outOfRange', ...at, expected: `${rule.lowest}..${rule.highest}` });
  }
  if (rule.integer === true && !Number.isInteger(value))
    return err({ code: 'notInteger', ...at, expected: '—' });
  return ok(value);
}

function toNumber(given: unknown, rule: ParameterRule): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : null;
  if (typeof given !== 'string') return null;
  const text = given.trim();
  if (rule.unit === 'switch') {
    const word = SWITCH[text.toLowerCase()];
    if (word !== undefined) return word;
  }
  return NUMBER.test(text) ? Number(text) : null;
}
