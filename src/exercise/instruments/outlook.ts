import { MINUTE } from '../../kernel/time.ts';
import type { InstrumentWorld } from './reading.ts';
import { drawsOf, sickServers } from './common.ts';

/** Assumed: half an hour to check, and so long for each server still to be cured. */
const CHECK = 30 * MINUTE;
const PER_SERVER = 20 * MINUTE;
/** Hopes of repair teams run from too short by 40 % to too long by 40 %. */
const SHORTEST = 0.6;
const SPREAD = 0.8;
/** As long as no server is cured, teams refuse to give an hour two times in five. */
const NO_HOUR = 0.4;
const STEP = 15 * MINUTE;

/** Servers still ill: where the fault is awake, or modules fail. */
export function stillIll({ evening }: InstrumentWorld): number {
  const sick = new Set(sickServers(evening));
  evening.servers.awake.forEach((awake, server) => {
    if (awake !== 0) sick.add(server);
  });
  return sick.size;
}

/** The hour that a repair team hopes for, in quarters of an hour; null when it refuses to say. */
export function hopedHour(world: InstrumentWorld, purpose: number): number | null {
  const draws = drawsOf(world);
  draws.draw(0, purpose, world.looks);
  const ill = stillIll(world);
  if (ill === world.evening.spec.network.servers.length && draws.u1 < NO_HOUR) return null;
  const hope = (CHECK + PER_SERVER * ill) * (SHORTEST + SPREAD * draws.u0);
  return Math.ceil((world.now + hope) / STEP) * STEP;
}

/** Whether this evening's repair plan has a flaw, as drawn for the dilemma of its reading: the same whoever reads it. */
export function planFlawed({ traits }: InstrumentWorld): boolean {
  return traits['planFlawed'] === 1;
}

/** Ten questions go past the flaw. */
export function flawHidden({ traits }: InstrumentWorld): boolean {
  return traits['planFlawHidden'] === 1;
}
