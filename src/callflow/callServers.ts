import type { Calendar } from '../kernel/calendar.ts';
import type { Draws } from '../kernel/threefry.ts';
import { EVENT } from './floor.ts';
import type { StateArray } from './floor.ts';
import { MODULE, WORK, durationOf, slotsBefore } from './moduleState.ts';
import type { ServerListener } from './moduleState.ts';
import { Faults } from './faults.ts';
import { OrdinaryVoice } from './ordinaryVoice.ts';
import { PURPOSE } from './purpose.ts';
import { Refusals } from './refusals.ts';
import { ServerMemory } from './serverMemory.ts';
import type { WorldSpec } from './spec.ts';

/** Instead of a module index: every module of the server, or none of them. */
const ALL = -1;
const NONE = -2;

/** Outcome of `route`: a module index, or one of these. */
export const REFUSED_FULL = -1;
export const REFUSED_REBOOTING = -2;

/**
 * The six call servers between the IP world and copper, each of K parallel modules with a memory of its own.
 * While the bug is awake every call leaves a slot taken with a small probability; a full module refuses, cannot be
 * commanded, reboots, and starts again. Ordinary voice (a fluid) and emergency calls (one by one) share the memory.
 */
export class CallServers extends ServerMemory {
  /** Null when the bug is all that can ail a server. */
  declare readonly faults: Faults | null;
  /** Server and module met last by `route`, for the log. */
  lastModule = -1;
  lastOverflowed = false;

  /** Share of all ordinary voice that each module of a server carries. */
  declare private readonly load: Float64Array;
  declare private readonly refusals: Refusals;
  declare private readonly share: Float64Array;
  /** Share of ordinary calls refused upstream now. */
  throttled: Float64Array = new Float64Array(1);

  declare private readonly partner: Uint8Array;
  /** By area: home server, probability of overflow. */
  declare private readonly home: Uint8Array;
  declare private readonly overflow: Float64Array;
  declare private readonly leak: number;
  declare private readonly voice: OrdinaryVoice;
  declare private readonly calendar: Calendar;
  declare private readonly draws: Draws;
  declare private firstEntity: number;
  declare private readonly listener: ServerListener;

  constructor(
    spec: WorldSpec,
    calendar: Calendar,
    draws: Draws,
    firstEntity: number,
    listener: ServerListener,
  ) {
    super(spec.network);
    this.voice = new OrdinaryVoice(spec);
    this.calendar = calendar;
    this.draws = draws;
    this.firstEntity = firstEntity;
    this.listener = listener;
    const servers = this.net.servers.length;
    const all = servers * this.net.modules;
    this.leak = this.net.leak;
    this.home = Uint8Array.from(spec.areas, (area) => area.home);
    this.overflow = Float64Array.from(spec.areas, (area) => area.overflow);
    this.partner = Uint8Array.from(this.net.servers, (server) => server.partner);
    this.load = new Float64Array(servers);
    this.refusals = new Refusals(servers);
    this.faults = this.net.fault || this.net.access ? new Faults(spec, this.voice) : null;
    let weights = 0;
    for (const server of this.net.servers) weights += server.weight;
    this.share = Float64Array.from(this.net.servers, (server) => server.weight / weights);
    for (let module = 0; module < all; module++) this.newThreshold(module);
    for (let server = 0; server < servers; server++) this.reload(server, ALL, spec.clock.start);
  }

  /** Modules are entities of the calendar from this one on. */
  moveTo(firstEntity: number): void {
    this.firstEntity = firstEntity;
  }

  /**
   * Sends one emergency call of an area through its home server, or the partner with the area's probability of overflow
   * when the home module refuses. The attempt's own draws are those made last, each used twice, its first 16 bits and
   * the rest: overflow and leak, home module and partner module. Returns a module index when routed, REFUSED_FULL or
   * REFUSED_REBOOTING otherwise; `lastModule` tells what it met. (Draws are read here rather than passed: a number that
   * is not an integer costs an object on its way into a call.)
   */
  route(area: number, now: number): number {
    const { modules, state, draws } = this;
    const home = this.home[area]!;
    const ways = draws.w1;
    // As integers: an engine would multiply them as floating-point numbers, lest they overflow.
    let module = home * modules + (Math.imul(ways >>> 16, modules) >>> 16);
    let server = home;
    this.lastModule = module;
    this.lastOverflowed = false;
    const luck = draws.w0;
    if (state[module] !== MODULE.up || this.isolated[home] !== 0) {
      const refusal = state[module] === MODULE.full ? REFUSED_FULL : REFUSED_REBOOTING;
      if (((luck >>> 16) + 0.5) / 65536 >= this.overflow[area]!) return refusal;
      server = this.partner[home]!;
      module = server * modules + (Math.imul(2 * (ways & 0xffff) + 1, modules) >>> 17);
      this.lastModule = module;
      this.lastOverflowed = true;
      if (state[module] !== MODULE.up || this.isolated[server] !== 0)
        return state[module] === MODULE.full ? REFUSED_FULL : REFUSED_REBOOTING;
    }
    if (this.faults !== null && ((luck & 0xffff) + 0.5) / 65536 < this.faults.losing[server]!)
      return REFUSED_REBOOTING;
    if (this.awake[server] !== 0 && ((luck & 0xffff) + 0.5) / 65536 < this.leak) {
      this.settle(module, this.voice.offered(now), this.load[server]!);
      this.level[module]! += 1;
      this.plan(module, now);
    }
    return module;
  }

  /** Memory taken of a module at `now`, 0..1, without changing anything. */
  fill(module: number, now: number): number {
    const server = this.serverOf(module);
    let level = this.level[module]!;
    if (this.state[module] === MODULE.up && this.awake[server] !== 0)
      level += (this.voice.offered(now) - this.settledAt[module]!) * this.load[server]! * this.net.leak;
    return Math.min(1, level / this.threshold[module]!);
  }

  /** Ordinary calls refused so far: at servers, and upstream by throttling. */
  ordinaryRefused(now: number): number {
    return this.refusals.total(this.voice.offered(now));
  }

  /** An order reaches a server: each module that serves obeys at once, the others when they come back. */
  order(server: number, work: number, now: number): void {
    // Where nothing arrives no order does.
    if (this.faults !== null && this.faults.away[server] !== 0) return;
    this.change(server, ALL, now, () => {
      for (let module = server * this.modules; module < (server + 1) * this.modules; module++) {
        if (this.state[module] === MODULE.up) this.beginWork(module, work, now);
        else this.pendingWork[module]! |= 1 << work;
      }
    });
  }

  isolate(server: number, on: boolean, now: number): void {
    if (this.faults?.askIsolation(server, on) === true) return;
    this.change(server, ALL, now, () => {
      this.isolated[server] = on ? 1 : 0;
    });
  }

  /** Changes a server from outside, and what follows for its partner. */
  disturb(server: number, now: number, mutate: () => void): void {
    this.change(server, ALL, now, mutate);
  }

  /** A module that serves is made to reboot until `until`. */
  knockDown(module: number, until: number): void {
    this.state[module] = MODULE.rebooting;
    this.listener.moduleDown(module, -1);
    this.after(module, until);
  }

  cutCalls(module: number): void {
    this.listener.moduleDown(module, 1);
  }

  /** What ailing servers lose follows the traffic. */
  followTraffic(now: number): void {
    for (let server = 0; server < this.share.length; server++) {
      this.settleAll(server, now);
      this.reload(server, NONE, now);
    }
  }

  /** Share of ordinary voice refused upstream, as effective from now. */
  throttle(share: number, now: number): void {
    for (let server = 0; server < this.share.length; server++) this.settleAll(server, now);
    this.throttled[0] = share;
    for (let server = 0; server < this.share.length; server++) this.reload(server, ALL, now);
  }

  /** The partner is awake and synchronises: the bug wakes here again. */
  synchronise(server: number, now: number): void {
    const partner = this.partner[server]!;
    if (this.awake[partner] !== 0 && this.patched[server] === 0)
      this.change(server, ALL, now, () => {
        this.awake[server] = this.net.bug;
      });
  }

  /** A module's own event is due: full, end of refusal, end of reboot, end of work. */
  due(entity: number, now: number): void {
    const module = entity - this.firstEntity;
    const server = this.serverOf(module);
    this.change(server, module, now, () => {
      switch (this.state[module]) {
        case MODULE.up: {
          this.state[module] = MODULE.full;
          this.draws.draw(module, PURPOSE.refusal, this.cycle[module]!);
          this.after(module, now + Math.floor(this.draws.u0 * this.net.refuseMax) + 1);
          break;
        }
        case MODULE.full:
          this.knockDown(module, now + this.net.servers[server]!.reboot);
          break;
        case MODULE.rebooting:
          this.backUp(module, 0, now);
          break;
        default:
          this.endWork(module, now);
      }
    });
  }

  private beginWork(module: number, work: number, now: number): void {
    this.state[module] = MODULE.interrupted;
    this.work[module] = work;
    // A restart cuts whoever is talking; the operation and a rollback cut only some, as a failure does.
    this.listener.moduleDown(module, work >= WORK.warm ? 1 : -1);
    this.after(module, now + durationOf(this.net, work));
  }

  private endWork(module: number, now: number): void {
    const server = this.serverOf(module);
    const work = this.work[module]!;
    this.work[module] = WORK.none;
    let level = 0;
    if (work === WORK.operation) {
      this.draws.draw(module, PURPOSE.initialFill, 0);
      // Without the bug nothing is kept: memory is empty after the interruption.
      level = this.net.bug * this.draws.u0 * this.net.initialFillMax * this.net.slots;
      if (this.patched[server] === 0)
        this.awake[server] = this.faults?.isFaulty(server) === true ? 1 : this.net.bug;
      if (this.rolledBack[module] !== 2) this.rolledBack[module] = 0;
    } else if (work === WORK.rollback) {
      if (this.rolledBack[module] !== 2) this.rolledBack[module] = 1;
    } else if (work === WORK.cold || (work === WORK.warm && this.faults?.isFaulty(server) === true)) {
      this.coldAt[module] = now;
    } else if (work === WORK.patch) {
      this.rolledBack[module] = 2;
    }
    this.backUp(module, level, now);
    if (this.faults?.isFaulty(server) === true) {
      // Servers of that make are well again once every module was restarted, whatever else was done to them.
      if (work >= WORK.warm && this.everyModule(server, (m) => this.coldAt[m]! > 0)) this.awake[server] = 0;
      return;
    }
    if (
      work === WORK.cold &&
      this.everyModule(
        server,
        (m) => this.rolledBack[m] !== 0 && now - this.coldAt[m]! <= this.net.pairWindow,
      )
    ) {
      this.awake[server] = 0;
      this.listener.fellAsleep(server);
    }
    const cures = work === WORK.patch && this.net.patchCures !== false;
    if (cures && this.everyModule(server, (m) => this.rolledBack[m] === 2)) {
      this.patched[server] = 1;
      this.awake[server] = 0;
    }
  }

  private backUp(module: number, level: number, now: number): void {
    this.state[module] = MODULE.up;
    this.level[module] = level;
    this.settledAt[module] = this.voice.offered(now);
    this.cycle[module]!++;
    this.newThreshold(module);
    const waiting = this.pendingWork[module]!;
    if (waiting === 0) return;
    // One after another, in the order of WORK: what empties and corrects comes before what restarts.
    this.pendingWork[module] = waiting & (waiting - 1);
    this.beginWork(module, 31 - Math.clz32(waiting & -waiting), now);
  }

  /** Slots at which this cycle of the module is full: slots leak at random, so the count varies as a Poisson's. */
  private newThreshold(module: number): void {
    this.draws.draw(module, PURPOSE.fillNoise, this.cycle[module]!);
    this.threshold[module] = slotsBefore(this.draws.u0, this.net.slots);
  }

  private after(module: number, at: number): void {
    this.calendar.schedule(this.firstEntity + module, at, EVENT.module);
  }

  /** Settles a server and its partner on the old loads, mutates, and replans on the new ones what that changed. */
  private change(server: number, changed: number, now: number, mutate: () => void): void {
    const partner = this.partner[server]!;
    this.settleAll(server, now);
    this.settleAll(partner, now);
    const wasAwake = this.awake[server];
    mutate();
    this.reload(server, this.awake[server] === wasAwake ? changed : ALL, now);
    this.reload(partner, NONE, now);
  }

  private settleAll(server: number, now: number): void {
    const offered = this.voice.offered(now);
    const first = server * this.modules;
    this.refusals.settle(server, offered);
    for (let module = first; module < first + this.modules; module++)
      this.settle(module, offered, this.load[server]!);
  }

  private settle(module: number, offered: number, load: number): void {
    if (this.state[module] === MODULE.up && this.awake[this.serverOf(module)] !== 0)
      this.level[module]! += (offered - this.settledAt[module]!) * load * this.net.leak;
    this.settledAt[module] = offered;
  }

  private reload(server: number, changed: number, now: number): void {
    const partner = this.partner[server]!;
    const offered = 1 - this.throttled[0]!;
    // An isolated server's ordinary traffic is sent to its partner whole; a refused call overflows with a probability.
    const there = this.serving(partner);
    const spill = this.isolated[partner] !== 0 ? 1 : this.net.ordinaryOverflow * (1 - there);
    const before = this.load[server]!;
    const load =
      this.isolated[server] !== 0
        ? 0
        : (offered * (this.share[server]! + this.share[partner]! * spill)) / this.modules;
    this.load[server] = load;
    const overflowing = this.isolated[server] !== 0 ? 1 : this.net.ordinaryOverflow;
    const lost = (1 - this.serving(server)) * (1 - overflowing * there);
    const losing =
      this.faults === null
        ? 0
        : this.faults.lose(server, this.awake[server]!, load * this.modules, this.share[server]!, now);
    this.refusals.share[server] =
      this.share[server]! * (offered * (lost + (1 - lost) * losing) + this.throttled[0]!);
    // A module whose load and state are as they were will be full when it was to be.
    for (let module = server * this.modules; module < (server + 1) * this.modules; module++)
      if (this.state[module] === MODULE.up && (load !== before || changed === ALL || changed === module))
        this.plan(module, now);
  }

  /** Schedules the ms at which a serving module will be full at its present load, if ever. */
  private plan(module: number, now: number): void {
    const server = this.serverOf(module);
    const entity = this.firstEntity + module;
    const rate = this.load[server]! * this.net.leak;
    if (this.awake[server] === 0 || rate <= 0) {
      this.calendar.cancel(entity);
      return;
    }
    const missing = this.threshold[module]! - this.level[module]!;
    const at = missing <= 0 ? now + 1 : this.voice.when(this.settledAt[module]! + missing / rate);
    this.calendar.schedule(entity, Math.max(now + 1, at), EVENT.module);
  }

  arrays(): StateArray[] {
    return [
      this.state,
      this.level,
      this.awake,
      this.isolated,
      this.patched,
      this.settledAt,
      this.threshold,
      this.cycle,
      this.work,
      this.pendingWork,
      this.rolledBack,
      this.coldAt,
      this.load,
      ...this.refusals.arrays(),
      this.throttled,
      ...(this.faults === null ? [] : this.faults.arrays()),
    ];
  }
}
