import { gammaLikeQuantile } from '../kernel/quantiles.ts';
import { Draws } from '../kernel/threefry.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import { PURPOSE } from './purpose.ts';
import { NUMBERS } from './spec.ts';
import type { WorldSpec } from './spec.ts';

/** Demand is constant within a slot. */
export const SLOT = 15 * MINUTE;

export interface Cell {
  /** area (7 bits), worried (1), number (2), slot (6), rank (16): the last two are added by caller. */
  readonly key: number;
  /** Expected first attempts by slot. */
  readonly perSlot: Float64Array;
}

/** Every (area, number, real or worried) with its expected calls by slot on this evening. */
export function demandCells(spec: WorldSpec, seed: number): Cell[] {
  const { demand, areas } = spec;
  const draws = new Draws(seed);
  let people = 0;
  for (const area of areas) people += area.population;
  const profiles = new Map<number, Float64Array>();
  const cells: Cell[] = [];
  areas.forEach((area, a) => {
    let profile = profiles.get(area.hourShift);
    if (!profile) profiles.set(area.hourShift, (profile = dayShares(spec, area.hourShift)));
    draws.draw(a, PURPOSE.busyness, 0);
    const size = (gammaLikeQuantile(draws.u0, demand.busynessCv) * area.population) / people;
    NUMBERS.forEach((_, n) => {
      const need = demand.perDay[n]! * size;
      for (const worried of [false, true]) {
        const calls = worried ? need * (demand.worriedFactor - 1) : need;
        cells.push({
          key: cellKey(a, n, worried),
          perSlot: profile.map((share) => share * calls),
        });
      }
    });
  });
  return cells;
}

/** Share of a day's calls in each slot of the evening; hourly shares are read at the middle of the slot, linearly. */
function dayShares(spec: WorldSpec, hourShift: number): Float64Array {
  const { start, end } = spec.clock;
  const { hourly } = spec.demand;
  return Float64Array.from({ length: Math.ceil((end - start) / SLOT) }, (_, slot) => {
    const middle = start + (slot + 0.5) * SLOT + hourShift * HOUR;
    const position = middle / HOUR - 0.5 + 48;
    const hour = Math.floor(position);
    const weight = position - hour;
    return ((hourly[hour % 24]! * (1 - weight) + hourly[(hour + 1) % 24]! * weight) * SLOT) / HOUR;
  });
}

/** First bits of the identity of the callers of an area and number. */
export const cellKey = (area: number, number: number, worried: boolean): number =>
  (area << 25) | ((number | (worried ? 4 : 0)) << 22);
