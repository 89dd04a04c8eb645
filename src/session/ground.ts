import territoryJson from '../../assets/territory/departements.json' with { type: 'json' };
import juneEveningJson from '../../assets/scenarios/june-evening/scenario.json' with { type: 'json' };
import juneJson from '../../assets/scenarios/2021-06-02/scenario.json' with { type: 'json' };
import actsJson from '../../assets/play/acts.json' with { type: 'json' };
import dilemmasJson from '../../assets/play/dilemmas.json' with { type: 'json' };
import doctrinesJson from '../../assets/play/doctrines.json' with { type: 'json' };
import envelopesJson from '../../assets/play/envelopes.json' with { type: 'json' };
import eventsJson from '../../assets/play/events.json' with { type: 'json' };
import measuresJson from '../../assets/play/measures.json' with { type: 'json' };
import seatsJson from '../../assets/play/seats.json' with { type: 'json' };
import tempoJson from '../../assets/play/tempo.json' with { type: 'json' };
import type { ExerciseGround } from '../exercise/open.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { compileWorld } from '../scenario/compile.ts';
import { unknownName } from '../scenario/errors.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import { scenarioInfo } from '../scenario/info.ts';
import type { ScenarioInfo } from '../scenario/info.ts';
import { parseScenario } from '../scenario/load.ts';
import { playInfo } from '../scenario/play/info.ts';
import { parsePlay } from '../scenario/play/load.ts';
import type { Play } from '../scenario/play/types.ts';
import type { Territory } from '../scenario/territory.ts';
import type { Catalogue } from './playProtocol.ts';

/** Scenarios of the house, by the name that a setup gives. */
const SCENARIOS: Readonly<Record<string, unknown>> = {
  '2021-06-02': juneJson,
  'june-evening': juneEveningJson,
};

const territory: Territory = territoryJson;
/** Checked once a thread. */
const checked = new Map<string, Result<OpenGround, ScenarioError[]>>();
let readPlay: Result<Play, ScenarioError[]> | undefined;

export interface OpenGround {
  readonly ground: ExerciseGround;
  readonly info: ScenarioInfo;
}

/** What a setup of that scenario is played on, and what screens say of it. */
export function groundOf(scenario: string): Result<OpenGround, ScenarioError[]> {
  const known = checked.get(scenario);
  if (known !== undefined) return known;
  const opened = openGround(scenario);
  checked.set(scenario, opened);
  return opened;
}

function openGround(scenario: string): Result<OpenGround, ScenarioError[]> {
  if (!Object.hasOwn(SCENARIOS, scenario))
    return err([unknownName('notOneOf', 'scenario', scenario, Object.keys(SCENARIOS))]);
  const file = parseScenario(SCENARIOS[scenario], territory);
  if (!file.ok) return file;
  const play = shippedPlay();
  if (!play.ok) return play;
  const world = compileWorld(file.value, territory, {});
  if (!world.ok) return world;
  const info = scenarioInfo(file.value, territory, world.value.spec.id);
  return ok({ ground: { file: file.value, territory, play: play.value }, info });
}

function shippedPlay(): Result<Play, ScenarioError[]> {
  readPlay ??= parsePlay({
    acts: actsJson,
    dilemmas: dilemmasJson,
    doctrines: doctrinesJson,
    envelopes: envelopesJson,
    events: eventsJson,
    measures: measuresJson,
    seats: seatsJson,
    tempo: tempoJson,
  });
  return readPlay;
}

/** All that can be played here. */
export function catalogue(): Result<Catalogue, ScenarioError[]> {
  const scenarios: ScenarioInfo[] = [];
  for (const scenario of Object.keys(SCENARIOS)) {
    const opened = groundOf(scenario);
    if (!opened.ok) return opened;
    scenarios.push(opened.value.info);
  }
  const play = shippedPlay();
  return play.ok ? ok({ play: playInfo(play.value), scenarios }) : play;
}
