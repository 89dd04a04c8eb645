import { computePair } from '../debrief/paired.ts';
import type { Pair } from '../debrief/differences.ts';
import type { Order } from '../callflow/orders.ts';
import type { Report } from './protocol.ts';
import { scenarioErrors } from './watchSession.ts';
import { openWorld } from './world.ts';

/** Which seeds this worker computes, and what is changed in them. */
export interface CompareTask {
  readonly set: Readonly<Record<string, number | string>>;
  readonly orders: readonly Order[] | null;
  readonly seeds: readonly number[];
}

export type CompareMessage =
  | { readonly type: 'pair'; readonly pair: Pair }
  | { readonly type: 'errors'; readonly reports: readonly Report[] };

self.addEventListener('message', (event: MessageEvent<CompareTask>) => {
  const { set, orders, seeds } = event.data;
  const without = openWorld({}, null);
  const changed = openWorld(set, orders);
  if (!without.ok || !changed.ok) {
    const errors = [...(without.ok ? [] : without.error), ...(changed.ok ? [] : changed.error)];
    self.postMessage({ type: 'errors', reports: scenarioErrors(errors) } satisfies CompareMessage);
    return;
  }
  for (const seed of seeds)
    self.postMessage({
      type: 'pair',
      pair: computePair(without.value, changed.value, seed),
    } satisfies CompareMessage);
});
