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
  servers: { one: ['x'], half: ['x'], isolated: ['x'] },
};

export function checkEffects(
  found: Findings,
  path: string,
  effects: readonly EffectSpec[],
  by: ActorId,
  play: Play,
): void {
  effects.forEach((effect, i) => {
    const here = `${path}[${i}]`;
    switch (effect.op) {
      case 'order':
        checkOrderArgs(found, here, effect.type, effect.args);
        break;
      case 'sense':
        if (!effect.sensor.startsWith(`${by}.`)) found.known(`${here}.sensor`, effect.sensor, [`${by}.…`]);
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
        found.known(`${here}.event`, effect.event, MACHINE_EVENTS[to]);
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
export function checkOrderArgs(
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
