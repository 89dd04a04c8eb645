import { clockTime } from './clockTime.ts';
import { joinPath, type ScenarioError, unknownName } from './errors.ts';
import type { WrittenOrder } from './orderSchema.ts';

/** What an order may refer to; null when that part of the file is itself at fault. */
export interface OrderWorld {
  readonly servers: readonly string[] | null;
  readonly areas: readonly string[];
  readonly clock: { readonly from: string; readonly to: string } | null;
}

/** Clock milliseconds of an order of right shape. */
export function orderTime(at: string | number): number {
  return typeof at === 'number' ? at : clockTime(at);
}

/** Servers and areas exist, each once; the time is within the clock. */
export function checkOrder(order: WrittenOrder, path: string, world: OrderWorld): ScenarioError[] {
  const errors: ScenarioError[] = [];
  const at = orderTime(order.at);
  if (world.clock !== null && (at < clockTime(world.clock.from) || at > clockTime(world.clock.to))) {
    const expected = `${world.clock.from}..${world.clock.to}`;
    errors.push({ code: 'outsideClock', path: joinPath(path, 'at'), expected, found: String(order.at) });
  }
  const choose = (
    key: string,
    code: 'unknownServer' | 'unknownArea',
    chosen: unknown,
    known: readonly string[] | null,
  ) => {
    if (!Array.isArray(chosen) || known === null) return;
    chosen.forEach((name: string, i) => {
      const place = `${joinPath(path, 'args')}.${key}[${i}]`;
      if (!known.includes(name)) errors.push(unknownName(code, place, name, known));
      else if (chosen.indexOf(name) !== i) {
        errors.push({ code: 'duplicate', path: place, expected: '—', found: name });
      }
    });
  };
  if ('servers' in order.args) choose('servers', 'unknownServer', order.args.servers, world.servers);
  if ('areas' in order.args) choose('areas', 'unknownArea', order.args.areas, world.areas);
  return errors;
}
