import { ORIGINS } from '../../callflow/spec.ts';
import type { Origin } from '../../callflow/spec.ts';
import { lossInterval } from '../knowledge/lossInterval.ts';
import type { InstrumentWorld, Reading } from './reading.ts';
import { codesOf, confidenceOfFailed, reading, sureOfEnd } from './common.ts';
import { originAsked, tryShort } from './probe.ts';

/** Assumed: of calls with which nothing is wrong, so many fail all the same: a wrong key, a radio network that is busy. */
const USUAL_LOSS = 0.05;
/** Some calls failed, too few to say that more do than usual: how surely somebody holds that something is wrong (assumed). */
const INCONCLUSIVE = 0.5;
/** What a look of tests asks for when it rings from each kind of telephone. */
export const EVERY_ORIGIN = 'every';

/** Kinds of telephone that a look of tests rings from. */
export function originsAsked(world: Pick<InstrumentWorld, 'args'>): readonly Origin[] {
  return world.args['origin'] === EVERY_ORIGIN ? ORIGINS : [originAsked(world)];
}

/**
 * Test calls to a short number, `each` to each of these areas: counted as they came out. That calls fail is concluded only
 * when the losses still compatible with the sample, at 95 %, are all above the usual ones.
 */
export function shortTests(
  world: InstrumentWorld,
  plan: {
    readonly areas: readonly number[];
    readonly number: string;
    readonly origin: Origin;
    readonly each: number;
  },
): Reading {
  const { areas, number, origin, each } = plan;
  const { evening } = world;
  let passed = 0;
  const failed: number[] = [];
  for (const area of areas) {
    const through = tryShort(world, area, origin, each);
    passed += through;
    if (through < each) failed.push(area);
  }
  const tries = each * areas.length;
  const counts = { origin, tries, passed };
  if (lossInterval(tries, passed).low > USUAL_LOSS)
    return reading('emergency.affected', confidenceOfFailed(tries - passed), {
      numbers: [number],
      areas: codesOf(evening, failed),
      ...counts,
    });
  return reading('emergency.tested', failed.length === 0 ? sureOfEnd(tries) : INCONCLUSIVE, {
    numbers: [number],
    areas: codesOf(evening, areas),
    ...(failed.length > 0 && { failed: codesOf(evening, failed) }),
    ...counts,
  });
}
