import { expQuantile, poissonQuantile } from '../kernel/quantiles.ts';
import { TimeOrder } from '../kernel/timeOrder.ts';
import { Draws } from '../kernel/threefry.ts';
import type { Callers } from './callers.ts';
import { CALLER, CallFloor, EVENT } from './floor.ts';
import { PURPOSE } from './purpose.ts';

/**
 * A queueing workload without a telephone network: centres with stepwise arrivals, exponential service and
 * patience, attempts blocked with a given probability by step, and new tries. Times in seconds, rates per second.
 * It runs on the engine of the evening; the closed forms of queueing theory are special cases of it.
 */
export interface Workload {
  readonly N: number;
  readonly T: number;
  readonly NB: number;
  readonly BW: number;
  readonly meanService: number;
  readonly meanPatience: number;
  readonly pRetry: number;
  readonly meanRetry: number;
  readonly c: readonly number[];
  readonly block: readonly number[];
  readonly rate: readonly (readonly number[])[];
  /** Lines of a centre beyond which a call is refused (busy tone); unlimited when absent. */
  readonly lines?: readonly number[];
  /** How long after T the system is left to empty, s. */
  readonly tail?: number;
}

export interface WorkloadStatistics {
  attempts: number;
  blocked: number;
  abandoned: number;
  served: number;
  lost: number;
  /** Sum and histogram (whole seconds, last is 600 and more) of the waits of those served. */
  waitSum: number;
  waited: number;
  readonly histogram: Uint32Array;
}

function workloadCallers(load: Workload, draws: Draws): Callers {
  const counts = new Int32Array(load.N * load.NB);
  let count = 0;
  for (let i = 0; i < load.N; i++) {
    for (let b = 0; b < load.NB; b++) {
      const cell = i * load.NB + b;
      draws.draw(cell, PURPOSE.count, 0);
      counts[cell] = poissonQuantile(draws.u0, load.rate[i]![b]! * load.BW);
      count += counts[cell]!;
    }
  }
  const arrival = new Int32Array(count);
  const need = new Int32Array(count);
  const centre = new Uint8Array(count);
  const none = new Uint8Array(0);
  const width = load.BW * 1000;
  const meanService = load.meanService * 1000;
  const sorter = new TimeOrder();
  // One step at a time: drawn centre after centre, then put in order of time.
  const drawn = { at: new Int32Array(0), need: new Int32Array(0), centre: new Uint8Array(0) };
  let first = 0;
  for (let b = 0; b < load.NB; b++) {
    let size = 0;
    for (let i = 0; i < load.N; i++) size += counts[i * load.NB + b]!;
    if (drawn.at.length < size) {
      drawn.at = new Int32Array(size * 2);
      drawn.need = new Int32Array(size * 2);
      drawn.centre = new Uint8Array(size * 2);
    }
    let rank = 0;
    for (let i = 0; i < load.N; i++) {
      for (let k = counts[i * load.NB + b]!; k > 0; k--) {
        draws.draw(first + rank, PURPOSE.callTime, 0);
        drawn.at[rank] = b * width + Math.floor(draws.u0 * width);
        drawn.need[rank] = Math.floor(expQuantile(draws.u1, meanService)) + 1;
        drawn.centre[rank++] = i;
      }
    }
    const order = sorter.sort(drawn.at, size, b * width, (b + 1) * width);
    for (let k = 0; k < size; k++) {
      const from = order[k]!;
      arrival[first + k] = drawn.at[from]!;
      need[first + k] = drawn.need[from]!;
      centre[first + k] = drawn.centre[from]!;
    }
    first += size;
  }
  return {
    count,
    key: new Int32Array(0),
    arrival,
    area: centre,
    number: none,
    origin: none,
    operator: none,
    need,
    flags: none,
    awareness: new Float32Array(0),
  };
}

/** One run of a workload: `new WorkloadRun(load, seed).finish()`. */
export class WorkloadRun extends CallFloor {
  readonly statistics: WorkloadStatistics = {
    attempts: 0,
    blocked: 0,
    abandoned: 0,
    served: 0,
    lost: 0,
    waitSum: 0,
    waited: 0,
    histogram: new Uint32Array(601),
  };
  declare private readonly load: Workload;
  declare private readonly draws: Draws;
  declare private readonly end: number;
  declare private readonly stepMs: number;
  declare private readonly enteredAt: Int32Array;

  constructor(load: Workload, seed: number) {
    const draws = new Draws(seed);
    const end = (load.T + (load.tail ?? 7200)) * 1000;
    super(workloadCallers(load, draws), load.N, 0, 0, end);
    this.load = load;
    this.draws = draws;
    this.end = end;
    this.stepMs = load.BW * 1000;
    this.enteredAt = new Int32Array(this.callers.count);
    this.takers.set(load.c);
    if (load.lines) this.lines.set(load.lines);
  }

  finish(): WorkloadStatistics {
    this.runTo(this.end);
    return this.statistics;
  }

  protected attempt(caller: number): void {
    const { load, statistics } = this;
    statistics.attempts++;
    this.tries[caller]!++;
    const step = Math.floor(this.now / this.stepMs);
    const block = step < load.NB ? load.block[step]! : 0;
    if (block > 0) {
      this.draws.draw(caller, PURPOSE.route, this.tries[caller]!);
      if (this.draws.u0 < block) {
        statistics.blocked++;
        this.tryAgain(caller);
        return;
      }
    }
    this.enteredAt[caller] = this.now;
    if (!this.enter(caller, this.callers.area[caller]!)) {
      statistics.blocked++;
      this.tryAgain(caller);
    }
  }

  protected patience(caller: number): number {
    this.draws.draw(caller, PURPOSE.patience, this.tries[caller]!);
    return Math.floor(expQuantile(this.draws.u0, this.load.meanPatience * 1000)) + 1;
  }

  protected onAnswered(caller: number): void {
    const { statistics } = this;
    const wait = (this.now - this.enteredAt[caller]!) / 1000;
    statistics.waitSum += wait;
    if (wait > 0) statistics.waited++;
    statistics.histogram[Math.min(600, Math.floor(wait))]!++;
    statistics.served++;
  }

  protected onServed(): void {}

  protected onGivenUp(caller: number): void {
    this.statistics.abandoned++;
    this.tryAgain(caller);
  }

  protected onOther(): void {}

  private tryAgain(caller: number): void {
    this.draws.draw(caller, PURPOSE.redial, this.tries[caller]!);
    if (this.draws.u0 < this.load.pRetry) {
      const delay = Math.floor(expQuantile(this.draws.u1, this.load.meanRetry * 1000)) + 1;
      this.calendar.schedule(caller, this.now + delay, EVENT.retry);
    } else {
      this.state[caller] = CALLER.done;
      this.statistics.lost++;
    }
  }
}
