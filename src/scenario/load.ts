import * as v from 'valibot';
import { err, ok, type Result } from '../kernel/result.ts';
import { checkParts, type SoundParts } from './checks.ts';
import type { ScenarioError } from './errors.ts';
import { fromIssues } from './issues.ts';
import { type ScenarioFile, scenarioSchema, sectionSchemas } from './schema.ts';
import type { Territory } from './territory.ts';

/** Every error of the file at once: shape first, then what binds the parts whose shape is right. */
export function parseScenario(json: unknown, territory: Territory): Result<ScenarioFile, ScenarioError[]> {
  const shape = v.safeParse(scenarioSchema, json);
  const parts = shape.success ? shape.output : soundParts(json);
  const errors = [...(shape.success ? [] : fromIssues(shape.issues)), ...checkParts(parts, territory)];
  if (shape.success && errors.length === 0) return ok(shape.output);
  return err(errors);
}

function soundParts(json: unknown): SoundParts {
  if (typeof json !== 'object' || json === null) return {};
  const given = json as Readonly<Record<string, unknown>>;
  const sound = Object.entries(sectionSchemas).filter(([name, schema]) => v.is(schema, given[name]));
  return Object.fromEntries(sound.map(([name]) => [name, given[name]]));
}
