import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order, OrderBody } from '../../src/callflow/orders.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';
import { compileWorld } from '../../src/scenario/compile.ts';
import type { CompiledWorld } from '../../src/scenario/compile.ts';
import type { ParameterSet } from '../../src/scenario/parameters.ts';
import { scenarioFile, territory } from './scenarioSample.ts';

const file = scenarioFile();

/** The scenario of 2 June with values set over it, and its own orders. */
export function country(set: ParameterSet = {}): CompiledWorld {
  const compiled = compileWorld(file, territory, set);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** Value of a parameter of the scenario, in its own unit. */
export const parameter = (name: keyof typeof file.parameters): number => file.parameters[name].value;

/** Areas of each kind: single-homed, low overflow, IP, overseas, on each of the call servers. */
const FEW = ['59', '69', '75', '25', '14', '974', '33', '34', '13', '93'];

/** A country of ten départements and few calls, crowded enough that every cause of failure occurs. */
export function smallCountry(set: ParameterSet = {}): WorldSpec {
  const { spec } = country({
    calls_per_day_15: 1300,
    calls_per_day_17: 1600,
    calls_per_day_18_112: 1300,
    min_takers: 1,
    staffing_beta: 0,
    lines_per_taker: 2,
    ...set,
  });
  return {
    ...spec,
    id: `${spec.id}-small`,
    areas: spec.areas.filter((area) => FEW.includes(area.code)),
  };
}

/** An order at a clock time, "HH:MM" or ms. */
export function order(at: string | number, body: OrderBody): Order {
  return { at: typeof at === 'number' ? at : clock(at), by: 'test', ...body };
}

export const operation = (spacingMin = 2): Order =>
  order('16:44', { type: 'operation', args: { servers: 'all', spacingMin } });

export function finished(spec: WorldSpec, seed: number, orders: readonly Order[]): Evening {
  const evening = createEvening(spec, seed, orders);
  evening.runToEnd();
  return evening;
}

export const serverIndex = (spec: WorldSpec, id: string): number =>
  spec.network.servers.findIndex((server) => server.id === id);
export const areaIndex = (spec: WorldSpec, code: string): number =>
  spec.areas.findIndex((area) => area.code === code);
