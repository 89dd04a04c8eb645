import * as v from 'valibot';
import { fromIssues } from '../issues.ts';
import { orderSchema } from '../orderSchema.ts';
import type { Findings } from './checking.ts';
import { MACHINE_EVENTS } from './machineEvents.ts';
import type { EffectSpec, Play } from './types.ts';
import type { ActorId } from './vocabulary.ts';

/** Words of the play's data that stand for a choice made when the order is given. */
const STANDS_FOR: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  areas: { own: ['01'] },
  servers: { one: ['x'], half: ['x'] },
};

/** `by` is who has the effect done: a seat, or null for the world's own events. */
export function checkEffects(
  found: Findings,
  path: string,
  effects: readonly EffectSpec[],
  by: ActorId | null,
  play: Play,
): void {
  effects.forEach((effect, i) => {
    const here = `${path}[${i}]`;
    switch (effect.op) {
      case 'order':
        checkOrderArgs(found, here, effect.type, effect.args);
        break;
      case 'sense':
        if (by !== null && !effect.sensor.startsWith(`${by}.`))
          found.known(`${here}.sensor`, effect.sensor, [`${by}.…`]);
        break;
      case 'tell':
      case 'ask':
        effect.to.forEach((to, j) => {
          if (to === by)
            found.errors.push({
              code: 'notOneOf',
              path: `${here}.to[${j}]`,
              expected: `≠ ${by}`,
              found: `"${to}"`,
            });
        });
        if (effect.facts.length === 0)
          found.errors.push({ code: 'empty', path: `${here}.facts`, expected: '—', found: '[]' });
        break;
      case 'machine': {
        const to = effect.to ?? by;
        if (to === null) found.missing(`${here}.to`, 'to');
        else found.known(`${here}.event`, effect.event, MACHINE_EVENTS[to]);
        break;
      }
      case 'occupy': {
        const pools = play.pools.filter((pool) => pool.seat === effect.seat);
        const known = pools.map((pool) => pool.id);
        if (found.known(`${here}.pool`, effect.pool, known)) {
          const most = pools[known.indexOf(effect.pool)]!.people;
          found.range(`${here}.people`, `≤ ${most}`, effect.people, effect.people <= most);
        }
        break;
      }
      default:
    }
  });
}

/** As for an order that people write, once the words that stand for a choice are replaced. */
function checkOrderArgs(
  found: Findings,
  path: string,
  type: string,
  args: Readonly<Record<string, unknown>>,
): void {
  const written = Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      (typeof value === 'string' ? STANDS_FOR[name]?.[value] : undefined) ?? value,
    ]),
  );
  const shape = v.safeParse(orderSchema, { at: 0, by: 'play', type, args: written });
  if (!shape.success) found.errors.push(...fromIssues(shape.issues, path));
}
