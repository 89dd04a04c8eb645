import { expect, test } from 'vitest';
import { beyondAct } from '../../src/panels/console/beyondAct.ts';
import type { ActSpec } from '../../src/scenario/play/types.ts';
import fr from '../../locales/fr/play.json' with { type: 'json' };
import { play } from './exerciseSample.ts';

const MINUTES: Readonly<Record<string, number>> = {
  'dix minutes': 10,
  'un quart d’heure': 15,
  'vingt minutes': 20,
  'une demi-heure': 30,
  'trente-cinq minutes': 35,
  'quarante minutes': 40,
  'trois quarts d’heure': 45,
  'cinquante-cinq minutes': 55,
  'pendant une heure': 60,
  'pris une heure': 60,
};
/** What a text says of the world, not of its own act: what neighbours, other seats or the network take. */
const OF_THE_WORLD = ['services.warnNeighbours', 'services.doubleStaff', 'services.openMobileLine'];

/** All durations of an act's data, in minutes. */
function durations({ minutes, effects }: ActSpec): ReadonlySet<number> {
  const found = new Set([minutes]);
  for (const effect of effects) {
    if ('minutes' in effect) found.add(effect.minutes);
    if (effect.op === 'order' && typeof effect.args['watchMin'] === 'number')
      found.add(effect.args['watchMin']);
  }
  return found;
}

test('durations that an act’s text gives are those of its data', () => {
  const acts = fr.acts as unknown as Record<string, Record<string, { what: string }>>;
  const wrong = play.acts.flatMap((spec) => {
    if (OF_THE_WORLD.includes(spec.id)) return [];
    const [seat, name] = spec.id.split('.');
    const { what } = acts[seat!]![name!]!;
    const known = durations(spec);
    return Object.entries(MINUTES)
      .filter(([words, minutes]) => what.toLowerCase().includes(words) && !known.has(minutes))
      .map(([words]) => `${spec.id}: ${words}`);
  });
  expect(wrong).toEqual([]);
});

test('durations that an option gives are those of one of its acts', () => {
  const dilemmas = fr.dilemmas as unknown as Record<string, { options: Record<string, string> }>;
  const wrong = play.dilemmas.flatMap(({ id, options }) =>
    options.flatMap((option) => {
      const specs = option.acts.map((act) => play.acts.find((spec) => spec.id === act)!);
      const text = dilemmas[id]!.options[option.id]!.toLowerCase();
      const known = new Set(specs.flatMap((spec) => [...durations(spec)]));
      return specs.length === 0
        ? []
        : Object.entries(MINUTES)
            .filter(([words, minutes]) => text.includes(words) && !known.has(minutes))
            .map(([words]) => `${id}.${option.id}: ${words}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('whoever stays on an act after its minutes, and whoever it takes from others, is on its card', () => {
  for (const spec of play.acts)
    for (const effect of spec.effects) {
      if (effect.op !== 'occupy') continue;
      const lines = beyondAct(spec);
      expect(
        lines.some((line) => line.minutes === effect.minutes),
        spec.id,
      ).toBe(true);
    }
});
