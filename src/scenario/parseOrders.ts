import * as v from 'valibot';
import type { Order } from '../callflow/orders.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { byTime, completeOrder } from './completeOrder.ts';
import type { ScenarioError } from './errors.ts';
import { fromIssues } from './issues.ts';
import { checkOrder, type OrderWorld } from './orderChecks.ts';
import { orderSchema } from './orderSchema.ts';
import type { ScenarioFile } from './schema.ts';
import type { Territory } from './territory.ts';

/**
 * One order as people or a form write it: `{at, by, type, args}`, time as "HH:MM" or clock milliseconds. Arguments
 * left out take their default. Paths of errors start at the order.
 */
export function parseOrder(
  json: unknown,
  file: ScenarioFile,
  territory: Territory,
): Result<Order, ScenarioError[]> {
  const shape = v.safeParse(orderSchema, json);
  if (!shape.success) return err(fromIssues(shape.issues));
  const world: OrderWorld = {
    servers: file.network.servers.map((server) => server.id),
    areas: territory.map((area) => area.code),
    clock: { from: file.clock.start, to: file.clock.end },
  };
  const errors = checkOrder(shape.output, '', world);
  return errors.length > 0 ? err(errors) : ok(completeOrder(shape.output, file.parameters));
}

/** JSON Lines, one order a line, empty lines skipped: every error with its line, or the orders by time. */
export function parseOrderLines(
  text: string,
  file: ScenarioFile,
  territory: Territory,
): Result<Order[], ScenarioError[]> {
  const orders: Order[] = [];
  const errors: ScenarioError[] = [];
  text.split('\n').forEach((content, i) => {
    if (content.trim() === '') return;
    const json = readJson(content);
    const parsed = json.ok ? parseOrder(json.value, file, territory) : json;
    if (parsed.ok) orders.push(parsed.value);
    else errors.push(...parsed.error.map((error) => ({ ...error, line: i + 1 })));
  });
  return errors.length > 0 ? err(errors) : ok(byTime(orders));
}

function readJson(text: string): Result<unknown, ScenarioError[]> {
  try {
    return ok(JSON.parse(text));
  } catch {
    // Engines word their own message differently: show the text instead.
    const found = text.trim();
    const short = found.length > 60 ? `${found.slice(0, 57)}…` : found;
    return err([{ code: 'notJson', path: '', expected: 'object', found: short }]);
  }
}

/** The scenario's sequence with all its orders of the given types taken out, and the given ones in. */
export function mergeOrders(base: readonly Order[], replacing: readonly Order[]): Order[] {
  const replaced = new Set(replacing.map((order) => order.type));
  return byTime([...base.filter((order) => !replaced.has(order.type)), ...replacing]);
}
