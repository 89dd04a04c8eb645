import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import type { TFunction } from 'i18next';
import type { ScenarioError } from '../scenario/errors.ts';
import { parseScenario } from '../scenario/load.ts';
import { PART_NAMES } from '../scenario/play/schema.ts';
import { readLog } from '../exercise/log/readLog.ts';
import type { LogError } from '../exercise/log/logErrors.ts';
import { parsePlayFolder, playGround } from './ground.ts';
import { sayLogError, sayScenarioError } from './readable.ts';
import { DEFAULT_SCENARIO, readJson, readScenario, readTerritory, readText } from './world.ts';

interface Validity {
  readonly errors: readonly (ScenarioError | LogError)[];
  /** Text of what is valid, with its values. */
  readonly said: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What `validate` prints: every error of the file, one a line, or that there is none. A scenario, the log of an
 * exercise (its lines and its chain), or the play's data: its folder, or one of its files with those beside it.
 */
export function validateFile(path: string, json: boolean, t: TFunction): { text: string; valid: boolean } {
  const { errors, said, params } = validityOf(path);
  const valid = errors.length === 0;
  if (json) return { text: JSON.stringify({ valid, errors }), valid };
  if (valid) return { text: t(said, params), valid };
  const lines = errors.map((error) =>
    'params' in error ? sayLogError(error, t) : sayScenarioError(error, t),
  );
  return { text: [t('cli:validate.invalid', { count: errors.length }), ...lines].join('\n'), valid };
}

function validityOf(path: string): Validity {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const isPart = (PART_NAMES as readonly string[]).includes(basename(path, '.json'));
  if (isFolder || isPart) return validityOfPlay(isFolder ? path : dirname(path));
  if (extname(path) === '.jsonl') return validityOfLog(path);
  return validityOfScenario(path);
}

function validityOfScenario(path: string): Validity {
  const result = parseScenario(readJson(path), readTerritory());
  if (!result.ok) return { errors: result.error, said: '', params: {} };
  const { id, parameters, chronology, orders } = result.value;
  const params = {
    id,
    parameters: Object.keys(parameters).length,
    chronology: chronology.length,
    orders: orders.length,
  };
  return { errors: [], said: 'cli:validate.valid', params };
}

function validityOfPlay(folder: string): Validity {
  const territory = readTerritory();
  const result = parsePlayFolder(folder, playGround(readScenario(DEFAULT_SCENARIO, territory), territory));
  if (!result.ok) return { errors: result.error, said: '', params: {} };
  const { acts, dilemmas, events, measures } = result.value;
  const params = {
    acts: acts.length,
    dilemmas: dilemmas.length,
    events: events.length,
    measures: measures.length,
  };
  return { errors: [], said: 'cli:validate.play', params };
}

function validityOfLog(path: string): Validity {
  const read = readLog(readText(path));
  if (!read.ok) return { errors: [read.error], said: '', params: {} };
  const { lines, header, truncatedAt } = read.value;
  if (truncatedAt !== null)
    return { errors: [{ code: 'logTruncated', params: { line: truncatedAt } }], said: '', params: {} };
  const params = {
    lines: lines.length,
    commands: lines.filter(({ line }) => line === 'command').length,
    scenario: header.setup.scenario,
  };
  return { errors: [], said: 'cli:validate.log', params };
}
