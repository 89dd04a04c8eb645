import { createEvening } from '../../src/callflow/evening.ts';
import type { Evening } from '../../src/callflow/evening.ts';
import type { Order } from '../../src/callflow/orders.ts';
import type { WorldSpec } from '../../src/callflow/spec.ts';
import { clock } from '../../src/kernel/time.ts';
import type { Selection } from '../../src/view/eveningView.ts';
import type { EveningView } from '../../src/view/eveningView.ts';
import { seriesOf } from '../../src/view/series.ts';
import { concerning, watchEvening } from '../../src/view/watch.ts';
import type { Watching } from '../../src/view/watch.ts';
import { country, operation, smallCountry } from './callflowWorlds.ts';

export const small = smallCountry();
/** Every order of 2021 that means something in the small country. */
export const smallOrders: readonly Order[] = [
  operation(),
  ...country().orders.filter(({ type }) => type !== 'operation'),
];

export function stoppedAt(time: number, seed = 1, spec: WorldSpec = small, orders = smallOrders): Evening {
  const evening = createEvening(spec, seed, orders);
  evening.runTo(time);
  return evening;
}

const FROM = clock('16:30');

/** What the session would show of an evening as it stands, its own reference. */
export function viewOf(
  evening: Evening,
  selection: Selection | null = null,
  others: Partial<Watching> = {},
): EveningView {
  const concerns = selection && concerning(evening, selection);
  return watchEvening({
    evening,
    reference: evening,
    ordinary: evening,
    orders: smallOrders,
    selection,
    sinceAttempt: 0,
    seq: 0,
    playing: false,
    speed: 1,
    curves: {
      national: seriesOf(evening, FROM, evening.now),
      reference: seriesOf(evening, FROM, evening.now),
      selected: concerns && seriesOf(evening, FROM, evening.now, concerns),
    },
    ...others,
  });
}
