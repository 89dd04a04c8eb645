import type { Order } from '../callflow/orders.ts';
import { MINUTE } from '../kernel/time.ts';
import { clockTime } from './clockTime.ts';
import { byTime, completeOrder, defaultOf } from './completeOrder.ts';
import { type ArgSpec, ORDER_CATALOGUE, type OrderSpec } from './orderCatalogue.ts';
import { PARAMETER_NAMES, type ParameterName, type Unit } from './parameterCatalogue.ts';
import { type Confidence, type Milestone, MILESTONES, type ScenarioFile, type Status } from './schema.ts';
import type { Territory } from './territory.ts';

/** What a screen says of a scenario, as plain data: no prose, times in clock milliseconds. */
export interface ParameterInfo {
  readonly name: string;
  readonly value: number;
  /** Text under `scenario:units.<unit>`. */
  readonly unit: Unit;
  /** Plausible range. */
  readonly min: number;
  readonly max: number;
  readonly status: Status;
  /** Short reference, language-neutral ("Orange, 2021-06-11"); texts are under parameters.<name> in the locales. */
  readonly source: string;
  readonly group: string;
  /** May be changed from the drawer. */
  readonly main: boolean;
}

export interface ChronologyInfo {
  readonly at: number;
  /** Text under `scenario:chronology.<key>`. */
  readonly key: string;
  readonly confidence: Confidence;
  readonly source: string;
  /** Shown as a ghost on the rim. */
  readonly ghost: boolean;
  readonly milestone?: Milestone;
}

export interface ScenarioInfo {
  readonly id: string;
  readonly hash: string;
  readonly clock: {
    readonly from: number;
    readonly trigger: number;
    readonly windowEnd: number;
    readonly to: number;
  };
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly population: number;
    readonly technology: string;
    readonly home: string;
    readonly overseas: boolean;
  }[];
  readonly servers: readonly {
    readonly id: string;
    readonly name: string;
    readonly site: string;
    readonly partner: string;
  }[];
  readonly parameters: readonly ParameterInfo[];
  readonly chronology: readonly ChronologyInfo[];
  readonly orders: readonly (Order & {
    readonly status: 'documented' | 'assumed';
    readonly source: string;
  })[];
  /** What can be ordered, argument by argument, with this scenario's defaults. */
  readonly catalogue: readonly OrderInfo[];
}

/** An argument whose default is a value: `ArgSpec` with the scenario's parameters read. */
export type ArgInfo = ArgSpec extends infer Arg
  ? Arg extends { readonly default: number | ParameterName }
    ? Omit<Arg, 'default'> & { readonly default: number }
    : Arg
  : never;

export interface OrderInfo {
  readonly type: OrderSpec['type'];
  readonly group: OrderSpec['group'];
  readonly args: readonly ArgInfo[];
}

/** `file` has been through `parseScenario` (and `setParameters`, if values are set over it). */
export function scenarioInfo(file: ScenarioFile, territory: Territory, hash: string): ScenarioInfo {
  const { servers, homing, ipAreas } = file.network;
  const onIp = new Set(ipAreas.map((entry) => entry.area));
  const homes = new Map(homing.regions.map((rule) => [rule.region, rule.home]));
  const exceptions = new Map(homing.exceptions.map((rule) => [rule.area, rule.home]));
  return {
    id: file.id,
    hash,
    clock: {
      from: clockTime(file.clock.shownFrom),
      trigger: clockTime(file.clock.trigger),
      windowEnd: clockTime(file.clock.windowEnd),
      to: clockTime(file.clock.end),
    },
    areas: territory.map((area) => ({
      code: area.code,
      name: area.name,
      population: area.population,
      technology: onIp.has(area.code) ? 'ip' : 'copper',
      home: exceptions.get(area.code) ?? homes.get(area.region) ?? '',
      overseas: area.overseas,
    })),
    servers: servers.map(({ id, name, site, partner }) => ({ id, name, site, partner })),
    parameters: PARAMETER_NAMES.map((name) => {
      const { value, unit, min, max, status, source, group, main } = file.parameters[name];
      return { name, value, unit, min, max, status, source, group, main: main ?? false };
    }),
    chronology: file.chronology.map(({ at, milestone, ...row }) => ({
      ...row,
      at: clockTime(at),
      ...(milestone === undefined ? {} : { milestone }),
    })),
    // Remote access is a matter of evenings whose cause is drawn.
    catalogue: ORDER_CATALOGUE.filter(({ type }) => type !== 'cutAccess' || file.causes).map(
      ({ type, group, args }) => ({
        type,
        group,
        args: args.map((arg) => ({ ...arg, default: defaultOf(arg, file.parameters) }) as ArgInfo),
      }),
    ),
    orders: byTime(
      file.orders.map((order) => {
        const { status, source } = order;
        return { ...completeOrder(order, file.parameters), status, source };
      }),
    ),
  };
}

/** Documented times of the evening, in minutes after the trigger; null for what never came in 2021. */
export function documentedTimes(file: ScenarioFile): Readonly<Record<Milestone, number | null>> {
  const trigger = clockTime(file.clock.trigger);
  const times = MILESTONES.map((milestone) => {
    const row = file.chronology.find((candidate) => candidate.milestone === milestone);
    return [milestone, row === undefined ? null : (clockTime(row.at) - trigger) / MINUTE];
  });
  return Object.fromEntries(times) as Record<Milestone, number | null>;
}
