import type { Order } from '../../callflow/orders.ts';
import type { DraftOrder } from '../../client/draft.ts';
import { useClientState, useFigures, useTexts } from '../../client/hooks.ts';

/** What must be known to read an order of the scenario that stands for an action known only in outline. */
export function OrderNote({
  order,
  origin,
}: {
  readonly order: Order;
  readonly origin: DraftOrder['origin'];
}) {
  const t = useTexts();
  const figures = useFigures();
  const minutes = useClientState(
    (state) => state.scenario?.parameters.find(({ name }) => name === 'rollback_interrupt')?.value ?? 0,
  );
  if (origin !== 'assumed' || order.type !== 'rollback') return null;
  return (
    <span className="under">{t('panels:orders.rollbackNote', { minutes: figures.decimal(minutes) })}</span>
  );
}
