import type { Order } from '../callflow/orders.ts';
import type { AreaSpec, BehaviourSpec, DemandSpec, NetworkSpec, WorldSpec } from '../callflow/spec.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';
import { hashText } from '../kernel/hash.ts';
import { ok, type Result } from '../kernel/result.ts';
import { MINUTE, SECOND } from '../kernel/time.ts';
import { clockTime } from './clockTime.ts';
import { byTime, completeOrder } from './completeOrder.ts';
import type { ScenarioError } from './errors.ts';
import { type ParameterName, ruleOf } from './parameterCatalogue.ts';
import { type ParameterSet, setParameters } from './parameters.ts';
import type { ScenarioFile } from './schema.ts';
import type { Territory } from './territory.ts';

/** What an evening is computed from. */
export interface CompiledWorld {
  readonly spec: WorldSpec;
  /** The scenario's own sequence, complete and in order of time. */
  readonly orders: readonly Order[];
  /** What the seed draws of the evening (`drawWorld`); null when nothing is drawn. */
  readonly causes: NonNullable<ScenarioFile['causes']> | null;
}

/** A parameter's value in the model's unit: milliseconds for durations, as it is for the rest. */
type Read = (name: ParameterName) => number;

/** `file` has been through `parseScenario` with the same territory. */
export function compileWorld(
  file: ScenarioFile,
  territory: Territory,
  set: ParameterSet = {},
): Result<CompiledWorld, ScenarioError[]> {
  const changed = setParameters(file, set);
  if (!changed.ok) return changed;
  const effective = changed.value;
  const read: Read = (name) => toModelUnit(name, effective.parameters[name].value);
  const spec: WorldSpec = {
    id: worldId(effective, territory),
    clock: {
      start: clockTime(file.clock.start),
      trigger: clockTime(file.clock.trigger),
      windowEnd: clockTime(file.clock.windowEnd),
      end: clockTime(file.clock.end),
    },
    areas: compileAreas(effective, territory, read),
    demand: compileDemand(effective, read),
    behaviour: compileBehaviour(read),
    network: compileNetwork(effective, read),
    rooms: {
      staffingBeta: read('staffing_beta'),
      minTakers: read('min_takers'),
      linesPerTaker: read('lines_per_taker'),
      recallDelay: read('recall_delay'),
    },
    tenDigit: {
      trunkShare: read('trunk_share'),
      uptakeMax: read('uptake_max'),
      uptakeRamp: read('uptake_ramp'),
      firstUse: read('first_use'),
      errorRate: read('error_rate'),
      copperShare: read('copper_share'),
      adviceShare: read('advice_share'),
    },
  };
  // Without the bug nobody answers a fault that did not last: only the operation itself is left of that evening.
  const given = effective.orders.filter(
    (order) => effective.parameters.bug.value !== 0 || order.type === 'operation',
  );
  const orders = byTime(given.map((order) => completeOrder(order, effective.parameters)));
  return ok({ spec, orders, causes: file.causes ?? null });
}

/**
 * Hash of everything that makes the evening, values set over the file included: setting a value to what it was
 * changes nothing.
 */
export function worldId(effective: ScenarioFile, territory: Territory): string {
  return hashText(canonicalJson({ file: effective, territory }));
}

function toModelUnit(name: ParameterName, value: number): number {
  const { unit } = ruleOf(name);
  if (unit === 'seconds') return wholeMs(value * SECOND);
  if (unit === 'minutes') return wholeMs(value * MINUTE);
  return value;
}

function wholeMs(ms: number): number {
  return Math.floor(ms + 0.5);
}

function compileAreas(file: ScenarioFile, territory: Territory, read: Read): AreaSpec[] {
  const { servers, homing, ipAreas } = file.network;
  const onIp = new Set(ipAreas.map((entry) => entry.area));
  return territory.map((area) => {
    const region = homing.regions.find((rule) => rule.region === area.region);
    const exception = homing.exceptions.find((rule) => rule.area === area.code);
    const home = exception?.home ?? region?.home;
    return {
      code: area.code,
      name: area.name,
      population: area.population,
      overseas: area.overseas,
      hourShift: area.hourShift,
      technology: onIp.has(area.code) ? 'ip' : 'copper',
      home: servers.findIndex((server) => server.id === home),
      overflow: exception?.overflow ?? region?.overflow ?? read('overflow'),
    };
  });
}

function compileDemand(file: ScenarioFile, read: Read): DemandSpec {
  const fire = read('calls_per_day_18_112');
  const european = fire * read('share_112');
  const mobile = read('share_mobile');
  const copper = read('share_copper');
  const others = [read('operator_share_sfr'), read('operator_share_bouygues'), read('operator_share_free')];
  return {
    perDay: [read('calls_per_day_15'), read('calls_per_day_17'), fire - european, european],
    hourly: normalised(file.demand.hourly.shares),
    worriedFactor: read('worried_factor'),
    busynessCv: read('busyness_cv'),
    clusterShare: read('cluster_share'),
    clusterSize: read('cluster_size'),
    originShares: normalised([mobile, Math.max(0, 1 - mobile - copper), copper]),
    operatorShares: normalised([Math.max(0, 1 - others[0] - others[1] - others[2]), ...others]),
    seriousShares: [
      read('serious_share_15'),
      read('serious_share_17'),
      read('serious_share_18'),
      read('serious_share_112'),
    ],
    talkMean: [read('talk_mean_15'), read('talk_mean_17'), read('talk_mean_18_112')],
    talkSigma: read('talk_sigma'),
  };
}

function normalised(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function compileBehaviour(read: Read): BehaviourSpec {
  return {
    redial: [read('redial_1'), read('redial_2'), read('redial_later')],
    gapMin: read('redial_gap_min'),
    gapMean: read('redial_gap_mean'),
    requeueGapMin: read('requeue_gap_min'),
    requeueGapMean: read('requeue_gap_mean'),
    fallback112: read('fallback_112'),
    fallbackOther: read('fallback_other'),
    neighbour: read('neighbour_phone'),
    goThere: read('go_there'),
    goThereDelay: read('go_there_delay'),
    patienceMean: read('patience_mean'),
    cutShare: read('cut_share'),
    callbackShare: read('callback_share'),
    callbackDelayMean: read('callback_delay_mean'),
    maxAttempts: read('max_attempts'),
    seriousDelay: read('serious_delay'),
  };
}

function compileNetwork(file: ScenarioFile, read: Read): NetworkSpec {
  const { servers, ordinaryProfile } = file.network;
  return {
    servers: servers.map((server) => ({
      id: server.id,
      name: server.name,
      site: server.site,
      weight: server.weight,
      reboot: server.rebootMin === undefined ? read('reboot') : wholeMs(server.rebootMin * MINUTE),
      partner: servers.findIndex((other) => other.id === server.partner),
    })),
    modules: read('modules'),
    slots: read('slots'),
    bug: read('bug'),
    leak: read('leak'),
    initialFillMax: read('initial_fill_max'),
    refuseMax: read('refuse_max'),
    ordinaryCalls: read('ordinary_calls'),
    ordinaryProfile: ordinaryProfile.points.map(([time, level]) => [clockTime(time), level] as const),
    ordinaryOverflow: read('ordinary_overflow'),
    operationInterrupt: read('operation_interrupt'),
    rollbackInterrupt: read('rollback_interrupt'),
    warmRestart: read('warm_restart'),
    coldRestart: read('cold_restart'),
    patchInterrupt: read('patch_interrupt'),
    pairWindow: read('pair_window'),
    throttleMax: read('throttle_max'),
    throttleDelay: read('throttle_delay'),
    goAroundSetUp: read('go_around_set_up'),
    goAroundPerArea: read('go_around_per_area'),
    goAroundCapacity: read('go_around_capacity'),
  };
}
