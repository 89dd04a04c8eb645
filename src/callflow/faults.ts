import type { CallServers } from './callServers.ts';
import type { StateArray } from './floor.ts';
import { MODULE } from './moduleState.ts';
import type { OrdinaryVoice } from './ordinaryVoice.ts';
import type { FaultSpec, WorldSpec } from './spec.ts';

/** How often the share of calls that an ailing server loses follows the traffic, ms. */
export const FAULT_STEP = 300_000;

/**
 * What ails the servers on an evening whose cause is not the software bug, and who may still command them: null on any
 * other evening, which then computes and saves nothing of it.
 *
 * - attack: somebody keeps sending orders through the remote access; see `CallServers.strike`.
 * - lossy: servers of one make take calls and lose a share of them, the more the busier they are, until restarted.
 * - cut: servers are out of reach of everybody until the transmission is repaired; their partners get their traffic, and
 *   lose what exceeds what they were built for.
 */
export class Faults {
  declare readonly spec: FaultSpec | null;
  /** Per server: share of the calls it takes that it loses. */
  declare readonly losing: Float64Array;
  /** Per server: 1 while nothing reaches it; 1 when it would be isolated even so. */
  declare readonly away: Uint8Array;
  declare readonly isolationAsked: Uint8Array;
  /** Per server: 1 once nobody can send it orders from afar. */
  declare readonly accessCut: Uint8Array;
  declare private readonly faulty: Uint8Array;
  declare private readonly peak: number;
  declare private readonly voice: OrdinaryVoice;

  constructor({ network, clock }: WorldSpec, voice: OrdinaryVoice) {
    const servers = network.servers.length;
    this.spec = network.fault ?? null;
    this.losing = new Float64Array(servers);
    this.away = new Uint8Array(servers);
    this.isolationAsked = new Uint8Array(servers);
    this.accessCut = new Uint8Array(servers);
    this.faulty = new Uint8Array(servers);
    if (this.spec?.kind === 'lossy') for (const server of this.spec.servers) this.faulty[server] = 1;
    this.voice = voice;
    let peak = 0;
    for (let at = clock.start; at < clock.windowEnd; at += FAULT_STEP) peak = Math.max(peak, voice.rate(at));
    this.peak = peak;
  }

  /** Of the make whose servers lose calls. */
  isFaulty(server: number): boolean {
    return this.faulty[server] !== 0;
  }

  /** Notes that a server should be isolated or not; true when nothing reaches it, so that nothing changes yet. */
  askIsolation(server: number, on: boolean): boolean {
    this.isolationAsked[server] = on ? 1 : 0;
    return this.away[server] !== 0;
  }

  /**
   * Sets and returns the share of its calls that a server loses from `now` on: `carried` is what it carries of all
   * ordinary voice, `usual` what it was built for at the busiest hour.
   */
  lose(server: number, awake: number, carried: number, usual: number, now: number): number {
    return (this.losing[server] = this.lossOf(awake, carried, usual, now));
  }

  private lossOf(awake: number, carried: number, usual: number, now: number): number {
    const { spec } = this;
    if (carried === 0 || spec === null || spec.kind === 'attack') return 0;
    const load = (carried * this.voice.rate(now)) / (usual * this.peak);
    if (spec.kind === 'lossy') return awake === 0 ? 0 : spec.share * Math.min(1, load);
    return Math.max(0, 1 - spec.headroom / load);
  }

  arrays(): StateArray[] {
    return [this.losing, this.away, this.isolationAsked, this.accessCut];
  }
}

/** The transmission to a server breaks, with every call through it, or is repaired. */
export function setAway(servers: CallServers, server: number, away: boolean, now: number): void {
  const { faults, modules } = servers;
  if (faults === null) return;
  faults.away[server] = away ? 1 : 0;
  servers.disturb(server, now, () => {
    servers.isolated[server] = away ? 1 : faults.isolationAsked[server]!;
    if (!away) return;
    for (let module = server * modules; module < (server + 1) * modules; module++) servers.cutCalls(module);
  });
}

/** Somebody makes every module of a server that serves reboot for `down` ms, unless the way in is cut. */
export function strike(servers: CallServers, server: number, down: number, now: number): void {
  const { faults, modules, state } = servers;
  if (faults === null || faults.accessCut[server] !== 0) return;
  servers.disturb(server, now, () => {
    for (let module = server * modules; module < (server + 1) * modules; module++)
      if (state[module] === MODULE.up) servers.knockDown(module, now + down);
  });
}
