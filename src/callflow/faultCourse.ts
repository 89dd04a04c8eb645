import type { Evening } from './evening.ts';
import { FAULT_STEP, setAway, strike } from './faults.ts';
import { PURPOSE } from './purpose.ts';

/** What a fault does at a known time. Strikes are numbered: when and where each falls depends on no decision. */
export type FaultEffect =
  | { readonly kind: 'strike'; readonly n: number }
  | { readonly kind: 'away'; readonly on: boolean }
  | { readonly kind: 'traffic' }
  | { readonly kind: 'accessCut'; readonly server: number };

/** Enters what the evening's fault will do by itself, if it has one. */
export function beginFault(evening: Evening): void {
  const { fault } = evening.spec.network;
  if (fault === undefined) return;
  if (fault.kind === 'attack') return evening.later(fault.from, { kind: 'strike', n: 0 });
  if (fault.kind === 'cut') {
    evening.later(fault.from, { kind: 'away', on: true });
    evening.later(fault.until, { kind: 'away', on: false });
  }
  evening.later(evening.spec.clock.start, { kind: 'traffic' });
}

export function applyFault(evening: Evening, effect: FaultEffect): void {
  const { servers, now, spec } = evening;
  const { fault } = spec.network;
  switch (effect.kind) {
    case 'strike': {
      if (fault?.kind !== 'attack' || now >= fault.until) return;
      const { draws } = evening;
      draws.draw(effect.n, PURPOSE.strike, 0);
      const next = now + Math.floor(fault.every * (0.5 + draws.u0));
      // Read before the strike, whose cut calls draw.
      for (const server of pairAt(evening, draws.u1)) strike(servers, server, fault.down, now);
      return evening.later(next, { kind: 'strike', n: effect.n + 1 });
    }
    case 'away':
      if (fault?.kind === 'cut') for (const server of fault.servers) setAway(servers, server, effect.on, now);
      return;
    case 'traffic':
      servers.followTraffic(now);
      return evening.later(now + FAULT_STEP, { kind: 'traffic' });
    case 'accessCut':
      if (servers.faults) servers.faults.accessCut[effect.server] = 1;
  }
}

/** A server and its partner, by a draw. */
function pairAt(evening: Evening, luck: number): readonly number[] {
  const { servers } = evening.spec.network;
  const server = Math.floor(luck * servers.length);
  return [server, servers[server]!.partner];
}
