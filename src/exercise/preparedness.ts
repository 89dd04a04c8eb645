import { SETTINGS_2021, withSetting } from '../actors/settings.ts';
import type { ActorSettings } from '../actors/settings.ts';
import type { AreaSpec, WorldSpec } from '../callflow/spec.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { hashText } from '../kernel/hash.ts';
import { Draws } from '../kernel/threefry.ts';
import type { ParameterSet } from '../scenario/parameters.ts';
import type { MeasureSpec, RuleSpec } from '../scenario/play/types.ts';
import type { SeatId, Tag } from '../scenario/play/vocabulary.ts';

/** A rule that a measure adds, with the measure it comes from. */
export interface AddedRule {
  readonly measure: string;
  readonly rule: RuleSpec;
}

/** What the measures that are on change in an evening: each effect of the catalogue, ready to be used. */
export interface Preparedness {
  readonly measures: readonly string[];
  readonly parameters: ParameterSet;
  readonly settings: ActorSettings;
  /** Factor on the minutes of an act, and on the time a machine takes to decide it. */
  readonly delays: Readonly<Record<string, number>>;
  /** Acts that exist because a measure opens them. */
  readonly acts: readonly string[];
  /** Instruments that work by themselves from the start, and how late they tell. */
  readonly sensors: readonly { readonly sensor: string; readonly delayMin: number }[];
  readonly startTags: readonly { readonly seat: SeatId; readonly tag: Tag }[];
  readonly rules: readonly AddedRule[];
  /** The operation does one server at a time and watches it. */
  readonly oneByOne: boolean;
  /** The operation is done at night: not this evening. */
  readonly nightWindow: boolean;
  /** Numbers of the State's lists were tried beforehand. */
  readonly testedList: boolean;
  /** Servers of another vendor: the fault is not theirs. */
  readonly otherVendor: readonly string[];
  /** Least share of the départements whose rooms are on IP. */
  readonly shareIp: number;
}

/** Reads the effects of the measures that are on, in the catalogue's order. An unknown id is left out by the caller. */
export function preparedness(measures: readonly MeasureSpec[]): Preparedness {
  const parameters: Record<string, number> = {};
  const delays: Record<string, number> = {};
  const acts: string[] = [];
  const sensors: { sensor: string; delayMin: number }[] = [];
  const startTags: { seat: SeatId; tag: Tag }[] = [];
  const rules: AddedRule[] = [];
  const otherVendor: string[] = [];
  const on = { oneByOne: false, nightWindow: false, testedList: false };
  let settings = SETTINGS_2021;
  let shareIp = 0;
  for (const { id, effects } of measures)
    for (const effect of effects)
      switch (effect.op) {
        case 'parameter':
          parameters[effect.name] = effect.value;
          break;
        case 'serversOneByOne':
          on.oneByOne = true;
          break;
        case 'nightWindow':
          on.nightWindow = true;
          break;
        case 'testedList':
          on.testedList = true;
          break;
        case 'technology':
          shareIp = Math.max(shareIp, effect.shareIp);
          break;
        case 'otherVendor':
          otherVendor.push(...effect.servers);
          break;
        case 'sensor':
          sensors.push({ sensor: effect.sensor, delayMin: effect.delayMin });
          break;
        case 'delay':
          // Two measures that prepare the same act add up: each takes its share of what is left.
          delays[effect.act] = (delays[effect.act] ?? 1) * effect.factor;
          break;
        case 'act':
          acts.push(effect.act);
          break;
        case 'startTag':
          startTags.push({ seat: effect.seat, tag: effect.tag });
          break;
        case 'rule':
          rules.push({ measure: id, rule: effect.rule });
          break;
        case 'setting':
          settings = withSetting(settings, effect.actor, effect.name, effect.value);
          break;
      }
  return {
    measures: measures.map(({ id }) => id),
    parameters,
    settings,
    delays,
    acts,
    sensors,
    startTags,
    rules,
    ...on,
    otherVendor,
    shareIp,
  };
}

/** The world with what no parameter says: rooms moved to IP. Its id tells it from the world without. */
export function preparedWorld(spec: WorldSpec, { shareIp }: Preparedness): WorldSpec {
  const areas = movedToIp(spec.areas, shareIp);
  if (areas === spec.areas) return spec;
  return { ...spec, areas, id: hashText(canonicalJson({ world: spec.id, shareIp })) };
}

/** Always the same départements first, whatever the seed: a plan, not luck. */
function movedToIp(areas: readonly AreaSpec[], share: number): readonly AreaSpec[] {
  const missing =
    Math.round(share * areas.length) - areas.filter(({ technology }) => technology === 'ip').length;
  if (missing <= 0) return areas;
  const draws = new Draws(0);
  const moved = areas
    .map(({ technology }, area) => {
      draws.draw(area, 0, 0);
      return { area, rank: draws.u0, copper: technology === 'copper' };
    })
    .filter(({ copper }) => copper)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, missing)
    .map(({ area }) => area);
  return areas.map((area, index) => (moved.includes(index) ? { ...area, technology: 'ip' } : area));
}
