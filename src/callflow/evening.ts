import { NEW_ARRAYS } from '../kernel/arrays.ts';
import type { Arrays } from '../kernel/arrays.ts';
import { expQuantile } from '../kernel/quantiles.ts';
import { Draws } from '../kernel/threefry.ts';
import { Agenda } from './agenda.ts';
import type { Effect } from './agenda.ts';
import { AttemptLog, DIALLED, causeIndex } from './attemptLog.ts';
import { CallServers, REFUSED_FULL } from './callServers.ts';
import { CallsThrough } from './callsThrough.ts';
import { areaOfKey, dialUsual, isWorriedKey, makeCallers, numberOfKey } from './callers.ts';
import type { Callers } from './callers.ts';
import { advisedPhone, goesThere, phoneAt, reached } from './advice.ts';
import { applyOrder } from './applyOrder.ts';
import type { Circumstance, Circumstances } from './circumstances.ts';
import { Detours, WAY } from './detours.ts';
import { CALLER, CallFloor, EVENT, longer } from './floor.ts';
import type { StateArray } from './floor.ts';
import { beginFault } from './faultCourse.ts';
import { Loads } from './load.ts';
import type { AppliedLoad, Load } from './load.ts';
import type { Order } from './orders.ts';
import { ADVICE, OUTCOME } from './outcome.ts';
import { PURPOSE } from './purpose.ts';
import { NUMBERS, ORIGINS, ROOMS, ROOM_OF_NUMBER } from './spec.ts';
import type { WorldSpec } from './spec.ts';
import { Staffing } from './staffing.ts';
import { TenDigitNumbers } from './tenDigit.ts';

const COPPER_PHONE = ORIGINS.indexOf('copper');
const N112 = NUMBERS.indexOf('112');
const FULL = causeIndex('serverFull');
const REBOOTING = causeIndex('serverRebooting');
const TRUNK_BUSY = causeIndex('trunkBusy');
const DETOUR_REFUSED = causeIndex('detourRefused');
const LINE_BUSY = causeIndex('lineBusy');
const WRONG = causeIndex('wrongNumber');
const ABANDONED = causeIndex('abandoned');
const CUT = causeIndex('cut');
/** Half of those for whom the substitute number fails go back to the short number. */
const BACK_TO_SHORT = 0.5;

/**
 * One evening: callers, call servers, rooms, substitute numbers, and the orders given to them, computed event by
 * event, one caller at a time. The same object serves live play, jumps and thousands of silent runs.
 */
export class Evening extends CallFloor {
  declare readonly spec: WorldSpec;
  declare readonly seed: number;
  declare readonly servers: CallServers;
  declare readonly numbers: TenDigitNumbers;
  declare readonly log: AttemptLog;
  readonly agenda = new Agenda();
  /** Per caller: OUTCOME. */
  declare outcome: Uint8Array;
  /** Per caller: index of the latest attempt in the log. */
  declare attemptOf: Int32Array;
  declare readonly detours: Detours;
  declare readonly usual: Int32Array;
  /** Null as long as there are none. */
  circumstances: Circumstances | null = null;
  /** Loads that have brought callers, and when. */
  readonly loads: AppliedLoad[] = [];
  /** Advice to the public in force, and since when. */
  readonly advice = new Int32Array(2);
  /** Share of those who would follow advice or use a substitute number who do: what trust leaves of them. */
  readonly heed = new Float64Array([1]);
  /** Per area: 1 when its substitute numbers are on the list that a throttle spares. */
  declare readonly spared: Uint8Array;
  declare private readonly staffing: Staffing;
  /** Per area: 1 when its rooms are on copper. */
  declare private readonly copperArea: Uint8Array;
  declare private readonly firstUse: number;
  declare readonly draws: Draws;
  declare private agendaEntity: number;
  /** Callers that may come by loads before the arrays must be made longer. */
  declare readonly spare: number;
  declare private dial: Uint8Array;
  declare private phone: Uint8Array;
  declare private readonly loading: Loads;
  declare private readonly through: CallsThrough;

  /** `shared` callers serve other evenings too; without them, the evening makes its own. */
  constructor(spec: WorldSpec, seed: number, shared?: Callers, spare = 0, arrays = NEW_ARRAYS) {
    const modules = spec.network.servers.length * spec.network.modules;
    const rooms = spec.areas.length * ROOMS.length;
    const callers = shared ?? makeCallers(spec, seed, spare, arrays);
    super(callers, rooms, modules + 1, spec.clock.start, spec.clock.end, spare, arrays);
    const n = callers.count + spare;
    this.spare = spare;
    this.spec = spec;
    this.seed = seed;
    this.draws = new Draws(seed);
    this.firstUse = spec.tenDigit.firstUse;
    this.copperArea = Uint8Array.from(spec.areas, (area) => (area.technology === 'copper' ? 1 : 0));
    this.agendaEntity = n + modules;
    this.log = new AttemptLog(Math.floor(n * 1.2) + 64, spec.network.modules, arrays);
    this.outcome = arrays.uint8(n);
    this.attemptOf = arrays.int32(n);
    this.dial = arrays.uint8(n);
    dialUsual(callers, 0, this.dial);
    this.phone = longer(callers.origin.subarray(0, callers.count), arrays.uint8(n));
    this.through = new CallsThrough(n, modules, arrays);
    this.loading = new Loads(spec, seed, callers, spare, shared === undefined);
    this.detours = new Detours(spec.areas.length, spec.network.goAroundCapacity, this.draws);
    this.numbers = new TenDigitNumbers(rooms, spec.tenDigit, this.draws);
    this.staffing = new Staffing(spec);
    this.usual = this.staffing.usual;
    this.takers.set(this.usual);
    this.spared = new Uint8Array(spec.areas.length);
    for (let room = 0; room < rooms; room++)
      this.lines[room] = Math.ceil(this.usual[room]! * spec.rooms.linesPerTaker);
    this.servers = new CallServers(spec, this.calendar, this.draws, n, {
      moduleDown: (module, share) => this.cut(module, share < 0 ? spec.behaviour.cutShare : share),
      fellAsleep: (server) => this.later(this.now + spec.network.pairWindow, { kind: 'synchronise', server }),
    });
    beginFault(this);
  }

  /** Enters an order; it applies at its time, after everything else due then, or at once if that time is past. */
  give(order: Order): void {
    this.later(Math.max(order.at, this.now), { kind: 'order', order });
  }

  /** Enters a circumstance for `at`, or for now if that time is past. */
  enterCircumstance(circumstance: Circumstance, at: number): void {
    this.later(Math.max(at, this.now), { kind: 'circumstance', circumstance });
  }

  protected override talkTime(caller: number): number {
    const need = this.callers.need[caller]!;
    return this.circumstances === null ? need : this.circumstances.talk(this.room[caller]!, need);
  }

  /** More first calls than usual, from its time on, or from now on if that time is past. */
  addLoad(load: Load): void {
    this.later(Math.max(load.from, this.now), { kind: 'load', load });
  }

  /** Brings in the callers of a load as of `at`. */
  bring(load: Load, at: number): void {
    const callers = this.loading.bring(load, at);
    if (callers === null) return;
    const before = this.callers.count;
    const space = this.state.length;
    const capacity = callers.key.length;
    this.loads.push({ load, at });
    this.agendaEntity += capacity - space;
    this.servers.moveTo(capacity);
    this.widen(callers);
    if (capacity > space) {
      this.outcome = longer(this.outcome, new Uint8Array(capacity));
      this.attemptOf = longer(this.attemptOf, new Int32Array(capacity));
      this.dial = longer(this.dial, new Uint8Array(capacity));
      this.phone = longer(this.phone, new Uint8Array(capacity));
      this.through.widen(capacity);
    }
    dialUsual(callers, before, this.dial);
    this.phone.set(callers.origin.subarray(before, callers.count), before);
  }

  runToEnd(): void {
    this.runTo(this.spec.clock.end);
  }

  /** Enters a delayed effect of an order. */
  later(at: number, effect: Effect): void {
    this.agenda.add(at, effect);
    this.calendar.schedule(this.agendaEntity, this.agenda.nextAt()!, EVENT.agenda);
  }

  /** Staff of a room, as a factor of the usual. */
  changeTakers(room: number, factor: number): void {
    this.setTakers(room, this.staffing.staff(room, factor));
  }

  /** What the staff of a room is worth, as a factor. */
  changeCapacity(room: number, worth: number): void {
    this.setTakers(room, this.staffing.value(room, worth));
  }

  protected onOther(entity: number, kind: number): void {
    if (kind === EVENT.module) this.servers.due(entity, this.now);
    else if (kind === EVENT.callback) this.callBack(entity);
    else {
      applyOrder(this, this.agenda.take());
      const next = this.agenda.nextAt();
      if (next !== undefined)
        this.calendar.schedule(this.agendaEntity, Math.max(next, this.now), EVENT.agenda);
    }
  }

  protected attempt(caller: number): void {
    const { callers, numbers, log, now } = this;
    const key = callers.key[caller]!;
    const area = areaOfKey(key);
    const tries = ++this.tries[caller]!;
    let room = area * 3 + ROOM_OF_NUMBER[numberOfKey(key)]!;
    // Those who know a substitute number by now may dial it before anything else.
    if (
      tries === 1 &&
      numbers.published > 0 &&
      callers.awareness[caller]! < numbers.uptake(room, now) * this.firstUse * this.heed[0]!
    )
      this.dial[caller] = DIALLED.tenDigit;
    const dialled = this.dial[caller]!;
    const phone = this.phone[caller]!;
    const index = (this.attemptOf[caller] = log.open(caller, now, dialled, phone));
    let copper = this.copperArea[area] !== 0;
    if (dialled === DIALLED.tenDigit) {
      if (numbers.misleads(room, callers.awareness[caller]!)) return this.fail(caller, WRONG);
      copper = numbers.isCopper(room);
      if (copper && phone !== COPPER_PHONE && this.isThrottled(caller, area, tries))
        return this.fail(caller, TRUNK_BUSY);
    } else room = area * 3 + ROOM_OF_NUMBER[dialled]!;
    const onBridge = copper && phone !== COPPER_PHONE;
    const way =
      onBridge && dialled !== DIALLED.tenDigit ? this.detours.take(area, now, key, tries) : WAY.crosses;
    if (way === WAY.refused) return this.fail(caller, DETOUR_REFUSED);
    if (onBridge && way === WAY.crosses) {
      this.draws.draw(key, PURPOSE.route, tries);
      const module = this.servers.route(area, now);
      log.crossed(index, this.servers.lastModule, this.servers.lastOverflowed);
      if (module < 0) return this.fail(caller, module === REFUSED_FULL ? FULL : REBOOTING);
      if (this.circumstances?.fails(key, area, phone, tries) === true) return this.fail(caller, REBOOTING);
      this.through.add(caller, module);
    }
    if (dialled === DIALLED.tenDigit) {
      if (numbers.inUse[room]! >= numbers.trunks[room]!) {
        this.through.remove(caller);
        return this.fail(caller, TRUNK_BUSY);
      }
      numbers.inUse[room]!++;
    } else if (this.circumstances !== null) room = this.circumstances.answering(key, room, tries);
    if (!this.enter(caller, room)) {
      this.hangUp(caller, room);
      this.fail(caller, LINE_BUSY);
    }
  }

  /** A throttle upstream knows short numbers; a substitute number is an ordinary call, unless it holds the list. */
  private isThrottled(caller: number, area: number, tries: number): boolean {
    const share = this.servers.throttled[0]!;
    if (share === 0 || this.spared[area] !== 0) return false;
    this.draws.draw(this.callers.key[caller]!, PURPOSE.throttled, tries);
    return this.draws.u0 < share;
  }

  protected patience(caller: number): number {
    this.draws.draw(this.callers.key[caller]!, PURPOSE.patience, this.tries[caller]!);
    return Math.floor(expQuantile(this.draws.u0, this.spec.behaviour.patienceMean)) + 1;
  }

  protected onAnswered(caller: number): void {
    this.log.answer(this.attemptOf[caller]!, this.now);
  }

  protected onServed(caller: number): void {
    this.log.end[this.attemptOf[caller]!] = this.now;
    this.hangUp(caller, this.room[caller]!);
    this.outcome[caller] = this.tries[caller]! > 1 ? OUTCOME.servedLate : OUTCOME.served;
  }

  protected onGivenUp(caller: number): void {
    this.hangUp(caller, this.room[caller]!);
    this.fail(caller, ABANDONED);
  }

  /** Frees the module and the substitute line that a call held. */
  private hangUp(caller: number, room: number): void {
    this.through.remove(caller);
    if (this.dial[caller] === DIALLED.tenDigit) this.numbers.inUse[room]!--;
  }

  /** The attempt ended badly: the person tries again, another way perhaps, goes there, or gives up. */
  private fail(caller: number, cause: number): void {
    const { behaviour } = this.spec;
    const { draws } = this;
    const key = this.callers.key[caller]!;
    const tries = this.tries[caller]!;
    this.log.close(this.attemptOf[caller]!, cause, this.now);
    this.state[caller] = CALLER.between;
    draws.draw(key, PURPOSE.redial, tries);
    const persistence = behaviour.redial[Math.min(tries, 3) - 1]!;
    const again = tries < behaviour.maxAttempts && draws.u0 < persistence;
    const afterWaiting = cause === ABANDONED;
    const gapMean = afterWaiting ? behaviour.requeueGapMean : behaviour.gapMean;
    const gapMin = afterWaiting ? behaviour.requeueGapMin : behaviour.gapMin;
    const retryAt = this.now + gapMin + Math.floor(expQuantile(draws.u1, gapMean)) + 1;
    if (cause === CUT && this.callBackInstead(caller, again ? retryAt : Infinity)) return;
    if (again) {
      this.chooseWay(caller, key, tries);
      this.calendar.schedule(caller, retryAt, EVENT.retry);
      return;
    }
    this.state[caller] = CALLER.done;
    draws.draw(key, PURPOSE.channel, tries);
    const { neverServed, wentThere } = OUTCOME;
    this.outcome[caller] = draws.u1 < goesThere(this, areaOfKey(key)) ? wentThere : neverServed;
  }

  /** What the next attempt dials, and from what. */
  private chooseWay(caller: number, key: number, tries: number): void {
    const { behaviour, demand } = this.spec;
    const { draws } = this;
    const number = numberOfKey(key);
    const room = areaOfKey(key) * 3 + ROOM_OF_NUMBER[number]!;
    draws.draw(key, PURPOSE.channel, tries);
    const way = draws.u0;
    const knows = this.callers.awareness[caller]! < this.numbers.uptake(room, this.now) * this.heed[0]!;
    if (knows && !(this.dial[caller] === DIALLED.tenDigit && way < BACK_TO_SHORT)) {
      this.dial[caller] = DIALLED.tenDigit;
      return;
    }
    this.dial[caller] = number;
    let bound = behaviour.fallback112;
    if (way < bound) this.dial[caller] = N112;
    else if (way < (bound += behaviour.fallbackOther))
      this.dial[caller] = ROOM_OF_NUMBER[number] === 2 ? 0 : 2;
    else if (way < (bound += behaviour.neighbour)) {
      this.phone[caller] = phoneAt(demand.originShares, (draws.w1 >>> 16) / 65536);
    }
    const wording = this.advice[0]!;
    if (wording === ADVICE.none) return;
    if (((draws.w1 & 0xffff) + 0.5) / 65536 < reached(this.spec, this.advice[1]!, this.now) * this.heed[0]!)
      this.phone[caller] = advisedPhone(this.spec, wording, this.phone[caller]!, draws, key);
  }

  /** A cut call whose number was logged is called back, unless the person has tried again by then. */
  private callBackInstead(caller: number, retryAt: number): boolean {
    const { behaviour } = this.spec;
    this.draws.draw(this.callers.key[caller]!, PURPOSE.callback, this.tries[caller]!);
    if (this.draws.u0 >= behaviour.callbackShare || this.tries[caller]! >= behaviour.maxAttempts)
      return false;
    const at = this.now + Math.floor(expQuantile(this.draws.u1, behaviour.callbackDelayMean)) + 1;
    if (at >= retryAt) return false;
    this.calendar.schedule(caller, at, EVENT.callback);
    return true;
  }

  private callBack(caller: number): void {
    this.tries[caller]!++;
    const room = this.room[caller]!;
    this.dial[caller] = DIALLED.callback;
    this.attemptOf[caller] = this.log.open(caller, this.now, DIALLED.callback, this.phone[caller]!);
    if (!this.enter(caller, room)) this.fail(caller, LINE_BUSY);
  }

  /** Cuts such a share of the calls through a module, or of those of one area. */
  cut(module: number, share: number, area = -1): void {
    let caller = this.through.first(module);
    while (caller >= 0) {
      const next = this.through.after(caller);
      this.draws.draw(this.callers.key[caller]!, PURPOSE.cut, this.tries[caller]!);
      if (this.draws.u0 < share && (area < 0 || areaOfKey(this.callers.key[caller]!) === area)) {
        this.drop(caller);
        this.hangUp(caller, this.room[caller]!);
        this.fail(caller, CUT);
      }
      caller = next;
    }
  }

  isWorried(caller: number): boolean {
    return isWorriedKey(this.callers.key[caller]!);
  }

  /** Every array that the future or the record depends on, in a fixed order. */
  arrays(): StateArray[] {
    return [
      ...this.floorArrays(),
      this.outcome,
      this.advice,
      this.heed,
      this.spared,
      ...this.staffing.arrays(),
      this.attemptOf,
      this.dial,
      this.phone,
      ...this.through.arrays(),
      ...this.detours.arrays(),
      ...this.numbers.arrays(),
      ...this.servers.arrays(),
      ...this.log.arrays(),
    ];
  }
}

/** An evening of a seed with its orders entered, at its first instant. */
export function createEvening(
  spec: WorldSpec,
  seed: number,
  orders: readonly Order[],
  callers?: Callers,
  spare?: number,
  arrays?: Arrays,
): Evening {
  const evening = new Evening(spec, seed, callers, spare, arrays);
  for (const order of orders) evening.give(order);
  return evening;
}
