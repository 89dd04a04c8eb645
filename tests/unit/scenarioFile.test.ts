import { describe, expect, test } from 'vitest';
import type { ScenarioError } from '../../src/scenario/errors.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { PARAMETER_NAMES } from '../../src/scenario/parameterCatalogue.ts';
import { MILESTONES } from '../../src/scenario/schema.ts';
import { documentedTimes, scenarioInfo } from '../../src/scenario/info.ts';
import { scenarioFile, scenarioJson, territory } from './scenarioSample.ts';

type Step = string | number;

/** Every field of a JSON value, by its steps. */
function fieldsOf(value: unknown, above: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [Step, unknown][] = Array.isArray(value)
    ? value.map((item, i) => [i, item])
    : Object.entries(value);
  return entries.flatMap(([step, inner]) => [[...above, step], ...fieldsOf(inner, [...above, step])]);
}

const pathOf = (steps: readonly Step[]): string =>
  steps.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');

function valueAt(json: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>((value, step) => (value as Record<Step, unknown>)[step], json);
}

/** A copy of the scenario with one field put at another value, or taken out. */
function damaged(steps: readonly Step[], change: (found: unknown) => unknown): unknown {
  const json: unknown = JSON.parse(scenarioText);
  const parent = valueAt(json, steps.slice(0, -1)) as Record<Step, unknown>;
  const last = steps.at(-1)!;
  const value = change(parent[last]);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return json;
}

const errorsOf = (json: unknown): readonly ScenarioError[] => {
  const parsed = parseScenario(json, territory);
  return parsed.ok ? [] : parsed.error;
};
const scenarioText = JSON.stringify(scenarioJson());
const fields = fieldsOf(scenarioJson());

/** What a file may leave out. */
const OPTIONAL = /\.(main|rebootMin|overflow|milestone)$|^orders\[\d+\]\.args\./;

test('the scenario of 2 June 2021 is valid, and gives every parameter', () => {
  const file = scenarioFile();
  expect(Object.keys(file.parameters).sort()).toEqual([...PARAMETER_NAMES].sort());
});

test('a value that is no scenario is refused', () => {
  for (const json of [undefined, null, 3, 'x', true, [], {}])
    expect(errorsOf(json).length).toBeGreaterThan(0);
});

test('a field left out is named', () => {
  const missed = fields
    .filter((steps) => typeof steps.at(-1) === 'string' && !OPTIONAL.test(pathOf(steps)))
    .filter((steps) => {
      const errors = errorsOf(damaged(steps, () => undefined));
      return !errors.some((error) => error.path === pathOf(steps));
    });
  expect(missed.map(pathOf)).toEqual([]);
});

describe.each([
  ['null', () => null],
  ['another type', (found: unknown) => (typeof found === 'string' ? { text: found } : 'twelve')],
  [
    'a list or an object',
    (found: unknown) => (Array.isArray(found) ? { list: found } : ([[found]] as unknown)),
  ],
] as const)('a field turned into %s', (_, change) => {
  test('is named', () => {
    const missed = fields.filter((steps) => {
      const errors = errorsOf(damaged(steps, change));
      return !errors.some((error) => error.path.startsWith(pathOf(steps)));
    });
    expect(missed.map(pathOf)).toEqual([]);
  });
});

test('a field that nobody knows is named', () => {
  const objects = [[], ...fields].filter((steps) => {
    const value = valueAt(JSON.parse(scenarioText), steps);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  });
  const missed = objects.filter((steps) => {
    const json: unknown = JSON.parse(scenarioText);
    (valueAt(json, steps) as Record<string, unknown>).colour = 'red';
    return !errorsOf(json).some((error) => error.path === pathOf([...steps, 'colour']));
  });
  expect(missed.map(pathOf)).toEqual([]);
});

/** [what, where, change, code, path if not where]. */
const MEANING: readonly [string, readonly Step[], unknown, string, string?][] = [
  ['a value outside its range', ['parameters', 'leak', 'value'], 0.4, 'outOfRange'],
  ['a range the model cannot compute', ['parameters', 'share_mobile', 'max'], 2, 'outOfRange'],
  ['a range turned round', ['parameters', 'leak', 'max'], 0.001, 'outOfRange'],
  ['half a module', ['parameters', 'modules', 'value'], 7.5, 'notInteger'],
  ['minutes for seconds', ['parameters', 'patience_mean', 'unit'], 'minutes', 'wrongUnit'],
  ['a source that is missing', ['parameters', 'bug', 'source'], '', 'noSource'],
  [
    'shares above one',
    ['parameters', 'share_copper'],
    { value: 0.4, unit: 'share', min: 0, max: 0.5, status: 'assumed', source: '', group: 'callers' },
    'wrongSum',
    'parameters.share_mobile + parameters.share_copper',
  ],
  [
    'hours that do not make a day',
    ['demand', 'hourly', 'shares', 3],
    0.5,
    'wrongSum',
    'demand.hourly.shares',
  ],
  ['a trigger after the end', ['clock', 'windowEnd'], '16:40', 'wrongOrder'],
  ['a time that is none', ['clock', 'end'], '27h00', 'badTime'],
  ['a partner that does not exist', ['network', 'servers', 0, 'partner'], 'aubervillier', 'unknownServer'],
  ['a server its own partner', ['network', 'servers', 0, 'partner'], 'paris1', 'ownPartner'],
  ['a home that does not exist', ['network', 'homing', 'regions', 2, 'home'], 'lille', 'unknownServer'],
  [
    'a region that does not exist',
    ['network', 'homing', 'regions', 2, 'region'],
    'Normandi',
    'unknownRegion',
  ],
  ['an exception nowhere', ['network', 'homing', 'exceptions', 0, 'area'], '20', 'unknownArea'],
  ['IP nowhere', ['network', 'ipAreas', 0, 'area'], '99', 'unknownArea'],
  ['a profile that goes back', ['network', 'ordinaryProfile', 'points', 2, 0], '16:30', 'wrongOrder'],
  ['a chronology that goes back', ['chronology', 3, 'at'], '16:01', 'wrongOrder'],
  ['a chronology after the end', ['chronology', 22, 'at'], '29:00', 'outsideClock'],
  ['the same moment twice', ['chronology', 4, 'key'], 'failuresBegin', 'duplicate'],
  ['an order to a server that does not exist', ['orders', 0, 'args', 'servers'], ['lyon3'], 'unknownServer'],
  ['an order of a type that does not exist', ['orders', 0, 'type'], 'operations', 'notOneOf'],
  ['an order before the clock', ['orders', 0, 'at'], '12:00', 'outsideClock'],
  ['an order by nobody known', ['orders', 0, 'by'], 'somebody', 'unknownActor'],
];

test.each(MEANING)('%s is named', (_, steps, value, code, path = undefined) => {
  const errors = errorsOf(damaged(steps, () => value));
  const found = errors.find((error) => error.code === code);
  expect(errors.map((error) => error.code)).toContain(code);
  expect(found!.path).toMatch(path ?? pathOf(steps));
});

test('several errors are given at once, each with the name that was probably meant', () => {
  const json = JSON.parse(scenarioText) as Record<string, Record<string, unknown>>;
  json.parameters!.leek = json.parameters!.leak;
  (json.network!.servers as { partner: string }[])[3]!.partner = 'paris3';
  json.clock!.start = 'soon';
  const errors = errorsOf(json);
  expect(errors.map(({ code, path, nearest }) => [code, path, nearest])).toEqual([
    ['badTime', 'clock.start', undefined],
    ['unknownParameter', 'parameters.leek', 'leak'],
    ['unknownServer', 'network.servers[3].partner', 'paris1'],
  ]);
});

test('the information for the screens follows the file', () => {
  const file = scenarioFile();
  const info = scenarioInfo(file, territory, 'abc');
  expect(info.areas).toHaveLength(101);
  expect(info.areas.find((area) => area.code === '69')).toMatchObject({
    home: 'lyon1',
    technology: 'copper',
  });
  expect(info.areas.find((area) => area.code === '25')).toMatchObject({ technology: 'ip' });
  expect(info.parameters).toHaveLength(PARAMETER_NAMES.length);
  expect(info.chronology.filter((row) => row.ghost && row.confidence === 'I')).toEqual([]);
  expect(info.orders.map((order) => order.at)).toEqual(
    info.orders.map((order) => order.at).toSorted((a, b) => a - b),
  );
  expect(structuredClone(info)).toEqual(info);
  // No order comes near the end of the disturbance: it ends by itself.
  expect(info.orders.filter((order) => order.at > 22 * 3_600_000)).toEqual([]);
});

test('documented times are those of the reports', () => {
  const times = documentedTimes(scenarioFile());
  expect(Object.keys(times)).toEqual([...MILESTONES]);
  expect(times).toEqual({
    noticed: 0,
    emergencyImpactKnown: 55,
    firstPublicWord: 105,
    authoritiesTold: 120,
    cic: 122,
    firstValidNumber: 135,
    operatorCell: 170,
    otherOperatorsTold: 235,
    adviceOnNumbers: null,
    restored: 435,
  });
});
