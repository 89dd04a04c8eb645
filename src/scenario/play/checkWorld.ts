import { PARAMETER_NAMES } from '../parameterCatalogue.ts';
import { checkOrderArgs } from './checkEffects.ts';
import type { Findings } from './checking.ts';
import type { OutcomeEffect, OutcomeSpec, SaidFact, SeatDid, Trait, WorldEffect } from './choices.ts';
import { MACHINE_EVENTS } from './machineEvents.ts';
import { SENSOR_IDS } from './sensors.ts';
import { SETTING_NAMES } from './settingNames.ts';
import type { Play } from './types.ts';

/** Qualities of instruments that an evening may draw: `exercise/instruments` reads them. */
export const INSTRUMENT_TRAITS = [
  'inventoryError',
  'fiveRoomsHit',
  'planFlawed',
  'planFlawHidden',
  'oddLogin',
] as const;

/** What the world does by itself: machines, pools and words that exist, orders that can be given. */
export function checkWorld(
  found: Findings,
  path: string,
  effects: readonly WorldEffect[],
  play: Play,
  drawsPlace: boolean,
): void {
  effects.forEach((effect, i) => {
    const here = `${path}[${i}]`;
    switch (effect.op) {
      case 'envelope':
        checkSaid(found, `${here}.facts`, effect.facts, drawsPlace);
        break;
      case 'hold':
        checkSaid(found, here, [effect], drawsPlace);
        break;
      case 'sense':
        found.known(`${here}.sensor`, effect.sensor, SENSOR_IDS);
        break;
      case 'order':
        checkOrderArgs(found, here, effect.type, effect.args);
        break;
      case 'machine':
        found.known(`${here}.event`, effect.event, MACHINE_EVENTS[effect.to]);
        break;
      case 'occupy': {
        const pools = play.pools.filter((pool) => pool.seat === effect.seat);
        const known = pools.map((pool) => pool.id);
        if (found.known(`${here}.pool`, effect.pool, known)) {
          const most = pools[known.indexOf(effect.pool)]!.people;
          found.range(`${here}.people`, `≤ ${most}`, effect.people, effect.people <= most);
        }
        break;
      }
      default:
    }
  });
}

const PLACES = ['home', 'drawn', 'listed', 'hit', 'calm', 'worst', 'second', 'third'];

/** `area` and `areas` are codes, or one of the words that stand for a place. */
export function checkSaid(
  found: Findings,
  path: string,
  facts: readonly SaidFact[],
  drawsPlace: boolean,
): void {
  facts.forEach(({ about }, i) => {
    for (const name of ['area', 'areas']) {
      const word = about[name];
      if (typeof word === 'string' && /^[a-z]+$/.test(word))
        found.known(
          `${path}[${i}].about.${name}`,
          word,
          drawsPlace ? PLACES : PLACES.filter((place) => place !== 'drawn'),
        );
    }
  });
}

/** Traits, effects and their hours. `options` are those of the dilemma, none for an event. */
export function checkOutcome(
  found: Findings,
  path: string,
  outcome: OutcomeSpec,
  options: readonly string[],
  play: Play,
): void {
  outcome.traits?.forEach((trait, i) => checkTrait(found, `${path}.traits[${i}]`, trait));
  outcome.effects?.forEach((entry, i) => {
    const here = `${path}.effects[${i}]`;
    checkHour(found, here, entry);
    for (const key of ['options', 'unless'] as const)
      entry[key]?.forEach((option, j) => found.known(`${here}.${key}[${j}]`, option, options));
    checkDid(found, `${here}.done`, entry.done, play);
    checkWorld(found, `${here}.effect`, [entry.effect], play, options.length === 0);
  });
}

/** Tags, acts and options of the seat that exist, and at least one of them. */
export function checkDid(found: Findings, path: string, did: SeatDid | undefined, play: Play): void {
  if (did === undefined) return;
  const { seat, tags, acts, told, chosen } = did;
  if (!tags && !acts && !told && !chosen) found.missing(path, 'tags, acts, told, chosen');
  found.tags(`${path}.tags`, seat, tags);
  const known = play.acts.flatMap((act) => (act.seat === seat ? act.id : []));
  acts?.forEach((act, i) => found.known(`${path}.acts[${i}]`, act, known));
  const options = play.dilemmas.flatMap((dilemma) =>
    dilemma.seat === seat ? dilemma.options.map(({ id }) => `${dilemma.id}.${id}`) : [],
  );
  chosen?.forEach((option, i) => found.known(`${path}.chosen[${i}]`, option, options));
}

/** At an hour, or minutes after what it follows: one of the two. */
function checkHour(found: Findings, path: string, { at, after }: OutcomeEffect): void {
  if (at === undefined && after === undefined) found.missing(`${path}.at`, 'at, after');
  if (at !== undefined && after !== undefined)
    found.errors.push({ code: 'unknownField', path: `${path}.after`, expected: '—', found: 'after' });
}

function checkTrait(found: Findings, path: string, trait: Trait): void {
  switch (trait.op) {
    case 'parameter':
      found.known(`${path}.name`, trait.name, PARAMETER_NAMES);
      break;
    case 'setting':
      found.known(`${path}.name`, trait.name, SETTING_NAMES[trait.actor]);
      break;
    case 'instrument':
      found.known(`${path}.name`, trait.name, INSTRUMENT_TRAITS);
      break;
  }
}
