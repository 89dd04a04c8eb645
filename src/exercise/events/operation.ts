import type { Order } from '../../callflow/orders.ts';
import { clock, MINUTE } from '../../kernel/time.ts';
import { sickServers } from '../instruments/common.ts';
import type { Exercise } from '../exercise.ts';
import type { Preparedness } from '../preparedness.ts';

/** The minute from which its orders are entered: what was lost, cut or heard is counted since. */
export const OPERATION = clock('16:44');
/** Hour of a night window: two in the morning, after the exercise. */
const NIGHT = clock('26:00');
/** One at a time: each server is watched so long before the next. */
const WATCH = 15 * MINUTE;

/**
 * The operation as it is entered before the exercise, by what was prepared. With a night window it is for the night: the
 * evening has no fault of that kind, and the debrief reads it from the setup's measures. One at a time, only the first
 * server is entered: the next ones are `operationSteps`.
 */
export function operationOrders(
  orders: readonly Order[],
  prepared: Preparedness,
  servers: readonly string[],
): Order[] {
  return orders.flatMap((order): Order[] => {
    if (order.type !== 'operation') return [];
    const named = order.args.servers === 'all' ? servers : order.args.servers;
    const own = named.filter((id) => !prepared.otherVendor.includes(id));
    if (own.length === 0) return [];
    const at = prepared.nightWindow ? Math.max(order.at, NIGHT) : order.at;
    const list = prepared.oneByOne ? own.slice(0, 1) : own;
    return [
      { ...order, at, args: { ...order.args, servers: list.length === servers.length ? 'all' : list } },
    ];
  });
}

/** Enters the next servers of an operation that goes one at a time. */
export function enterSteps(exercise: Exercise, orders: readonly Order[]): void {
  const { preparedness } = exercise;
  if (!preparedness.oneByOne || preparedness.nightWindow) return;
  for (const order of orders) {
    if (order.type !== 'operation') continue;
    const all = exercise.spec.network.servers.map(({ id }) => id);
    const named = order.args.servers === 'all' ? all : order.args.servers;
    named
      .filter((id) => !preparedness.otherVendor.includes(id))
      .slice(1)
      .forEach((server, i) =>
        exercise.schedule.add(order.at + (i + 1) * WATCH, { kind: 'operation', server }),
      );
  }
}

/** The next server's turn: not if the watch saw the last ones ill, nor if people have begun to act on the servers. */
export function operationStep(exercise: Exercise, server: string): void {
  const { state, now } = exercise;
  if (state.operationHalted) return;
  if (sickServers(exercise.evening).length > 0) {
    state.operationHalted = true;
    exercise.learn(
      'orange',
      { type: 'cause.ourOperation', about: {}, confidence: 0.7 },
      { kind: 'instrument', sensor: 'orange.alarms' },
      { written: true },
    );
    return;
  }
  exercise.evening.give({
    at: now,
    by: 'orange',
    type: 'operation',
    args: { servers: [server], spacingMin: 0 },
  });
}
