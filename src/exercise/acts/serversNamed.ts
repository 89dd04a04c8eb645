import { MODULE } from '../../callflow/moduleState.ts';
import type { Exercise } from '../exercise.ts';

/** Servers that an order is about, by name: only what is isolated is reconnected. */
export function serversNamed(
  exercise: Exercise,
  type: string,
  { servers, on }: Readonly<Record<string, unknown>>,
): unknown {
  if (type === 'isolate' && on === false) {
    const isolated = isolatedServers(exercise);
    return Array.isArray(servers) ? isolated.filter((id) => servers.includes(id)) : isolated;
  }
  // What has been taken out of the traffic is what is worked on; what is out already is not taken out again.
  if (servers === 'one') {
    const isolated = isolatedServers(exercise);
    const order = worstServers(exercise, exercise.spec.network.servers.length);
    const first = type === 'isolate' ? order.find((id) => !isolated.includes(id)) : undefined;
    return [first ?? order.find((id) => isolated.includes(id)) ?? order[0]!];
  }
  if (servers === 'half') return worstServers(exercise, Math.floor(exercise.spec.network.servers.length / 2));
  return servers === 'isolated' ? isolatedServers(exercise) : servers;
}

export function isolatedServers({ evening, spec }: Exercise): string[] {
  return spec.network.servers.flatMap(({ id }, server) =>
    evening.servers.isolated[server] === 0 ? [] : [id],
  );
}

/** Servers with the fewest modules serving now, fewest first; equal ones in the network's order. */
export function worstServers({ evening, spec }: Exercise, count: number): string[] {
  const { servers, modules } = spec.network;
  const serving = servers.map((_, server) => {
    let up = 0;
    for (let module = server * modules; module < (server + 1) * modules; module++)
      if (evening.servers.state[module] === MODULE.up) up++;
    return up;
  });
  const order = servers.map((_, server) => server).sort((a, b) => serving[a]! - serving[b]! || a - b);
  return order.slice(0, count).map((server) => servers[server]!.id);
}
