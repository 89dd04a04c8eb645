import type { ScenarioError } from '../errors.ts';
import { checkEffects } from './checkEffects.ts';
import { Findings } from './checking.ts';
import type { ActSpec, Play, PoolSpec } from './types.ts';
import { FUNCTIONS } from './vocabulary.ts';

type AnyAct = ActSpec<string>;
type AnyPool = PoolSpec<string>;

/** Acts of the seats and of the other operators: people, means, effects, and a door for whatever is gated. */
export function checkActs(play: Play): ScenarioError[] {
  const found = new Findings();
  const measures = new Set(
    play.measures.flatMap((measure) =>
      measure.effects.flatMap((effect) => (effect.op === 'act' ? [`${measure.id} ${effect.act}`] : [])),
    ),
  );
  const check = (list: string, acts: readonly AnyAct[], pools: readonly AnyPool[]): void => {
    found.once(
      list,
      acts.map((act) => act.id),
      'id',
    );
    acts.forEach((act, i) => checkAct(found, `${list}[${i}]`, act, acts, pools, play, measures));
  };
  check('acts', play.acts, play.pools);
  check('operatorActs', play.operators.acts, play.operators.pools);
  return found.errors;
}

function checkAct(
  found: Findings,
  path: string,
  act: AnyAct,
  acts: readonly AnyAct[],
  pools: readonly AnyPool[],
  play: Play,
  opened: ReadonlySet<string>,
): void {
  const own = pools.filter((pool) => pool.seat === act.seat);
  const seat = play.seats.find((entry) => entry.seat === act.seat)?.seat;
  if (!act.id.startsWith(`${act.seat}.`)) found.known(`${path}.id`, act.id, [`${act.seat}.…`]);
  found.known(`${path}.function`, act.function, seat === undefined ? own.map((p) => p.id) : FUNCTIONS[seat]);
  if (seat !== undefined) {
    found.tags(`${path}.needs.tags`, seat, act.needs.tags);
    found.tags(`${path}.needs.anyTags`, seat, act.needs.anyTags);
  }

  const ids = own.map((pool) => pool.id);
  if (found.known(`${path}.needs.pool`, act.needs.pool, ids)) {
    const pool = own[ids.indexOf(act.needs.pool)]!;
    const { people } = act.needs;
    found.range(`${path}.needs.people`, `≤ ${pool.people}`, people, people <= pool.people);
    // People who exist only in a state of the seat: the refusal must say so, with its door.
    if (pool.from !== undefined && act.needs.tags?.includes(pool.from) !== true)
      found.missing(`${path}.needs.tags`, pool.from);
  }

  const { door } = act.needs.stands ?? {};
  const mates = acts.filter((other) => other.seat === act.seat && other.id !== act.id);
  if (door !== undefined)
    found.known(
      `${path}.needs.stands.door`,
      door,
      mates.map((other) => other.id),
    );
  checkEffects(found, `${path}.effects`, act.effects, seat ?? 'operators', play);
  checkDoor(found, path, act, acts);
  found.once(
    `${path}.asks`,
    act.asks.map((ask) => ask.name),
    'name',
  );
  if (act.measure !== undefined) {
    const known = play.measures.map((measure) => measure.id);
    const right = found.known(`${path}.measure`, act.measure, known);
    if (right && !opened.has(`${act.measure} ${act.id}`))
      found.missing(`measures.${act.measure}.effects`, act.id);
  }
}

const isGated = (act: AnyAct): boolean =>
  act.needs.tags !== undefined ||
  act.needs.anyTags !== undefined ||
  act.needs.optionalTags !== undefined ||
  act.needs.authority !== undefined;

/** A refusal ends with a door: an act of the same seat, and from door to door one that nothing gates. */
function checkDoor(found: Findings, path: string, act: AnyAct, acts: readonly AnyAct[]): void {
  if (act.door === undefined) {
    if (isGated(act)) found.missing(`${path}.door`, 'door');
    return;
  }
  const mates = acts.filter((other) => other.seat === act.seat && other.id !== act.id);
  const known = mates.map((other) => other.id);
  if (!found.known(`${path}.door`, act.door, known)) return;
  const walked = new Set([act.id]);
  let at: AnyAct | undefined = act;
  while (at !== undefined && isGated(at)) {
    const next: AnyAct | undefined = acts.find((other) => other.id === at?.door);
    // A door whose own door is unknown or missing is reported there.
    if (next === undefined) return;
    if (walked.has(next.id)) {
      const open = mates.filter((other) => !isGated(other)).map((other) => other.id);
      found.errors.push({
        code: 'notOneOf',
        path: `${path}.door`,
        expected: open.join(', '),
        found: act.door,
      });
      return;
    }
    walked.add(next.id);
    at = next;
  }
}
