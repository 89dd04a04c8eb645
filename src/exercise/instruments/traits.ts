import { withSetting } from '../../actors/settings.ts';
import type { WorldSpec } from '../../callflow/spec.ts';
import type { ParameterSet } from '../../scenario/parameters.ts';
import { isParameterName, ruleOf } from '../../scenario/parameterCatalogue.ts';
import type { Trait } from '../../scenario/play/choices.ts';
import type { ScenarioFile } from '../../scenario/schema.ts';
import type { Preparedness } from '../preparedness.ts';

/** Qualities of instruments that an evening has drawn, by name; absent names have their usual quality. */
export type InstrumentTraits = Readonly<Record<string, number>>;

/** The evening as prepared, with what it drew: a measure's value is moved like the scenario's own. */
export function withTraits(
  prepared: Preparedness,
  traits: readonly Trait[],
  file: ScenarioFile,
): Preparedness {
  const parameters: Record<string, ParameterSet[string]> = { ...prepared.parameters };
  let { settings } = prepared;
  for (const trait of traits) {
    if (trait.op === 'setting') {
      const usual = (settings[trait.actor] as unknown as Readonly<Record<string, unknown>>)[trait.name];
      if (typeof usual === 'number')
        settings = withSetting(settings, trait.actor, trait.name, usual * trait.factor);
    } else if (trait.op === 'parameter' && isParameterName(trait.name)) {
      const { lowest, highest } = ruleOf(trait.name);
      const usual = Number(parameters[trait.name] ?? file.parameters[trait.name].value);
      parameters[trait.name] = Math.min(highest, Math.max(lowest, usual * trait.factor));
    }
  }
  return { ...prepared, parameters, settings };
}

export function instrumentTraits(traits: readonly Trait[]): InstrumentTraits {
  return Object.fromEntries(
    traits.flatMap((trait) => (trait.op === 'instrument' ? [[trait.name, trait.value]] : [])),
  );
}

/** The world with what no parameter says: a patch that cures nothing. */
export function withPatch(spec: WorldSpec, traits: readonly Trait[]): WorldSpec {
  return traits.some(({ op }) => op === 'patch')
    ? { ...spec, network: { ...spec.network, patchCures: false } }
    : spec;
}
