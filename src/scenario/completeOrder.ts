import type { Order } from '../callflow/orders.ts';
import { orderTime } from './orderChecks.ts';
import { orderSpec } from './orderCatalogue.ts';
import type { WrittenOrder } from './orderSchema.ts';
import type { ScenarioFile } from './schema.ts';

/** A written order with its time in clock milliseconds and every argument given. Takes orders of right shape only. */
export function completeOrder(order: WrittenOrder, parameters: ScenarioFile['parameters']): Order {
  const given: Readonly<Record<string, unknown>> = order.args;
  const args: Record<string, unknown> = {};
  for (const arg of orderSpec(order.type).args) {
    args[arg.name] = given[arg.name] ?? defaultOf(arg.default, arg.kind, parameters);
  }
  return { at: orderTime(order.at), by: order.by, type: order.type, args } as unknown as Order;
}

function defaultOf(value: unknown, kind: string, parameters: ScenarioFile['parameters']): unknown {
  const isParameter = kind === 'minutes' || kind === 'share' || kind === 'factor';
  return isParameter && typeof value === 'string'
    ? parameters[value as keyof typeof parameters].value
    : value;
}

/** By time; orders of the same minute keep the order in which they are written. */
export function byTime(orders: readonly Order[]): Order[] {
  return orders
    .map((order, i) => ({ order, i }))
    .sort((a, b) => a.order.at - b.order.at || a.i - b.i)
    .map(({ order }) => order);
}
