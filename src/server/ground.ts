import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ExerciseGround } from '../exercise/open.ts';
import type { Result } from '../kernel/result.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import { parsePlay } from '../scenario/play/load.ts';
import type { PlayParts } from '../scenario/play/load.ts';
import { PART_NAMES } from '../scenario/play/schema.ts';
import type { Play, PlayGround } from '../scenario/play/types.ts';
import type { ScenarioFile } from '../scenario/schema.ts';
import type { Territory } from '../scenario/territory.ts';
import { readJson, readScenario, readTerritory, SCENARIO_FOLDER, valueOf } from './world.ts';

const PLAY = fileURLToPath(new URL('../../assets/play', import.meta.url));

/** The play's data of a folder: every file of it, checked together against the scenario it is played on. */
export function parsePlayFolder(folder: string, ground: PlayGround): Result<Play, ScenarioError[]> {
  const parts = PART_NAMES.map((name) => {
    const path = `${folder}/${name}.json`;
    return [name, existsSync(path) ? readJson(path) : undefined];
  });
  return parsePlay(Object.fromEntries(parts) as PlayParts, ground);
}

export function playGround(file: ScenarioFile, territory: Territory): PlayGround {
  return { servers: file.network.servers.map(({ id }) => id), areas: territory.map(({ code }) => code) };
}

const grounds = new Map<string, ExerciseGround>();

/** What an exercise of this scenario is played on, read and checked once, or a complaint. */
export function readGround(scenario: string): ExerciseGround {
  const before = grounds.get(scenario);
  if (before !== undefined) return before;
  const territory = readTerritory();
  const file = readScenario(scenario, territory);
  const play = valueOf(parsePlayFolder(PLAY, playGround(file, territory)));
  const ground: ExerciseGround = { file, territory, play };
  grounds.set(scenario, ground);
  return ground;
}

/** Scenarios of the house, by name. */
export function scenarioNames(): string[] {
  return readdirSync(SCENARIO_FOLDER).sort();
}
