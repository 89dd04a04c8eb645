import type { Opening } from './exercise.ts';

const known = new WeakMap<Opening, Map<number, readonly number[]>>();

/**
 * Départements that share a border with one, as indices, in order of code; overseas, where none does, those of overseas
 * behind the same call server.
 */
export function neighboursOf(opening: Opening, home: number): readonly number[] {
  let found = known.get(opening);
  if (found === undefined) known.set(opening, (found = new Map()));
  let near = found.get(home);
  if (near === undefined) found.set(home, (near = bordering(opening, home)));
  return near;
}

function bordering({ ground, spec }: Opening, home: number): readonly number[] {
  const { areas } = spec;
  const own = areas[home]!;
  const borders = ground.territory.find(({ code }) => code === own.code)?.borders ?? [];
  const touching = areas.flatMap(({ code }, area) => (borders.includes(code) ? [area] : []));
  if (touching.length > 0) return touching;
  return areas.flatMap((other, area) =>
    area !== home && other.home === own.home && other.overseas === own.overseas ? [area] : [],
  );
}
