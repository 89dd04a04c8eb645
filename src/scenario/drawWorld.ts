import { PURPOSE } from '../callflow/purpose.ts';
import type { AreaSpec, FaultSpec, NetworkSpec, ServerSpec, WorldSpec } from '../callflow/spec.ts';
import { Draws } from '../kernel/threefry.ts';
import { MINUTE } from '../kernel/time.ts';
import type { CompiledWorld } from './compile.ts';
import { FAULTS, type Fault, type ScenarioFile } from './schema.ts';

type Causes = NonNullable<ScenarioFile['causes']>;

/** The world of one evening, and what is behind its failures. */
export interface DrawnWorld extends CompiledWorld {
  readonly cause: Fault;
}

/** What each draw of an evening is for: entities of the purpose `scenario`. */
const DRAWN = { cause: 0, until: 1, homes: 2, overflow: 3, ip: 4, reach: 5, make: 6, city: 7 } as const;

/** The cause of a seed's evening: the bug where the scenario draws none. */
export function drawCause({ causes }: Pick<ScenarioFile, 'causes'>, seed: number): Fault {
  if (causes === undefined) return 'bug';
  const draws = new Draws(seed);
  draws.draw(DRAWN.cause, PURPOSE.scenario, 0);
  let left = draws.u0;
  return FAULTS.find((fault) => (left -= causes.shares[fault]) < 0) ?? 'bug';
}

/**
 * The world of a seed. Where the scenario draws the cause, the seed also draws which servers carry which regions, which
 * areas are badly connected or on IP, and which servers no order reaches from afar: what was learnt one evening is a
 * method, not an answer. The same world, untouched, for a scenario that draws nothing.
 */
export function drawWorld(world: CompiledWorld, seed: number): DrawnWorld {
  const { spec, causes } = world;
  if (causes === null) return { ...world, cause: 'bug' };
  const cause = drawCause({ causes }, seed);
  const lot = new Lot(seed);
  const network = drawNetwork(spec.network, causes, lot);
  return {
    ...world,
    cause,
    spec: {
      ...spec,
      id: `${spec.id}-${seed}`,
      areas: drawAreas(spec, lot),
      network: withFault(network, cause, causes, lot, spec.clock.trigger),
    },
  };
}

/** Draws of a seed, by what they are for. */
class Lot {
  private readonly draws: Draws;

  constructor(seed: number) {
    this.draws = new Draws(seed);
  }

  /** In (0, 1). */
  luck(what: number, index = 0): number {
    this.draws.draw(what, PURPOSE.scenario, index);
    return this.draws.u0;
  }

  /** The items in a drawn order. */
  shuffled<T>(items: readonly T[], what: number): T[] {
    return items
      .map((item, i) => ({ item, i, rank: this.luck(what, i + 1) }))
      .sort((a, b) => a.rank - b.rank || a.i - b.i)
      .map(({ item }) => item);
  }
}

/** Servers change places: each takes over the traffic and the reboots of another, and pairs stay as they are. */
function drawNetwork(network: NetworkSpec, causes: Causes, lot: Lot): NetworkSpec {
  const places = serverPlaces(network.servers, lot);
  const away = lot.shuffled(places, DRAWN.reach).slice(0, causes.access.outOfReach);
  const servers = network.servers.map((server, index): ServerSpec => {
    const { weight, reboot } = network.servers[places.indexOf(index)]!;
    return { ...server, weight, reboot, outOfReach: away.includes(index) };
  });
  const { cutDelayMin, onSiteMin } = causes.access;
  return {
    ...network,
    servers,
    access: { cutDelay: Math.floor(cutDelayMin * MINUTE), onSite: Math.floor(onSiteMin * MINUTE) },
  };
}

/** By server of the file: the server that stands in its place this evening. Partners stand in for partners. */
function serverPlaces(servers: readonly ServerSpec[], lot: Lot): number[] {
  const firsts = servers.flatMap((server, index) => (index < server.partner ? [index] : []));
  const drawn = lot.shuffled(firsts, DRAWN.homes);
  const places = servers.map((_, index) => index);
  firsts.forEach((first, i) => {
    const there = [drawn[i]!, servers[drawn[i]!]!.partner];
    const swapped = lot.luck(DRAWN.homes, 100 + i) < 0.5;
    places[first] = there[swapped ? 1 : 0]!;
    places[servers[first]!.partner] = there[swapped ? 0 : 1]!;
  });
  return places;
}

/** Inhabitants from which an area may be one of the badly connected ones (assumed: such as the file's own). */
const POPULOUS = 1_000_000;

/** Regions go with the server that stands in for theirs; bad connections and IP fall on other areas, as many of them. */
function drawAreas({ areas, network }: WorldSpec, lot: Lot): AreaSpec[] {
  const places = serverPlaces(network.servers, lot);
  const usual = mostCommon(areas.map(({ overflow }) => overflow));
  const bad = areas.map(({ overflow }) => overflow).filter((overflow) => overflow !== usual);
  const order = lot.shuffled(areas, DRAWN.ip);
  const onIp = new Set(
    order
      .filter(({ overseas }) => !overseas)
      .slice(0, areas.filter(({ technology }) => technology === 'ip').length),
  );
  const badly = lot
    .shuffled(areas, DRAWN.overflow)
    .filter((area) => area.population >= POPULOUS && !area.overseas && !onIp.has(area))
    .slice(0, bad.length);
  return areas.map((area) => ({
    ...area,
    home: places[area.home]!,
    technology: onIp.has(area) ? 'ip' : 'copper',
    overflow: badly.includes(area) ? bad[badly.indexOf(area)]! : usual,
  }));
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function withFault(
  network: NetworkSpec,
  cause: Fault,
  causes: Causes,
  lot: Lot,
  trigger: number,
): NetworkSpec {
  if (cause === 'bug') return network;
  const healthy = { ...network, bug: 0, leak: 0 };
  return { ...healthy, fault: faultOf(network.servers, cause, causes, lot, trigger) };
}

function faultOf(
  servers: readonly ServerSpec[],
  cause: Exclude<Fault, 'bug'>,
  causes: Causes,
  lot: Lot,
  trigger: number,
): FaultSpec {
  const after = (minutes: number): number => trigger + Math.floor(minutes * MINUTE);
  const drawnUntil = ([first, last]: readonly [number, number]): number =>
    after(first + lot.luck(DRAWN.until) * (last - first));
  if (cause === 'attack') {
    const { fromMin, untilMin, everyMin, downMin } = causes.attack;
    return {
      kind: 'attack',
      from: after(fromMin),
      until: drawnUntil(untilMin),
      every: Math.floor(everyMin * MINUTE),
      down: Math.floor(downMin * MINUTE),
    };
  }
  if (cause === 'otherVendor') {
    // One of each pair is of the other make: what is bought twice is bought so that one can stand in for the other.
    const firsts = servers.flatMap((server, index) => (index < server.partner ? [index] : []));
    const make = firsts.map((first, i) => (lot.luck(DRAWN.make, i) < 0.5 ? first : servers[first]!.partner));
    return { kind: 'lossy', servers: make.sort((a, b) => a - b), share: causes.otherVendor.loss };
  }
  // A city that holds a server and its partner would leave nobody to stand in.
  const cities = [...new Set(servers.map(({ site }) => site))].filter((site) =>
    servers.every((server) => server.site !== site || servers[server.partner]!.site !== site),
  );
  const city = cities[Math.floor(lot.luck(DRAWN.city) * cities.length)];
  return {
    kind: 'cut',
    servers: servers.flatMap(({ site }, index) => (site === city ? [index] : [])),
    from: after(0),
    until: drawnUntil(causes.cut.untilMin),
    headroom: causes.cut.headroom,
  };
}
