import type { Load } from '../callflow/load.ts';
import { PURPOSE } from '../callflow/purpose.ts';
import { Draws } from '../kernel/threefry.ts';
import type { WorldEffect } from '../scenario/play/choices.ts';
import { entityOf } from './drawEvening.ts';
import type { Exercise } from './exercise.ts';

type LoadEffect = Extract<WorldEffect, { readonly op: 'load' }>;

/** Départements of the mainland behind the call servers: where what happens matters to them. */
function exposed({ spec }: Exercise): number[] {
  return spec.areas.flatMap(({ technology, overseas }, area) =>
    technology === 'copper' && !overseas ? [area] : [],
  );
}

/** Where an event happens: drawn among those on copper, by the number of people who live there. Index of the area. */
export function placeOf(exercise: Exercise, event: string): number {
  const { areas } = exercise.spec;
  const places = exposed(exercise);
  const draws = new Draws(exercise.evening.seed);
  draws.draw(entityOf(event), PURPOSE.place, 0);
  let left = draws.u0 * places.reduce((sum, area) => sum + areas[area]!.population, 0);
  return places.find((area) => (left -= areas[area]!.population) < 0) ?? places.at(-1) ?? 0;
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
