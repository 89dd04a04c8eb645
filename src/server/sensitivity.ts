import { compileWorld } from '../scenario/compile.ts';
import { PARAMETER_NAMES } from '../scenario/parameterCatalogue.ts';
import type { ParameterName } from '../scenario/parameterCatalogue.ts';
import { computeEvenings } from './pool.ts';
import { Progress } from './progress.ts';
import { mean } from '../debrief/statistics.ts';
import { standardError } from './statistics.ts';
import type { ChosenWorld, World } from './world.ts';

export interface Change {
  /** Mean over seeds of (with this value) - (as chosen), the same callers in both. */
  readonly change: number;
  readonly se: number;
}

const MEASURES = ['unrouted', 'neverServed', 'unroutedShare'] as const;
type Measure = (typeof MEASURES)[number];

export type End = { readonly value: number } & Readonly<Record<Measure, Change>>;

export interface ParameterSensitivity {
  readonly parameter: ParameterName;
  readonly unit: string;
  readonly status: string;
  readonly value: number;
  /** Ends of the plausible range; null where that value contradicts another parameter (shares above 1). */
  readonly low: End | null;
  readonly high: End | null;
}

const size = (end: End | null): number => Math.abs(end?.unrouted.change ?? 0);

/**
 * Each parameter that has a range, at each end of it, against the world as chosen: paired seeds, so that the
 * difference is the parameter's doing. Largest effect on unrouted attempts first.
 */
export async function computeSensitivity(
  { file, territory, world }: ChosenWorld,
  seeds: readonly number[],
): Promise<ParameterSensitivity[]> {
  const names = PARAMETER_NAMES.filter((name) => file.parameters[name].min < file.parameters[name].max);
  const worlds: World[] = [world];
  const variant = (name: ParameterName, value: number): number | null => {
    if (value === file.parameters[name].value) return 0;
    const compiled = compileWorld(file, territory, { [name]: value });
    return compiled.ok ? worlds.push(compiled.value) - 1 : null;
  };
  const ends = names.map((name) => {
    const { min, max } = file.parameters[name];
    return { name, low: variant(name, min), high: variant(name, max) };
  });

  const progress = new Progress(worlds.length * seeds.length);
  const summaries = await computeEvenings(worlds, seeds, progress);
  progress.end();

  const endOf = (index: number | null, value: number): End | null => {
    if (index === null) return null;
    const changes = MEASURES.map((name) => {
      const differences = seeds.map((_, i) => summaries[index][i][name] - summaries[0][i][name]);
      return [name, { change: mean(differences), se: standardError(differences) }] as const;
    });
    return { value, ...(Object.fromEntries(changes) as Record<Measure, Change>) };
  };
  return ends
    .map(({ name, low, high }) => {
      const { unit, status, value, min, max } = file.parameters[name];
      return { parameter: name, unit, status, value, low: endOf(low, min), high: endOf(high, max) };
    })
    .sort((a, b) => Math.max(size(b.low), size(b.high)) - Math.max(size(a.low), size(a.high)));
}
