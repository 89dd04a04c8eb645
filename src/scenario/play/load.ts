import * as v from 'valibot';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { ScenarioError } from '../errors.ts';
import { fromIssues } from '../issues.ts';
import { checkActs } from './checkActs.ts';
import { checkChoices } from './checkChoices.ts';
import { checkMeasures } from './checkMeasures.ts';
import { checkRules } from './checkRules.ts';
import { checkSeats } from './checkSeats.ts';
import { checkTempo } from './checkTempo.ts';
import { PART_NAMES, type PartName, partSchemas } from './schema.ts';
import type { Play, PlayGround } from './types.ts';

/** The files of `assets/play`, read as JSON. */
export type PlayParts = Readonly<Record<PartName, unknown>>;

/**
 * Every error of the files at once: shapes first, then what binds them together, once all have the right shape. Paths
 * begin with the list ("acts[3].needs.pool"), whose name says the file. With `ground`, servers and areas must exist.
 */
export function parsePlay(parts: PlayParts, ground?: PlayGround): Result<Play, ScenarioError[]> {
  const errors: ScenarioError[] = [];
  const sound: Record<string, unknown> = {};
  for (const name of PART_NAMES) {
    const shape = v.safeParse(partSchemas[name], parts[name]);
    if (shape.success) Object.assign(sound, shape.output);
    else errors.push(...fromIssues(shape.issues).map((error) => inFile(name, error)));
  }
  if (errors.length > 0) return err(errors);

  const lists = sound as unknown as Omit<Play, 'operators'> & {
    readonly operatorPools: Play['operators']['pools'];
    readonly operatorActs: Play['operators']['acts'];
    readonly operatorDoctrines: Play['operators']['doctrines'];
  };
  const play: Play = {
    seats: lists.seats,
    pools: lists.pools,
    acts: lists.acts,
    measures: lists.measures,
    dilemmas: lists.dilemmas,
    events: lists.events,
    envelopes: lists.envelopes,
    plans: lists.plans,
    appointments: lists.appointments,
    doctrines: lists.doctrines,
    rules: lists.rules,
    operators: {
      pools: lists.operatorPools,
      acts: lists.operatorActs,
      doctrines: lists.operatorDoctrines,
    },
  };
  const found = [
    ...checkSeats(play),
    ...checkActs(play),
    ...checkMeasures(play, ground),
    ...checkChoices(play),
    ...checkTempo(play),
    ...checkRules(play, ground),
  ];
  return found.length > 0 ? err(found) : ok(play);
}

/** Lists bear names of their own; only what stands beside them could be in any file. */
function inFile(name: PartName, error: ScenarioError): ScenarioError {
  const inList = /^\w+\[/.test(error.path);
  return inList ? error : { ...error, path: error.path === '' ? name : `${name}.${error.path}` };
}
