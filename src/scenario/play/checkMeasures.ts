import type { ScenarioError } from '../errors.ts';
import { isParameterName, PARAMETER_NAMES, ruleOf } from '../parameterCatalogue.ts';
import { Findings } from './checking.ts';
import { checkRule } from './checkRules.ts';
import { SETTING_NAMES } from './settingNames.ts';
import type { Play, PlayGround } from './types.ts';

/** Measures of the reports (facts, §5.1). */
const MEASURE_COUNT = 25;

export function checkMeasures(play: Play, ground: PlayGround | undefined): ScenarioError[] {
  const found = new Findings();
  const acts = play.acts.map((act) => act.id);
  found.size('measures', MEASURE_COUNT, play.measures.length);
  found.once(
    'measures',
    play.measures.map((measure) => measure.id),
    'id',
  );
  found.once(
    'measures',
    play.measures.map((measure) => String(measure.number)),
    'number',
  );
  play.measures.forEach((measure, i) => {
    const { number } = measure;
    found.range(`measures[${i}].number`, `≤ ${MEASURE_COUNT}`, number, number <= MEASURE_COUNT);
    measure.effects.forEach((effect, j) => {
      const path = `measures[${i}].effects[${j}]`;
      switch (effect.op) {
        case 'parameter':
          if (!found.known(`${path}.name`, effect.name, PARAMETER_NAMES)) break;
          if (isParameterName(effect.name)) {
            const { lowest, highest } = ruleOf(effect.name);
            const right = effect.value >= lowest && effect.value <= highest;
            found.range(`${path}.value`, `${lowest}..${highest}`, effect.value, right);
          }
          break;
        case 'delay':
          found.known(`${path}.act`, effect.act, acts);
          break;
        case 'act':
          if (found.known(`${path}.act`, effect.act, acts)) {
            const act = play.acts[acts.indexOf(effect.act)]!;
            if (act.measure !== measure.id)
              found.missing(`acts[${acts.indexOf(act.id)}].measure`, measure.id);
          }
          break;
        case 'sensor':
          if (!effect.sensor.startsWith(`${effect.seat}.`))
            found.known(`${path}.sensor`, effect.sensor, [`${effect.seat}.…`]);
          break;
        case 'startTag':
          found.tags(`${path}.tag`, effect.seat, [effect.tag]);
          break;
        case 'setting':
          found.known(`${path}.name`, effect.name, SETTING_NAMES[effect.actor]);
          break;
        case 'rule':
          checkRule(found, `${path}.rule`, effect.rule, play.acts, ground);
          break;
        case 'otherVendor':
          effect.servers.forEach((server, k) => {
            if (ground !== undefined) found.known(`${path}.servers[${k}]`, server, ground.servers);
          });
          break;
        default:
      }
    });
  });
  return found.errors;
}
