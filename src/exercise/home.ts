import { causeIndex } from '../callflow/attemptLog.ts';
import { areaOfKey } from '../callflow/callers.ts';
import { createEvening } from '../callflow/evening.ts';
import type { Evening } from '../callflow/evening.ts';
import { PURPOSE } from '../callflow/purpose.ts';
import { err, ok } from '../kernel/result.ts';
import type { Result } from '../kernel/result.ts';
import { Draws } from '../kernel/threefry.ts';
import { clock } from '../kernel/time.ts';
import type { ScenarioError } from '../scenario/errors.ts';
import type { ExerciseGround } from './exercise.ts';
import { DRAWN_HOME } from './homeWord.ts';
import { heardEverywhere } from './instruments/heard.ts';
import { openingOf } from './open.ts';
import { OPERATION, operationOrders } from './events/operation.ts';
import { LOST } from './places.ts';
import type { ExerciseSetup } from './setup.ts';

/** Assumed: a département is clearly hit when by the first relief it has lost such a share of its calls, and so many. */
const CLEAR_SHARE = 0.08;
const CLEAR_CALLS = 40;
/** The first look at what was cut, and the first choice of a first evening. */
const LOOK = clock('16:47');
const CHOICE = clock('16:50');
const UNTIL = clock('19:00');
/** Callers who say that they insisted: fewer strike nobody. */
const INSISTED = 2;

const CUT = causeIndex('cut');

/** What an evening in which nobody acts has done to one département. */
interface Hit {
  readonly area: number;
  /** 0 nothing clear, 1 hit, 2 and callers say so from the first minutes, 3 and a conversation has been cut by then. */
  readonly signs: number;
}

/** By département: attempts and those not routed from the trigger to the first relief. */
function lossesOf({ log, callers, spec }: Evening): { attempts: Int32Array; lost: Int32Array } {
  const attempts = new Int32Array(spec.areas.length);
  const lost = new Int32Array(spec.areas.length);
  for (let i = log.firstFrom(OPERATION); i < log.count; i++) {
    const area = areaOfKey(callers.key[log.caller[i]!]!);
    attempts[area]!++;
    lost[area]! += LOST[log.cause(i)]!;
  }
  return { attempts, lost };
}

/** By département: conversations cut before the first look. */
function cutsOf({ log, callers, spec }: Evening): Int32Array {
  const cut = new Int32Array(spec.areas.length);
  const end = log.firstFrom(LOOK);
  for (let i = 0; i < end; i++)
    if (log.cause(i) === CUT && log.end[i]! < LOOK) cut[areaOfKey(callers.key[log.caller[i]!]!)]!++;
  return cut;
}

function hitsOf(evening: Evening): Hit[] {
  const { attempts, lost } = lossesOf(evening);
  const cut = cutsOf(evening);
  const heard = heardEverywhere(evening, OPERATION, CHOICE);
  return evening.spec.areas.map((_, area): Hit => {
    if (lost[area]! < CLEAR_CALLS || lost[area]! < CLEAR_SHARE * attempts[area]!) return { area, signs: 0 };
    const [own15 = 0, own17 = 0, own18 = 0] = heard.repeated.slice(area * 3, area * 3 + 3);
    if (own15 + own17 + own18 < INSISTED) return { area, signs: 1 };
    return { area, signs: cut[area]! > 0 ? 3 : 2 };
  });
}

/**
 * A setup with a home of its own: one that asks for a drawn one gets a département that the same evening, with nobody
 * acting, clearly hits; among those whose rooms hear most in the first minutes, each by its people. A function of the
 * setup alone. Where nothing is hit (an operation put off until the night), any département. No matter where no person
 * holds the services.
 */
export function settledSetup(
  setup: ExerciseSetup,
  ground: ExerciseGround,
): Result<ExerciseSetup, ScenarioError[]> {
  if (setup.home !== DRAWN_HOME || setup.seats.services.by !== 'person') return ok(setup);
  const opened = openingOf({ ...setup, home: ground.territory[0]?.code ?? '' }, ground);
  if (!opened.ok) return err(opened.error);
  const { opening, orders } = opened.value;
  const { spec, preparedness } = opening;
  const servers = spec.network.servers.map(({ id }) => id);
  const evening = createEvening(spec, setup.seed, operationOrders(orders, preparedness, servers));
  evening.runTo(UNTIL);
  const hits = hitsOf(evening);
  const most = Math.max(...hits.map(({ signs }) => signs));
  const among = hits.filter(({ area, signs }) => signs === most && !spec.areas[area]!.overseas);
  const people = among.reduce((sum, { area }) => sum + spec.areas[area]!.population, 0);
  const draws = new Draws(setup.seed);
  draws.draw(-1, PURPOSE.home, 0);
  let left = draws.u0 * people;
  const drawn = among.find(({ area }) => (left -= spec.areas[area]!.population) < 0) ?? among.at(-1)!;
  return ok({ ...setup, home: spec.areas[drawn.area]!.code });
}
