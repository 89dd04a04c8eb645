import { createEvening } from '../callflow/evening.ts';
import { makeCallers } from '../callflow/callers.ts';
import type { Callers } from '../callflow/callers.ts';
import type { Counts, Pair } from './differences.ts';
import { countPeople, isUnrouted, runCountingOrdinary } from './summary.ts';
import type { Order } from '../callflow/orders.ts';
import type { WorldSpec } from '../callflow/spec.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';

export interface Side {
  readonly spec: WorldSpec;
  readonly orders: readonly Order[];
}

export function computePair(without: Side, other: Side, seed: number): Pair {
  const callers = makeCallers(without.spec, seed);
  // Callers come from the demand alone; they are made again only when the change is about demand.
  const same = demandKey(without.spec) === demandKey(other.spec);
  return {
    seed,
    without: count(without, seed, callers),
    with: count(other, seed, same ? callers : makeCallers(other.spec, seed)),
  };
}

function demandKey(spec: WorldSpec): string {
  return canonicalJson({
    demand: spec.demand,
    clock: spec.clock,
    areas: spec.areas.map(({ code, population, hourShift }) => [code, population, hourShift]),
  });
}

function count(side: Side, seed: number, callers: Callers): Counts {
  const evening = createEvening(side.spec, seed, side.orders, callers);
  const ordinaryRefused = runCountingOrdinary(evening);
  const { log } = evening;
  const to = log.firstFrom(side.spec.clock.windowEnd);
  let unrouted = 0;
  for (let i = log.firstFrom(side.spec.clock.trigger); i < to; i++) if (isUnrouted(log.cause(i))) unrouted++;
  return { unrouted, ordinaryRefused, ...countPeople(evening) };
}
