import { NUMBERS, ROOM_OF_NUMBER, ROOMS } from './spec.ts';
import type { WorldSpec } from './spec.ts';

/**
 * Usual call-takers by room: offered load at the busiest hour (square-root staffing: load + beta x sqrt(load)),
 * all first attempts counted, worried ones included, since rooms are staffed for the calls they get.
 */
export function usualTakers(spec: WorldSpec): Int32Array {
  const { demand, areas, rooms } = spec;
  let people = 0;
  for (const area of areas) people += area.population;
  let busiest = 0;
  for (const share of demand.hourly) busiest = Math.max(busiest, share);
  const takers = new Int32Array(areas.length * ROOMS.length);
  areas.forEach((area, a) => {
    const load = new Float64Array(ROOMS.length);
    NUMBERS.forEach((_, n) => {
      const room = ROOM_OF_NUMBER[n]!;
      const perHour = (demand.perDay[n]! * demand.worriedFactor * area.population * busiest) / people;
      load[room]! += (perHour * demand.talkMean[room]!) / 3_600_000;
    });
    load.forEach((offered, room) => {
      takers[a * ROOMS.length + room] = Math.max(
        rooms.minTakers,
        Math.ceil(offered + rooms.staffingBeta * Math.sqrt(offered)),
      );
    });
  });
  return takers;
}

/** Call-takers by room: the usual ones, the factor people have set, and what those there are worth. */
export class Staffing {
  readonly usual: Int32Array;
  private readonly factor: Float64Array;
  private readonly worth: Float64Array;

  constructor(spec: WorldSpec) {
    this.usual = usualTakers(spec);
    this.factor = new Float64Array(this.usual.length).fill(1);
    this.worth = new Float64Array(this.usual.length).fill(1);
  }

  /** Call-takers once there are `factor` times the usual. */
  staff(room: number, factor: number): number {
    this.factor[room] = factor;
    return this.takers(room);
  }

  /** Call-takers once those there are worth so much: people lent, other tasks, quicker or slower sorting. */
  value(room: number, worth: number): number {
    this.worth[room] = worth;
    return this.takers(room);
  }

  private takers(room: number): number {
    return Math.max(1, Math.round(this.usual[room]! * this.factor[room]! * this.worth[room]!));
  }

  arrays(): Float64Array[] {
    return [this.factor, this.worth];
  }
}
