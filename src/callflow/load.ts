import { expQuantile, poissonQuantile } from '../kernel/quantiles.ts';
import type { QuantileTable } from '../kernel/quantileTable.ts';
import { Draws } from '../kernel/threefry.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import {
  BURST_SPREAD,
  FIRST_EXTRA,
  boundedTalk,
  callersOf,
  lastBits,
  numberOfKey,
  talkTable,
} from './callers.ts';
import type { Callers, DrawnCallers } from './callers.ts';
import { SLOT, cellKey, cellOf, demandCells } from './demandCells.ts';
import type { DemandCells } from './demandCells.ts';
import { longer } from './floor.ts';
import type { AreaChoice } from './orders.ts';
import { PURPOSE } from './purpose.ts';
import { NUMBERS, ROOM_OF_NUMBER } from './spec.ts';
import type { WorldSpec } from './spec.ts';

/** How many more first calls there are. */
export type LoadAmount =
  /** A share of the usual first calls of each area and number, worried ones included. */
  | { readonly kind: 'share'; readonly share: number }
  /** So many calls about one event, in each of the areas. */
  | { readonly kind: 'calls'; readonly calls: number }
  /** Events so often, per hour and million inhabitants, with so many calls each on average. */
  | { readonly kind: 'bursts'; readonly events: number; readonly size: number };

/**
 * More first calls than usual for a time. Who calls is a matter of luck of its own (seed, area, number, quarter of an
 * hour, series, rank): a greater amount or a longer time adds callers and changes none, and nobody else's luck moves.
 */
export interface Load {
  /** What the calls are about, 0..15. Two loads of one series are one: what the first brought is not brought again. */
  readonly series: number;
  readonly areas: AreaChoice;
  /** Clock ms of the first of them, and for how long. Who would have called before the load is entered never calls. */
  readonly from: number;
  readonly minutes: number;
  /** People in need, or not (curious or test calls): these are attempts and never people, as worried calls are. */
  readonly need: boolean;
  readonly amount: LoadAmount;
  /** Shares of the four numbers, for calls about events; those of the demand when absent. */
  readonly numbers?: readonly number[];
  /** Talk time over the room's usual one; 1 when absent. */
  readonly talk?: number;
}

/** A load that has brought its callers, and when it did. */
export interface AppliedLoad {
  readonly load: Load;
  readonly at: number;
}

/** Ranks of a series: so many singles, or events of so many members, in a cell and slot. */
const SERIES_BITS = 10;
const MEMBER_BITS = 5;
const MOST_SINGLES = 1 << SERIES_BITS;
const MOST_EVENTS = 1 << (SERIES_BITS - MEMBER_BITS);
const MOST_MEMBERS = 1 << MEMBER_BITS;
const MILLION = 1_000_000;

interface Extra {
  readonly key: number;
  readonly arrival: number;
  readonly origin: number;
  readonly awareness: number;
  readonly need: number;
}

/** Room for callers to come is made so many at a time. */
const ROOM = 4096;

/**
 * The loads of one evening: what they have brought, and what drawing the next takes. `callers` are those that the demand
 * alone makes; the room behind them in their arrays is used when they are the evening's `own`, and not shared with others.
 */
export class Loads {
  private readonly spec: WorldSpec;
  private readonly seed: number;
  private readonly known = new Set<number>();
  private drawn: DrawnCallers;
  /** As many as the arrays hold. */
  private capacity: number;
  /** As many as they hold when they are first made longer. */
  private readonly first: number;

  constructor(spec: WorldSpec, seed: number, callers: Callers, spare: number, own: boolean) {
    this.spec = spec;
    this.seed = seed;
    this.drawn = callers;
    this.capacity = own ? callers.key.length : callers.count;
    this.first = callers.count + spare;
  }

  /**
   * Callers with those that a load brings after `now` added behind them, in order of time: who is there keeps its index.
   * Null when nobody is added. The arrays may be longer than the count.
   */
  bring(load: Load, now: number): Callers | null {
    const found = new LoadDrawing(this.spec, this.seed, load, now)
      .draw()
      .filter(({ key }) => !this.known.has(key));
    if (found.length === 0) return null;
    found.sort((a, b) => a.arrival - b.arrival || a.key - b.key);
    const { count } = this.drawn;
    const total = count + found.length;
    if (total > this.capacity) this.widen(total <= this.first ? this.first : Math.ceil(total / ROOM) * ROOM);
    found.forEach((extra, i) => this.write(count + i, extra));
    this.drawn = { ...this.drawn, count: total };
    return callersOf(this.spec.demand, this.seed, this.drawn);
  }

  private write(index: number, { key, arrival, origin, need, awareness }: Extra): void {
    const { drawn } = this;
    this.known.add(key);
    drawn.key[index] = key;
    drawn.arrival[index] = arrival;
    drawn.origin[index] = origin;
    drawn.need[index] = need;
    drawn.awareness[index] = awareness;
  }

  private widen(capacity: number): void {
    const { count, key, arrival, origin, need, awareness } = this.drawn;
    this.capacity = capacity;
    this.drawn = {
      count,
      key: longer(key.subarray(0, count), new Int32Array(capacity)),
      arrival: longer(arrival.subarray(0, count), new Int32Array(capacity)),
      origin: longer(origin.subarray(0, count), new Uint8Array(capacity)),
      need: longer(need.subarray(0, count), new Int32Array(capacity)),
      awareness: longer(awareness.subarray(0, count), new Float32Array(capacity)),
    };
  }
}

class LoadDrawing {
  private readonly found: Extra[] = [];
  private readonly draws: Draws;
  private readonly spec: WorldSpec;
  private readonly usual: DemandCells;
  private readonly load: Load;
  private readonly now: number;
  private readonly to: number;
  private readonly talk: QuantileTable;
  private readonly areas: readonly number[];
  /** Slots that the load touches: from the first to before the last. */
  private readonly firstSlot: number;
  private readonly lastSlot: number;

  constructor(spec: WorldSpec, seed: number, load: Load, now: number) {
    this.spec = spec;
    this.usual = demandCells(spec, seed);
    this.load = load;
    this.now = now;
    this.draws = new Draws(seed);
    this.to = Math.min(spec.clock.end, load.from + load.minutes * MINUTE);
    this.talk = talkTable(spec.demand);
    this.firstSlot = this.slotOf(load.from);
    this.lastSlot = Math.ceil((this.to - spec.clock.start) / SLOT);
    this.areas = spec.areas.flatMap(({ code }, area) =>
      load.areas === 'all' || load.areas.includes(code) ? [area] : [],
    );
  }

  draw(): Extra[] {
    const { amount } = this.load;
    if (amount.kind === 'share') this.drawShare(amount.share);
    else if (amount.kind === 'calls') this.drawCalls(amount.calls);
    else this.drawBursts(amount.events, amount.size);
    return this.found;
  }

  private slotOf(at: number): number {
    return Math.max(0, Math.floor((at - this.spec.clock.start) / SLOT));
  }

  private keyOf(area: number, number: number, slot: number): number {
    const { need, series } = this.load;
    return cellKey(area, number, !need) | (slot << 16) | FIRST_EXTRA | (series << SERIES_BITS);
  }

  private drawShare(share: number): void {
    // Usual calls by area, number and slot: those of people in need and the worried ones, two cells side by side.
    const { keys, expected } = this.usual;
    for (const area of this.areas)
      for (let number = 0; number < NUMBERS.length; number++)
        for (let slot = this.firstSlot; slot < this.lastSlot; slot++) {
          const cell = slot * keys.length + cellOf(area, number);
          this.drawSingles(
            this.keyOf(area, number, slot),
            slot,
            share * (expected[cell]! + expected[cell + 1]!),
          );
        }
  }

  private drawSingles(key: number, slot: number, mean: number): void {
    const { draws } = this;
    const from = this.spec.clock.start + slot * SLOT;
    draws.draw(key, PURPOSE.count, 0);
    const count = Math.min(MOST_SINGLES, poissonQuantile(draws.u0, mean));
    for (let rank = 0; rank < count; rank++) {
      draws.draw(key | rank, PURPOSE.callTime, 0);
      this.add(key | rank, from + Math.floor(draws.u0 * SLOT));
    }
  }

  private drawCalls(calls: number): void {
    const { draws, load } = this;
    for (const area of this.areas)
      for (let rank = 0; rank < Math.min(MOST_SINGLES, calls); rank++) {
        const key = this.numbered(area, this.firstSlot, rank);
        draws.draw(key, PURPOSE.callTime, 0);
        this.add(key, load.from + Math.floor(draws.u0 * load.minutes * MINUTE));
      }
  }

  private drawBursts(events: number, size: number): void {
    const { draws, spec } = this;
    for (const area of this.areas) {
      const mean = (events * spec.areas[area]!.population * SLOT) / (MILLION * HOUR);
      for (let slot = this.firstSlot; slot < this.lastSlot; slot++) {
        draws.draw(this.keyOf(area, 0, slot), PURPOSE.count, 0);
        const count = Math.min(MOST_EVENTS, poissonQuantile(draws.u1, mean));
        for (let event = 0; event < count; event++) {
          const first = event << MEMBER_BITS;
          draws.draw(this.keyOf(area, 0, slot) | first, PURPOSE.cluster, 0);
          const moment = spec.clock.start + slot * SLOT + draws.u0 * SLOT;
          const members = Math.min(MOST_MEMBERS, 1 + poissonQuantile(draws.u1, size - 1));
          // Who calls about an event of the load's time calls, late though it may be.
          if (moment < this.load.from || moment >= this.to) continue;
          for (let member = 0; member < members; member++) {
            const key = this.numbered(area, slot, first | member);
            draws.draw(key, PURPOSE.callTime, 0);
            this.keep(key, Math.floor(moment + expQuantile(draws.u0, BURST_SPREAD)));
          }
        }
      }
    }
  }

  /** The key of who calls about an event: which number is a matter of luck, the rank is the same for all four. */
  private numbered(area: number, slot: number, rank: number): number {
    const { draws, load, spec } = this;
    const shares = load.numbers ?? spec.demand.perDay;
    let sum = 0;
    for (const share of shares) sum += share;
    draws.draw(this.keyOf(area, 0, slot) | rank, PURPOSE.extraNumber, 0);
    let left = draws.u0 * sum;
    let number = 0;
    while (number < shares.length - 1 && left >= shares[number]!) left -= shares[number++]!;
    return this.keyOf(area, number, slot) | rank;
  }

  private add(key: number, at: number): void {
    if (at >= this.load.from && at < this.to) this.keep(key, at);
  }

  /** Reads the draw made last, as that of a usual caller: time and talk, then phone and awareness. */
  private keep(key: number, at: number): void {
    if (at <= this.now || at >= this.spec.clock.end) return;
    const { draws } = this;
    const { demand } = this.spec;
    const origin = lastBits(draws.w0);
    const [mobile = 0, box = 0] = demand.originShares;
    const mean = demand.talkMean[ROOM_OF_NUMBER[numberOfKey(key)]!]! * (this.load.talk ?? 1);
    this.found.push({
      key,
      arrival: at,
      origin: origin < mobile ? 0 : origin < mobile + box ? 1 : 2,
      awareness: lastBits(draws.w1),
      need: boundedTalk(mean * this.talk.at(draws.u1)),
    });
  }
}
