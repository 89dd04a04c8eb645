import { gammaLikeQuantile } from '../kernel/quantiles.ts';
import { Draws } from '../kernel/threefry.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import { PURPOSE } from './purpose.ts';
import { NUMBERS } from './spec.ts';
import type { WorldSpec } from './spec.ts';

/** Demand is constant within a slot. */
export const SLOT = 15 * MINUTE;

/** Cells of an area: each number, people in need then worried ones. */
const CELLS = NUMBERS.length * 2;

/** Every (area, number, real or worried) with its expected calls by slot on one evening. */
export interface DemandCells {
  /** By cell: area (7 bits), worried (1), number (2), slot (6), rank (16): the last two are added by caller. */
  readonly keys: Int32Array;
  /** Expected first attempts, at slot x cells + cell: drawn slot by slot, read in order. */
  readonly expected: Float64Array;
}

/** Cell of the people in need of an area who dial a number; the worried ones are in the next. */
export const cellOf = (area: number, number: number): number => area * CELLS + number * 2;

/** By world, those of the seed asked for last: an evening's loads are drawn over the same cells as its callers. */
const latest = new WeakMap<WorldSpec, { readonly seed: number; readonly cells: DemandCells }>();

export function demandCells(spec: WorldSpec, seed: number): DemandCells {
  const known = latest.get(spec);
  if (known?.seed === seed) return known.cells;
  const cells = drawCells(spec, seed);
  latest.set(spec, { seed, cells });
  return cells;
}

function drawCells(spec: WorldSpec, seed: number): DemandCells {
  const { demand, areas, clock } = spec;
  const draws = new Draws(seed);
  let people = 0;
  for (const area of areas) people += area.population;
  const slots = Math.ceil((clock.end - clock.start) / SLOT);
  const count = areas.length * CELLS;
  const keys = new Int32Array(count);
  const expected = new Float64Array(count * slots);
  const calls = new Float64Array(CELLS);
  const profiles = new Map<number, Float64Array>();
  for (let area = 0; area < areas.length; area++) {
    const { hourShift, population } = areas[area]!;
    let profile = profiles.get(hourShift);
    if (!profile) profiles.set(hourShift, (profile = dayShares(spec, hourShift, slots)));
    draws.draw(area, PURPOSE.busyness, 0);
    const size = (gammaLikeQuantile(draws.u0, demand.busynessCv) * population) / people;
    const first = area * CELLS;
    for (let number = 0; number < NUMBERS.length; number++) {
      const need = demand.perDay[number]! * size;
      keys[first + number * 2] = cellKey(area, number, false);
      keys[first + number * 2 + 1] = cellKey(area, number, true);
      calls[number * 2] = need;
      calls[number * 2 + 1] = need * (demand.worriedFactor - 1);
    }
    for (let slot = 0; slot < slots; slot++)
      for (let cell = 0; cell < CELLS; cell++)
        expected[slot * count + first + cell] = profile[slot]! * calls[cell]!;
  }
  return { keys, expected };
}

/** Share of a day's calls in each slot of the evening; hourly shares are read at the middle of the slot, linearly. */
function dayShares(spec: WorldSpec, hourShift: number, slots: number): Float64Array {
  const { start } = spec.clock;
  const { hourly } = spec.demand;
  return Float64Array.from({ length: slots }, (_, slot) => {
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
