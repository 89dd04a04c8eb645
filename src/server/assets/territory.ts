import { createRequire } from 'node:module';
import type { Territory } from '../../scenario/territory.ts';

interface Commune {
  readonly type: string;
  readonly departement: string;
  readonly population?: number;
}
interface Departement {
  readonly code: string;
  readonly nom: string;
  readonly region: string;
  readonly zone: string;
}
/** Outline of a département on the map, coordinates x and y in turn; those of one frame share their vertices. */
export interface Outline {
  readonly code: string;
  readonly frame: string;
  readonly rings: readonly (readonly number[])[];
}
interface Region {
  readonly code: string;
  readonly nom: string;
}

/** Where the result is kept, from the root of the repository. */
export const TERRITORY_PATH = 'assets/territory/departements.json';

/** Local time minus Paris summer time. Overseas départements keep one time all year round. */
const HOUR_SHIFTS: Readonly<Record<string, number>> = { '971': -6, '972': -6, '973': -5, '974': 2, '976': 1 };

/**
 * The 101 départements with their population, from the package of Etalab (official geographic code and
 * populations of INSEE). Only communes of today are summed: the delegated ones have no population of their
 * own, and the municipal arrondissements of Paris, Lyon and Marseille would count 3.5 million people twice.
 * Overseas collectivities (zone `com`) have other networks and are left out.
 */
export function makeTerritory(outlines: readonly Outline[]): Territory {
  const load = createRequire(import.meta.url);
  const communes = load('@etalab/decoupage-administratif/data/communes.json') as readonly Commune[];
  const departements = load(
    '@etalab/decoupage-administratif/data/departements.json',
  ) as readonly Departement[];
  const regions = load('@etalab/decoupage-administratif/data/regions.json') as readonly Region[];

  const population = new Map<string, number>();
  for (const commune of communes) {
    if (commune.type !== 'commune-actuelle') continue;
    const sum = population.get(commune.departement) ?? 0;
    population.set(commune.departement, sum + (commune.population ?? 0));
  }
  const regionNames = new Map(regions.map((region) => [region.code, region.nom]));

  return departements
    .filter((departement) => departement.zone !== 'com')
    .map((departement) => ({
      code: departement.code,
      name: departement.nom,
      region: regionNames.get(departement.region) ?? departement.nom,
      population: population.get(departement.code) ?? 0,
      overseas: departement.zone === 'drom',
      hourShift: HOUR_SHIFTS[departement.code] ?? 0,
      borders: bordersOf(departement.code, outlines),
    }));
}

/** Outlines that meet at one vertex touch; two make a border. */
const BORDER = 2;

/** Who shares a border on the map: the outlines were simplified together, so that neighbours keep the same vertices. */
function bordersOf(code: string, outlines: readonly Outline[]): string[] {
  const own = outlines.find((outline) => outline.code === code);
  if (own === undefined) return [];
  const vertices = verticesOf(own);
  return outlines
    .filter(
      (other) =>
        other !== own &&
        other.frame === own.frame &&
        [...verticesOf(other)].filter((vertex) => vertices.has(vertex)).length >= BORDER,
    )
    .map((other) => other.code)
    .toSorted();
}

/** The enlarged outlines keep a decimal more than those around them. */
function verticesOf({ rings }: Outline): ReadonlySet<string> {
  const vertices = new Set<string>();
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i += 2)
      vertices.add(`${ring[i]!.toFixed(1)} ${ring[i + 1]!.toFixed(1)}`);
  return vertices;
}

/** The file's text: one département a line, so that a change of population reads well in a diff. */
export function territoryText(territory: Territory): string {
  return `[\n${territory.map((area) => `  ${JSON.stringify(area)}`).join(',\n')}\n]\n`;
}
