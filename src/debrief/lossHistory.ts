import type { Evening } from '../callflow/evening.ts';
import { MINUTE } from '../kernel/time.ts';
import { isUnrouted } from './summary.ts';

/** Attempts and attempts not routed, minute by minute and area by area, so that any stretch is read at once. */
export class LossHistory {
  private readonly start: number;
  private readonly minutes: number;
  private readonly areas: number;
  /** Cumulated over minutes: entry [area × (minutes + 1) + m] counts minutes before m. */
  private readonly attempts: Int32Array;
  private readonly lost: Int32Array;
  /** Attempts refused at each server, likewise. */
  private readonly refused: Int32Array;
  private readonly indexOf: ReadonlyMap<string, number>;
  private readonly serverOf: ReadonlyMap<string, number>;

  constructor(evening: Evening) {
    const { log, callers, spec, now } = evening;
    this.start = spec.clock.start;
    this.minutes = Math.max(1, Math.ceil((now - this.start) / MINUTE) + 1);
    this.areas = spec.areas.length;
    this.indexOf = new Map(spec.areas.map(({ code }, area) => [code, area]));
    this.serverOf = new Map(spec.network.servers.map(({ id }, server) => [id, server]));
    const width = this.minutes + 1;
    this.attempts = new Int32Array(this.areas * width);
    this.lost = new Int32Array(this.areas * width);
    this.refused = new Int32Array(spec.network.servers.length * width);
    for (let i = 0; i < log.count; i++) {
      const minute = Math.floor((log.at[i]! - this.start) / MINUTE) + 1;
      const at = callers.area[log.caller[i]!]! * width + minute;
      this.attempts[at]!++;
      if (!isUnrouted(log.cause(i))) continue;
      this.lost[at]!++;
      const server = log.server(i);
      if (server >= 0) this.refused[server * width + minute]!++;
    }
    for (const table of [this.attempts, this.lost, this.refused])
      for (let i = 0; i < table.length; i++) if (i % width !== 0) table[i]! += table[i - 1]!;
  }

  /** Areas of these codes, or all of them. Codes that the scenario does not have are left out. */
  areasOf(codes: readonly string[] | null): number[] {
    if (codes === null) return Array.from({ length: this.areas }, (_, area) => area);
    return codes.flatMap((code) => this.indexOf.get(code) ?? []);
  }

  /** Attempts and attempts not routed of an area that started in [from, to). */
  between(area: number, from: number, to: number): { readonly attempts: number; readonly lost: number } {
    const [first, last] = [this.at(area, from), this.at(area, to)];
    return {
      attempts: this.attempts[last]! - this.attempts[first]!,
      lost: this.lost[last]! - this.lost[first]!,
    };
  }

  /** Several areas together. */
  over(areas: readonly number[], from: number, to: number): { attempts: number; lost: number } {
    const sum = { attempts: 0, lost: 0 };
    for (const area of areas) {
      const one = this.between(area, from, to);
      sum.attempts += one.attempts;
      sum.lost += one.lost;
    }
    return sum;
  }

  /** Attempts refused at a server in [from, to); 0 for a server that there is not. */
  refusedAt(id: string, from: number, to: number): number {
    const server = this.serverOf.get(id);
    if (server === undefined) return 0;
    return this.refused[this.at(server, to)]! - this.refused[this.at(server, from)]!;
  }

  private at(row: number, time: number): number {
    const minute = Math.min(this.minutes, Math.max(0, Math.floor((time - this.start) / MINUTE)));
    return row * (this.minutes + 1) + minute;
  }
}
