import type { Evening } from '../../callflow/evening.ts';
import { MODULE } from '../../callflow/moduleState.ts';
import { NUMBERS } from '../../callflow/spec.ts';
import { Draws } from '../../kernel/threefry.ts';
import type { FactType } from '../../scenario/play/vocabulary.ts';
import type { InstrumentWorld, Reading } from './reading.ts';

/** Shares and confidences are told in steps of 5 %, so that a look that says the same says it in the same words. */
export function inSteps(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 20) / 20;
}

/** A share worth telling: at least one step. */
export function shareTold(share: number): number {
  return Math.max(0.05, inSteps(share));
}

/** A count of areas for the extent, in tens from ten on. */
export function extentTold(areas: number): number {
  return areas < 10 ? Math.round(areas) : Math.round(areas / 10) * 10;
}

export function reading(
  type: FactType,
  confidence: number,
  about: Readonly<Record<string, unknown>>,
): Reading {
  return { type, about, confidence: inSteps(confidence) };
}

/** Confidence of a careful person that nothing is lost, after so many tests all passed: 20 % may be lost all the same. */
export function confidenceOfPassed(tries: number): number {
  let missed = 1;
  for (let i = 0; i < tries; i++) missed *= 0.8;
  return 1 - missed;
}

/** However many calls passed, they were made somewhere, for a moment: the end of a failure is never surer (assumed). */
const SUREST_END = 0.7;

/** Confidence that what failed is over, after so many calls that all passed. */
export function sureOfEnd(tries: number): number {
  return Math.min(SUREST_END, confidenceOfPassed(tries));
}

/** Confidence that something is wrong after so many failures: one may be the tester's own telephone. */
export function confidenceOfFailed(failed: number): number {
  let chance = 1;
  for (let i = 0; i < failed; i++) chance *= 0.4;
  return Math.min(0.95, 1 - chance);
}

/** Draws of an instrument: (seed, purpose), entity, index. */
export function drawsOf(world: InstrumentWorld): Draws {
  return new Draws(world.evening.seed);
}

/** One number in (0, 1) of this look. */
export function luck(world: InstrumentWorld, purpose: number, entity = 0): number {
  const draws = drawsOf(world);
  draws.draw(entity, purpose, world.looks);
  return draws.u0;
}

/** `{area}` for one place, `{areas}` for several; `areasNamed` reads either. */
export function placed(codes: readonly string[]): Readonly<Record<string, unknown>> {
  return codes.length === 1 ? { area: codes[0] } : { areas: codes };
}

export function codesOf(evening: Evening, areas: readonly number[]): string[] {
  return areas.map((area) => evening.spec.areas[area]!.code);
}

/** Areas that the act names, as indexes: `areas` (codes or 'all') or `area`. Undefined when it names none. */
export function areasAsked({
  evening,
  args,
}: Pick<InstrumentWorld, 'evening' | 'args'>): number[] | undefined {
  const named = args['areas'] ?? args['area'];
  const all = evening.spec.areas;
  if (named === 'all') return all.map((_, area) => area);
  const codes: readonly unknown[] = Array.isArray(named) ? named : [named];
  const found = all.flatMap(({ code }, area) => (codes.includes(code) ? [area] : []));
  return found.length > 0 ? found : undefined;
}

/** Short number that the act names, or null: no number, or a ten-digit one. */
export function shortNumberAsked({ args }: Pick<InstrumentWorld, 'args'>): string | null {
  return NUMBERS.find((number) => number === args['number']) ?? null;
}

/** `count` different items, drawn; in the order of the list. */
export function someOf<T>(
  items: readonly T[],
  count: number,
  world: InstrumentWorld,
  purpose: number,
  index = world.looks,
): T[] {
  if (items.length <= count) return [...items];
  const draws = drawsOf(world);
  return items
    .map((item, i) => {
      draws.draw(i, purpose, index);
      return { item, i, rank: draws.u1 };
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.i - b.i)
    .map(({ item }) => item);
}

/** Share of a server's modules that serve now; an isolated one serves nobody. */
export function serving({ servers, spec }: Evening, server: number): number {
  if (servers.isolated[server] !== 0) return 0;
  const { modules } = spec.network;
  let up = 0;
  for (let module = server * modules; module < (server + 1) * modules; module++)
    if (servers.state[module] === MODULE.up) up++;
  return up / modules;
}

/** Share of the calls it takes that a server loses now, without an alarm: the answer-seizure ratio alone shows it. */
export function losing({ servers }: Evening, server: number): number {
  return servers.faults === null ? 0 : servers.faults.losing[server]!;
}

/** Ordinary calls refused above which the answer-seizure ratio shows it (assumed). */
export const VOICE_SEEN = 0.03;

/** Share of the ordinary calls offered to the call servers that they refuse now. What is throttled upstream is not counted: that is willed. */
export function refusedNow(evening: Evening): number {
  const { servers, ordinaryOverflow } = evening.spec.network;
  let refused = 0;
  let weights = 0;
  servers.forEach(({ weight, partner }, server) => {
    weights += weight;
    const overflow = evening.servers.isolated[server] === 0 ? ordinaryOverflow : 1;
    const lost = (1 - serving(evening, server)) * (1 - overflow * serving(evening, partner));
    refused += weight * (lost + (1 - lost) * losing(evening, server));
  });
  return refused / weights;
}

/** Fewer than seven modules in eight serve. */
const SICK_BELOW = 0.875;

/** Servers whose modules fail now, or that lose calls, beyond one of eight. */
export function sickServers(evening: Evening): number[] {
  return evening.spec.network.servers.flatMap((_, server) =>
    serving(evening, server) * (1 - losing(evening, server)) < SICK_BELOW ? [server] : [],
  );
}

export function idsOf(evening: Evening, servers: readonly number[]): string[] {
  return servers.map((server) => evening.spec.network.servers[server]!.id);
}

/** Ordinary calls refused so far above which the fault is part of the evening's history (assumed). */
const TROUBLE = 20_000;

/** The evening has had its fault, over or not: before that there is nothing to ask anybody about. */
export function troubled(evening: Evening, now: number): boolean {
  return evening.servers.ordinaryRefused(now) > TROUBLE;
}
