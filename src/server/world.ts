import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from '../kernel/result.ts';
import { type CompiledWorld, compileWorld } from '../scenario/compile.ts';
import { errorParams, nearestName } from '../scenario/errors.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import { parseScenario } from '../scenario/load.ts';
import { setParameters } from '../scenario/parameters.ts';
import type { ScenarioFile } from '../scenario/schema.ts';
import type { Territory } from '../scenario/territory.ts';
import { Complaint } from './complaint.ts';

/** What the evenings of one run are computed from: plain data, fit to be sent to a worker. */
export type World = CompiledWorld;

const ASSETS = new URL('../../assets/', import.meta.url);
export const SCENARIO_FOLDER = new URL('scenarios/', ASSETS);
export const DEFAULT_SCENARIO = '2021-06-02';

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Complaint('cli:error.unreadable', {
      path,
      reason: (error as NodeJS.ErrnoException).code ?? '?',
    });
  }
}

export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch {
    throw new Complaint('cli:error.notJson', { path });
  }
}

export function readTerritory(): Territory {
  return readJson(fileURLToPath(new URL('territory/departements.json', ASSETS))) as Territory;
}

/** An error of the scenario's rooms as a line for a person: `errors:<code>` with its values, and where. */
export function complaintOf(errors: readonly ScenarioError[], file?: string): Complaint {
  const [first] = errors;
  return new Complaint('cli:error.scenario', {
    ...errorParams(first),
    code: first.code,
    file: file === undefined ? '' : basename(file),
    more: errors.length - 1,
  });
}

export function valueOf<T>(result: Result<T, ScenarioError[]>, file?: string): T {
  if (!result.ok) throw complaintOf(result.error, file);
  return result.value;
}

/** A scenario of the house by its name, or a file that ends in .json. */
export function readScenario(named: string, territory: Territory): ScenarioFile {
  if (named.endsWith('.json')) return valueOf(parseScenario(readJson(named), territory), named);
  const known = readdirSync(SCENARIO_FOLDER).sort();
  const path = fileURLToPath(new URL(`scenarios/${named}/scenario.json`, ASSETS));
  if (!known.includes(named) || !existsSync(path)) {
    throw new Complaint('cli:error.unknownScenario', {
      value: named,
      nearest: nearestName(named, known) ?? known.join(', '),
    });
  }
  return valueOf(parseScenario(readJson(path), territory), path);
}

export interface Choice {
  readonly scenario: string;
  readonly set: Readonly<Record<string, string>>;
}

export interface ChosenWorld {
  readonly file: ScenarioFile;
  readonly territory: Territory;
  readonly world: World;
}

/** Reads, checks and compiles what was asked for, or complains: the evening as the scenario's own orders make it. */
export function chooseWorld({ scenario, set }: Choice): ChosenWorld {
  const territory = readTerritory();
  const file = valueOf(setParameters(readScenario(scenario, territory), set));
  return { file, territory, world: valueOf(compileWorld(file, territory)) };
}
