import type { Order } from '../callflow/orders.ts';
import { orderTime } from './orderChecks.ts';
import { type ArgSpec, orderSpec } from './orderCatalogue.ts';
import type { WrittenOrder } from './orderSchema.ts';
import type { ScenarioFile } from './schema.ts';

/** A written order with its time in clock milliseconds and every argument given. Takes orders of right shape only. */
export function completeOrder(order: WrittenOrder, parameters: ScenarioFile['parameters']): Order {
  const given: Readonly<Record<string, unknown>> = order.args;
  const args: Record<string, unknown> = {};
  for (const arg of orderSpec(order.type).args) {
    args[arg.name] = given[arg.name] ?? defaultOf(arg, parameters);
  }
  return { at: orderTime(order.at), by: order.by, type: order.type, args } as unknown as Order;
}

/** What an argument is when nothing is said of it, in this scenario. */
export function defaultOf(arg: ArgSpec, parameters: ScenarioFile['parameters']): ArgSpec['default'] {
  const isNumber = arg.kind === 'minutes' || arg.kind === 'share' || arg.kind === 'factor';
  return isNumber && typeof arg.default === 'string' ? parameters[arg.default].value : arg.default;
}

/** By time; orders of the same minute keep the order in which they are written. */
export function byTime<T extends Order>(orders: readonly T[]): T[] {
  // Engines sort stably since ES2019.
  return [...orders].sort((a, b) => a.at - b.at);
}
