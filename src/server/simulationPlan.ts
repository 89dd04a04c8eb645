import type { Order } from '../callflow/orders.ts';
import { openingOf } from '../exercise/open.ts';
import type { ExerciseGround } from '../exercise/open.ts';
import type { ExerciseSetup } from '../exercise/setup.ts';
import { parseOrderLines } from '../scenario/parseOrders.ts';
import type { Play, RuleSpec } from '../scenario/play/types.ts';
import type { ScenarioFile } from '../scenario/schema.ts';
import { readScript } from './commandLines.ts';
import type { ScriptLine } from './commandLines.ts';
import { logComplaint } from './complaint.ts';
import type { Options } from './options.ts';
import { setupOf } from './setupOptions.ts';
import { readText, valueOf } from './world.ts';

/** Evenings with machines in all seats: plain data, fit to be sent to a worker. Only the seed differs between them. */
export interface SimulationPlan {
  readonly setup: ExerciseSetup;
  readonly ground: ExerciseGround;
  /** Commands given beside those of the machines, which leave these acts to them. */
  readonly commands: readonly ScriptLine[];
  /** Orders to the world that no seat gives. */
  readonly orders: readonly Order[];
}

/** Reads what was asked for, or complains. */
export function readPlan(options: Options, ground: ExerciseGround): SimulationPlan {
  const setup = setupOf(options, ground, 0, 'as-in-2021');
  const commands: ScriptLine[] = [];
  const orders: Order[] = [];
  for (const path of options.texts['command'] ?? []) {
    const text = readText(path);
    if (holdsOrders(text)) {
      orders.push(...valueOf(parseOrderLines(text, ground.file, ground.territory), path));
      continue;
    }
    const script = readScript(text, ground.play, { from: setup.from, to: setup.to, seat: null });
    if (!script.ok) throw logComplaint(script.error, path);
    commands.push(...script.value);
  }
  // Here, so that a value that does not fit is complained of once, and not in a worker.
  valueOf(openingOf(setup, ground));
  return {
    setup,
    ground: {
      ...ground,
      file: withOrders(ground.file, orders),
      play: leaving(ground.play, commands, orders),
    },
    commands: commands.sort((a, b) => a.at - b.at),
    orders: orders.filter(({ type }) => type !== 'operation'),
  };
}

/** Whether the first line is an order to the world, in the form of scenarios, and not a command of a seat. */
function holdsOrders(text: string): boolean {
  const first = text.split('\n').find((row) => row.trim() !== '') ?? '';
  try {
    const json = JSON.parse(first) as { readonly type?: unknown; readonly args?: unknown };
    return json.type !== 'act' && json.args !== undefined;
  } catch {
    return false;
  }
}

/** The operation is the scenario's own order: one that is given replaces it. The others are nobody's but the seats'. */
function withOrders(file: ScenarioFile, orders: readonly Order[]): ScenarioFile {
  const operations = orders.filter(({ type }) => type === 'operation');
  if (operations.length === 0) return file;
  const written = operations.map((order) => ({ ...order, at: order.at, status: 'assumed', source: '' }));
  const kept = file.orders.filter(({ type }) => type !== 'operation');
  return { ...file, orders: [...kept, ...written] as unknown as ScenarioFile['orders'] };
}

/** The play without the rules of machines whose act is given by a command, or gives the same order as one given. */
function leaving(play: Play, commands: readonly ScriptLine[], orders: readonly Order[]): Play {
  const given = new Set(orders.map(({ type }): string => type));
  const ordering = play.acts.filter(({ effects }) =>
    effects.some((effect) => effect.op === 'order' && given.has(effect.type)),
  );
  const left = new Set([
    ...ordering.map(({ seat, id }) => `${seat} ${id}`),
    ...commands.flatMap(({ by, body }) => (body.type === 'act' ? [`${by} ${body.act}`] : [])),
  ]);
  const isKept = ({ seat, act }: RuleSpec): boolean => !left.has(`${seat} ${act}`);
  return {
    ...play,
    doctrines: play.doctrines.map((doctrine) => ({ ...doctrine, rules: doctrine.rules.filter(isKept) })),
    measures: play.measures.map((measure) => ({
      ...measure,
      effects: measure.effects.filter((effect) => effect.op !== 'rule' || isKept(effect.rule)),
    })),
  };
}
