import type { Draws } from '../kernel/threefry.ts';
import type { StateArray } from './floor.ts';
import { PURPOSE } from './purpose.ts';
import { TECHNOLOGIES } from './spec.ts';
import type { Technology, TenDigitSpec } from './spec.ts';

const NEVER = 0x7fffffff;
const COPPER = TECHNOLOGIES.indexOf('copper');
const MOBILE = TECHNOLOGIES.indexOf('mobile');

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
  /** How many are published now. */
  get published(): number {
    return this.count[0]!;
  }
  private readonly count = new Int32Array(1);
  declare private readonly reach: Float64Array;
  declare private readonly wrong: Uint8Array;
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
    this.wrong = new Uint8Array(rooms);
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
    this.trunks[room] = Math.max(1, Math.floor(lines * this.spec.trunkShare));
  }

  /**
   * Publishes the open number of a room. An untested entry may be wrong, with probability `errorRate`. A tested one was tried from a mobile first:
   * a wrong entry was mended, and a number that crosses the bridge was moved to a line that does not.
   */
  publish(room: number, tested: boolean, reach: number, now: number, errorRate: number): void {
    if (this.technology[room]! < 0) return;
    this.draws.draw(room, PURPOSE.numbers, 1);
    this.wrong[room] = !tested && this.draws.u0 < errorRate ? 1 : 0;
    if (tested && this.technology[room] === COPPER) this.technology[room] = MOBILE;
    if (this.publishedAt[room] === NEVER) {
      this.publishedAt[room] = now;
      this.count[0]!++;
    }
    this.reach[room] = Math.max(this.reach[room]!, reach);
  }

  withdraw(room: number): void {
    if (this.publishedAt[room] !== NEVER) this.count[0]!--;
    this.publishedAt[room] = NEVER;
    this.reach[room] = 0;
  }

  isPublished(room: number): boolean {
    return this.publishedAt[room] !== NEVER;
  }

  isWrong(room: number): boolean {
    return this.wrong[room] !== 0;
  }

  isCopper(room: number): boolean {
    return this.technology[room] === COPPER;
  }

  /** Share of people who know the number and would use it after a failure, at `now`. */
  uptake(room: number, now: number): number {
    const since = now - this.publishedAt[room]!;
    if (since <= 0) return 0;
    return this.reach[room]! * this.spec.uptakeMax * Math.min(1, since / this.spec.uptakeRamp);
  }

  arrays(): StateArray[] {
    return [this.technology, this.trunks, this.inUse, this.publishedAt, this.reach, this.wrong, this.count];
  }
}
