import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeMap } from '../../src/server/assets/map.ts';
import { makeTerritory, TERRITORY_PATH, territoryText } from '../../src/server/assets/territory.ts';
import { territory } from './scenarioSample.ts';

test('the committed départements are those of the official package', () => {
  const committed = readFileSync(new URL(`../../${TERRITORY_PATH}`, import.meta.url), 'utf8');
  expect(committed).toBe(territoryText(makeTerritory(makeMap().areas)));
});

test('101 départements, five of them overseas, each with people', () => {
  expect(territory).toHaveLength(101);
  expect(new Set(territory.map((area) => area.code)).size).toBe(101);
  expect(territory.filter((area) => area.overseas).map((area) => [area.code, area.hourShift])).toEqual([
    ['971', -6],
    ['972', -6],
    ['973', -5],
    ['974', 2],
    ['976', 1],
  ]);
  expect(territory.filter((area) => area.population < 70_000)).toEqual([]);
  expect(new Set(territory.map((area) => area.region)).size).toBe(18);
});

const bordersOf = (code: string): readonly string[] => territory.find((area) => area.code === code)!.borders;

test('borders are those of the map: each seen from both sides, none overseas', () => {
  expect(bordersOf('59')).toEqual(['02', '62', '80']);
  expect(bordersOf('75')).toEqual(['92', '93', '94']);
  for (const { code, borders, overseas } of territory) {
    expect(borders.length > 0).toBe(!overseas);
    for (const other of borders) expect(bordersOf(other)).toContain(code);
  }
});

test('nobody is counted twice', () => {
  const total = territory.reduce((sum, area) => sum + area.population, 0);
  expect(total).toBeGreaterThan(67_000_000);
  expect(total).toBeLessThan(68_500_000);
  // The arrondissements of Paris are not added to Paris.
  expect(territory.find((area) => area.code === '75')!.population).toBeLessThan(2_300_000);
});
