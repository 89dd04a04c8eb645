import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWorld } from '../../src/scenario/compile.ts';
import { PARAMETER_NAMES, ruleOf } from '../../src/scenario/parameterCatalogue.ts';
import { type ParameterSet, setParameters } from '../../src/scenario/parameters.ts';
import { scenarioFile, territory } from './scenarioSample.ts';

const file = scenarioFile();

function compiled(set: ParameterSet = {}) {
  const result = compileWorld(file, territory, set);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const refusal = (set: ParameterSet) => {
  const result = setParameters(file, set);
  return result.ok ? [] : result.error.map(({ code, path, nearest }) => [code, path, nearest]);
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test('the world holds together', () => {
  const { spec } = compiled();
  expect(sum(spec.demand.hourly)).toBeCloseTo(1, 12);
  expect(sum(spec.demand.originShares)).toBeCloseTo(1, 12);
  expect(sum(spec.demand.operatorShares)).toBeCloseTo(1, 12);
  expect(sum(spec.demand.perDay)).toBe(158_000);
  expect(spec.clock).toEqual({
    start: 58_500_000,
    trigger: 60_300_000,
    windowEnd: 86_400_000,
    end: 97_200_000,
  });
  expect(spec.areas).toHaveLength(101);
  for (const area of spec.areas) {
    expect(spec.network.servers[area.home]).toBeDefined();
    expect(area.overflow).toBeGreaterThanOrEqual(0);
  }
  for (const server of spec.network.servers) expect(spec.network.servers[server.partner]).not.toBe(server);
});

test('about 15 % of the rooms are on IP, Doubs, Gard and Hérault among them', () => {
  const ip = compiled().spec.areas.filter((area) => area.technology === 'ip');
  expect(ip.length / 101).toBeCloseTo(0.15, 2);
  expect(ip.map((area) => area.code)).toEqual(expect.arrayContaining(['25', '30', '34']));
});

test('durations become whole milliseconds', () => {
  const { spec } = compiled({ patience_mean: 49.4, cold_restart: 10 });
  expect(spec.behaviour.patienceMean).toBe(49_400);
  expect(spec.network.coldRestart).toBe(600_000);
  expect(spec.network.servers.map((server) => server.reboot)).toContain(600_000);
});

test('the sequence of 2021 is complete and in order', () => {
  const { orders } = compiled({ operation_spacing: 3 });
  expect(orders[0]).toEqual({
    at: 60_240_000,
    by: 'operator_network',
    type: 'operation',
    args: { servers: 'all', spacingMin: 3 },
  });
  const areas = orders.flatMap((order) => (order.type === 'openNumbers' ? order.args.areas : []));
  expect(areas).toHaveLength(90);
  expect(new Set(areas).size).toBe(90);
});

test('equal worlds have equal ids, whatever the way they are written', () => {
  const { id } = compiled().spec;
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(compiled({ bug: 'on' }).spec.id).toBe(id);
  expect(compiled({ bug: 1, modules: '8' }).spec.id).toBe(id);
  expect(compiled({ bug: 'off' }).spec.id).not.toBe(id);
  expect(compiled({ bug: 'off' }).spec.id).toBe(compiled({ bug: '0' }).spec.id);
});

test('values out of the plausible range are taken, those without meaning refused', () => {
  expect(compiled({ calls_per_day_15: 490_000 }).spec.demand.perDay[0]).toBe(490_000);
  expect(refusal({ leak: 1.5 })).toEqual([['outOfRange', 'leak', undefined]]);
  expect(refusal({ leak: Number.NaN })).toEqual([['wrongType', 'leak', undefined]]);
  expect(refusal({ leak: '' })).toEqual([['wrongType', 'leak', undefined]]);
  expect(refusal({ leak: '0x1' })).toEqual([['wrongType', 'leak', undefined]]);
  expect(refusal({ leak: 'on' })).toEqual([['wrongType', 'leak', undefined]]);
  expect(refusal({ bug: 'perhaps' })).toEqual([['wrongType', 'bug', undefined]]);
  expect(refusal({ modules: 2.5 })).toEqual([['notInteger', 'modules', undefined]]);
  expect(refusal({ 'worried-factor': 1 })).toEqual([
    ['unknownParameter', 'worried-factor', 'worried_factor'],
  ]);
  expect(refusal({ share_mobile: 0.95 })).toEqual([['wrongSum', 'share_mobile + share_copper', undefined]]);
  expect(refusal({ toString: 1, zz: 2 })).toHaveLength(2);
});

test('any value within the limits of one parameter gives a world without holes', () => {
  const anyValue = fc.constantFrom(...PARAMETER_NAMES).chain((name) => {
    const { lowest, highest, integer } = ruleOf(name);
    const value =
      integer === true
        ? fc.integer({ min: lowest, max: highest })
        : fc.double({ min: lowest, max: highest, noNaN: true });
    return fc.tuple(fc.constant(name), value);
  });
  let compiled = 0;
  let refused = 0;
  fc.assert(
    fc.property(anyValue, ([name, value]) => {
      const result = compileWorld(file, territory, { [name]: value });
      if (!result.ok) {
        refused++;
        expect(result.error.map(({ code }) => code)).toEqual(result.error.map(() => 'wrongSum'));
        return;
      }
      compiled++;
      const numbers: number[] = [];
      JSON.stringify(result.value, (_, inner: unknown) => {
        if (typeof inner === 'number') numbers.push(inner);
        return inner;
      });
      expect(numbers.filter((number) => !(Number.isFinite(number) && number >= -24))).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(compiled).toBeGreaterThan(refused);
});
