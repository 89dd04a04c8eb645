import { probit } from '../kernel/numeric.ts';
import type { NetworkSpec } from './spec.ts';

/** What a module of a call server is doing. The numbers are part of the saved format. */
export const MODULE = { up: 0, full: 1, rebooting: 2, interrupted: 3 } as const;
/** Work that an order does on a module; orders to a full or rebooting module wait for it, one bit each. */
export const WORK = { none: 0, operation: 1, rollback: 2, warm: 3, cold: 4, patch: 5 } as const;

/** How long a work keeps a module from serving, ms. */
export function durationOf(net: NetworkSpec, work: number): number {
  switch (work) {
    case WORK.operation:
      return net.operationInterrupt;
    case WORK.rollback:
      return net.rollbackInterrupt;
    case WORK.warm:
      return net.warmRestart;
    case WORK.cold:
      return net.coldRestart;
    case WORK.patch:
      return net.patchInterrupt;
    default:
      return 0;
  }
}

/** Slots at which a module is full, for one of its cycles: they leak at random, so the count varies as a Poisson's. */
export function slotsBefore(luck: number, slots: number): number {
  return Math.max(1, slots + probit(luck) * Math.sqrt(slots));
}

/** What the evening is told when a module stops serving. */
export interface ServerListener {
  /** `share` of the conversations through the module are cut. */
  moduleDown(module: number, share: number): void;
  /** A server whose every module completed a cold restart on rolled-back settings fell asleep: check its partner later. */
  fellAsleep(server: number): void;
}
