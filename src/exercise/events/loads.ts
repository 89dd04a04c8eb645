import type { Load } from '../../callflow/load.ts';
import { PURPOSE } from '../../callflow/purpose.ts';
import type { WorldSpec } from '../../callflow/spec.ts';
import { Draws } from '../../kernel/threefry.ts';
import type { WorldEffect } from '../../scenario/play/choices.ts';
import { entityOf } from './drawEvening.ts';
import type { Exercise, Opening } from '../exercise.ts';

type LoadEffect = Extract<WorldEffect, { readonly op: 'load' }>;

const exposedIn = new WeakMap<WorldSpec, readonly number[]>();

/** Départements of the mainland behind the call servers: where what happens matters to them. */
function exposed({ spec }: Exercise): readonly number[] {
  const known = exposedIn.get(spec);
  if (known !== undefined) return known;
  const areas = spec.areas.flatMap(({ technology, overseas }, area) =>
    technology === 'copper' && !overseas ? [area] : [],
  );
  exposedIn.set(spec, areas);
  return areas;
}

/** By opening and event: where it happens, drawn once. */
const places = new WeakMap<Opening, Map<string, number>>();

/** Where an event happens: drawn among those on copper, by the number of people who live there. Index of the area. */
export function placeOf(exercise: Exercise, event: string): number {
  const { opening } = exercise;
  let known = places.get(opening);
  if (known === undefined) places.set(opening, (known = new Map()));
  let place = known.get(event);
  if (place === undefined) known.set(event, (place = drawPlace(exercise, event)));
  return place;
}

function drawPlace(exercise: Exercise, event: string): number {
  const { areas } = exercise.spec;
  const among = exposed(exercise);
  const draws = new Draws(exercise.evening.seed);
  draws.draw(entityOf(event), PURPOSE.place, 0);
  let left = draws.u0 * among.reduce((sum, area) => sum + areas[area]!.population, 0);
  return among.find((area) => (left -= areas[area]!.population) < 0) ?? among.at(-1) ?? 0;
}

/**
 * More first calls than usual from now on. A zone is the départements behind the same call server: the world holds no
 * map.
 */
export function loadOf(exercise: Exercise, effect: LoadEffect, place: number): Load {
  const { now, opening, spec } = exercise;
  const zone = spec.areas[place]!.home;
  const around: Readonly<Record<'home' | 'drawn' | 'zone', () => number[]>> = {
    home: () => [opening.home],
    drawn: () => [place],
    zone: () => exposed(exercise).filter((area) => spec.areas[area]!.home === zone),
  };
  const { where, series, minutes, need, amount } = effect;
  return {
    series,
    areas: where === 'all' ? 'all' : around[where]().map((area) => spec.areas[area]!.code),
    from: now,
    minutes,
    need,
    amount,
  };
}

/** So many départements on copper, drawn once an evening: a smaller number is part of a greater. */
export function placesOf(exercise: Exercise, count: number): number[] {
  const draws = new Draws(exercise.evening.seed);
  return exposed(exercise)
    .map((area) => {
      draws.draw(area, PURPOSE.place, 1);
      return { area, rank: draws.u0 };
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ area }) => area);
}
