import { clockTime } from './clockTime.ts';
import { joinPath, type ScenarioError, show, unknownName } from './errors.ts';
import { checkOrder, type OrderWorld } from './orderChecks.ts';
import { PARAMETER_NAMES, ruleOf } from './parameterCatalogue.ts';
import { ACTORS, FAULTS, type ScenarioFile, type SectionName } from './schema.ts';
import type { Territory } from './territory.ts';

/** Sums of shares written with three decimals. */
const TOLERANCE = 1e-6;

/** Parts of a file whose own shape is right: what is absent is not checked again, nor held against the others. */
export type SoundParts = { readonly [Name in SectionName]?: ScenarioFile[Name] };

/** What the shape cannot say: order of times, names that must exist, sums, ranges. */
export function checkParts(parts: SoundParts, territory: Territory): ScenarioError[] {
  return [
    ...(parts.clock === undefined ? [] : checkClock(parts.clock)),
    ...(parts.parameters === undefined ? [] : checkParameters(parts.parameters)),
    ...(parts.network === undefined ? [] : checkNetwork(parts.network, territory)),
    ...(parts.causes === undefined ? [] : checkCauses(parts.causes)),
    ...(parts.demand === undefined ? [] : checkDemand(parts.demand)),
    ...(parts.chronology === undefined ? [] : checkChronology(parts.chronology, parts.clock)),
    ...(parts.orders === undefined ? [] : checkOrders(parts.orders, parts, territory)),
  ];
}

function checkClock(clock: ScenarioFile['clock']): ScenarioError[] {
  const names = ['start', 'shownFrom', 'trigger', 'windowEnd', 'end'] as const;
  const errors: ScenarioError[] = [];
  for (let i = 1; i < names.length; i++) {
    const before = clock[names[i - 1]];
    const here = clock[names[i]];
    if (clockTime(here) > clockTime(before)) continue;
    errors.push({ code: 'wrongOrder', path: `clock.${names[i]}`, expected: `> ${before}`, found: here });
  }
  return errors;
}

function checkParameters(parameters: ScenarioFile['parameters']): ScenarioError[] {
  const errors: ScenarioError[] = [];
  for (const name of PARAMETER_NAMES) {
    const entry = parameters[name];
    const rule = ruleOf(name);
    const path = `parameters.${name}`;
    if (entry.unit !== rule.unit) {
      errors.push({ code: 'wrongUnit', path: `${path}.unit`, expected: rule.unit, found: entry.unit });
    }
    if (entry.min < rule.lowest) {
      errors.push({
        code: 'outOfRange',
        path: `${path}.min`,
        expected: `≥ ${rule.lowest}`,
        found: show(entry.min),
      });
    }
    if (entry.max > rule.highest || entry.max < entry.min) {
      const expected = `${entry.min}..${rule.highest}`;
      errors.push({ code: 'outOfRange', path: `${path}.max`, expected, found: show(entry.max) });
    }
    if (entry.value < entry.min || entry.value > entry.max) {
      const expected = `${entry.min}..${entry.max}`;
      errors.push({ code: 'outOfRange', path: `${path}.value`, expected, found: show(entry.value) });
    }
    if (rule.integer === true && !Number.isInteger(entry.value)) {
      errors.push({ code: 'notInteger', path: `${path}.value`, expected: '—', found: show(entry.value) });
    }
    if ((entry.status === 'sourced' || entry.status === 'derived') && entry.source === '') {
      errors.push({ code: 'noSource', path: `${path}.source`, expected: entry.status, found: '""' });
    }
  }
  return [...errors, ...checkRemainders((name) => parameters[name].value, 'parameters.')];
}

/** Shares whose remainder is a share too: the box phones, the calls of Orange's customers. */
const REMAINDERS = [
  ['share_mobile', 'share_copper'],
  ['operator_share_sfr', 'operator_share_bouygues', 'operator_share_free'],
  ['fallback_112', 'fallback_other', 'neighbour_phone'],
] as const;

export function checkRemainders(
  valueOf: (name: (typeof REMAINDERS)[number][number]) => number,
  prefix: string,
): ScenarioError[] {
  const errors: ScenarioError[] = [];
  for (const names of REMAINDERS) {
    const sum = names.reduce((total, name) => total + valueOf(name), 0);
    if (sum <= 1 + TOLERANCE) continue;
    errors.push({
      code: 'wrongSum',
      path: names.map((name) => prefix + name).join(' + '),
      expected: '≤ 1',
      found: show(sum),
    });
  }
  return errors;
}

function checkNetwork(network: ScenarioFile['network'], territory: Territory): ScenarioError[] {
  const errors: ScenarioError[] = [];
  const ids = network.servers.map((server) => server.id);
  const regions = [...new Set(territory.map((area) => area.region))];
  const codes = territory.map((area) => area.code);
  const known = (
    code: 'unknownServer' | 'unknownArea' | 'unknownRegion',
    path: string,
    name: string,
    all: readonly string[],
  ) => {
    if (!all.includes(name)) errors.push(unknownName(code, path, name, all));
  };
  const once = (path: string, names: readonly string[], key: string) => {
    names.forEach((name, i) => {
      if (names.indexOf(name) === i) return;
      errors.push({ code: 'duplicate', path: `${path}[${i}].${key}`, expected: '—', found: name });
    });
  };

  once('network.servers', ids, 'id');
  network.servers.forEach((server, i) => {
    const path = `network.servers[${i}].partner`;
    known('unknownServer', path, server.partner, ids);
    if (server.partner === server.id)
      errors.push({ code: 'ownPartner', path, expected: '—', found: server.id });
  });

  const { regions: rules, exceptions } = network.homing;
  once(
    'network.homing.regions',
    rules.map((rule) => rule.region),
    'region',
  );
  rules.forEach((rule, i) => {
    known('unknownRegion', `network.homing.regions[${i}].region`, rule.region, regions);
    known('unknownServer', `network.homing.regions[${i}].home`, rule.home, ids);
  });
  const left = regions.filter((region) => !rules.some((rule) => rule.region === region));
  if (left.length > 0) {
    errors.push({
      code: 'notCovered',
      path: 'network.homing.regions',
      expected: left.join(', '),
      found: '—',
    });
  }
  once(
    'network.homing.exceptions',
    exceptions.map((rule) => rule.area),
    'area',
  );
  exceptions.forEach((rule, i) => {
    known('unknownArea', `network.homing.exceptions[${i}].area`, rule.area, codes);
    known('unknownServer', `network.homing.exceptions[${i}].home`, rule.home, ids);
  });

  once(
    'network.ipAreas',
    network.ipAreas.map((entry) => entry.area),
    'area',
  );
  network.ipAreas.forEach((entry, i) =>
    known('unknownArea', `network.ipAreas[${i}].area`, entry.area, codes),
  );

  const { points } = network.ordinaryProfile;
  points.forEach(([time], i) => {
    if (i === 0 || clockTime(time) > clockTime(points[i - 1][0])) return;
    const path = `network.ordinaryProfile.points[${i}][0]`;
    errors.push({ code: 'wrongOrder', path, expected: `> ${points[i - 1][0]}`, found: time });
  });
  if (points.every(([, level]) => level === 0)) {
    errors.push({ code: 'wrongSum', path: 'network.ordinaryProfile.points', expected: '> 0', found: '0' });
  }
  return errors;
}

function checkCauses(causes: NonNullable<ScenarioFile['causes']>): ScenarioError[] {
  const errors: ScenarioError[] = [];
  const sum = FAULTS.reduce((total, fault) => total + causes.shares[fault], 0);
  if (sum < 1 - TOLERANCE || sum > 1 + TOLERANCE)
    errors.push({ code: 'wrongSum', path: 'causes.shares', expected: '= 1', found: show(sum) });
  for (const name of ['attack', 'cut'] as const) {
    const [first, last] = causes[name].untilMin;
    if (last < first)
      errors.push({
        code: 'wrongOrder',
        path: `causes.${name}.untilMin[1]`,
        expected: `≥ ${first}`,
        found: show(last),
      });
  }
  return errors;
}

function checkDemand(demand: ScenarioFile['demand']): ScenarioError[] {
  const sum = demand.hourly.shares.reduce((total, share) => total + share, 0);
  if (sum > 1 - TOLERANCE && sum < 1 + TOLERANCE) return [];
  return [{ code: 'wrongSum', path: 'demand.hourly.shares', expected: '= 1', found: show(sum) }];
}

function checkChronology(
  chronology: ScenarioFile['chronology'],
  clock: ScenarioFile['clock'] | undefined,
): ScenarioError[] {
  const errors: ScenarioError[] = [];
  chronology.forEach((row, i) => {
    const path = `chronology[${i}]`;
    if (clock !== undefined && clockTime(row.at) > clockTime(clock.end)) {
      errors.push({ code: 'outsideClock', path: `${path}.at`, expected: `≤ ${clock.end}`, found: row.at });
    }
    if (i > 0 && clockTime(row.at) < clockTime(chronology[i - 1].at)) {
      errors.push({
        code: 'wrongOrder',
        path: `${path}.at`,
        expected: `≥ ${chronology[i - 1].at}`,
        found: row.at,
      });
    }
    // A ghost is what is known to have happened then: never an inference.
    if (row.ghost && row.confidence === 'I') {
      errors.push({ code: 'notOneOf', path: `${path}.confidence`, expected: 'O, O*, P, W', found: 'I' });
    }
    for (const key of ['key', 'milestone'] as const) {
      const name = row[key];
      if (name === undefined || chronology.findIndex((other) => other[key] === name) === i) continue;
      errors.push({ code: 'duplicate', path: `${path}.${key}`, expected: '—', found: name });
    }
  });
  return errors;
}

function checkOrders(
  orders: ScenarioFile['orders'],
  parts: SoundParts,
  territory: Territory,
): ScenarioError[] {
  const world: OrderWorld = {
    servers: parts.network?.servers.map((server) => server.id) ?? null,
    areas: territory.map((area) => area.code),
    clock: parts.clock === undefined ? null : { from: parts.clock.start, to: parts.clock.end },
  };
  return orders.flatMap((order, i) => {
    const path = `orders[${i}]`;
    const errors = checkOrder(order, path, world);
    if (!(ACTORS as readonly string[]).includes(order.by)) {
      errors.push(unknownName('unknownActor', joinPath(path, 'by'), order.by, ACTORS));
    }
    if (order.status === 'documented' && order.source === '') {
      errors.push({ code: 'noSource', path: joinPath(path, 'source'), expected: order.status, found: '""' });
    }
    return errors;
  });
}
