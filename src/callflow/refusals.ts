import type { StateArray } from './floor.ts';

/** Ordinary calls refused by each server, as a share of all those offered, and how many that has made so far. */
export class Refusals {
  declare readonly share: Float64Array;
  declare private readonly refused: Float64Array;
  /** Calls offered (all servers) when the refused of a server were last settled. */
  declare private readonly settledAt: Float64Array;

  constructor(servers: number) {
    this.share = new Float64Array(servers);
    this.refused = new Float64Array(servers);
    this.settledAt = new Float64Array(servers);
  }

  /** Counts what a server refused at its present share up to `offered` calls in all. */
  settle(server: number, offered: number): void {
    this.refused[server]! += this.share[server]! * (offered - this.settledAt[server]!);
    this.settledAt[server] = offered;
  }

  total(offered: number): number {
    let sum = 0;
    for (let server = 0; server < this.share.length; server++)
      sum += this.refused[server]! + this.share[server]! * (offered - this.settledAt[server]!);
    return sum;
  }

  arrays(): StateArray[] {
    return [this.share, this.refused, this.settledAt];
  }
}
