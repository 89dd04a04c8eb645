import scenarioJson from '../../assets/scenarios/2021-06-02/scenario.json' with { type: 'json' };
import territoryJson from '../../assets/territory/departements.json' with { type: 'json' };
import type { Order } from '../callflow/orders.ts';
import type { WorldSpec } from '../callflow/spec.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { compileWorld } from '../scenario/compile.ts';
import { byTime } from '../scenario/completeOrder.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import { scenarioInfo } from '../scenario/info.ts';
import type { ScenarioInfo } from '../scenario/info.ts';
import { parseScenario } from '../scenario/load.ts';
import { parseOrder } from '../scenario/parseOrders.ts';
import type { ParameterSet } from '../scenario/parameters.ts';
import type { Territory } from '../scenario/territory.ts';

export interface OpenedWorld {
  readonly spec: WorldSpec;
  readonly orders: readonly Order[];
  readonly info: ScenarioInfo;
}

const territory: Territory = territoryJson;
/** Checked once a thread: a start opens the world twice, a comparison in each of its workers. */
let checked: ReturnType<typeof parseScenario> | undefined;
const shipped = (): ReturnType<typeof parseScenario> => (checked ??= parseScenario(scenarioJson, territory));

/** The scenario shipped with us, with values set over it, and the given orders instead of its own. */
export function openWorld(
  set: ParameterSet,
  orders: readonly Order[] | null,
): Result<OpenedWorld, ScenarioError[]> {
  const file = shipped();
  if (!file.ok) return file;
  const compiled = compileWorld(file.value, territory, set);
  if (!compiled.ok) return compiled;
  const whole = scenarioInfo(file.value, territory, compiled.value.spec.id);
  // Without the bug only some of the scenario's orders are given: a screen that listed the others as given would lie.
  const given = compiled.value.orders.map(({ at, type }) => `${at}:${type}`);
  const info = { ...whole, orders: whole.orders.filter(({ at, type }) => given.includes(`${at}:${type}`)) };
  if (orders === null) return ok({ ...compiled.value, info });
  const errors: ScenarioError[] = [];
  const sequence: Order[] = [];
  orders.forEach((order, i) => {
    const parsed = parseOrder(order, file.value, territory);
    if (parsed.ok) sequence.push(parsed.value);
    // Which of them, as well as where in it.
    else
      for (const error of parsed.error)
        errors.push({ ...error, path: `orders[${i}]${error.path === '' ? '' : `.${error.path}`}` });
  });
  return errors.length > 0 ? err(errors) : ok({ spec: compiled.value.spec, orders: byTime(sequence), info });
}
