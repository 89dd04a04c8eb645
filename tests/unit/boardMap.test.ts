import { expect, test } from 'vitest';
import map from '../../assets/map/france.json' with { type: 'json' };
import territory from '../../assets/territory/departements.json' with { type: 'json' };
import { makeMap } from '../../src/server/assets/map.ts';

test('the map holds the 101 départements of the territory, each once', () => {
  const codes = map.areas.map((area) => area.code).sort();
  expect(codes).toEqual((territory as { code: string }[]).map((area) => area.code).sort());
});

test('the committed map is the one that `npm run assets` makes', () => {
  expect(JSON.parse(JSON.stringify(makeMap()))).toEqual(map);
});

test('it keeps its attribution and stays under 120 kB', () => {
  expect(map.attribution.join(' ')).toMatch(/CC BY 4\.0/);
  expect(JSON.stringify(map).length).toBeLessThan(120_000);
});

test('borders are drawn once: neighbours share their points', () => {
  const owners = new Map<string, Set<string>>();
  for (const { code, rings } of map.areas) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const key = `${ring[i]},${ring[i + 1]}`;
        owners.set(key, (owners.get(key) ?? new Set()).add(code));
      }
    }
  }
  const creuse = new Set([...owners.values()].filter((set) => set.has('23')).flatMap((set) => [...set]));
  expect([...creuse].sort()).toEqual(['03', '18', '19', '23', '36', '63', '87']);
});

test('the towns of the call servers lie in their départements', () => {
  const homes: Record<string, string> = {
    paris1: '75',
    paris2: '75',
    aubervilliers: '93',
    reims: '51',
    lyon1: '69',
    lyon2: '69',
  };
  for (const site of map.sites) {
    const area = map.areas.find((each) => each.code === homes[site.key]);
    const [x0, y0, x1, y1] = area?.bbox ?? [0, 0, 0, 0];
    expect(site.x >= x0 && site.x <= x1 && site.y >= y0 && site.y <= y1, site.key).toBe(true);
  }
});
