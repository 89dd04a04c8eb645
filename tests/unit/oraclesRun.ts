import type { Workload } from '../../src/callflow/workload.ts';
import { WorkloadRun } from '../../src/callflow/workload.ts';
import { CALLER } from '../../src/callflow/floor.ts';

/** A steady queue in the terms of textbooks. One unit of time is the mean service. */
export interface SteadyQueue {
  readonly c: number;
  /** First calls per unit of time. */
  readonly lambda: number;
  /** Rate at which a waiting call gives up; absent when calls wait for ever. */
  readonly theta?: number;
  /** No waiting room: a call that finds every server busy is refused. */
  readonly loss?: boolean;
  /** Probability and rate of a new try after a refusal or after giving up. */
  readonly persistence?: number;
  readonly nu?: number;
}

/** Milliseconds of the engine in one unit of time: long, so that whole milliseconds do not count. */
const UNIT = 100_000;
/** Longer than any run. */
const FOR_EVER = 0x3fffffff;

/** What one run measured, from the warm-up to the end. */
export interface Measured {
  /** First calls, and share of them refused at once. */
  readonly primary: number;
  readonly refusedPrimary: number;
  /** Shares of all attempts: refused at once, not answered at once, given up. */
  readonly refused: number;
  readonly waits: number;
  readonly abandons: number;
  /** Callers who stopped trying, over first calls. */
  readonly lost: number;
  readonly attemptsPerCaller: number;
  /** Units of time. */
  readonly waitPerAttempt: number;
  /** Means over time, per queue. */
  readonly busy: number;
  readonly queue: number;
  readonly orbit: number;
}

/** `queues` independent copies of a queue side by side, watched from `warmUp` to `until` (units of time). */
export class SteadyRun extends WorkloadRun {
  private readonly queues: number;
  private readonly patient: boolean;
  private readonly since: Int32Array;
  private primary = 0;
  private refusedPrimary = 0;
  private waitedInVain = 0;
  private inOrbit = 0;

  constructor(queue: SteadyQueue, queues: number, until: number, seed: number) {
    super(workloadOf(queue, queues, until), seed);
    this.queues = queues;
    this.patient = queue.theta === undefined;
    this.since = new Int32Array(this.callers.count);
  }

  measure(warmUp: number, until: number): Measured {
    this.runTo(warmUp * UNIT);
    const before = { ...this.statistics };
    this.primary = 0;
    this.refusedPrimary = 0;
    this.waitedInVain = 0;
    let busy = 0;
    let queue = 0;
    let orbit = 0;
    const looks = (until - warmUp) * 2;
    for (let look = 1; look <= looks; look++) {
      this.runTo(Math.floor((warmUp + look / 2) * UNIT));
      for (let i = 0; i < this.queues; i++) {
        busy += this.busy[i];
        queue += this.waiting[i];
      }
      orbit += this.inOrbit;
    }
    const after = this.statistics;
    const attempts = after.attempts - before.attempts;
    const atOnce = after.served - before.served - (after.waited - before.waited);
    const perLook = looks * this.queues;
    return {
      primary: this.primary,
      refusedPrimary: this.refusedPrimary / this.primary,
      refused: (after.blocked - before.blocked) / attempts,
      waits: (attempts - (after.blocked - before.blocked) - atOnce) / attempts,
      abandons: (after.abandoned - before.abandoned) / attempts,
      lost: (after.lost - before.lost) / this.primary,
      attemptsPerCaller: attempts / this.primary,
      waitPerAttempt: ((after.waitSum - before.waitSum) * 1000 + this.waitedInVain) / attempts / UNIT,
      busy: busy / perLook,
      queue: queue / perLook,
      orbit: orbit / perLook,
    };
  }

  protected override attempt(caller: number): void {
    const first = this.tries[caller] === 0;
    const refused = this.statistics.blocked;
    if (!first) this.inOrbit--;
    this.since[caller] = this.now;
    super.attempt(caller);
    if (first) {
      this.primary++;
      this.refusedPrimary += this.statistics.blocked - refused;
    }
    this.noticeOrbit(caller);
  }

  protected override patience(caller: number): number {
    return this.patient ? FOR_EVER : super.patience(caller);
  }

  protected override onGivenUp(caller: number): void {
    this.waitedInVain += this.now - this.since[caller];
    super.onGivenUp(caller);
    this.noticeOrbit(caller);
  }

  private noticeOrbit(caller: number): void {
    const state = this.state[caller];
    if (state !== CALLER.waiting && state !== CALLER.talking && state !== CALLER.done) this.inOrbit++;
  }
}

function workloadOf(queue: SteadyQueue, queues: number, until: number): Workload {
  const seconds = UNIT / 1000;
  return {
    N: queues,
    T: until * seconds,
    NB: 1,
    BW: until * seconds,
    meanService: seconds,
    meanPatience: seconds / (queue.theta ?? 1),
    pRetry: queue.persistence ?? 0,
    meanRetry: seconds / (queue.nu ?? 1),
    c: Array.from({ length: queues }, () => queue.c),
    block: [0],
    rate: Array.from({ length: queues }, () => [queue.lambda / seconds]),
    ...(queue.loss ? { lines: Array.from({ length: queues }, () => queue.c) } : {}),
    tail: 0,
  };
}
