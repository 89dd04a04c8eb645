import { MODULE } from '../../callflow/moduleState.ts';
import type { OptionSpec } from '../../scenario/play/choices.ts';
import { isolatedServers } from '../acts/serversNamed.ts';
import type { Exercise } from '../exercise.ts';

/**
 * The server that an option is about when its acts name none: as the alarms show it, one that has lost most modules,
 * then the fullest. One that is out of the traffic is not taken out again, and is worked on before others. Undefined when
 * its acts are about no server, or about several.
 */
export function serverOfChoice(
  exercise: Exercise,
  { acts, args }: Pick<OptionSpec, 'acts' | 'args'>,
): string | undefined {
  if (args?.['servers'] !== undefined) return undefined;
  const orders = acts.flatMap((id) =>
    exercise
      .actSpec(id)!
      .effects.flatMap((effect) =>
        effect.op === 'order' && effect.args['servers'] === 'one' ? [effect.type] : [],
      ),
  );
  if (orders.length === 0) return undefined;
  const isolated = isolatedServers(exercise);
  const order = byAlarms(exercise);
  const among =
    orders[0] === 'isolate'
      ? order.filter((id) => !isolated.includes(id))
      : order.filter((id) => isolated.includes(id));
  return among[0] ?? order[0];
}

/** Servers by their alarms, the worst first. */
function byAlarms({ evening, spec, now }: Exercise): readonly string[] {
  const { servers, modules } = spec.network;
  const { state } = evening.servers;
  return servers
    .map(({ id }, server) => {
      let up = 0;
      let fill = 0;
      for (let module = server * modules; module < (server + 1) * modules; module++) {
        if (state[module] !== MODULE.up) continue;
        up++;
        fill += evening.servers.fill(module, now);
      }
      return { id, server, up, fill: up === 0 ? 1 : fill / up };
    })
    .sort((a, b) => a.up - b.up || b.fill - a.fill || a.server - b.server)
    .map(({ id }) => id);
}
