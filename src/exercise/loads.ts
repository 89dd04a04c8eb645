import type { Load } from '../callflow/load.ts';
import { PURPOSE } from '../callflow/purpose.ts';
import { Draws } from '../kernel/threefry.ts';
import type { EffectSpec } from '../scenario/play/types.ts';
import type { Exercise } from './exercise.ts';

type LoadEffect = Extract<EffectSpec, { readonly op: 'load' }>;

/** Loads of one kind are one: the greater holds. */
const SERIES = { all: 0, oneArea: 1, oneZone: 2 } as const;

/**
 * More first calls than usual from now on. The area, or the zone (the départements behind the same call server: the
 * world holds no map), is drawn by the evening among those on copper, by the number of people who live there.
 */
export function loadOf({ evening, now }: Exercise, effect: LoadEffect): Load {
  const { spec, seed } = evening;
  const exposed = spec.areas.filter(({ technology, overseas }) => technology === 'copper' && !overseas);
  const draws = new Draws(seed);
  draws.draw(SERIES[effect.where], PURPOSE.loadPlace, 0);
  let left = draws.u0 * exposed.reduce((sum, { population }) => sum + population, 0);
  const place = exposed.find(({ population }) => (left -= population) < 0) ?? exposed.at(-1);
  const around =
    effect.where === 'oneArea'
      ? exposed.filter((area) => area === place)
      : exposed.filter(({ home }) => home === place?.home);
  return {
    series: SERIES[effect.where],
    areas: effect.where === 'all' ? 'all' : around.map(({ code }) => code),
    from: now,
    minutes: effect.minutes,
    need: effect.need,
    amount: { kind: 'share', share: effect.share },
  };
}
