import type { Draws } from '../kernel/threefry.ts';
import type { StateArray } from './floor.ts';
import { PURPOSE } from './purpose.ts';
import { TECHNOLOGIES } from './spec.ts';
import type { Technology, TenDigitSpec } from './spec.ts';

const NEVER = 0x7fffffff;
const COPPER = TECHNOLOGIES.indexOf('copper');
const MOBILE = TECHNOLOGIES.indexOf('mobile');
const IP = TECHNOLOGIES.indexOf('ip');

/** A room's duty mobiles, one call each; lines of a hospital over those of an old administrative number (assumed). */
const DUTY_MOBILES = 6;
const IP_LINES = 2;
/** A withdrawal is read by one in three of those who read the number: the others go on dialling what they noted. */
const KEPT = 2 / 3;

/**
 * Substitute ten-digit numbers, at most one a room: what line it is on, how many calls it takes at once, whether
 * its entry in the list is right, and how many people have come to know it.
 */
export class TenDigitNumbers {
  /** Technology of the open number by room, -1 when none is open. */
  declare readonly technology: Int8Array;
  declare readonly trunks: Int32Array;
  declare readonly inUse: Int32Array;
  declare readonly publishedAt: Int32Array;
  /** How many publications there have been: somebody may know a number, withdrawn or not. */
  get published(): number {
    return this.count[0]!;
  }
  private readonly count = new Int32Array(1);
  declare private readonly reach: Float64Array;
  /** Share of people who have noted a number withdrawn since. */
  declare private readonly noted: Float64Array;
  declare private readonly wrong: Uint8Array;
  /** Of the people who know a mended number, by awareness: who noted the wrong one and has not read the correction. */
  declare private readonly misledFrom: Float64Array;
  declare private readonly misledTo: Float64Array;
  declare private readonly spec: TenDigitSpec;
  declare private readonly draws: Draws;

  constructor(rooms: number, spec: TenDigitSpec, draws: Draws) {
    this.spec = spec;
    this.draws = draws;
    this.technology = new Int8Array(rooms).fill(-1);
    this.trunks = new Int32Array(rooms);
    this.inUse = new Int32Array(rooms);
    this.publishedAt = new Int32Array(rooms).fill(NEVER);
    this.reach = new Float64Array(rooms);
    this.noted = new Float64Array(rooms);
    this.wrong = new Uint8Array(rooms);
    this.misledFrom = new Float64Array(rooms);
    this.misledTo = new Float64Array(rooms);
  }

  /** Opens a number; `inventory` draws copper with the share of a list made without technical advice. */
  open(room: number, technology: Technology | 'inventory', lines: number): void {
    this.draws.draw(room, PURPOSE.numbers, 0);
    this.technology[room] =
      technology === 'inventory'
        ? this.draws.u0 < this.spec.copperShare
          ? COPPER
          : MOBILE
        : TECHNOLOGIES.indexOf(technology);
    const trunks = Math.max(1, Math.floor(lines * this.spec.trunkShare));
    this.trunks[room] =
      technology === 'mobile' ? DUTY_MOBILES : this.technology[room] === IP ? trunks * IP_LINES : trunks;
  }

  /**
   * Publishes the open number of a room. An untested entry may be wrong, with probability `errorRate`. A tested one was tried from a mobile first:
   * a wrong entry was mended, and a number that crosses the bridge was moved to a line that does not. A mended entry reaches
   * `reach` of those who had noted the wrong one: the others go on dialling it.
   */
  publish(room: number, tested: boolean, reach: number, now: number, errorRate: number): void {
    if (this.technology[room]! < 0) return;
    this.draws.draw(room, PURPOSE.numbers, 1);
    const wrong = !tested && this.draws.u0 < errorRate;
    if (this.wrong[room] !== 0 && !wrong) {
      this.misledTo[room] = this.uptake(room, now);
      this.misledFrom[room] = reach * this.misledTo[room]!;
    }
    this.wrong[room] = wrong ? 1 : 0;
    if (tested && this.technology[room] === COPPER) this.technology[room] = MOBILE;
    if (this.publishedAt[room] === NEVER) {
      this.publishedAt[room] = now;
      this.count[0]!++;
    }
    this.reach[room] = Math.max(this.reach[room]!, reach);
  }

  /** Nobody learns it any more; most of those who know it do not hear that it is withdrawn. */
  withdraw(room: number, now: number): void {
    if (this.publishedAt[room] === NEVER) return;
    this.noted[room] = Math.max(this.noted[room]!, KEPT * this.uptake(room, now));
    this.publishedAt[room] = NEVER;
    this.reach[room] = 0;
  }

  isPublished(room: number): boolean {
    return this.publishedAt[room] !== NEVER;
  }

  isWrong(room: number): boolean {
    return this.wrong[room] !== 0;
  }

  /** Whether a person of that awareness who dials the number reaches somebody else. */
  misleads(room: number, awareness: number): boolean {
    const noted = awareness >= this.misledFrom[room]! && awareness < this.misledTo[room]!;
    return this.wrong[room] !== 0 || noted;
  }

  isCopper(room: number): boolean {
    return this.technology[room] === COPPER;
  }

  /** Share of people who know the number and would use it after a failure, at `now`. */
  uptake(room: number, now: number): number {
    const since = now - this.publishedAt[room]!;
    if (since <= 0) return this.noted[room]!;
    const learnt = this.reach[room]! * this.spec.uptakeMax * Math.min(1, since / this.spec.uptakeRamp);
    return Math.max(learnt, this.noted[room]!);
  }

  arrays(): StateArray[] {
    return [
      this.technology,
      this.trunks,
      this.inUse,
      this.publishedAt,
      this.reach,
      this.noted,
      this.wrong,
      this.misledFrom,
      this.misledTo,
      this.count,
    ];
  }
}
