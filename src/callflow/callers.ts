import { NEW_ARRAYS } from '../kernel/arrays.ts';
import type { Arrays } from '../kernel/arrays.ts';
import { QuantileTable } from '../kernel/quantileTable.ts';
import { TimeOrder } from '../kernel/timeOrder.ts';
import { Draws } from '../kernel/threefry.ts';
import { expQuantile, lognormalQuantile, poissonQuantile } from '../kernel/quantiles.ts';
import { HOUR } from '../kernel/time.ts';
import { unit } from '../kernel/uniform.ts';
import { SLOT, demandCells } from './demandCells.ts';
import type { DemandCells } from './demandCells.ts';
import { PURPOSE } from './purpose.ts';
import { ROOM_OF_NUMBER } from './spec.ts';
import type { DemandSpec, WorldSpec } from './spec.ts';

/**
 * The callers of one evening: a function of the seed and of the demand alone, never of a decision, so that
 * every counterfactual of the seed meets the same people. One array per property, indexed by caller.
 */
export interface Callers {
  readonly count: number;
  /** Stable identity: (area, number, slot, rank), unchanged when another parameter adds or removes callers. */
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

/** What is drawn of a caller; the rest follows from the key. */
export type DrawnCallers = Omit<Callers, 'area' | 'number' | 'operator' | 'flags'>;

/**
 * Callers with what stories and counts ask of them, and the evening never: made when first asked for. A class, so that
 * all have one shape: objects with getters of their own are read as dictionaries, once or more an event.
 */
class LazyCallers implements Callers {
  declare readonly count: number;
  declare readonly key: Int32Array;
  declare readonly arrival: Int32Array;
  declare readonly origin: Uint8Array;
  declare readonly need: Int32Array;
  declare readonly awareness: Float32Array;
  declare private readonly demand: DemandSpec;
  declare private readonly seed: number;
  private areas: Uint8Array | null = null;
  private numbers: Uint8Array | null = null;
  private operators: Uint8Array | null = null;
  private kinds: Uint8Array | null = null;

  constructor(demand: DemandSpec, seed: number, drawn: DrawnCallers) {
    this.demand = demand;
    this.seed = seed;
    this.count = drawn.count;
    this.key = drawn.key;
    this.arrival = drawn.arrival;
    this.origin = drawn.origin;
    this.need = drawn.need;
    this.awareness = drawn.awareness;
  }

  get area(): Uint8Array {
    return (this.areas ??= readKeys(this.key, areaOfKey));
  }

  get number(): Uint8Array {
    return (this.numbers ??= readKeys(this.key, numberOfKey));
  }

  get operator(): Uint8Array {
    return (this.operators ??= drawOperators(this.demand, this.seed, this.key));
  }

  get flags(): Uint8Array {
    return (this.kinds ??= drawFlags(this.demand, this.seed, this.key));
  }
}

export const callersOf = (demand: DemandSpec, seed: number, drawn: DrawnCallers): Callers =>
  new LazyCallers(demand, seed, drawn);

let talk: { readonly sigma: number; readonly table: QuantileTable } | null = null;

/** Talk time of mean 1: rooms differ by their mean. The last one is kept: most evenings share it. */
export function talkTable({ talkSigma: sigma }: DemandSpec): QuantileTable {
  if (talk?.sigma !== sigma)
    talk = { sigma, table: new QuantileTable((u) => lognormalQuantile(u, 1, sigma)) };
  return talk.table;
}

/**
 * What the key of a caller says of it: its area, the index of its number, whether it is a worried or doubled call. Where
 * many are met, the key alone is read: each other array of theirs is one more line of memory to wait for.
 */
export const areaOfKey = (key: number): number => key >>> 25;
export const numberOfKey = (key: number): number => (key >>> 22) & 3;
export const isWorriedKey = (key: number): boolean => ((key >>> 24) & 1) !== 0;

/**
 * A caller's own draw is read twice: its numbers are the time and the talk time, and the last 12 bits of its words, as
 * numbers in (0, 1), the phone and the awareness.
 */
export const lastBits = (word: number): number => ((word & 0xfff) + 0.5) / 0x1000;

/** Mean time between an event and the calls about it, ms (assumed). */
export const BURST_SPREAD = 90_000;

/**
 * Draws the callers of a seed; their arrays have room for `spare` more behind them. Counts are Poisson around a busyness
 * factor of the area and evening; a share of the calls comes in bursts about one event, so that arrivals are overdispersed as real ones are
 * (index of dispersion 1.42 at 5 minutes in the public log quoted in docs/MODEL.md).
 *
 * Callers are numbered in order of arrival: those who call together lie together in memory. Identity is (area, number
 * and worried, slot, rank), so that more demand adds callers and changes none.
 */
export function makeCallers(spec: WorldSpec, seed: number, spare = 0, arrays = NEW_ARRAYS): Callers {
  const cells = demandCells(spec, seed);
  const list = new CallerList(spec, seed, arrays);
  for (let slot = 0; slot * SLOT < spec.clock.end - spec.clock.start; slot++) list.addSlot(cells, slot);
  return list.finish(spare);
}

/** Ranks of a burst's members begin here, 64 a burst. */
const FIRST_BURST = 1 << 15;
/** Ranks of callers that a load brings, above those of usual ones. */
export const FIRST_EXTRA = 1 << 14;
/** What fits in the ranks of a cell and slot: some hundred times what the largest area knows. */
const MOST_SINGLES = FIRST_EXTRA;
const MOST_BURSTS = 512;
/** Words held of a caller beside its time. */
const HELD = 3;

/** Nobody talks longer than a day: the far tail of a wide law must stay a number of milliseconds. */
export const boundedTalk = (ms: number): number => Math.min(24 * HOUR, Math.max(1000, ms)) | 0;

/** Callers being drawn, in arrays that grow and are cut to size at the end. */
class CallerList {
  declare private readonly draws: Draws;
  declare private readonly demand: DemandSpec;
  declare private readonly end: number;
  /** Talk time of mean 1: rooms differ by their mean. */
  declare private readonly talk: QuantileTable;
  /** Mean calls about an event beyond the first. */
  declare private readonly meanOthers: number;
  declare private readonly singleShare: number;
  declare private readonly burstsPerCall: number;
  declare private readonly start: number;
  /** Cumulative shares. */
  declare private readonly originBounds: readonly [number, number];
  /** Drawn for the slot and not yet written: times; identities and the two words of their draws, side by side. */
  private held = 0;
  private heldAt = new Int32Array(0);
  private heldDraw = new Int32Array(0);
  private readonly sorter = new TimeOrder();
  /** By number: mean talk time, ms. */
  declare private readonly talkMean: Float64Array;
  private count = 0;
  declare private capacity: number;
  declare private key: Int32Array;
  declare private arrival: Int32Array;
  declare private origin: Uint8Array;
  declare private need: Int32Array;
  declare private awareness: Float32Array;

  constructor(spec: WorldSpec, seed: number, arrays: Arrays) {
    const { demand } = spec;
    this.talkMean = Float64Array.from(ROOM_OF_NUMBER, (room) => demand.talkMean[room]!);
    this.draws = new Draws(seed);
    this.demand = demand;
    this.end = spec.clock.end;
    this.talk = talkTable(demand);
    this.meanOthers = demand.clusterSize - 1;
    this.singleShare = 1 - demand.clusterShare;
    this.burstsPerCall = demand.clusterShare / demand.clusterSize;
    this.start = spec.clock.start;
    const [mobile = 0, box = 0] = demand.originShares;
    this.originBounds = [mobile, mobile + box];
    // An evening holds about half of a day's calls; busy ones grow the arrays once.
    const day = demand.perDay.reduce((sum, calls) => sum + calls, 0) * demand.worriedFactor;
    this.capacity = Math.ceil(day * 0.55) + 1024;
    this.key = arrays.int32(this.capacity);
    this.arrival = arrays.int32(this.capacity);
    this.origin = arrays.uint8(this.capacity);
    this.need = arrays.int32(this.capacity);
    this.awareness = arrays.float32(this.capacity);
  }

  /** One caller, at a time uniform within the slot. */
  private add(key: number, from: number): void {
    this.draws.draw(key, PURPOSE.callTime, 0);
    this.hold(key, from + ((this.draws.u0 * SLOT) | 0));
  }

  /** Those who call about one event: from its moment on, a minute and a half on average. */
  private addBurst(key: number, from: number): void {
    const { draws } = this;
    draws.draw(key, PURPOSE.cluster, 0);
    const moment = from + draws.u0 * SLOT;
    const size = Math.min(64, 1 + poissonQuantile(draws.u1, this.meanOthers));
    for (let member = 0; member < size; member++) {
      draws.draw(key | member, PURPOSE.callTime, 0);
      this.hold(key | member, Math.floor(moment + expQuantile(draws.u0, BURST_SPREAD)));
    }
  }

  finish(spare: number): Callers {
    const { count, demand, draws } = this;
    const room = count + spare;
    if (room > this.capacity) this.grow(room);
    return callersOf(demand, draws.seed, {
      count,
      key: this.key.subarray(0, room),
      arrival: this.arrival.subarray(0, room),
      origin: this.origin.subarray(0, room),
      need: this.need.subarray(0, room),
      awareness: this.awareness.subarray(0, room),
    });
  }

  /** Keeps a caller until the slot is whole, with the draw made last. */
  private hold(key: number, at: number): void {
    // Who would call after the end is not of this evening.
    if (at >= this.end) return;
    if (this.held === this.heldAt.length) this.growHeld();
    const { heldDraw, draws } = this;
    const index = this.held++;
    this.heldAt[index] = at;
    heldDraw[index * HELD] = key;
    heldDraw[index * HELD + 1] = draws.w0;
    heldDraw[index * HELD + 2] = draws.w1;
  }

  /*
   * What follows is cut into small functions called many times: an engine compiles those as they are, and a long loop
   * entered once an evening only in the middle, to throw it away at its end.
   */

  /** Draws the slot's callers, and writes those who call within it in order of time: a burst goes on into the next. */
  addSlot({ keys, expected }: DemandCells, slot: number): void {
    const from = this.start + slot * SLOT;
    const first = slot * keys.length;
    for (let cell = 0; cell < keys.length; cell++)
      this.addCell(keys[cell]! | (slot << 16), expected, first + cell, from);
    const order = this.sorter.sort(this.heldAt, this.held, from, from + SLOT);
    this.keepFrom(order, this.writeBefore(order, from + SLOT));
  }

  /** The mean is read here rather than passed: a number that is not an integer costs an object on its way into a call. */
  private addCell(key: number, means: Float64Array, cell: number, from: number): void {
    const mean = means[cell]!;
    if (mean === 0) return;
    const { draws } = this;
    draws.draw(key, PURPOSE.count, 0);
    const bursts = Math.min(MOST_BURSTS, poissonQuantile(draws.u1, mean * this.burstsPerCall));
    const singles = Math.min(MOST_SINGLES, poissonQuantile(draws.u0, mean * this.singleShare));
    for (let rank = 0; rank < singles; rank++) this.add(key | rank, from);
    for (let burst = 0; burst < bursts; burst++) this.addBurst(key | FIRST_BURST | (burst << 6), from);
  }

  /** How many of those in order call before `to`: they are written. */
  private writeBefore(order: Int32Array, to: number): number {
    if (this.count + this.held > this.capacity)
      this.grow(Math.max(this.capacity * 2, this.count + this.held));
    const { count, heldAt, heldDraw, held, key: keys, arrival, origin, need, awareness } = this;
    const { talk, talkMean } = this;
    const [mobile, box] = this.originBounds;
    let written = 0;
    for (; written < held; written++) {
      const from = order[written]!;
      const at = heldAt[from]!;
      if (at >= to) break;
      const key = heldDraw[from * HELD]!;
      const phone = lastBits(heldDraw[from * HELD + 1]!);
      const word = heldDraw[from * HELD + 2]!;
      const index = count + written;
      keys[index] = key;
      arrival[index] = at;
      origin[index] = phone < mobile ? 0 : phone < box ? 1 : 2;
      need[index] = boundedTalk(talkMean[numberOfKey(key)]! * talk.at(unit(word)));
      awareness[index] = lastBits(word);
    }
    this.count += written;
    return written;
  }

  /** Those not written yet move to the front, in order of index so that none is overwritten before it is read. */
  private keepFrom(order: Int32Array, written: number): void {
    const rest = order.subarray(written, this.held).sort();
    for (let k = 0; k < rest.length; k++) this.move(rest[k]!, k);
    this.held = rest.length;
  }

  private move(from: number, to: number): void {
    this.heldAt[to] = this.heldAt[from]!;
    this.heldDraw.copyWithin(to * HELD, from * HELD, (from + 1) * HELD);
  }

  private growHeld(): void {
    const size = Math.max(4096, this.heldAt.length * 2);
    this.heldAt = wider(this.heldAt, new Int32Array(size));
    this.heldDraw = wider(this.heldDraw, new Int32Array(size * HELD));
  }

  private grow(capacity: number): void {
    this.capacity = capacity;
    this.key = wider(this.key, new Int32Array(this.capacity));
    this.arrival = wider(this.arrival, new Int32Array(this.capacity));
    this.origin = wider(this.origin, new Uint8Array(this.capacity));
    this.need = wider(this.need, new Int32Array(this.capacity));
    this.awareness = wider(this.awareness, new Float32Array(this.capacity));
  }
}

function wider<T extends Int32Array | Uint8Array | Uint16Array | Float32Array | Float64Array>(
  old: T,
  wide: T,
): T {
  wide.set(old);
  return wide;
}

function readKeys(keys: Int32Array, read: (key: number) => number): Uint8Array {
  const values = new Uint8Array(keys.length);
  for (let i = 0; i < keys.length; i++) values[i] = read(keys[i]!);
  return values;
}

/** Callers from that one on dial the number that is theirs. */
export function dialUsual({ count, key }: Callers, first: number, dial: Uint8Array): void {
  for (let caller = first; caller < count; caller++) dial[caller] = numberOfKey(key[caller]!);
}

/** A caller's operator by its key, by the shares of the demand: for those who ask of a few callers. */
export function operatorDraw(demand: DemandSpec, seed: number): (key: number) => number {
  const draws = new Draws(seed);
  let sum = 0;
  // The last bound is left out: what is beyond the others is the last operator.
  const bounds = demand.operatorShares.slice(0, -1).map((share) => (sum += share));
  return (key) => {
    draws.draw(key, PURPOSE.callerKind, 0);
    return pick(bounds, draws.u0);
  };
}

function drawOperators(demand: DemandSpec, seed: number, keys: Int32Array): Uint8Array {
  const operatorOf = operatorDraw(demand, seed);
  const operators = new Uint8Array(keys.length);
  // A loop of its own: an array made with a function for each of its items costs several times as much.
  for (let i = 0; i < keys.length; i++) operators[i] = operatorOf(keys[i]!);
  return operators;
}

/** Whether a caller is worried rather than in need (its key says so), or in need of what cannot wait. */
function drawFlags(demand: DemandSpec, seed: number, keys: Int32Array): Uint8Array {
  const draws = new Draws(seed);
  const flags = new Uint8Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    if (isWorriedKey(key)) flags[i] = WORRIED;
    else {
      draws.draw(key, PURPOSE.callerKind, 0);
      flags[i] = draws.u1 < demand.seriousShares[numberOfKey(key)]! ? SERIOUS : 0;
    }
  }
  return flags;
}

function pick(bounds: readonly number[], value: number): number {
  let index = 0;
  while (index < bounds.length && value >= bounds[index]!) index++;
  return index;
}
