import type { Evening } from '../../../callflow/evening.ts';
import { MODULE } from '../../../callflow/moduleState.ts';
import type { Gauge } from '../../seatView.ts';

/** Memory, modules and failures of each call server, as its own alarms and counters give them: nothing of who calls. */
export function serversGauge({ servers, spec, now }: Evening): Extract<Gauge, { kind: 'servers' }> {
  const { modules } = spec.network;
  return {
    kind: 'servers',
    at: now,
    servers: spec.network.servers.map(({ id }, server) => {
      let up = 0;
      let fill = 0;
      for (let module = server * modules; module < (server + 1) * modules; module++) {
        if (servers.state[module] !== MODULE.up) continue;
        up++;
        fill += servers.fill(module, now);
      }
      return {
        id,
        // In hundredths, as a screen of supervision would.
        fill: up === 0 ? 1 : Math.round((fill / up) * 100) / 100,
        modulesUp: up,
        modules,
        isolated: servers.isolated[server] !== 0,
        losing: Math.round((servers.faults?.losing[server] ?? 0) * 20) / 20,
      };
    }),
  };
}
