import { Draws } from '../kernel/threefry.ts';
import { unit } from '../kernel/uniform.ts';
import { expQuantile, gammaLikeQuantile, lognormalQuantile, poissonQuantile } from '../kernel/quantiles.ts';
import { HOUR } from '../kernel/time.ts';
import { PURPOSE } from './purpose.ts';
import { NUMBERS, ROOM_OF_NUMBER } from './spec.ts';
import type { WorldSpec } from './spec.ts';

/**
 * The callers of one evening: a function of the seed and of the demand alone, never of a decision, so that
 * every counterfactual of the seed meets the same people. One array per property, indexed by caller.
 */
export interface Callers {
  readonly count: number;
  /** Stable identity: (area, number, rank), unchanged when another parameter adds or removes callers. */
  readonly key: Int32Array;
  /** First attempt, clock ms. */
  readonly arrival: Int32Array;
  readonly area: Uint8Array;
  /** Index into NUMBERS. */
  readonly number: Uint8Array;
  readonly origin: Uint8Array;
  readonly operator: Uint8Array;
  /** Talk time once answered, ms: the caller's need, whoever answers. */
  readonly need: Int32Array;
  /** Bit 1: worried or doubled call (not a person in need). Bit 2: a call whose delay would matter. */
  readonly flags: Uint8Array;
  /** 0..1, whether this person comes to know a published number. */
  readonly awareness: Float32Array;
}

export const WORRIED = 1;
export const SERIOUS = 2;

const STEPS = 1024;
const STEP_SHIFT = 10;
/** Mean time between an event and the calls about it, ms (assumed). */
const BURST_SPREAD = 90_000;

interface TimeTable {
  readonly table: Float64Array;
  /** Share of a day's calls that falls in the evening. */
  readonly dayShare: number;
}

/** Clock time by 1/1024 of the calls of an evening, for one hour shift: the inverse of cumulative demand. */
function timeTable(spec: WorldSpec, hourShift: number): TimeTable {
  const { start, end } = spec.clock;
  const slot = 5 * 60_000;
  const slots = Math.floor((end - start) / slot);
  const cumulative = new Float64Array(slots + 1);
  for (let i = 0; i < slots; i++) {
    const middle = start + i * slot + slot / 2 + hourShift * HOUR;
    // Linear between the middles of the hours.
    const position = middle / HOUR - 0.5 + 48;
    const hour = Math.floor(position);
    const weight = position - hour;
    const { hourly } = spec.demand;
    const intensity = hourly[hour % 24]! * (1 - weight) + hourly[(hour + 1) % 24]! * weight;
    cumulative[i + 1] = cumulative[i]! + (intensity * slot) / HOUR;
  }
  const total = cumulative[slots]!;
  const table = new Float64Array(STEPS + 1);
  let i = 0;
  for (let step = 0; step <= STEPS; step++) {
    const target = (total * step) / STEPS;
    while (i < slots - 1 && cumulative[i + 1]! < target) i++;
    const width = cumulative[i + 1]! - cumulative[i]!;
    table[step] = start + (i + Math.min(1, (target - cumulative[i]!) / width)) * slot;
  }
  return { table, dayShare: total };
}

function thresholds(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => (sum += share));
}

function pick(bounds: readonly number[], u: number): number {
  for (let i = 0; i < bounds.length - 1; i++) if (u < bounds[i]!) return i;
  return bounds.length - 1;
}

/**
 * Draws the callers of a seed. Counts are Poisson around a busyness factor of the area and evening; a share of
 * the calls comes in bursts about one event, so that arrivals are overdispersed as real ones are
 * (index of dispersion 1.42 at 5 minutes in the public log quoted in docs/MODEL.md).
 *
 * Callers are numbered by time of arrival (to half a second): those who call together lie together in memory.
 */
export function makeCallers(spec: WorldSpec, seed: number): Callers {
  const { demand } = spec;
  const draws = new Draws(seed);
  const { cells, count, keys, words, cellOf, times } = drawArrivals(spec, draws);
  const order = orderByTime(times, spec.clock.start, spec.clock.end);
  const callers = {
    count,
    key: new Int32Array(count),
    arrival: new Int32Array(count),
    area: new Uint8Array(count),
    number: new Uint8Array(count),
    origin: new Uint8Array(count),
    operator: new Uint8Array(count),
    need: new Int32Array(count),
    flags: new Uint8Array(count),
    awareness: new Float32Array(count),
  };
  const origins = thresholds(demand.originShares);
  const operators = thresholds(demand.operatorShares);
  const sigma = demand.talkSigma;
  for (let index = 0; index < count; index++) {
    const drawn = order[index]!;
    const cell = cells[cellOf[drawn]!]!;
    const key = keys[drawn]!;
    callers.key[index] = key;
    callers.arrival[index] = times[drawn]!;
    callers.area[index] = cell.area;
    callers.number[index] = cell.number;
    const talk = lognormalQuantile(
      unit(words[drawn]!),
      demand.talkMean[ROOM_OF_NUMBER[cell.number]!]!,
      sigma,
    );
    callers.need[index] = Math.max(1000, Math.floor(talk));
    draws.draw(key, PURPOSE.callerKind, 0);
    callers.origin[index] = pick(origins, ((draws.w0 >>> 16) + 0.5) / 65536);
    callers.operator[index] = pick(operators, ((draws.w0 & 0xffff) + 0.5) / 65536);
    const serious = !cell.worried && ((draws.w1 >>> 16) + 0.5) / 65536 < demand.seriousShares[cell.number]!;
    callers.flags[index] = (cell.worried ? WORRIED : 0) | (serious ? SERIOUS : 0);
    callers.awareness[index] = ((draws.w1 & 0xffff) + 0.5) / 65536;
  }
  return callers;
}

/** Who calls and when, cell after cell: identity, clock time, cell, and the word that will be the talk time. */
function drawArrivals(spec: WorldSpec, draws: Draws) {
  const tables = new Map<number, TimeTable>();
  for (const { hourShift } of spec.areas)
    if (!tables.has(hourShift)) tables.set(hourShift, timeTable(spec, hourShift));
  const cells = countCells(spec, draws, tables);
  let count = 0;
  for (const cell of cells) {
    count += cell.singles;
    for (const size of cell.clusters) count += size;
  }
  const keys = new Int32Array(count);
  const words = new Uint32Array(count);
  const cellOf = new Uint16Array(count);
  const times = new Int32Array(count);
  const last = spec.clock.end - 1;
  let index = 0;
  cells.forEach((cell, c) => {
    const { table } = tables.get(spec.areas[cell.area]!.hourShift)!;
    for (let rank = 0; rank < cell.singles; rank++) {
      const key = cell.key | rank;
      draws.draw(key, PURPOSE.callTime, 0);
      keys[index] = key;
      words[index] = draws.w1;
      cellOf[index] = c;
      times[index++] = Math.min(last, Math.floor(timeAt(table, draws.w0)));
    }
    // Bursts have ranks of their own, from 2^20 up, 64 a burst.
    for (let burst = 0; burst < cell.clusters.length; burst++) {
      draws.draw(cell.key | burst, PURPOSE.cluster, 1);
      const centre = timeAt(table, draws.w0);
      for (let member = 0; member < cell.clusters[burst]!; member++) {
        const key = cell.key | (1 << 20) | (burst << 6) | member;
        draws.draw(key, PURPOSE.callTime, 0);
        keys[index] = key;
        words[index] = draws.w1;
        cellOf[index] = c;
        times[index++] = Math.min(last, Math.floor(centre + expQuantile(unit(draws.w0), BURST_SPREAD)));
      }
    }
  });
  return { cells, count, keys, words, cellOf, times };
}

/** Indexes in order of time, to 512 ms, equal ones in the order drawn: one counting sort. */
function orderByTime(times: Int32Array, start: number, end: number): Int32Array {
  const starts = new Int32Array(((end - start) >> 9) + 2);
  for (let i = 0; i < times.length; i++) starts[((times[i]! - start) >> 9) + 1]!++;
  for (let b = 1; b < starts.length; b++) starts[b]! += starts[b - 1]!;
  const order = new Int32Array(times.length);
  for (let i = 0; i < times.length; i++) order[starts[(times[i]! - start) >> 9]!++] = i;
  return order;
}

function timeAt(table: Float64Array, word: number): number {
  const step = word >>> (32 - STEP_SHIFT);
  const within = ((word & 0x3fffff) + 0.5) / 4194304;
  return table[step]! + (table[step + 1]! - table[step]!) * within;
}

interface Cell {
  readonly area: number;
  readonly number: number;
  readonly worried: boolean;
  /** area (7 bits), number and worried (3 bits), then 22 bits of rank: the caller's identity. */
  readonly key: number;
  readonly singles: number;
  readonly clusters: readonly number[];
}

function countCells(spec: WorldSpec, draws: Draws, tables: ReadonlyMap<number, TimeTable>): Cell[] {
  const { demand, areas } = spec;
  let people = 0;
  for (const area of areas) people += area.population;
  const cells: Cell[] = [];
  areas.forEach((area, a) => {
    draws.draw(a, PURPOSE.busyness, 0);
    const busyness = gammaLikeQuantile(unit(draws.w0), demand.busynessCv);
    const { dayShare } = tables.get(area.hourShift)!;
    NUMBERS.forEach((_, n) => {
      const need = (demand.perDay[n]! * area.population * dayShare * busyness) / people;
      for (const worried of [false, true]) {
        const mean = worried ? need * (demand.worriedFactor - 1) : need;
        const key = (a << 25) | ((n | (worried ? 4 : 0)) << 22);
        draws.draw(key, PURPOSE.count, 0);
        const singles = Math.min(
          (1 << 20) - 1,
          poissonQuantile(unit(draws.w0), mean * (1 - demand.clusterShare)),
        );
        const bursts = Math.min(
          1 << 14,
          poissonQuantile(unit(draws.w1), (mean * demand.clusterShare) / demand.clusterSize),
        );
        const clusters: number[] = [];
        for (let burst = 0; burst < bursts; burst++) {
          draws.draw(key | burst, PURPOSE.cluster, 0);
          clusters.push(Math.min(64, 1 + poissonQuantile(unit(draws.w0), demand.clusterSize - 1)));
        }
        cells.push({ area: a, number: n, worried, key, singles, clusters });
      }
    });
  });
  return cells;
}
