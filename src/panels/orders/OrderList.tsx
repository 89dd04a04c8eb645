import { formatClock } from '../../client/clockTime.ts';
import { isGiven, removeOrder, type Draft } from '../../client/draft.ts';
import { focusHeading } from '../../client/focusHeading.ts';
import { useClient, useTexts } from '../../client/hooks.ts';
import { ClockTime } from '../parts/ClockTime.tsx';
import { OrderNote } from './OrderNote.tsx';
import { useOrderText } from './orderText.ts';

interface OrderListProps {
  readonly draft: Draft;
  readonly editing: number | 'new' | null;
  readonly onEdit: (id: number | null) => void;
}

/** The orders of the draft, each to be changed or removed; those that would not be given say so. */
export function OrderList({ draft, editing, onEdit }: OrderListProps) {
  const t = useTexts();
  const client = useClient();
  const describe = useOrderText();
  if (draft.orders.length === 0) return <p>{t('panels:orders.empty')}</p>;
  return (
    <ol className="order-list" aria-label={t('panels:orders.caption')}>
      {draft.orders.map((entry) => {
        const { id, order, origin } = entry;
        const time = formatClock(order.at);
        const name = describe.type(order);
        const given = isGiven(entry, draft);
        return (
          <li key={id} className={id === editing ? 'order order-edited' : 'order'}>
            <ClockTime at={order.at} />
            <span className="order-text">
              <span className="order-name">{name}</span>
              <span className="order-args">
                {describe.args(order)} · {describe.by(order.by)}
              </span>
              {!given && <span className="order-args order-absent">{t('panels:orders.notGiven')}</span>}
              <span className="order-args">
                <OrderNote order={order} origin={origin} />
              </span>
              <span className={`origin origin-${origin}`}>{t(`panels:orders.origins.${origin}`)}</span>
            </span>
            <span className="buttons">
              <button
                type="button"
                className="link"
                aria-label={t('panels:orders.editLabel', { time, order: name })}
                onClick={() => onEdit(id)}
              >
                {t('panels:orders.edit')}
              </button>
              <button
                type="button"
                className="link"
                aria-label={t('panels:orders.removeLabel', { time, order: name })}
                onClick={() => {
                  if (editing === id) onEdit(null);
                  client.edit(removeOrder(draft, id));
                  focusHeading('orders');
                }}
              >
                {t('panels:orders.remove')}
              </button>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
