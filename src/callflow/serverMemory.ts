import { MODULE } from './moduleState.ts';
import type { NetworkSpec } from './spec.ts';

/** Longer ago than any evening. */
const NEVER = -0x40000000;

/** What the modules of the servers hold and do: arrays by module (numbered over all servers) and by server. */
export class ServerMemory {
  declare readonly net: NetworkSpec;
  /** Modules of a server. */
  declare readonly modules: number;
  declare readonly state: Uint8Array;
  /** Slots taken when last settled. */
  declare readonly level: Float64Array;
  declare readonly awake: Uint8Array;
  declare readonly isolated: Uint8Array;
  declare readonly patched: Uint8Array;
  declare protected readonly settledAt: Float64Array;
  declare protected readonly threshold: Float64Array;
  declare protected readonly cycle: Int32Array;
  declare protected readonly work: Uint8Array;
  declare protected readonly pendingWork: Uint8Array;
  /** 1 on rolled-back settings, 2 patched for good. */
  declare protected readonly rolledBack: Uint8Array;
  declare protected readonly coldAt: Int32Array;

  constructor(net: NetworkSpec) {
    const servers = net.servers.length;
    const all = servers * net.modules;
    this.net = net;
    this.modules = net.modules;
    this.state = new Uint8Array(all);
    this.level = new Float64Array(all);
    this.settledAt = new Float64Array(all);
    this.threshold = new Float64Array(all);
    this.cycle = new Int32Array(all);
    this.work = new Uint8Array(all);
    this.pendingWork = new Uint8Array(all);
    this.rolledBack = new Uint8Array(all);
    this.coldAt = new Int32Array(all).fill(NEVER);
    this.awake = new Uint8Array(servers);
    this.isolated = new Uint8Array(servers);
    this.patched = new Uint8Array(servers);
  }

  serverOf(module: number): number {
    return Math.floor(module / this.modules);
  }

  /** Share of a server's modules that serve now, 0 when it is isolated. */
  protected serving(server: number): number {
    if (this.isolated[server] !== 0) return 0;
    let up = 0;
    for (let module = server * this.modules; module < (server + 1) * this.modules; module++)
      if (this.state[module] === MODULE.up) up++;
    return up / this.modules;
  }

  protected everyModule(server: number, holds: (module: number) => boolean): boolean {
    for (let module = server * this.modules; module < (server + 1) * this.modules; module++)
      if (!holds(module)) return false;
    return true;
  }
}
