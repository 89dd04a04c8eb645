import { readFileSync } from 'node:fs';
import { parseScenario } from '../../src/scenario/load.ts';
import type { ScenarioFile } from '../../src/scenario/schema.ts';
import type { Territory } from '../../src/scenario/territory.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as unknown;

export const territory = read('assets/territory/departements.json') as Territory;

/** A fresh copy: tests damage it. */
export const scenarioJson = (name = '2021-06-02'): Record<string, unknown> =>
  read(`assets/scenarios/${name}/scenario.json`) as Record<string, unknown>;

export function scenarioFile(name = '2021-06-02'): ScenarioFile {
  const parsed = parseScenario(scenarioJson(name), territory);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error, null, 1));
  return parsed.value;
}
